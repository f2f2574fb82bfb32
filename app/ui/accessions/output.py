# SPDX-License-Identifier: EUPL-1.2
"""The list of procedures on paper and in a file, as it is seen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.text import _, language, ngettext
from app.ui.widgets.save_as import ask_where, table_kinds

if TYPE_CHECKING:
    from app.domain.accessions import AccessionId
    from app.store import Store
    from app.ui.desk import Desk


def print_accessions(desk: Desk, page: QWidget, group: str) -> None:
    """Read in the store's thread, draw in the other, show before saving."""
    from app.actions.reporting import prepare_report

    spoken = language()
    desk.tasks.query(
        page,
        lambda store: prepare_report(store, "accessions", group, spoken),
        lambda draw: desk.window.show_preview(_("Stampa delle adesioni"), draw, _("Adesioni") + ".pdf"),
    )


def export_accessions(desk: Desk, page: QWidget, order: Sequence[AccessionId]) -> None:
    """Ask where, then write the rows of the screen in their order."""
    title = _("Esporta le adesioni")
    ask_where(page, title, _("Adesioni"), table_kinds(), lambda target: write_accessions(desk, page, target, order))


def write_accessions(desk: Desk, page: QWidget, target: Path, order: Sequence[AccessionId]) -> None:
    """Write these procedures to a file and say so."""
    from app.actions.export import accessions_table, write_table

    def write(store: Store) -> int:
        table = accessions_table(store, order)
        write_table(table, target, store)
        return len(table.rows)

    desk.tasks.query(page, write, lambda count: _tell_written(desk, target, count))


def _tell_written(desk: Desk, target: Path, count: int) -> None:
    told = ngettext("Scritta {count} pratica in {file}", "Scritte {count} pratiche in {file}", count)
    desk.window.toast(told.format(count=count, file=target.name))
