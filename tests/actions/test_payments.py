# SPDX-License-Identifier: EUPL-1.2
"""Payments are of one contract or of one concession, exact, and can be taken back."""

from datetime import date
from decimal import Decimal

import pytest

from app.actions.history import redo_last, undo_last
from app.actions.payments import correct_payment, list_payments, pay, remove_payment
from app.errors import Stale, UserError
from app.store import Store
from app.text import action_title
from tests.concessions_money import add_concession, add_contract

ON = date(2027, 3, 5)


def test_a_payment_of_a_contract_is_exact_and_in_the_history(store: Store) -> None:
    contract = add_contract(store)
    payment_id, changes = pay(store, contract_id=contract, on=ON, amount=Decimal("1234.5"), number=" 12 ")
    [payment] = list_payments(store, contract_id=contract)
    assert (payment.id, payment.amount, payment.on, payment.number) == (payment_id, Decimal("1234.50"), ON, "12")
    assert changes.concessions
    assert changes.invoices
    undo_last(store)
    assert list_payments(store) == []
    redo_last(store)
    assert [one.amount for one in list_payments(store)] == [Decimal("1234.50")]


def test_one_of_a_concession_of_our_own(store: Store) -> None:
    concession = add_concession(store)
    pay(store, concession_id=concession, on=ON, amount=Decimal(7))
    assert [one.concession_id for one in list_payments(store, concession_id=concession)] == [concession]
    assert action_title("payment.made", {"amount": "7,00 €", "name": "Luci"}) == "Pagamento di 7,00 €: Luci"


def test_it_is_corrected_and_removed(store: Store) -> None:
    contract = add_contract(store)
    payment_id, _changes = pay(store, contract_id=contract, on=ON, amount=Decimal(7))
    correct_payment(store, payment_id, 1, amount=Decimal("8.01"), year=2026)
    [payment] = list_payments(store)
    assert (payment.amount, payment.year) == (Decimal("8.01"), 2026)
    with pytest.raises(Stale):
        correct_payment(store, payment_id, 1, amount=Decimal(9))
    remove_payment(store, payment_id)
    assert list_payments(store) == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"amount": Decimal(0)}, "payment.amount_zero"),
        ({"amount": Decimal("0.001")}, "amount.too_many_decimals"),
        ({"amount": Decimal(10) ** 12}, "amount.too_large"),
        ({"on": None}, "payment.day_missing"),
        ({"year": 27}, "budget.year_unlikely"),
        ({"payee": "X"}, "payment.unknown_field"),
        ({"concession_id": 1}, "payment.of_one"),
        ({"invoice_id": 99}, "record.gone"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(store: Store, fields: dict[str, object], code: str) -> None:
    contract = add_contract(store)
    told: dict[str, object] = {"on": ON, "amount": Decimal(7), **fields}
    with pytest.raises(UserError) as refusal:
        pay(store, contract_id=contract, **told)  # type: ignore[arg-type] # what the type forbids is tried too
    assert refusal.value.code == code
    assert list_payments(store) == []


def test_it_is_of_something(store: Store) -> None:
    with pytest.raises(UserError) as refusal:
        pay(store, on=ON, amount=Decimal(7))
    assert refusal.value.code == "payment.of_one"


def test_what_was_paid_before_comes_last(store: Store) -> None:
    contract = add_contract(store)
    for day in (3, 9, 6):
        pay(store, contract_id=contract, on=date(2027, 3, day), amount=Decimal(day))
    assert [one.on.day for one in list_payments(store)] == [9, 6, 3]


@pytest.mark.parametrize("year", [1, 1899, 2200, 9999])
def test_a_day_that_nobody_meant_is_refused(store: Store, year: int) -> None:
    contract = add_contract(store)
    with pytest.raises(UserError, match=r"contract\.year_unlikely"):
        pay(store, contract_id=contract, on=date(year, 12, 31), amount=Decimal(1))
    assert list_payments(store, contract_id=contract) == []
