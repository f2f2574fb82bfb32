# SPDX-License-Identifier: EUPL-1.2
"""The published indices that the fees of a contract name: typed one by one, or imported from a table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.text import _, ngettext, sentence
from app.ui import messages
from app.ui.contract.fee_tables import indices_table, show_rows
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.fee_readings import IndexImport
    from app.actions.fees import ScheduleView
    from app.domain.fees import IndexValue
    from app.ui.desk import Desk

_LINES_AT_MOST = 8


class IndexBox(QWidget):
    """Hidden while no fee names an index; what an import left out stands below it, row by row."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._name = ""
        self.table = indices_table()
        self.add_button = button(_("Scrivi un indice…"), self.add, icon="plus")
        self.import_button = button(_("Importa indici…"), self.choose, icon="upload")
        self.left_out = Label("", "warning", wraps=True)
        self.left_out.hide()
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=unit(8))
        flow.addWidget(self.add_button)
        flow.addWidget(self.import_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(8))
        for widget in (self.table, buttons, self.left_out):
            layout.addWidget(widget)
        self.table.set_empty(
            _("Ancora nessun indice"), _("Scrivi i valori pubblicati dall'ISTAT, o importali da una tabella.")
        )
        self.table.activated.connect(self.correct)

    def show_view(self, view: ScheduleView) -> None:
        """Show the values of the indices that are named."""
        self._name = next((one.index_name for one in view.fees if one.index_name), "")
        self.setVisible(bool(self._name))
        show_rows(self.table, view.index_values)

    def add(self) -> None:
        """Ask for a published value."""
        self._ask(None)

    def correct(self, kept: IndexValue) -> None:
        """Open a value that was typed before."""
        self._ask(kept)

    def choose(self) -> None:
        """Ask which table to import."""
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        dialog = QFileDialog(self.window(), _("Scegli la tabella degli indici"), place)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Tabelle (*.csv *.xlsx)"), _("Tutti i file (*)")])
        dialog.fileSelected.connect(lambda file: self.take(Path(file)))
        dialog.open()

    def take(self, path: Path) -> None:
        """Take a table over; it can be undone."""
        from app.actions.fee_readings import import_indices

        self._desk.tasks.act(
            self,
            lambda store: import_indices(store, path),
            self._on_imported,
            lambda error: messages.show_error(self, error),
        )

    def _ask(self, kept: IndexValue | None) -> None:
        from app.ui.contract.fee_dialogs import IndexDialog

        IndexDialog(self._desk, self, self._name, kept).open()

    def _on_imported(self, done: tuple[IndexImport, Changes]) -> None:
        outcome = done[0]
        count = len(outcome.added) + len(outcome.changed)
        told = ngettext("Scritto {count} indice", "Scritti {count} indici", count).format(count=count)
        self._desk.window.toast(told if count else _("Nessun indice nuovo"), with_undo=bool(count))
        lines = [
            _("Riga {row}: {reason}").format(row=one.line, reason=sentence(one.error))
            for one in outcome.refused[:_LINES_AT_MOST]
        ]
        more = len(outcome.refused) - len(lines)
        if more:
            lines.append(ngettext("e un'altra riga", "e altre {count} righe", more).format(count=more))
        self.left_out.setText("\n".join(lines))
        self.left_out.setVisible(bool(lines))
