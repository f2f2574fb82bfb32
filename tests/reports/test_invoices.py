# SPDX-License-Identifier: EUPL-1.2
"""The register of invoices with their checks, read back from the PDF."""

from dataclasses import replace
from datetime import date

import pytest

from app.actions import invoices
from app.actions.contract_parts import add_contact
from app.domain.concessions import ContractId, Owner, ServiceContract
from app.domain.invoices import InvoiceStep
from app.reports import invoices as report
from app.store import Store, rows
from tests.invoices import agreements, make_cig, month, write_agreements
from tests.reports import reading

WHY = "Il fornitore ha scritto <b>il CIG</b> giusto in una lettera"


@pytest.fixture
def full(store: Store) -> Store:
    """One as it should be, one with a wrong CIG, both to be examined; delivered on 15 November."""
    agreed = agreements()
    write_agreements(store, agreed.values())
    monthly = agreed["monthly"]
    good = monthly.body("10/PA", month(10), "100.00")
    wrong = replace(monthly.body("9/PA", month(9), "100.00"), refs=(replace(good.refs[0], cig=make_cig(8199999)),))
    files = [("a.xml", monthly.sent(good).xml()), ("b.xml", monthly.sent(wrong).xml())]
    outcome = invoices.import_invoices(store, files)
    invoices.set_received(store, outcome.invoices, date(2026, 11, 15))
    return store


def printed(store: Store, key: str = "all:", language: str = "it") -> str:
    content = reading.words(reading.drawn(report.draw, report.gather(store, key, now=store.now()), language))
    return content.replace("\N{NO-BREAK SPACE}", " ")


def test_each_invoice_is_there_with_state_and_checks(full: Store) -> None:
    text = printed(full)
    assert "2 fatture" in text
    assert "10/PA del 31/10/2026" in text
    assert "tornano" in text
    assert "non tornano: CIG" in text
    assert f"Il CIG è {make_cig(8199999)}" in text
    assert "si rifiuta entro il 30/11/2026" in text
    assert "244,00 €" in text


def test_what_was_set_aside_is_told_with_the_reason(full: Store) -> None:
    invoices.record_invoice_step(
        full, invoices.list_invoices(full)[1].invoice.id, InvoiceStep.APPROVE, full.today(), reason=WHY
    )
    text = printed(full, "approved:")
    assert "messi da parte: CIG" in text
    assert WHY in text
    assert "10/PA" not in text
    assert "Filtro: Approvate" in text


def test_a_refused_one_says_its_cause(full: Store) -> None:
    invoice_id = invoices.list_invoices(full)[1].invoice.id
    invoices.record_invoice_step(full, invoice_id, InvoiceStep.REFUSE, full.today(), cause="cig_or_cup", reason="CIG")
    text = printed(full, "refused:")
    assert "CIG o CUP mancante o sbagliato" in text
    assert "1 fattura" in text
    every = printed(full)
    assert "Totale senza le rifiutate" in every
    assert "244,00 €" not in every


def test_the_words_looked_for_are_its_filter(full: Store) -> None:
    text = printed(full, "all:10/PA")
    assert "1 fattura" in text
    assert "Filtro: 10/PA" in text


def test_without_any_it_says_so(store: Store) -> None:
    assert "0 fatture" in printed(store)


def test_the_same_list_gives_the_same_bytes(full: Store) -> None:
    content = report.gather(full, "all:", now=full.now())
    assert reading.drawn(report.draw, content, "it") == reading.drawn(report.draw, content, "it")


def test_the_version_for_publication_keeps_checks_reasons_iban_and_people_out(full: Store) -> None:
    invoice_id = invoices.list_invoices(full)[1].invoice.id
    with full.write("test") as session:
        rows.change(
            session, ServiceContract, 1, None, iban="IT60X0542811101000000123456", title="Sito, sentire Dino Fittizio"
        )
    add_contact(full, Owner(contract_id=ContractId(1)), "rup", "Dino Fittizio")
    invoices.correct_invoice(full, invoice_id, None, note="cassaforte")
    invoices.record_invoice_step(full, invoice_id, InvoiceStep.APPROVE, full.today(), reason=WHY)
    shown = report.gather(full, "all:Dino Fittizio", now=full.now(), for_publication=True)
    assert "Filtro: [omesso]" in reading.words(reading.drawn(report.draw, shown))
    shown = report.gather(full, "all:", now=full.now(), for_publication=True)
    text = reading.words(reading.drawn(report.draw, shown)).replace("\N{NO-BREAK SPACE}", " ")
    for private in ("Fittizio", "IT60X", "cassaforte", WHY, "tornano", "si rifiuta entro", make_cig(8199999)):
        assert private not in text, private
    for public in ("10/PA del 31/10/2026", "sentire [omesso]", "244,00 €", "Approvata", "Che cosa non c'è"):
        assert public in text, public
