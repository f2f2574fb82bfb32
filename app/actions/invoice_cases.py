# SPDX-License-Identifier: EUPL-1.2
"""An invoice with all that it is looked at with: its file, its contract, what is due, the other invoices."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from app.actions.invoice_views import InvoiceMoney
from app.actions.level_penalties import Deduction, deductions_for
from app.domain.concessions import Concession, ContractId, ServiceContract
from app.domain.dates import LAST_YEAR
from app.domain.documents import Document, DocumentId
from app.domain.fees import Instalment
from app.domain.file_names import shown_name
from app.domain.invoice_checks import CheckResult, InvoiceCase, Outcome, check_invoice
from app.domain.invoice_files import InvoiceBody, InvoiceFile
from app.domain.invoices import Invoice, InvoiceId, InvoiceMatch, InvoiceState, Payment
from app.domain.service_levels import Indicator
from app.errors import UserError
from app.store import Session, Store, attachments, documents, municipality, rows

_NOTHING = Decimal("0.00")
_FILES_AT_HAND = 512
_NEED_THE_FILE = ("determination", "total")
"""Checks that may come out better once the texts of the file are read."""


@dataclass(frozen=True, slots=True)
class Around:
    """What all invoices are looked at with, read once."""

    invoices: tuple[Invoice, ...]
    contracts: dict[int, ServiceContract]
    concessions: dict[int, Concession]
    matches: tuple[InvoiceMatch, ...]
    payments: tuple[Payment, ...]
    deductions: tuple[tuple[int, Deduction], ...]  # penalties that are due, by contract
    fiscal_code: str
    today: date

    def contract_of(self, invoice: Invoice) -> ServiceContract | None:
        """The contract of an invoice."""
        return self.contracts.get(invoice.contract_id or 0)

    def concession_of(self, contract: ServiceContract | None) -> Concession | None:
        """The concession of a contract."""
        return self.concessions.get((contract.concession_id or 0) if contract else 0)

    def to_deduct(self, contract_id: int | None) -> Decimal:
        """The penalties of a contract that no invoice has borne yet."""
        waiting = (one.amount for of, one in self.deductions if of == contract_id and one.invoice_id is None)
        return sum(waiting, _NOTHING)

    def deducted(self, invoice: Invoice) -> Decimal:
        """The penalties taken from an invoice."""
        return sum((one.amount for _of, one in self.deductions if one.invoice_id == invoice.id), _NOTHING)

    @property
    def parents(self) -> dict[int, str]:
        """The CIG of each concession."""
        return {key: one.parent_cig for key, one in self.concessions.items()}


def read_around(store: Store, session: Session) -> Around:
    """All that invoices are compared with."""
    office = municipality.read_office(session)
    return Around(
        invoices=tuple(rows.every(session, Invoice)),
        contracts={one.id: one for one in rows.every(session, ServiceContract)},
        concessions={one.id: one for one in rows.every(session, Concession)},
        matches=tuple(rows.every(session, InvoiceMatch)),
        payments=tuple(rows.every(session, Payment)),
        deductions=tuple(
            (contract_id, one)
            for contract_id in sorted({one.contract_id for one in rows.every(session, Indicator)})
            for one in deductions_for(session, contract_id)
        ),
        fiscal_code=office.fiscal_code if office else "",
        today=store.today(),
    )


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
    try:
        return _read(store.path, document.sha256, shown_name(document.name))
    except UserError:
        return None


@lru_cache(maxsize=_FILES_AT_HAND)
def _read(store: Path, sha256: str, name: str) -> InvoiceFile:
    """Read once: what a hash names does not change."""
    from app.formats.fatturapa import read_invoice_file

    return read_invoice_file(name, attachments.read(store, sha256, name))


def body_of(store: Store, session: Session, invoice: Invoice) -> InvoiceBody | None:
    """The part of its file that is this invoice."""
    file = file_of(store, documents.read_document(session, DocumentId(invoice.document_id)))
    return file.bodies[invoice.body] if file and invoice.body < len(file.bodies) else None


def case_of(around: Around, invoice: Invoice, body: InvoiceBody | None, due: tuple[Instalment, ...]) -> InvoiceCase:
    """What the checks compare."""
    contract = around.contract_of(invoice)
    concession = around.concession_of(contract)
    fees = {one.fee_id for one in due}
    refused = {one.id for one in around.invoices if one.state is InvoiceState.REFUSED} - {invoice.id}
    return InvoiceCase(
        invoice=invoice,
        body=body,
        fiscal_code=around.fiscal_code,
        contract=contract,
        parent_cig=concession.parent_cig if concession else "",
        instalments=due,
        matches=tuple(one for one in around.matches if one.fee_id in fees and one.invoice_id not in refused),
        others=tuple(one for one in around.invoices if one.id != invoice.id),
        penalties=around.to_deduct(invoice.contract_id),
        offices=tuple({one.office_code for one in around.contracts.values() if one.office_code}),
    )


def checks_in_list(
    store: Store, session: Session, around: Around, invoice: Invoice, due: tuple[Instalment, ...]
) -> tuple[CheckResult, ...]:
    """The checks of an invoice; its file is opened only where its texts may change them."""
    checks = check_invoice(case_of(around, invoice, None, due))
    doubtful = (Outcome.WRONG, Outcome.UNSURE)
    if not any(one.code in _NEED_THE_FILE and one.outcome in doubtful for one in checks):
        return checks
    return check_invoice(case_of(around, invoice, body_of(store, session, invoice), due))


def money_of(around: Around, invoice: Invoice, body: InvoiceBody | None = None) -> InvoiceMoney:
    """What is to be paid and what was; of an invoice only partly split, its file tells how much."""
    split, deducted = split_vat(invoice, body), around.deducted(invoice)
    return InvoiceMoney(
        payable=(invoice.total - split) * invoice.sign - deducted,
        split_vat=split * invoice.sign,
        paid=sum((one.amount for one in around.payments if one.invoice_id == invoice.id), _NOTHING),
        matched=sum((one.amount for one in around.matches if one.invoice_id == invoice.id), _NOTHING),
        deducted=deducted,
    )


def money_in(store: Store, session: Session, invoice: Invoice) -> InvoiceMoney:
    """The same, for other actions within one transaction."""
    return money_of(read_around(store, session), invoice, body_of(store, session, invoice))


def split_vat(invoice: Invoice, body: InvoiceBody | None) -> Decimal:
    """The VAT that the comune pays to the treasury itself."""
    if body is not None:
        return sum((abs(one.vat) for one in body.summaries if one.due == "S"), _NOTHING)
    return invoice.vat if "S" in invoice.due_vat.split() else _NOTHING
