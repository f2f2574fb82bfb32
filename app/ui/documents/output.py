# SPDX-License-Identifier: EUPL-1.2
"""The lists of the page on paper and in a file, as they are seen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.text import _, language, ngettext
from app.ui.widgets.save_as import ask_where, table_kinds

if TYPE_CHECKING:
    from app.store import Store
    from app.ui.desk import Desk


def print_list(desk: Desk, page: QWidget, part: str, wanted: str) -> None:
    """Read in the store's thread, draw in the other, show before saving."""
    from app.actions.reporting import prepare_report

    spoken = language()
    desk.tasks.query(
        page,
        lambda store: prepare_report(store, "documents", f"{part}:{wanted}", spoken),
        lambda draw: desk.window.show_preview(_("Stampa dei documenti"), draw, f"{_name(part)}.pdf"),
    )


def export_list(desk: Desk, page: QWidget, part: str, order: Sequence[int]) -> None:
    """Ask where, then write the rows of the screen in their order."""
    title = _("Esporta l'elenco")
    ask_where(page, title, _name(part), table_kinds(), lambda target: write_list(desk, page, part, target, order))


def write_list(desk: Desk, page: QWidget, part: str, target: Path, order: Sequence[int]) -> None:
    """Write these documents or acts to a file and say so."""
    from app.actions.document_tables import acts_table, documents_table
    from app.actions.export import write_table

    def write(store: Store) -> int:
        table = acts_table(store, order) if part == "acts" else documents_table(store, order)
        write_table(table, target, store)
        return len(table.rows)

    desk.tasks.query(page, write, lambda count: _tell_written(desk, target, count))


def _name(part: str) -> str:
    return {"acts": _("Atti"), "missing": _("Documenti mancanti")}.get(part, _("Documenti"))


def _tell_written(desk: Desk, target: Path, count: int) -> None:
    told = ngettext("Scritta {count} riga in {file}", "Scritte {count} righe in {file}", count)
    desk.window.toast(told.format(count=count, file=target.name))
