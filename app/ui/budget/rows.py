# SPDX-License-Identifier: EUPL-1.2
"""The rows of the page: a chapter with its contracts, or a contract alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.budget import YearMoney
from app.text.budget_words import chapter_words
from app.text.concession_labels import spending_label

if TYPE_CHECKING:
    from app.actions.budget import BudgetView, MoneyView

CHAPTERS, CONTRACTS = "chapters", "contracts"


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """One row; `by_year` begins with the financial year that is shown."""

    key: str
    name: str
    detail: str
    by_year: tuple[YearMoney, ...]
    money: tuple[MoneyView, ...]

    @property
    def now(self) -> YearMoney:
        """The year that is shown."""
        return self.by_year[0]


def budget_rows(view: BudgetView, group: str) -> list[BudgetRow]:
    """One row for each chapter and kind of spending, or for each contract with money in the years shown."""
    if group == CONTRACTS:
        return [
            BudgetRow(_key_of(one), one.title, one.supplier, view.along(one.years), (one,))
            for one in view.money
            if any(part.year in view.years for part in one.years)
        ]
    headings = sorted({(row.chapter, row.spending) for row in view.rows}, key=lambda pair: (not pair[0], pair))
    return [
        BudgetRow(
            f"{chapter}:{spending}",
            chapter_words(chapter),
            spending_label(spending),
            view.along(row for row in view.rows if (row.chapter, row.spending) == (chapter, spending)),
            view.of(chapter, spending),
        )
        for chapter, spending in headings
    ]


def page_of(money: MoneyView) -> tuple[str, str]:
    """The page of a contract or of a concession, and its key there."""
    if money.contract is not None:
        return "contract", f"{money.contract.id}:money"
    return "concession", f"{money.concession.id}:money" if money.concession else ""


def _key_of(money: MoneyView) -> str:
    return ":".join(page_of(money))
