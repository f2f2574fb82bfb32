# SPDX-License-Identifier: EUPL-1.2
"""The checks of an invoice against its contract (concessions.md 4.4): each with its outcome and the reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How a check went."""

    OK = "ok"
    WRONG = "wrong"
    UNSURE = "unsure"  # the clerk must look
    NOT_TOLD = "not_told"  # invoice or contract does not say what it would be compared with


CHECKS = (
    *("supplier", "addressee", "cig", "cup", "contract_reference", "determination", "period", "amount"),
    *("split_payment", "total", "duplicate", "iban", "credit_note", "penalty"),
)
"""In the order in which they are shown; credit_note and penalty only where there is one."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check; `text.invoice_words` says label and reason."""

    code: str  # a key of CHECKS
    outcome: Outcome
    reason: str  # for example "cig.is_parent"
    params: Mapping[str, object]  # what the sentence names
