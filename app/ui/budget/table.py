# SPDX-License-Identifier: EUPL-1.2
"""The table: what is planned, committed, invoiced, paid and left in the year that is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.text import _
from app.text.budget_words import cell_amount
from app.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.domain.budget import YearMoney
    from app.ui.budget.rows import BudgetRow


def budget_table_view() -> DataTable:
    """Amounts stand right; what goes beyond is red, and the card says so in words."""
    columns = [
        Column("name", _("Voce"), _name, stretch=True, width=150, tooltip=_name),
        *amount_columns(("planned", "committed", "invoiced", "paid", "left"), lambda row: row.now),
    ]
    return DataTable(columns, name=_("Spesa"), identity=lambda row: row.key)


def amount_columns(keys: Iterable[str], of: Callable[[Any], YearMoney]) -> list[Column]:
    """Some of the amounts of a year, that `of` finds in a row."""
    titles = {
        "planned": _("Previsto"),
        "committed": _("Impegnato"),
        "invoiced": _("Fatturato"),
        "paid": _("Pagato"),
        "left": _("Residuo"),
    }
    return [_amounts(key, titles[key], of) for key in keys]


def _amounts(key: str, title: str, of: Callable[[Any], YearMoney]) -> Column:
    def value(row: object) -> Decimal | None:
        found: Decimal | None = getattr(of(row), key)
        return found

    def tone(row: object) -> str:
        return "bad" if of(row).is_over else ""

    return Column(
        key,
        title,
        lambda row: cell_amount(value(row)),
        lambda row: value(row) or Decimal(0),
        kind="money",
        tone=tone if key == "left" else None,
    )


def _name(row: BudgetRow) -> str:
    return f"{row.name} · {row.detail}" if row.detail else row.name
