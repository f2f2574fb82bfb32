# SPDX-License-Identifier: EUPL-1.2
"""Saying to which contract an invoice belongs and which instalments it pays."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from app.actions.changes import Changes
from app.actions.invoice_cases import instalments_of, read_invoice
from app.actions.level_penalties import release_penalties
from app.domain.concessions import ContractId, ServiceContract
from app.domain.fees import FeeId
from app.domain.invoice_matching import Proposal
from app.domain.invoices import Invoice, InvoiceId, InvoiceMatch, InvoiceState, Payment
from app.errors import UserError
from app.store import Store, rows

CHANGED = Changes(concessions=True, invoices=True)
_TYPED = "typed"
_NOTHING = Decimal("0.00")


def assign_contract(store: Store, invoice_id: InvoiceId, contract_id: ContractId | None) -> Changes:
    """Say of which contract an invoice is; its matches and penalties of another one go.

    UserError `invoice.is_paid` once something was paid of it, which was booked on its contract.
    """
    with store.read() as session:
        invoice = read_invoice(session, invoice_id)
        name = rows.read(session, ServiceContract, contract_id).title if contract_id is not None else ""
        is_paid = invoice.state is InvoiceState.PAID or bool(rows.every(session, Payment, invoice_id=invoice_id))
    if invoice.contract_id == contract_id:
        return Changes(history=False)
    if is_paid:
        raise UserError("invoice.is_paid", number=invoice.number)
    title = "invoice.assigned" if name else "invoice.unassigned"
    with store.write(title, number=invoice.number, name=name or invoice.supplier) as session:
        rows.remove_every(session, InvoiceMatch, invoice_id=invoice_id)
        release_penalties(session, invoice_id)
        rows.change(session, Invoice, invoice_id, None, contract_id=contract_id)
    return CHANGED


def match(store: Store, invoice_id: InvoiceId, pairs: Iterable[Proposal | tuple[FeeId, date, Decimal]]) -> Changes:
    """Say which instalments an invoice pays, in addition to those already said.

    UserError `invoice.no_such_instalment`, `invoice.matched_too_much`, `invoice.is_refused`.
    """
    wanted = [_wanted(pair) for pair in pairs]
    with store.read() as session:
        invoice = read_invoice(session, invoice_id)
        last = max((on for _fee, on, _amount, _reason in wanted), default=None)
        today = store.today()
        due = {
            (one.fee_id, one.starts_on)
            for one in instalments_of(session, invoice.contract_id, today, max(last or today, invoice.on))
        }
        already = [one.amount for one in rows.every(session, InvoiceMatch, invoice_id=invoice_id)]
    if invoice.state is InvoiceState.REFUSED:
        raise UserError("invoice.is_refused", number=invoice.number)
    if any((fee, on) not in due for fee, on, _amount, _reason in wanted):
        raise UserError("invoice.no_such_instalment")
    _check_amounts(invoice, sum(already, _NOTHING), [amount for _fee, _on, amount, _reason in wanted])
    with store.write("invoice.matched", number=invoice.number, name=invoice.supplier) as session:
        for fee_id, on, amount, reason in wanted:
            values = {"fee_id": fee_id, "period_on": on, "amount": amount, "reason": reason}
            rows.add(session, InvoiceMatch, invoice_id=invoice_id, **values)
    return CHANGED


def unmatch(store: Store, invoice_id: InvoiceId, match_ids: Iterable[int] = ()) -> Changes:
    """Take matches back; none named: all."""
    with store.read() as session:
        invoice = read_invoice(session, invoice_id)
        own = {one.id for one in rows.every(session, InvoiceMatch, invoice_id=invoice_id)}
    wanted = set(match_ids) or own
    if not wanted <= own:
        raise UserError("record.gone")
    with store.write("invoice.unmatched", number=invoice.number, name=invoice.supplier) as session:
        for match_id in sorted(wanted):
            rows.remove(session, InvoiceMatch, match_id)
    return CHANGED


def _wanted(pair: Proposal | tuple[FeeId, date, Decimal]) -> tuple[FeeId, date, Decimal, str]:
    if isinstance(pair, Proposal):
        return pair.fee_id, pair.period_on, pair.amount, " ".join(pair.reasons)
    return (*pair, _TYPED)


def _check_amounts(invoice: Invoice, already: Decimal, amounts: list[Decimal]) -> None:
    """Each has the sign of the invoice, and together they are no more than it."""
    whole = invoice.taxable
    asked = [amount * invoice.sign for amount in amounts]
    if any(amount <= 0 for amount in asked) or already * invoice.sign + sum(asked, _NOTHING) > whole:
        raise UserError("invoice.matched_too_much", left=whole - already * invoice.sign)
