# SPDX-License-Identifier: EUPL-1.2
"""The year's report for the council, read back: every reading, penalty and its reckoning; the same bytes each time."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.actions.contract_parts import add_contact
from app.actions.level_penalties import contest, deduct, record_reply, waive
from app.actions.levels import type_reading
from app.actions.reporting import print_report
from app.domain.concessions import ContractId, Owner
from app.errors import UserError
from app.reports.service_levels import draw, gather
from app.store import Store
from tests.conftest import NOW
from tests.levels import add_contract, add_invoice, availability
from tests.reports.reading import drawn, words


def add_person(store: Store, contract_id: ContractId, name: str) -> None:
    """Someone of the contract."""
    add_contact(store, Owner(contract_id=contract_id), "rup", name)


@pytest.fixture
def contract(store: Store) -> ContractId:
    """A contract with a year of readings: one deducted, one waived, one whose penalty is not known."""
    made = add_contract(store, cig="ZA1234567B")
    indicator = availability(store, made, cap_amount=Decimal("1000.00"))
    ids = [
        type_reading(store, indicator, date(2026, month, 1), Decimal(value))[0]
        for month, value in enumerate(("99.7", "98.4", "99.0"), start=1)
    ]
    contest(store, (ids[1],), date(2026, 3, 5), "1234/2026", date(2026, 3, 20))
    record_reply(store, ids[1], None, date(2026, 3, 12), "Guasto")
    deduct(store, ids[1], add_invoice(store, made))
    waive(store, ids[2], None, "Lavori concordati")
    late = availability(store, made, name="Presa in carico <b>", penalty_amount=None, period="quarterly", source="")
    type_reading(store, late, date(2026, 1, 1), Decimal(90))
    return made


def test_the_council_reads_what_was_promised_measured_and_deducted(store: Store, contract: ContractId) -> None:
    printed = words(drawn(draw, gather(store, f"{contract}:2026", now=NOW))).replace("\N{NO-BREAK SPACE}", " ")
    for told in (
        "Livelli di servizio 2026",
        "4 letture su 13 · 3 mancanze · penali 300,00 € · detratti 300,00 € · 1 penale da inserire",
        "Servizi Alpini s.p.a. · CE-12/2025 · CIG ZA1234567B",
        "almeno 99,5 % · ogni mese",
        "100,00 € per ogni 0,5 % oltre l'obiettivo, al massimo 1.000,00 € all'anno",
        "Presa in carico <b>",
        "Fonte: da inserire",
        "contestata il 05/03/2026, protocollo 1234/2026",
        "risposta del 12/03/2026",
        "dalla fattura 12/PA",
        "non applicata: Lavori concordati",
        "febbraio 2026: Misura 98,4 %, obiettivo 99,5 %: sotto di 1,1 %",
        "100,00 € per 3 scaglioni: 300,00 €",
        "manca l'importo della penale",
    ):
        assert told in printed


def test_without_a_contract_all_that_have_indicators_are_printed(store: Store, contract: ContractId) -> None:
    other = add_contract(store, title="Sportello")
    add_contract(store, title="Senza livelli")
    availability(store, other)
    report = gather(store, ":2026", now=NOW)
    assert [one.contract.id for one in report.contracts] == [contract, other]
    printed = words(drawn(draw, report))
    assert "Sportello" in printed
    assert "Senza livelli" not in printed


def test_a_year_without_levels_says_so(store: Store) -> None:
    assert "Nessun livello di servizio da misurare nel 2026" in words(drawn(draw, gather(store, now=NOW)))
    bare = add_contract(store)
    assert "Nessun indicatore registrato" in words(drawn(draw, gather(store, str(bare), now=NOW)))


def test_the_same_data_give_the_same_bytes(store: Store, contract: ContractId) -> None:
    report = gather(store, str(contract), now=NOW)
    assert drawn(draw, report) == drawn(draw, report)


def test_it_is_printed_by_its_name(store: Store, contract: ContractId, tmp_path: Path) -> None:
    target = tmp_path / "livelli.pdf"
    print_report(store, "levels", f"{contract}:2026", target, "it")
    assert "Livelli di servizio 2026" in words(target.read_bytes())


@pytest.mark.parametrize("key", ["tutti", "1:duemila"])
def test_what_is_no_contract_or_year_is_refused(store: Store, key: str) -> None:
    with pytest.raises(UserError, match="unknown_print"):
        gather(store, key, now=NOW)


def test_the_version_for_publication_keeps_reasons_and_people_out_and_says_so(
    store: Store, contract: ContractId
) -> None:
    add_person(store, contract, "Lavori Fittizi")
    availability(store, contract, name="Chiede Lavori Fittizi", source="mail di dino@esempi.example")
    shown = gather(store, f"{contract}:2026", now=NOW, for_publication=True)
    text = words(drawn(draw, shown))
    assert "Chiede [omesso]" in text
    for private in ("concordati", "Fittizi", "dino@"):
        assert private not in text, private
    assert "Versione per la pubblicazione, testi da rileggere" in text
    assert "Perché una penale non si è applicata" in text
    assert "concordati" in words(drawn(draw, gather(store, f"{contract}:2026", now=NOW)))
