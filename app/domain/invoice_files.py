# SPDX-License-Identifier: EUPL-1.2
"""A file of FatturaPA as read: all that a clerk may want to see, amounts and words as the supplier wrote them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.invoices import InvoiceReference
from app.domain.signatures import Signer


@dataclass(frozen=True, slots=True)
class InvoiceParty:
    """Who sends or who receives."""

    name: str
    vat: str  # country and code, for example "IT01234567890"; "" where none is told
    fiscal_code: str
    address: str  # in one line
    reference: str  # RiferimentoAmministrazione


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """One line of goods or services."""

    number: int
    description: str
    quantity: Decimal | None
    unit: str
    unit_price: Decimal | None
    total: Decimal | None
    vat_rate: Decimal | None
    nature: str  # Natura, where there is no VAT
    period_from: date | None
    period_to: date | None
    reference: str  # RiferimentoAmministrazione
    others: tuple[tuple[str, str], ...]  # AltriDatiGestionali: its type, and text, number and date in one line


@dataclass(frozen=True, slots=True)
class VatSummary:
    """One line of the VAT summary."""

    rate: Decimal | None
    nature: str
    taxable: Decimal
    vat: Decimal
    rounding: Decimal
    due: str  # EsigibilitaIVA: "", "I", "D", "S"
    law: str  # RiferimentoNormativo


@dataclass(frozen=True, slots=True)
class PaymentTerm:
    """How and until when the supplier wants to be paid."""

    method: str  # ModalitaPagamento, for example "MP05"
    due_on: date | None
    amount: Decimal | None
    payee: str
    bank: str
    iban: str


@dataclass(frozen=True, slots=True)
class InvoiceAttachment:
    """A file inside the invoice: named, and kept within the file as it came."""

    name: str
    format: str
    description: str
    bytes: int  # about: reckoned from its base64


@dataclass(frozen=True, slots=True)
class InvoiceBody:
    """One invoice of a file; a credit note positive, whatever sign its total has."""

    type: str  # TipoDocumento, for example "TD01"
    number: str
    on: date
    currency: str
    total: Decimal  # where the file tells none: taxable and VAT together
    is_total_told: bool
    taxable: Decimal
    vat: Decimal
    rounding: Decimal  # Arrotondamento of the document
    stamp: Decimal  # ImportoBollo
    withholding: Decimal  # ImportoRitenuta
    due_vat: str  # EsigibilitaIVA: "", "I", "D", "S"; several joined by a space
    due_on: date | None  # the earliest
    iban: str  # the first
    period_from: date | None
    period_to: date | None
    references: tuple[InvoiceReference, ...]
    purpose: str  # Causale; several joined by a line break
    lines: tuple[InvoiceLine, ...]
    summaries: tuple[VatSummary, ...]
    payments: tuple[PaymentTerm, ...]
    attachments: tuple[InvoiceAttachment, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Every place where a supplier writes the number of an act: purpose, lines, references of the office."""
        of_lines = (text for line in self.lines for text in (line.reference, line.description, *_words(line)) if text)
        return (*(self.purpose.splitlines()), *of_lines)


@dataclass(frozen=True, slots=True)
class InvoiceFile:
    """A whole file: who, to whom, signed how, and its invoices."""

    name: str
    version: str  # for example "1.2.2" where the file tells it, else the format, "FPA12"
    format: str  # FormatoTrasmissione
    transmission: str  # ProgressivoInvio
    recipient_code: str  # CodiceDestinatario
    supplier: InvoiceParty
    recipient: InvoiceParty
    bodies: tuple[InvoiceBody, ...]
    signature: str  # a key of SIGNATURES
    signers: tuple[Signer, ...]  # of an envelope


SIGNATURES = ("none", "not_verified", "broken", "inside")
"""No signature; an envelope whose signatures fit but whose authorities nobody checked; one whose signatures do not
fit; a signature inside the XML (XAdES), which is not checked at all."""


@dataclass(frozen=True, slots=True)
class SdiNote:
    """What a message of SdI that lies beside an invoice tells of it."""

    file_name: str  # of the invoice
    sdi_id: str
    delivered_on: date | None  # only a receipt of delivery tells it; the metadata do not


def _words(line: InvoiceLine) -> tuple[str, ...]:
    return tuple(text for _type, text in line.others)
