# SPDX-License-Identifier: EUPL-1.2
"""The register of invoices on paper and in a file, as it is seen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.text import _, ngettext
from app.ui.widgets.save_as import ask_where, table_kinds

if TYPE_CHECKING:
    from app.domain.invoices import InvoiceId
    from app.store import Store
    from app.ui.desk import Desk


def print_invoices(desk: Desk, page: QWidget, group: str, wanted: str) -> None:
    """Read in the store's thread, draw in the other; show the versions for the offices and for publication."""
    from app.ui.widgets.pdf_versions import both_versions

    prepare = both_versions("invoices", f"{group}:{wanted}", _("Fatture"))
    desk.tasks.query(page, prepare, partial(desk.window.show_versions, _("Stampa del registro delle fatture")))


def export_invoices(desk: Desk, page: QWidget, order: Sequence[InvoiceId]) -> None:
    """Ask where, then write the rows of the screen in their order."""
    title = _("Esporta le fatture")
    ask_where(page, title, _("Fatture"), table_kinds(), lambda target: write_invoices(desk, page, target, order))


def write_invoices(desk: Desk, page: QWidget, target: Path, order: Sequence[InvoiceId]) -> None:
    """Write these invoices to a file and say so."""
    from app.actions.export import write_table
    from app.actions.invoice_tables import invoices_table

    def write(store: Store) -> int:
        table = invoices_table(store, order)
        write_table(table, target, store)
        return len(table.rows)

    desk.tasks.query(page, write, lambda count: _tell_written(desk, target, count))


def _tell_written(desk: Desk, target: Path, count: int) -> None:
    told = ngettext("Scritta {count} fattura in {file}", "Scritte {count} fatture in {file}", count)
    desk.window.toast(told.format(count=count, file=target.name))
