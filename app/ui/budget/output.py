# SPDX-License-Identifier: EUPL-1.2
"""The budget in a file for the office that keeps the accounts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.text import _, ngettext
from app.ui.widgets.save_as import ask_where, table_kinds

if TYPE_CHECKING:
    from app.store import Store
    from app.ui.desk import Desk


def export_budget(desk: Desk, page: QWidget, year: int) -> None:
    """Ask where, then write the financial year and those ahead."""
    name = _("Spesa {year}").format(year=year)
    ask_where(page, _("Esporta la spesa"), name, table_kinds(), lambda target: write_budget(desk, page, target, year))


def write_budget(desk: Desk, page: QWidget, target: Path, year: int) -> None:
    """Write it and say so."""
    from app.actions.budget_tables import budget_table
    from app.actions.export import write_table

    def write(store: Store) -> int:
        table = budget_table(store, year)
        write_table(table, target, store)
        return len(table.rows)

    desk.tasks.query(page, write, lambda count: _tell_written(desk, target, count))


def _tell_written(desk: Desk, target: Path, count: int) -> None:
    told = ngettext("Scritta {count} riga in {file}", "Scritte {count} righe in {file}", count)
    desk.window.toast(told.format(count=count, file=target.name))
