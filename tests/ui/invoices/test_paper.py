# SPDX-License-Identifier: EUPL-1.2
"""An invoice read as a sheet: who, to whom, lines, VAT, total, payment; as the supplier wrote it, letter by letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel

from app.formats.fatturapa import read_invoice_file
from app.ui.invoices.page import InvoicesPage
from app.ui.invoices.paper import InvoicePaper
from app.ui.invoices.paper_words import number_words, rate_words
from app.ui.invoices.reader import InvoiceReader
from tests.invoices import Agreed
from tests.ui import looking
from tests.ui.clerk import Clerk
from tests.ui.invoices.conftest import UNKNOWN, WRONG, chooses


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("zoom", [100, 200])
def test_the_sheet_says_everything_and_cuts_nothing(clerk: Clerk, zoom: int) -> None:
    clerk.window.set_zoom(zoom)
    clerk.waits()
    page = clerk.opens("invoices", str(WRONG))
    assert isinstance(page, InvoicesPage)
    page.doing.read()
    clerk.waits()
    reader = clerk.dialog(InvoiceReader)
    told = " ".join(clerk.reads(reader)).replace("\N{NO-BREAK SPACE}", " ")
    for words in ("Servizi Digitali Inventati S.r.l.", "Partita IVA IT01234567890", "Fattura n. 9/PA del 30/09/2026"):
        assert words in told
    for words in ("Canone", "dal 01/09/2026 al 30/09/2026", "130,00 €", "28,60 €", "158,60 €", "22 %", "Bonifico"):
        assert words in told
    assert "CIG" in told
    assert "Senza firma" in told
    assert looking.cut(reader) == []
    assert looking.outside(reader) == []
    reader.reject()
    clerk.window.set_zoom(100)
    clerk.waits()


def test_markup_in_a_description_is_read_as_letters(clerk: Clerk, full: InvoicesPage) -> None:
    chooses(clerk, full, UNKNOWN)
    full.doing.read()
    clerk.waits()
    reader = clerk.dialog(InvoiceReader)
    assert clerk.sees("Ditta <i>Nuova</i> & C.", reader)
    assert all(label.textFormat().name == "PlainText" for label in looking.seen(reader, QLabel))
    reader.reject()


@pytest.mark.usefixtures("qapp")
def test_of_very_many_lines_the_first_are_drawn_and_the_rest_are_counted(agreed: dict[str, Agreed]) -> None:
    monthly = agreed["monthly"]
    file = read_invoice_file("f.xml", monthly.sent(monthly.body("1", (_day(1), _day(2)), "10.00")).xml())
    body = file.bodies[0]
    long = replace(body, lines=body.lines * 400)
    paper = InvoicePaper(file, long)
    words = [label.text() for label in paper.findChildren(QLabel)]
    assert "e altre 250 righe nel file" in words
    assert words.count("Canone") == 150


@pytest.mark.parametrize(
    ("value", "least", "told"),
    [
        (None, 0, ""),
        (Decimal(1), 0, "1"),
        (Decimal("1.50000000"), 2, "1,50"),
        (Decimal("1234.5"), 2, "1.234,50"),
        (Decimal("0.00012345"), 2, "0,00012345"),
        (Decimal(-3), 2, "-3,00"),
        (Decimal("1E+3"), 0, "1.000"),
    ],
)
def test_numbers_keep_the_decimals_that_they_have(value: Decimal | None, least: int, told: str) -> None:
    assert number_words(value, least) == told


def test_where_there_is_no_vat_its_nature_is_said() -> None:
    assert rate_words(Decimal("22.00"), "") == "22 %"
    assert rate_words(Decimal("0.00"), "N2.2") == "N2.2"
    assert rate_words(None, "") == ""


def _day(number: int) -> date:

    return date(2026, 1, number)
