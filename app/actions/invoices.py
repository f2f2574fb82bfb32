# SPDX-License-Identifier: EUPL-1.2
"""Invoices: taking them in, listing and showing them, saying when they came; the door to all that is done with them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from app.actions.budget_commitments import lacks_line
from app.actions.changes import Changes
from app.actions.invoice_around import Around, read_around, read_around_one
from app.actions.invoice_cases import (
    body_of,
    case_of,
    checks_in_list,
    file_of,
    instalments_of,
    money_of,
    read_invoice,
)
from app.actions.invoice_import import CHANGED as TAKEN_IN
from app.actions.invoice_import import import_invoices
from app.actions.invoice_matches import assign_contract, match, unmatch
from app.actions.invoice_steps import check_delivery, record_invoice_step, refusal_notice
from app.actions.invoice_views import InvoiceRow, InvoiceView, MatchedInstalment
from app.domain.concessions import ContractId
from app.domain.documents import DocumentId
from app.domain.fees import Instalment
from app.domain.invoice_amounts import linked_to
from app.domain.invoice_checks import Outcome, check_invoice
from app.domain.invoice_matching import guess_contracts, propose
from app.domain.invoice_steps import open_steps
from app.domain.invoices import Invoice, InvoiceId, InvoiceMatch, InvoiceState, InvoiceStepTaken, Payment
from app.domain.refusal import refusal_clock, suggested_causes
from app.domain.service_levels import Reading
from app.errors import UserError
from app.store import Session, Store, documents, rows

__all__ = (
    "assign_contract",
    "correct_invoice",
    "import_invoices",
    "list_invoices",
    "match",
    "record_invoice_step",
    "refusal_notice",
    "remove_invoice",
    "set_received",
    "show_invoice",
    "unmatch",
)
CHANGED = Changes(concessions=True, invoices=True)
FIELDS = ("note", "sdi_id", "commitment")
"""What a clerk may write of an invoice; all else stays as it came."""


def list_invoices(store: Store, contract_id: ContractId | None = None) -> list[InvoiceRow]:
    """All invoices, or those of a contract, the newest first; checks only of those that are still to be examined."""
    with store.read() as session:
        around = read_around(store, session)
        wanted = [one for one in around.invoices if contract_id in (None, one.contract_id)]
        due = _due(session, around, wanted)
        rows_found = [_row(store, session, around, one, due.get(one.contract_id or 0, ())) for one in wanted]
    return sorted(rows_found, key=lambda row: (row.invoice.on, row.invoice.id), reverse=True)


def show_invoice(store: Store, invoice_id: InvoiceId) -> InvoiceView:
    """One invoice; UserError `invoice.unknown`."""
    with store.read() as session:
        invoice = read_invoice(session, invoice_id)
        around = read_around_one(store, session, invoice)
        document = documents.read_document(session, DocumentId(invoice.document_id))
        due = instalments_of(session, invoice.contract_id, around.today, invoice.period_to)
        steps = tuple(rows.every(session, InvoiceStepTaken, invoice_id=invoice_id))
        is_missing = lacks_line(session, invoice, around.contract_of(invoice), steps)
    file = file_of(store, document)
    body = file.bodies[invoice.body] if file and invoice.body < len(file.bodies) else None
    contract = around.contract_of(invoice)
    case = case_of(around, invoice, body, due)
    checks = check_invoice(case)
    others = case.others
    return InvoiceView(
        invoice=invoice,
        document=document,
        file=file,
        body=body,
        contract=contract,
        concession=around.concession_of(contract),
        checks=checks,
        proposals=propose(invoice, due, case.matches, linked_to(invoice, others)),
        guesses=guess_contracts(invoice, around.contracts.values(), around.parents),
        instalments=due,
        matches=_matched(around, invoice, due),
        siblings=tuple(one for one in others if one.document_id == invoice.document_id),
        linked=_linked(invoice, others),
        clock=refusal_clock(invoice.received_on, invoice.state, around.today),
        causes=suggested_causes(one.code for one in checks if one.outcome is Outcome.WRONG),
        steps=steps,
        ways=open_steps(invoice.state),
        payments=around.payments_of(invoice),
        money=money_of(around, invoice, body),
        lacks_line=is_missing,
    )


def set_received(store: Store, invoice_ids: Sequence[InvoiceId], on: date | None) -> Changes:
    """Say when SdI delivered invoices: the 15 days run from then."""
    with store.read() as session:
        found = [read_invoice(session, one) for one in invoice_ids]
    refused = next((one for one in found if one.state is InvoiceState.REFUSED and one.received_on != on), None)
    if refused:
        raise UserError("invoice.is_refused", number=refused.number)
    if on:
        check_delivery(found, on, store.today())
    numbers = ", ".join(one.number for one in found[:3]) + (" …" if len(found) > 3 else "")  # noqa: PLR2004 - enough to know
    with store.write("invoice.received_set", number=numbers) as session:
        for one in found:
            rows.change(session, Invoice, one.id, None, received_on=on)
    return CHANGED


def correct_invoice(store: Store, invoice_id: InvoiceId, seen: int | None, **fields: Any) -> Changes:  # noqa: ANN401 - FIELDS
    """Change FIELDS as they are typed; Stale when it changed since version `seen` (None: whatever it is now)."""
    unknown = [name for name in fields if name not in FIELDS]
    if unknown:
        raise UserError("invoice.unknown_field", name=unknown[0])
    with store.read() as session:
        before = read_invoice(session, invoice_id)
    with store.write("invoice.corrected", goes_on=True, number=before.number, name=before.supplier) as session:
        rows.change(session, Invoice, invoice_id, seen, **{name: str(value).strip() for name, value in fields.items()})
    return CHANGED


def remove_invoice(store: Store, invoice_id: InvoiceId) -> Changes:
    """Take out all the invoices of a file and its document, while nothing was done with any of them."""
    with store.read() as session:
        invoice = read_invoice(session, invoice_id)
        ours = rows.every(session, Invoice, document_id=invoice.document_id)
        kinds: tuple[type[Any], ...] = (InvoiceStepTaken, Payment, Reading)
        done = any(rows.every(session, kind, invoice_id=one.id) for one in ours for kind in kinds)
    if done or any(one.state is not InvoiceState.RECEIVED for one in ours):
        raise UserError("invoice.in_use", number=invoice.number)
    with store.write("invoice.removed", number=invoice.number, name=invoice.supplier) as session:
        for one in ours:
            rows.remove_every(session, InvoiceMatch, invoice_id=one.id)
            rows.remove(session, Invoice, one.id)
        documents.remove_document(session, DocumentId(invoice.document_id))
    return TAKEN_IN


def _due(session: Session, around: Around, wanted: Sequence[Invoice]) -> dict[int, tuple[Instalment, ...]]:
    """What is due of each contract of which an invoice is still to be examined."""
    last: dict[int, date] = {}
    for one in wanted:
        if one.contract_id is not None and one.state is InvoiceState.RECEIVED:
            last[one.contract_id] = max(last.get(one.contract_id, around.today), one.period_to or around.today)
    return {key: instalments_of(session, key, around.today, until) for key, until in last.items()}


def _row(store: Store, session: Session, around: Around, invoice: Invoice, due: tuple[Instalment, ...]) -> InvoiceRow:
    is_open = invoice.state is InvoiceState.RECEIVED
    checks = checks_in_list(store, session, around, invoice, due) if is_open else ()
    is_mixed = "S" in invoice.due_vat and invoice.due_vat != "S"  # only its file tells how much VAT is split
    return InvoiceRow(
        invoice=invoice,
        contract=around.contract_of(invoice),
        money=money_of(around, invoice, body_of(store, session, invoice) if is_mixed else None),
        wrong=tuple(one.code for one in checks if one.outcome is Outcome.WRONG),
        clock=refusal_clock(invoice.received_on, invoice.state, around.today),
    )


def _matched(around: Around, invoice: Invoice, due: tuple[Instalment, ...]) -> tuple[MatchedInstalment, ...]:
    known = {(one.fee_id, one.starts_on): one for one in due}
    own = around.matches_of(invoice)
    return tuple(MatchedInstalment(one, known.get((one.fee_id, one.period_on))) for one in own)


def _linked(invoice: Invoice, others: tuple[Invoice, ...]) -> tuple[Invoice, ...]:
    if invoice.is_credit:
        return linked_to(invoice, others)
    return tuple(one for one in others if one.is_credit and linked_to(one, (invoice,)))
