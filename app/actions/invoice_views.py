# SPDX-License-Identifier: EUPL-1.2
"""What the screens see of invoices: a row of the list, a whole invoice, the outcome of an import."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.actions.changes import Changes
from app.domain.concessions import Concession, ServiceContract
from app.domain.documents import Document
from app.domain.fees import Instalment
from app.domain.invoice_checks import CheckResult, Outcome
from app.domain.invoice_files import InvoiceBody, InvoiceFile
from app.domain.invoice_matching import ContractGuess, Proposal
from app.domain.invoices import Invoice, InvoiceId, InvoiceMatch, InvoiceStep, InvoiceStepTaken, Payment
from app.domain.refusal import RefusalClock
from app.errors import UserError


@dataclass(frozen=True, slots=True)
class InvoiceMoney:
    """What an invoice asks for and what was paid of it; euro, negative for a credit note."""

    payable: Decimal  # to the supplier: without VAT where the payment is split, less the penalties
    split_vat: Decimal  # to the treasury
    paid: Decimal
    matched: Decimal  # net of VAT, of the taxable amount
    deducted: Decimal = Decimal("0.00")  # penalties taken from it

    @property
    def left(self) -> Decimal:
        """What is still to be paid to the supplier."""
        return self.payable - self.paid


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """An invoice in the list."""

    invoice: Invoice
    contract: ServiceContract | None
    money: InvoiceMoney
    wrong: tuple[str, ...]  # codes of the checks that failed
    clock: RefusalClock


@dataclass(frozen=True, slots=True)
class MatchedInstalment:
    """A match with the instalment that it pays; None where the schedule has it no more."""

    match: InvoiceMatch
    instalment: Instalment | None


@dataclass(frozen=True, slots=True)
class InvoiceView:
    """An invoice with everything that hangs on it."""

    invoice: Invoice
    document: Document
    file: InvoiceFile | None  # None where the bytes are gone or changed
    body: InvoiceBody | None
    contract: ServiceContract | None
    concession: Concession | None
    checks: tuple[CheckResult, ...]
    proposals: tuple[Proposal, ...]
    guesses: tuple[ContractGuess, ...]  # contracts that it may belong to, the likeliest first
    instalments: tuple[Instalment, ...]  # of its contract
    matches: tuple[MatchedInstalment, ...]
    siblings: tuple[Invoice, ...]  # the other invoices of the same file
    linked: tuple[Invoice, ...]  # that a credit note names, or credit notes that name this one
    clock: RefusalClock
    causes: tuple[str, ...]  # lawful causes that the failed checks point at
    steps: tuple[InvoiceStepTaken, ...]
    ways: tuple[InvoiceStep, ...]  # what may be done now
    payments: tuple[Payment, ...]
    money: InvoiceMoney
    lacks_line: bool = False  # its impegno is in no budget line, so that the budget does not count it

    @property
    def wrong(self) -> tuple[str, ...]:
        """Codes of the checks that failed."""
        return tuple(one.code for one in self.checks if one.outcome is Outcome.WRONG)


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file that became invoices."""

    name: str
    invoices: tuple[InvoiceId, ...]


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file whose very bytes are here already."""

    name: str
    invoices: tuple[InvoiceId, ...]  # those that it became then


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that became nothing, and why."""

    name: str
    error: UserError


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did, in the order of the files."""

    added: tuple[ImportedFile, ...]
    known: tuple[KnownFile, ...]
    refused: tuple[RefusedFile, ...]
    notes: tuple[str, ...]  # names of the messages of SdI that were read beside the invoices
    changes: Changes

    @property
    def invoices(self) -> tuple[InvoiceId, ...]:
        """All the invoices that were added."""
        return tuple(one for file in self.added for one in file.invoices)


@dataclass(frozen=True, slots=True)
class RefusalNotice:
    """What to write into the notice of refusal, ready to be copied."""

    cause: str  # a key of REFUSAL_CAUSES
    text: str
    due_on: date | None
