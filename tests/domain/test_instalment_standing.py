# SPDX-License-Identifier: EUPL-1.2
"""How far an instalment has come."""

from datetime import date
from decimal import Decimal

import pytest

from app.domain.fees import FeeId
from app.domain.instalment_standing import Standing, standings
from app.domain.invoices import Invoice, InvoiceMatch, InvoiceState, Payment
from tests.concessions_money import instalment, invoice, match, payment

FIRST = date(2027, 1, 1)
DUE = date(2027, 1, 31)  # a Sunday
TODAY = date(2027, 2, 10)


def _standing(
    matches: list[InvoiceMatch],
    invoices: list[Invoice],
    payments: tuple[Payment, ...] = (),
    today: date = TODAY,
    due_on: date | None = DUE,
) -> Standing:
    one = instalment(FIRST, DUE, "1000.00", due_on=due_on)
    return standings([one], matches, invoices, payments, today)[FeeId(1), FIRST]


def test_an_instalment_that_no_invoice_asks_for_is_not_late() -> None:
    found = _standing([], [])
    assert (found.invoices, found.is_late, found.is_due, found.is_paid) == ((), False, True, False)


def test_it_falls_on_the_working_day_after_and_is_late_only_then() -> None:
    asked = [match(1, FIRST, "1000.00")], [invoice(1, "1220.00", DUE)]
    found = _standing(*asked)
    assert (found.open_on, found.closed_because, found.is_late) == (date(2027, 2, 1), "sunday", True)
    assert not _standing(*asked, today=date(2027, 2, 1)).is_late
    assert _standing(*asked, today=date(2027, 2, 2)).is_late
    undated = _standing(*asked, due_on=None)
    assert (undated.open_on, undated.is_due, undated.is_late) == (None, False, False)


@pytest.mark.parametrize(
    ("paid", "state", "is_paid"),
    [
        ("1000.00", InvoiceState.SETTLED, True),  # its VAT is split
        ("999.99", InvoiceState.SETTLED, False),
        ("900.00", InvoiceState.PAID, True),  # a penalty was taken off
    ],
)
def test_it_is_paid_with_its_invoice(paid: str, state: InvoiceState, is_paid: bool) -> None:  # noqa: FBT001 - a table
    bill = invoice(1, "1220.00", DUE, state=state)
    found = _standing([match(1, FIRST, "1000.00")], [bill], (payment(paid, TODAY, invoice_id=1),))
    assert (found.is_paid, found.paid_on, found.is_late) == (is_paid, (TODAY,), not is_paid)


def test_a_part_is_never_all_of_it_and_a_credit_note_takes_off() -> None:
    bill = invoice(1, "610.00", DUE, state=InvoiceState.PAID)
    found = _standing([match(1, FIRST, "500.00")], [bill])
    assert (found.is_whole, found.is_paid) == (False, False)
    note = invoice(2, "122.00", TODAY, type="TD04")
    found = _standing([match(1, FIRST, "500.00"), match(2, FIRST, "100.00")], [note, bill])
    assert (found.invoiced, [one.id for one in found.invoices]) == (Decimal("400.00"), [1, 2])


def test_a_refused_invoice_asks_for_nothing() -> None:
    found = _standing([match(1, FIRST, "1000.00")], [invoice(1, "1220.00", DUE, state=InvoiceState.REFUSED)])
    assert (found.invoices, found.invoiced) == ((), Decimal(0))


def test_transfers_are_paid_in_their_order_by_what_pays_no_invoice() -> None:
    spans = [(date(2027, month, 1), date(2027, month, 28)) for month in (1, 2, 3)]
    due = [instalment(*span, "100.00", spending="transfer") for span in spans]
    payments = (payment("150.00", TODAY), payment("50.00", DUE), payment("900.00", TODAY, invoice_id=9))
    found = standings(due, [], [], payments, TODAY)
    assert [found[FeeId(1), first].is_paid for first, _last in spans] == [True, True, False]
    assert found[FeeId(1), FIRST].paid_on == (TODAY,)
    bought = [instalment(*span, "100.00", spending="purchase") for span in spans]
    assert not any(one.is_paid or one.is_transfer for one in standings(bought, [], [], payments, TODAY).values())
