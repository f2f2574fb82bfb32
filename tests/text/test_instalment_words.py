# SPDX-License-Identifier: EUPL-1.2
"""How far an instalment has come, in words."""

from datetime import date

import pytest

from app.domain.fees import FeeId
from app.domain.instalment_standing import standings
from app.domain.invoices import InvoiceState
from app.text.instalment_words import (
    due_day,
    due_told,
    invoice_numbers,
    invoices_told,
    open_told,
    paid_days,
    standing_label,
    standing_tone,
)
from tests.concessions_money import instalment, invoice, match, payment

FIRST, DUE = date(2027, 1, 1), date(2027, 1, 31)


@pytest.mark.parametrize(
    ("asked", "state", "paid", "today", "words"),
    [
        ("", None, "", DUE, "Da fatturare"),
        ("", None, "", date(2027, 3, 1), "Senza fattura"),
        ("1000.00", InvoiceState.APPROVED, "", DUE, "Fatturata"),
        ("400.00", InvoiceState.APPROVED, "", DUE, "Fatturata in parte"),
        ("1000.00", InvoiceState.APPROVED, "", date(2027, 3, 1), "In ritardo"),
        ("1000.00", InvoiceState.APPROVED, "10.00", DUE, "Pagata in parte"),
        ("1000.00", InvoiceState.APPROVED, "1000.00", date(2027, 3, 1), "Pagata il 31/01/2027"),
        ("1000.00", InvoiceState.PAID, "", date(2027, 3, 1), "Pagata"),
        ("1000.00", InvoiceState.REFUSED, "", DUE, "Da fatturare"),
    ],
)
def test_what_was_done_of_it(asked: str, state: InvoiceState | None, paid: str, today: date, words: str) -> None:
    one = instalment(FIRST, DUE, "1000.00")
    bills = [invoice(1, "1220.00", DUE, state=state)] if state else []
    matches = [match(1, FIRST, asked)] if asked else []
    payments = [payment(paid, DUE, invoice_id=1)] if paid else []
    found = standings([one], matches, bills, payments, today)[FeeId(1), FIRST]
    assert standing_label(one, found) == words
    assert (standing_tone(one, found) == "bad") == (words == "In ritardo")


def test_where_nothing_was_done_it_says_what_it_is() -> None:
    for told, words in (
        ({"is_free": True}, "Gratuita"),
        ({"is_funded": True}, "Dal contributo"),
        ({"net": None, "missing": ("amount",)}, "Da completare"),
    ):
        one = instalment(FIRST, DUE, "1000.00", **told)
        assert standing_label(one, standings([one], [], [], [], DUE)[FeeId(1), FIRST]) == words


def test_invoices_payments_and_the_day() -> None:
    one = instalment(FIRST, DUE, "1000.00")
    asked = [match(1, FIRST, "1000.00")], [invoice(1, "1220.00", DUE)], [payment("1000.00", DUE, invoice_id=1)]
    found = standings([one], *asked, DUE)[FeeId(1), FIRST]
    assert (invoice_numbers(found), paid_days(found)) == ("7/A", "31/01/2027")
    assert invoices_told(found) == "Fattura 7/A: 1.000,00\N{NO-BREAK SPACE}€ senza IVA"
    assert (due_day(one), open_told(found)) == ("dom 31/01/2027", "domenica, quindi lun 01/02/2027")
    assert due_told(one, found) == "Scade domenica 31 gennaio, quindi lunedì 1° febbraio 2027"
    open_day = instalment(FIRST, DUE, "1000.00", due_on=date(2027, 2, 2))
    found = standings([open_day], [], [], [], DUE)[FeeId(1), FIRST]
    assert (due_told(open_day, found), open_told(found), invoices_told(found)) == ("", "", "")
    undated = instalment(FIRST, DUE, "1000.00", due_on=None)
    assert due_day(undated) == ""


def test_a_transfer_waits_for_no_invoice() -> None:
    one = instalment(FIRST, DUE, "1000.00", spending="transfer")
    for paid, today, words in (
        ("", DUE, "Da pagare"),
        ("", date(2027, 3, 1), "Senza pagamento"),
        ("999.99", date(2027, 3, 1), "Senza pagamento"),
        ("1000.00", date(2027, 3, 1), "Pagata il 31/01/2027"),
    ):
        payments = [payment(paid, DUE)] if paid else []
        assert standing_label(one, standings([one], [], [], payments, today)[FeeId(1), FIRST]) == words
