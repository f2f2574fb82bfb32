# SPDX-License-Identifier: EUPL-1.2
"""Electronic invoices as received, what they pay, and what was done with them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from app.domain.concessions import ContractId
from app.domain.documents import DocumentId
from app.domain.fees import FeeId

InvoiceId = NewType("InvoiceId", int)


class InvoiceState(StrEnum):
    """Where an invoice stands in the office."""

    RECEIVED = "received"
    APPROVED = "approved"
    REFUSED = "refused"
    COMMITTED = "committed"
    SETTLED = "settled"
    PAID = "paid"


class InvoiceStep(StrEnum):
    """What the office does with an invoice, in this order; each may be taken back with a reason."""

    APPROVE = "approve"
    REFUSE = "refuse"
    COMMIT = "commit"
    SETTLE = "settle"
    PAY = "pay"
    REOPEN = "reopen"


CREDIT_NOTES = ("TD04", "TD08")


@dataclass(frozen=True, slots=True)
class InvoiceReference:
    """Codes of one node: order, contract, convention, receipt or linked invoice, for all lines or for some."""

    node: str  # "order", "contract", "convention", "receipt", "linked"
    lines: tuple[int, ...]  # () for the whole body
    document: str  # IdDocumento
    on: date | None
    item: str
    convention: str  # CodiceCommessaConvenzione
    cup: str
    cig: str


@dataclass(frozen=True, slots=True)
class Invoice:
    """One body of a file of FatturaPA; amounts in euro as written, a credit note positive as it comes."""

    id: InvoiceId
    document_id: DocumentId  # the file, byte for byte as it came
    body: int  # 0 for the first
    contract_id: ContractId | None
    file_name: str
    format_version: str  # for example "1.2.2" where the file tells it, else "FPA12"
    type: str  # TipoDocumento
    number: str
    on: date
    supplier: str
    supplier_vat: str  # country and code, for example "IT01234567890"
    supplier_fiscal_code: str
    recipient_code: str  # CodiceDestinatario
    recipient: str
    recipient_fiscal_code: str
    currency: str
    total: Decimal
    taxable: Decimal
    vat: Decimal
    due_vat: str  # EsigibilitaIVA: "", "I", "D", "S"; several joined by a space
    due_on: date | None
    iban: str
    period_from: date | None
    period_to: date | None
    references: tuple[InvoiceReference, ...]
    purpose: str  # Causale
    signature: str  # "none", "not_verified" or what `formats.signed_files` says
    sdi_id: str
    received_on: date | None  # the day on which SdI delivered it: the 15 days run from it
    state: InvoiceState
    refusal_cause: str
    commitment: str  # number of the impegno
    note: str
    added_at: datetime  # UTC
    version: int

    @property
    def is_credit(self) -> bool:
        """True for a credit note."""
        return self.type in CREDIT_NOTES

    @property
    def sign(self) -> int:
        """-1 for a credit note."""
        return -1 if self.is_credit else 1


@dataclass(frozen=True, slots=True)
class InvoiceMatch:
    """So much of an invoice, net of VAT, pays one instalment, named by fee and first day."""

    id: int
    invoice_id: InvoiceId
    fee_id: FeeId
    period_on: date
    amount: Decimal
    reason: str  # codes of why it was proposed, joined by a space; "typed" where the clerk chose it
    version: int


@dataclass(frozen=True, slots=True)
class InvoiceStepTaken:
    """One thing done with an invoice."""

    id: int
    invoice_id: InvoiceId
    step: InvoiceStep
    from_state: InvoiceState
    to_state: InvoiceState
    on: date
    number: str
    reason: str
    overridden: tuple[str, ...]  # codes of checks set aside for `reason`
    at: datetime  # UTC


@dataclass(frozen=True, slots=True)
class Payment:
    """Money that left, for a contract or for a concession, with or without an invoice of ours."""

    id: int
    concession_id: int | None
    contract_id: ContractId | None
    invoice_id: InvoiceId | None
    on: date
    number: str  # of the mandato
    amount: Decimal
    chapter: str
    year: int | None  # financial year it is charged to; None: that of the day
    note: str
    version: int
