# SPDX-License-Identifier: EUPL-1.2
"""What the invoices of a budget ask for, as their own page says it: penalties taken off, VAT split or not."""

from collections.abc import Iterable
from decimal import Decimal

from app.actions.invoice_cases import body_of, split_vat
from app.actions.level_penalties import deductions_for
from app.domain.budget import Asked
from app.domain.invoices import Invoice, InvoiceId, Payment
from app.domain.service_levels import Indicator, Reading
from app.store import Session, Store, rows


def asked_in(
    store: Store, session: Session, invoices: Iterable[Invoice], payments: Iterable[Payment]
) -> dict[InvoiceId, Asked]:
    """Of each invoice from which a penalty was taken, or that was paid and whose VAT is split.

    Only where part of the VAT is split, the file is opened.
    """
    told = tuple(invoices)
    paid = {one.invoice_id for one in payments}
    deducted = _deducted(session, {one.id for one in told}) if told else {}
    found = {}
    for invoice in told:
        is_split = "S" in invoice.due_vat.split()
        if invoice.id not in deducted and not (is_split and invoice.id in paid):
            continue
        is_mixed = is_split and set(invoice.due_vat.split()) != {"S"}
        split = split_vat(invoice, body_of(store, session, invoice) if is_mixed else None)
        less = deducted.get(invoice.id, Decimal("0.00"))
        found[invoice.id] = Asked((invoice.total - split) * invoice.sign - less, split * invoice.sign, less)
    return found


def _deducted(session: Session, wanted: set[InvoiceId]) -> dict[InvoiceId, Decimal]:
    """The penalties taken from invoices; those of a contract are reckoned only where one was."""
    touched = {one.indicator_id for one in rows.every(session, Reading) if one.invoice_id in wanted}
    if not touched:
        return {}
    found: dict[InvoiceId, Decimal] = {}
    for contract_id in sorted({one.contract_id for one in rows.every(session, Indicator) if one.id in touched}):
        for one in deductions_for(session, contract_id):
            if one.invoice_id in wanted:
                found[one.invoice_id] = found.get(one.invoice_id, Decimal(0)) + one.amount
    return found
