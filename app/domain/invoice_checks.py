# SPDX-License-Identifier: EUPL-1.2
"""The checks of an invoice against its contract (concessions.md 4.4): each with its outcome and the reason.

What can only be compared with a contract is not told while the invoice has none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from app.domain.concessions import ServiceContract
from app.domain.fees import Instalment
from app.domain.invoice_files import InvoiceBody
from app.domain.invoices import Invoice, InvoiceMatch


class Outcome(StrEnum):
    """How a check went."""

    OK = "ok"
    WRONG = "wrong"
    UNSURE = "unsure"  # the clerk must look
    NOT_TOLD = "not_told"  # invoice or contract does not say what it would be compared with


CHECKS = (
    *("supplier", "addressee", "cig", "cup", "contract_reference", "determination", "period", "amount"),
    *("currency", "split_payment", "total", "duplicate", "iban", "credit_note", "penalty"),
)
"""In the order in which they are shown; credit_note and penalty only where there is one, currency if not ours."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check; `text.invoice_words` says label and reason."""

    code: str  # a key of CHECKS
    outcome: Outcome
    reason: str  # for example "cig.is_parent"
    params: Mapping[str, object] = field(default_factory=dict)  # what the sentence names


@dataclass(frozen=True, slots=True)
class InvoiceCase:
    """An invoice with all that it is compared with."""

    invoice: Invoice
    body: InvoiceBody | None  # None where its file is gone
    fiscal_code: str  # of our office, or ""
    contract: ServiceContract | None = None
    parent_cig: str = ""  # of the concession
    instalments: tuple[Instalment, ...] = ()  # of the contract
    matches: tuple[InvoiceMatch, ...] = ()  # of all invoices to them
    others: tuple[Invoice, ...] = ()  # other invoices: those of its number or its file, that it names or that name it
    penalties: Decimal = Decimal("0.00")  # to be deducted from the next invoice
    offices: tuple[str, ...] = ()  # codici univoci of our other contracts


def check_invoice(case: InvoiceCase) -> tuple[CheckResult, ...]:
    """All checks, in the order of CHECKS."""
    from app.domain.invoice_amounts import amount_checks
    from app.domain.invoice_codes import code_checks

    found = {one.code: one for one in (*code_checks(case), *amount_checks(case))}
    return tuple(found[code] for code in CHECKS if code in found)


def look_into_file(case: InvoiceCase, checks: tuple[CheckResult, ...]) -> tuple[CheckResult, ...]:
    """The same checks, those anew that come out better once the texts of the file are read."""
    from app.domain.invoice_amounts import check_total
    from app.domain.invoice_codes import check_determination

    anew = {"total": check_total(case)}
    if case.contract is not None:
        anew["determination"] = check_determination(case, case.contract)
    return tuple(anew.get(one.code, one) for one in checks)


def ok(code: str, reason: str = "", **params: object) -> CheckResult:
    """It is as it should be."""
    return CheckResult(code, Outcome.OK, reason or f"{code}.ok", params)


def wrong(code: str, reason: str, **params: object) -> CheckResult:
    """It is not as it should be."""
    return CheckResult(code, Outcome.WRONG, reason, params)


def unsure(code: str, reason: str, **params: object) -> CheckResult:
    """The clerk must look."""
    return CheckResult(code, Outcome.UNSURE, reason, params)


def not_told(code: str, reason: str = "", **params: object) -> CheckResult:
    """There is nothing to compare it with."""
    return CheckResult(code, Outcome.NOT_TOLD, reason or f"{code}.not_told", params)
