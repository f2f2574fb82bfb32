# SPDX-License-Identifier: EUPL-1.2
"""What was done of the instalments of a contract in a real store."""

from datetime import date
from decimal import Decimal

from app.actions.fees import add_fee
from app.actions.instalments import show_standings
from app.actions.invoices import match
from app.actions.payments import pay
from app.store import Store
from tests.concessions_money import add_contract, add_invoice


def test_invoices_and_payments_stand_beside_their_instalments(store: Store) -> None:
    contract = add_contract(store, starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31))
    terms = {"amount": Decimal(4000), "vat_rate": Decimal(22), "period": "quarterly", "due_days": 30}
    fee_id, _changes = add_fee(store, contract, **terms)
    paid = add_invoice(store, contract, "1220.00", date(2026, 4, 2))
    late = add_invoice(store, contract, "1220.00", date(2026, 7, 2), number="8/A")
    match(store, paid, [(fee_id, date(2026, 1, 1), Decimal(1000))])
    match(store, late, [(fee_id, date(2026, 4, 1), Decimal(1000))])
    pay(store, on=date(2026, 4, 20), amount=Decimal(1000), contract_id=contract, invoice_id=paid)
    view = show_standings(store, contract)
    found = [view.standing(one) for one in view.instalments]
    assert [one.is_paid for one in found] == [True, False, False, False]
    assert [[bill.number for bill in one.invoices] for one in found] == [["7/A"], ["8/A"], [], []]
    assert [one.starts_on for one in view.late] == [date(2026, 4, 1)]
    assert (view.contract.id, found[0].paid_on) == (contract, (date(2026, 4, 20),))
