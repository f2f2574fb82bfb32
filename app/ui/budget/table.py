# SPDX-License-Identifier: EUPL-1.2
"""The table: what is planned, committed, invoiced, paid and left in the year that is shown."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from app.text import _
from app.text.budget_words import cell_amount
from app.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.ui.budget.rows import BudgetRow


def budget_table_view() -> DataTable:
    """Amounts stand right; what goes beyond is red, and the card says so in words."""
    columns = [
        Column("name", _("Voce"), _name, stretch=True, width=150, tooltip=_name),
        _amounts("planned", _("Previsto")),
        _amounts("committed", _("Impegnato")),
        _amounts("invoiced", _("Fatturato")),
        _amounts("paid", _("Pagato")),
        _amounts("left", _("Residuo")),
    ]
    return DataTable(columns, name=_("Spesa"), identity=lambda row: row.key)


def _amounts(key: str, title: str) -> Column:
    def value(row: BudgetRow) -> Decimal | None:
        found: Decimal | None = getattr(row.now, key)
        return found

    def tone(row: BudgetRow) -> str:
        return "bad" if row.now.is_over else ""

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
