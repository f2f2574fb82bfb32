# SPDX-License-Identifier: EUPL-1.2
"""Penalties and payments never take more from an invoice than it is, and follow it when it is refused or reopened."""

from datetime import date
from decimal import Decimal

import pytest

from app.actions import invoices as actions
from app.actions.history import undo_last
from app.actions.invoice_views import InvoiceView
from app.actions.level_penalties import decide_penalty, deduct, take_back_deduction
from app.actions.levels import type_reading
from app.actions.payments import correct_payment, list_payments, pay, remove_payment
from app.domain.invoices import InvoiceId, InvoiceState, InvoiceStep
from app.domain.service_levels import Reading, ReadingId
from app.errors import UserError
from app.store import Store, rows
from tests.invoices import Agreed, agreements, month, write_agreements
from tests.levels import availability

TODAY = date(2026, 11, 23)
FORWARD = ((InvoiceStep.APPROVE, ""), (InvoiceStep.COMMIT, "1"), (InvoiceStep.SETTLE, "2"))


@pytest.fixture
def agreed(store: Store) -> dict[str, Agreed]:
    made = agreements()
    write_agreements(store, made.values())
    return made


@pytest.fixture
def invoice_id(store: Store, agreed: dict[str, Agreed]) -> InvoiceId:
    """An invoice of 100,00 and as much of VAT as the comune pays to the treasury."""
    sent = agreed["monthly"].sent(agreed["monthly"].body("M1", month(1), "100.00"))
    return actions.import_invoices(store, [("a.xml", sent.xml())]).invoices[0]


def _penalty(store: Store, agreed: dict[str, Agreed], amount: int) -> ReadingId:
    indicator_id = availability(store, agreed["monthly"].contract_id)
    reading_id, _changes = type_reading(store, indicator_id, date(2026, 1, 1), Decimal(90))
    decide_penalty(store, reading_id, None, Decimal(amount))
    return reading_id


def _settle(store: Store, invoice_id: InvoiceId) -> None:
    for step, number in FORWARD:
        actions.record_invoice_step(store, invoice_id, step, TODAY, number=number)


def _step(store: Store, invoice_id: InvoiceId, step: InvoiceStep, number: str = "") -> InvoiceView:
    actions.record_invoice_step(store, invoice_id, step, TODAY, number=number, reason="Prova")
    return actions.show_invoice(store, invoice_id)


def _borne_by(store: Store, reading_id: ReadingId) -> InvoiceId | None:
    with store.read() as session:
        return rows.read(session, Reading, reading_id).invoice_id


def _pay(store: Store, agreed: dict[str, Agreed], invoice_id: InvoiceId, amount: str = "100.00") -> int:
    contract_id = agreed["monthly"].contract_id
    told = pay(store, on=TODAY, amount=Decimal(amount), number="7", contract_id=contract_id, invoice_id=invoice_id)
    return told[0]


def _refuse(store: Store, invoice_id: InvoiceId) -> None:
    actions.set_received(store, [invoice_id], TODAY)
    actions.record_invoice_step(store, invoice_id, InvoiceStep.REFUSE, TODAY, cause="cig_or_cup", reason="CIG")


def test_a_penalty_above_what_is_left_of_an_invoice_is_not_taken_from_it(
    store: Store, agreed: dict[str, Agreed], invoice_id: InvoiceId
) -> None:
    reading_id = _penalty(store, agreed, 101)
    with pytest.raises(UserError, match=r"level\.more_than_invoice"):
        deduct(store, reading_id, invoice_id)
    assert actions.show_invoice(store, invoice_id).money.payable == Decimal(100)


def test_no_penalty_is_taken_from_an_invoice_that_is_paid_or_refused(
    store: Store, agreed: dict[str, Agreed], invoice_id: InvoiceId
) -> None:
    reading_id = _penalty(store, agreed, 10)
    _refuse(store, invoice_id)
    with pytest.raises(UserError, match=r"level\.invoice_closed"):
        deduct(store, reading_id, invoice_id)
    _step(store, invoice_id, InvoiceStep.REOPEN)
    _settle(store, invoice_id)
    _step(store, invoice_id, InvoiceStep.PAY, "7")
    with pytest.raises(UserError, match=r"level\.invoice_closed"):
        deduct(store, reading_id, invoice_id)


