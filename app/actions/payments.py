# SPDX-License-Identifier: EUPL-1.2
"""Payments: money that left for a contract or for a concession of the comune's own."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from app.actions.changes import Changes
from app.actions.invoice_cases import money_in
from app.domain.concessions import Concession, ConcessionId, ContractId, ServiceContract
from app.domain.dates import FIRST_YEAR, LAST_YEAR
from app.domain.invoice_steps import standing_steps
from app.domain.invoices import Invoice, InvoiceState, InvoiceStep, InvoiceStepTaken, Payment
from app.domain.money import checked_amount
from app.errors import UserError
from app.store import Session, Store, rows
from app.text import money

CHANGED = Changes(concessions=True, invoices=True)
FIELDS = ("on", "amount", "number", "chapter", "year", "invoice_id", "note")


def list_payments(
    store: Store, *, contract_id: ContractId | None = None, concession_id: ConcessionId | None = None
) -> list[Payment]:
    """The payments of a contract or of a concession, or all of them; the newest first."""
    with store.read() as session:
        return payments_in(session, contract_id=contract_id, concession_id=concession_id)


def payments_in(
    session: Session, *, contract_id: ContractId | None = None, concession_id: ConcessionId | None = None
) -> list[Payment]:
    """The same, for other actions within one transaction."""
    where = {"contract_id": contract_id, "concession_id": concession_id}
    found = rows.every(session, Payment, **{name: value for name, value in where.items() if value is not None})
    return sorted(found, key=lambda payment: (payment.on, payment.id), reverse=True)


def pay(
    store: Store,
    *,
    on: date,
    amount: Decimal,
    contract_id: ContractId | None = None,
    concession_id: ConcessionId | None = None,
    **fields: Any,  # noqa: ANN401 - the other FIELDS
) -> tuple[int, Changes]:
    """Register a payment of one contract or of one concession; UserError `payment.*`, `amount.*`."""
    values = _checked({"on": on, "amount": amount, **fields})
    with store.read() as session:
        name = _name_of(session, contract_id, concession_id)
        _check_invoice(store, session, {**values, "contract_id": contract_id})
    with store.write("payment.made", amount=money(values["amount"]), name=name) as session:
        return rows.add(session, Payment, contract_id=contract_id, concession_id=concession_id, **values), CHANGED


def correct_payment(store: Store, payment_id: int, seen: int | None, **fields: Any) -> Changes:  # noqa: ANN401 - FIELDS
    """Change fields of a payment; Stale when it changed since version `seen` (None: as it is now).

    The step of an invoice that made it says the same from then on. UserError `payment.of_paid_invoice` for another
    amount or invoice, while an invoice is paid with it.
    """
    values = _checked(fields)
    with store.read() as session:
        before = rows.read(session, Payment, payment_id)
        name = _name_of(session, before.contract_id, before.concession_id)
        told = {name: values.get(name, getattr(before, name)) for name in ("amount", "invoice_id")}
        if told != {name: getattr(before, name) for name in told}:
            _check_unpaid(session, before)
            _check_invoice(store, session, {**told, "contract_id": before.contract_id}, before)
    with store.write("payment.corrected", amount=money(values.get("amount", before.amount)), name=name) as session:
        rows.change(session, Payment, payment_id, seen, **values)
        _correct_step(session, before, values)
    return CHANGED


def remove_payment(store: Store, payment_id: int) -> Changes:
    """Take out a payment that was registered by mistake; UserError `payment.of_paid_invoice`."""
    with store.read() as session:
        payment = rows.read(session, Payment, payment_id)
        name = _name_of(session, payment.contract_id, payment.concession_id)
        _check_unpaid(session, payment)
    with store.write("payment.removed", amount=money(payment.amount), name=name) as session:
        rows.remove(session, Payment, payment_id)
    return CHANGED


def _checked(fields: Mapping[str, Any]) -> dict[str, Any]:
    unknown = [name for name in fields if name not in FIELDS]
    if unknown:
        raise UserError("payment.unknown_field", name=unknown[0])
    values: dict[str, Any] = {
        name: value.strip() if isinstance(value, str) else value for name, value in fields.items()
    }
    if "on" in values and values["on"] is None:
        raise UserError("payment.day_missing")
    if "on" in values and not FIRST_YEAR <= values["on"].year <= LAST_YEAR:
        raise UserError("contract.year_unlikely", on=values["on"])
    if "amount" in values:
        values["amount"] = checked_amount(values["amount"])
        if not values["amount"]:
            raise UserError("payment.amount_zero")
    year = values.get("year")
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise UserError("budget.year_unlikely", year=str(year), first=FIRST_YEAR, last=LAST_YEAR)
    return values


def _name_of(session: Session, contract_id: int | None, concession_id: int | None) -> str:
    if (contract_id is None) == (concession_id is None):
        raise UserError("payment.of_one")
    if contract_id is not None:
        return rows.read(session, ServiceContract, contract_id).title
    return rows.read(session, Concession, concession_id or 0).title


def _check_invoice(store: Store, session: Session, told: Mapping[str, Any], before: Payment | None = None) -> None:
    """UserError where the invoice is another contract's, is refused, or has less left than is paid of it."""
    if told.get("invoice_id") is None:
        return
    invoice = rows.read(session, Invoice, told["invoice_id"])
    if invoice.contract_id is not None and invoice.contract_id != told["contract_id"]:
        raise UserError("payment.invoice_of_another", number=invoice.number)
    if invoice.state is InvoiceState.REFUSED:
        raise UserError("payment.invoice_refused", number=invoice.number)
    left, amount = money_in(store, session, invoice).left, told["amount"]
    if before is not None and before.invoice_id == invoice.id:
        left += before.amount
    if (amount > 0) != (left > 0) or abs(amount) > abs(left):
        raise UserError("payment.more_than_invoice", number=invoice.number, left=left)


def _check_unpaid(session: Session, payment: Payment) -> None:
    if payment.invoice_id is None:
        return
    invoice = rows.read(session, Invoice, payment.invoice_id)
    if invoice.state is InvoiceState.PAID:
        raise UserError("payment.of_paid_invoice", number=invoice.number)


def _correct_step(session: Session, before: Payment, values: Mapping[str, Any]) -> None:
    """The step that made a payment is known by its number and day, so these follow."""
    told = {name: values.get(name, getattr(before, name)) for name in ("on", "number")}
    if before.invoice_id is None or told == {"on": before.on, "number": before.number}:
        return
    steps = standing_steps(rows.every(session, InvoiceStepTaken, invoice_id=before.invoice_id))
    made = [one for one in steps if (one.step, one.on, one.number) == (InvoiceStep.PAY, before.on, before.number)]
    if made:
        rows.change(session, InvoiceStepTaken, made[-1].id, None, **told)
