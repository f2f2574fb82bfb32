# SPDX-License-Identifier: EUPL-1.2
"""The impegno of an invoice among the budget lines: whether one has it, and which one waits for it."""

import re
from collections.abc import Iterable
from datetime import date

from app.domain.concessions import BudgetLine

_NUMBER = re.compile(r"(?:n\s*\.?\s*)?(?P<number>.*?)(?:\s*[/\-]\s*(?P<year>(?:19|20|21)[0-9]{2}))?", re.IGNORECASE)


def commitment_year(commitment: str, on: date) -> int:
    """The financial year: that of `45/2026`, else of the day on which the number was written down."""
    return _split(commitment, on.year)[1]


def has_commitment(lines: Iterable[BudgetLine], commitment: str, on: date) -> bool:
    """Whether a budget line has it; `45` in the line of 2026 is `45/2026`."""
    wanted = _split(commitment, on.year)
    return any(one.commitment and _split(one.commitment, one.year) == wanted for one in lines)


def waiting_line(lines: Iterable[BudgetLine], chapter: str, year: int) -> BudgetLine | None:
    """The line of the year that has no impegno yet: of that chapter, where one is told."""
    open_lines = [one for one in lines if one.year == year and not one.commitment and one.committed is None]
    return next((one for one in open_lines if not chapter or one.chapter == chapter), None)


def _split(commitment: str, year: int) -> tuple[str, int]:
    found = _NUMBER.fullmatch(commitment.strip())
    if found is None:
        return commitment.strip().casefold(), year
    return found["number"].strip().casefold(), int(found["year"] or year)