def test_an_invoice_that_is_refused_or_changes_its_contract_lets_go_of_its_penalty(
    store: Store, agreed: dict[str, Agreed], invoice_id: InvoiceId
) -> None:
    reading_id = _penalty(store, agreed, 10)
    deduct(store, reading_id, invoice_id)
    _refuse(store, invoice_id)
    assert _borne_by(store, reading_id) is None
    undo_last(store)
    assert _borne_by(store, reading_id) == invoice_id
    actions.assign_contract(store, invoice_id, agreed["other"].contract_id)
    assert _borne_by(store, reading_id) is None
    assert actions.show_invoice(store, invoice_id).money.payable == Decimal(100)


def test_an_invoice_that_a_penalty_took_whole_is_paid_without_a_payment(
    store: Store, agreed: dict[str, Agreed], invoice_id: InvoiceId
) -> None:
    reading_id = _penalty(store, agreed, 100)
    deduct(store, reading_id, invoice_id)
    _settle(store, invoice_id)
    paid = _step(store, invoice_id, InvoiceStep.PAY)
    assert (paid.invoice.state, paid.payments) == (InvoiceState.PAID, ())
    with pytest.raises(UserError, match=r"level\.invoice_paid"):
        take_back_deduction(store, reading_id, None)
    assert _step(store, invoice_id, InvoiceStep.REOPEN).invoice.state is InvoiceState.SETTLED
    take_back_deduction(store, reading_id, None)


def test_an_invoice_paid_from_the_contract_becomes_paid_and_keeps_that_payment_when_reopened(
    store: Store, agreed: dict[str, Agreed], invoice_id: InvoiceId
) -> None:
    _settle(store, invoice_id)
    payment_id = _pay(store, agreed, invoice_id)
    assert _step(store, invoice_id, InvoiceStep.PAY).invoice.state is InvoiceState.PAID
    with pytest.raises(UserError, match=r"payment\.of_paid_invoice"):
        remove_payment(store, payment_id)
    back = _step(store, invoice_id, InvoiceStep.REOPEN)
    assert (back.invoice.state, [one.id for one in back.payments]) == (InvoiceState.SETTLED, [payment_id])
    remove_payment(store, payment_id)
    assert actions.show_invoice(store, invoice_id).money.left == Decimal(100)


@pytest.mark.parametrize("amount", ["100.01", "99999", "-1"])
def test_no_more_is_paid_of_an_invoice_than_is_left(
    store: Store, agreed: dict[str, Agreed], invoice_id: InvoiceId, amount: str
) -> None:
    with pytest.raises(UserError, match=r"payment\.more_than_invoice"):
        _pay(store, agreed, invoice_id, amount)
    payment_id = _pay(store, agreed, invoice_id, "60.00")
    with pytest.raises(UserError, match=r"payment\.more_than_invoice"):
        correct_payment(store, payment_id, None, amount=Decimal(amount))
    correct_payment(store, payment_id, None, amount=Decimal(100))
    assert [one.amount for one in list_payments(store)] == [Decimal(100)]


def test_a_refused_invoice_is_not_paid(store: Store, agreed: dict[str, Agreed], invoice_id: InvoiceId) -> None:
    _refuse(store, invoice_id)
    with pytest.raises(UserError, match=r"payment\.invoice_refused"):
        _pay(store, agreed, invoice_id)
    assert list_payments(store) == []


def test_a_payment_with_another_number_goes_with_the_step_that_made_it(store: Store, invoice_id: InvoiceId) -> None:
    _settle(store, invoice_id)
    paid = _step(store, invoice_id, InvoiceStep.PAY, "7")
    payment = paid.payments[0]
    with pytest.raises(UserError, match=r"payment\.of_paid_invoice"):
        correct_payment(store, payment.id, None, amount=Decimal(90))
    correct_payment(store, payment.id, payment.version, number="8")
    assert actions.show_invoice(store, invoice_id).steps[-1].number == "8"
    back = _step(store, invoice_id, InvoiceStep.REOPEN)
    assert (back.payments, back.money.left) == ((), Decimal(100))
    assert _step(store, invoice_id, InvoiceStep.PAY, "9").invoice.state is InvoiceState.PAID
