# SPDX-License-Identifier: EUPL-1.2
"""What goes out of the page is what is on it: the print and the file with the filter in force."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.text import _, language, ngettext
from app.ui.widgets.save_as import ask_where, table_kinds

if TYPE_CHECKING:
    from app.actions.funding import ProjectFilter
    from app.actions.tables import Table
    from app.domain.funding import ProjectId
    from app.store import Store
    from app.ui.desk import Desk


def print_projects(desk: Desk, page: QWidget, wanted: ProjectFilter) -> None:
    """Read in the store's thread, draw in the other, show before saving."""
    from app.actions.reporting import prepare_report

    title = _("Stampa dei finanziamenti")
    desk.tasks.query(
        page,
        lambda store: prepare_report(store, "funding", "", language(), wanted=wanted),
        lambda draw: desk.window.show_preview(title, draw, _("Finanziamenti") + ".pdf"),
    )


def export_projects(desk: Desk, page: QWidget, wanted: ProjectFilter, order: Sequence[ProjectId]) -> None:
    """Ask where, then write the rows of the screen in their order."""
    title = _("Esporta i finanziamenti")
    ask_where(
        page, title, _("Finanziamenti"), table_kinds(), lambda target: write_projects(desk, page, target, wanted, order)
    )


def write_projects(desk: Desk, page: QWidget, target: Path, wanted: ProjectFilter, order: Sequence[ProjectId]) -> None:
    """Write the projects of a filter to a file and say so."""
    from app.actions.export import funding_table, write_table

    def write(store: Store) -> Table:
        table = funding_table(store, wanted, order)
        write_table(table, target, store)
        return table

    desk.tasks.query(page, write, lambda table: _tell_written(desk, target, len(table.rows)))


def _tell_written(desk: Desk, target: Path, count: int) -> None:
    told = ngettext("Scritto {count} progetto in {file}", "Scritti {count} progetti in {file}", count)
    desk.window.toast(told.format(count=count, file=target.name))
