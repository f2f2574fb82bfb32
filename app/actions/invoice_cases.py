# SPDX-License-Identifier: EUPL-1.2
"""An invoice with all that it is looked at with: its file, its contract, what is due, the other invoices."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from app.actions.invoice_around import Around, read_around_one
from app.actions.invoice_views import InvoiceMoney
from app.domain.concessions import ContractId
from app.domain.dates import LAST_YEAR
from app.domain.documents import Document, DocumentId
from app.domain.fees import Instalment
from app.domain.file_names import shown_name
from app.domain.invoice_checks import CheckResult, InvoiceCase, Outcome, check_invoice, look_into_file
from app.domain.invoice_files import InvoiceBody, InvoiceFile
from app.domain.invoice_matching import asked_before
from app.domain.invoices import Invoice, InvoiceId
from app.errors import UserError
from app.store import Session, Store, attachments, documents, invoices, rows

_NOTHING = Decimal("0.00")
_FILES_AT_HAND = 512
_FILES = "invoice_files"
_NEED_THE_FILE = ("determination", "total")
"""Checks that may come out better once the texts of the file are read."""


def read_invoice(session: Session, invoice_id: InvoiceId) -> Invoice:
    """One invoice; UserError `invoice.unknown`."""
    found = rows.every(session, Invoice, id=invoice_id)
    if not found:
        raise UserError("invoice.unknown", id=invoice_id)
    return found[0]


def instalments_of(session: Session, contract_id: int | None, today: date, last: date | None) -> tuple[Instalment, ...]:
    """What is due of a contract, until the end of the year after today and after the invoice."""
    if contract_id is None:
        return ()
    from app.actions.fees import schedule_in

    until = max(today, last or today)
    return tuple(schedule_in(session, ContractId(contract_id), date(min(until.year + 1, LAST_YEAR), 12, 31)))


def file_of(store: Store, document: Document) -> InvoiceFile | None:
    """The file of an invoice as read from its bytes; None where they are gone or changed."""
    return _file(store, document.sha256, document.name)


def _file(store: Store, sha256: str, name: str) -> InvoiceFile | None:
    try:
        return _read(store.path, sha256, shown_name(name))
    except UserError:
        return None


@lru_cache(maxsize=_FILES_AT_HAND)
def _read(store: Path, sha256: str, name: str) -> InvoiceFile:
    """Read once: what a hash names does not change."""
    from app.formats.fatturapa import read_invoice_file

    return read_invoice_file(name, attachments.read(store, sha256, name))


def body_of(store: Store, session: Session, invoice: Invoice) -> InvoiceBody | None:
    """The part of its file that is this invoice; where many are read, their files are listed once."""
    if not session.info.get("reads"):
        return _body(file_of(store, documents.read_document(session, DocumentId(invoice.document_id))), invoice)
    if _FILES not in session.info:
        session.info[_FILES] = invoices.list_files(session)
    kept: dict[int, invoices.KeptFile] = session.info[_FILES]
    file = kept.get(invoice.document_id)
    return _body(_file(store, file.sha256, file.name), invoice) if file else None


def _body(file: InvoiceFile | None, invoice: Invoice) -> InvoiceBody | None:
    return file.bodies[invoice.body] if file and invoice.body < len(file.bodies) else None


def case_of(around: Around, invoice: Invoice, body: InvoiceBody | None, due: tuple[Instalment, ...]) -> InvoiceCase:
    """What the checks compare."""
    contract = around.contract_of(invoice)
    concession = around.concession_of(contract)
    matches = around.matches_to({int(one.fee_id) for one in due}, invoice)
    before = {(one.fee_id, one.starts_on) for one in asked_before(invoice, due, matches)}
    paying = [one.invoice_id for one in matches if (one.fee_id, one.period_on) in before]
    return InvoiceCase(
        invoice=invoice,
        body=body,
        fiscal_code=around.fiscal_code,
        contract=contract,
        parent_cig=concession.parent_cig if concession else "",
        instalments=due,
        matches=matches,
        others=around.others_of(invoice, paying),
        penalties=around.to_deduct(invoice.contract_id),
        offices=around.offices,
    )


def checks_in_list(
    store: Store, session: Session, around: Around, invoice: Invoice, due: tuple[Instalment, ...]
) -> tuple[CheckResult, ...]:
    """The checks of an invoice; its file is opened only where its texts may change them."""
    case = case_of(around, invoice, None, due)
    checks = check_invoice(case)
    doubtful = (Outcome.WRONG, Outcome.UNSURE)
    if not any(one.code in _NEED_THE_FILE and one.outcome in doubtful for one in checks):
        return checks
    return look_into_file(replace(case, body=body_of(store, session, invoice)), checks)


def money_of(around: Around, invoice: Invoice, body: InvoiceBody | None = None) -> InvoiceMoney:
    """What is to be paid and what was; of an invoice only partly split, its file tells how much."""
    split, deducted = split_vat(invoice, body), around.deducted(invoice)
    return InvoiceMoney(
        payable=(invoice.total - split) * invoice.sign - deducted,
        split_vat=split * invoice.sign,
        paid=sum((one.amount for one in around.payments_of(invoice)), _NOTHING),
        matched=sum((one.amount for one in around.matches_of(invoice)), _NOTHING),
        deducted=deducted,
    )


def money_in(store: Store, session: Session, invoice: Invoice) -> InvoiceMoney:
    """The same, for other actions within one transaction."""
    return money_of(read_around_one(store, session, invoice), invoice, body_of(store, session, invoice))


def split_vat(invoice: Invoice, body: InvoiceBody | None) -> Decimal:
    """The VAT that the comune pays to the treasury itself."""
    if body is not None:
        return sum((abs(one.vat) for one in body.summaries if one.due == "S"), _NOTHING)
    return invoice.vat if "S" in invoice.due_vat.split() else _NOTHING
