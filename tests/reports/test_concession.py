# SPDX-License-Identifier: EUPL-1.2
"""The sheet of a concession, read back: two pages whatever it holds, its figures, no person where published."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.concessions import Contact, Guarantee
from app.domain.contract_changes import ContractChange
from app.domain.contract_duties import ContractDuty
from app.reports.concession import ConcessionSheet, cleared, draw
from tests.reports import reading
from tests.reports.concessions import RUP, concession, contract, instalment, row, sheet

_LONG = "Un testo molto lungo che qualcuno ha incollato da una delibera, con tutte le premesse e i considerato. " * 6


def _text(shown: ConcessionSheet) -> str:
    return reading.words(reading.drawn(draw, shown))


def _pages(shown: ConcessionSheet) -> int:
    return len(reading.read(reading.drawn(draw, shown)).pages)


def _full() -> ConcessionSheet:
    """More of everything than two pages hold."""
    base = sheet()
    return replace(
        base,
        title=_LONG,
        contract=contract(title=_LONG, supplier=_LONG, reference=_LONG, determination=_LONG, dpa=_LONG),
        instalments=tuple(replace(instalment(1 + n % 4), number=n, title=_LONG) for n in range(1, 25)),
        money=tuple(replace(one, chapter=f"{chapter}/{n}") for n, one in enumerate(base.money * 5) for chapter in "AB"),
        levels=base.levels * 30,
        guarantees=tuple(row(Guarantee, id=n, kind="bond", issuer=_LONG) for n in range(40)),
        contacts=tuple(row(Contact, id=n, role="dec", name=f"Persona N{n}", email="x@y.example") for n in range(40)),
        changes=tuple(row(ContractChange, id=n, kind="addendum", subject=_LONG, act=_LONG) for n in range(40)),
        duties=tuple(ContractDuty("milestone", date(2027, 1, 1), _LONG, contract_id=base.duties[0].contract_id)
                     for _n in range(40)),
    )  # fmt: skip


def test_two_pages_with_the_figures_terms_and_codes() -> None:
    shown = sheet()
    assert _pages(shown) == 2
    text = _text(shown)
    for expected in (
        "Pagamenti e tributi in rete", "5.856,00 €", "2.928,00", "B00012EADB", "94566301F3", "12/2024 del 06/05/2024",
        "Il servizio finisce il 31/12/2027, al primo dei termini (adesione)", "dal 01/12/2020 al 30/11/2038",
        "oggi 22/11/2026", "Totale 2026 4.800,00 5.856,00", "almeno 99,5 %", RUP, "fra 70 giorni", "pagina 1 di 2",
    ):  # fmt: skip
        assert expected in text, expected


def test_a_figure_that_nobody_typed_is_to_be_written_and_no_zero() -> None:
    text = _text(sheet(contract=contract(value=None, cig="", spending="", chapter="", account=""), money=()))
    assert text.count("da inserire") >= 6
    assert "Valore iniziale da inserire" in text
    assert "CIG da inserire" in text


@pytest.mark.parametrize("clear", [False, True])
def test_whatever_it_holds_it_has_two_pages_and_counts_what_it_leaves_out(*, clear: bool) -> None:
    shown = cleared(_full()) if clear else _full()
    assert _pages(shown) == 2
    assert "righe, in Campanile" in _text(shown)


def test_an_almost_empty_one_has_two_pages_too() -> None:
    empty = ConcessionSheet(sheet().office, sheet().printed_at, "Illuminazione", concession=concession())
    assert _pages(empty) == 2
    assert "Nessun termine scritto" in _text(empty)


def test_the_version_for_publication_holds_no_person_and_says_what_it_left_out() -> None:
    shown = cleared(sheet())
    content = reading.drawn(draw, shown)
    text = reading.words(content)
    for personal in (RUP, "Esempi", "Dino Fittizio", "rup@", "0342", "IT60X", "cassaforte", "Sentire"):
        assert personal not in text, personal
        assert personal.encode() not in content
    assert "chiesta da [omesso]" in text
    assert "Che cosa non c'è in questa versione" in text
    assert "2 persone tolte" in text
    assert "Il conto dedicato del fornitore" in text
    assert "2 note dell'ufficio" in text
    assert "Versione per la pubblicazione, testi da rileggere" in text
    assert _pages(shown) == 2
    assert "Per gli uffici: non pubblicare" in _text(sheet())


def test_an_account_in_a_typed_name_goes_and_the_reader_is_told_to_read_the_texts_again() -> None:
    level = sheet().levels[0]
    named = replace(level.indicator, name=f"Tempo di {RUP} IT60X0542811101000000123456 e altri")
    text = _text(cleared(sheet(levels=(replace(level, indicator=named),))))
    assert "Tempo di [omesso] [omesso] e altri" in text
    assert "Un nome che Campanile non conosce resta: vanno riletti prima di pubblicare" in text
    assert "senza dati personali" not in text


def test_disputes_and_mandates_are_not_among_the_published_days() -> None:
    of = sheet().duties[0].contract_id
    days = tuple(
        ContractDuty(key, date(2027, 1, 1), "Elio Finto", of) for key in ("reply", "mandate_ends", "cloud_ends")
    )
    shown = cleared(sheet(duties=days))
    assert [duty.key for duty in shown.duties] == ["cloud_ends"]
    text = _text(shown)
    assert "Il fornitore deve rispondere" not in text
    assert "Gli avvisi e le scadenze interne dell'ufficio" in text


def test_the_same_sheet_gives_the_same_bytes_in_its_language() -> None:
    assert reading.drawn(draw, sheet()) == reading.drawn(draw, sheet())
    assert str(reading.read(reading.drawn(draw, sheet(), "en")).root_object["/Lang"]) == "en-GB"


def test_the_free_and_the_funded_instalments_say_so() -> None:
    free = replace(instalment(1), is_free=True, net=Decimal("0.00"), gross=Decimal("0.00"))
    text = _text(sheet(instalments=(free, replace(instalment(2), is_funded=True), replace(instalment(3), net=None))))
    assert "gratuita" in text
    assert "1.200,00 (finanziata)" in text
    assert "Totale 2026" not in text


def test_the_penalties_that_were_taken_are_named_beside_the_money() -> None:
    base = sheet()
    less = tuple(replace(one, deducted=Decimal("100.00")) if one.year == base.year else one for one in base.money)
    assert "Del fatturato non si pagano 100,00 € di penali detratte." in _text(replace(base, money=less))
    assert "penali detratte" not in _text(base)
