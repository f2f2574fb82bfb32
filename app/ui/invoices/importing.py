# SPDX-License-Identifier: EUPL-1.2
"""Importing invoices: files or folders, chosen or dropped, away from the window; then what became of each is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import CampanileError
from app.text import _, ngettext, sentence
from app.ui import messages

if TYPE_CHECKING:
    from app.actions.invoice_views import ImportOutcome
    from app.store import Store
    from app.ui.desk import Desk
    from app.ui.tasks import IsCancelled, Progress

_CANCELLED = "document.cancelled"


class Importing(QObject):
    """Belongs to a page; `then` gets the outcome where something was added."""

    def __init__(self, desk: Desk, page: QWidget, then: Callable[[ImportOutcome], object]) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._then = then
        self.is_reading = False

    def choose(self) -> None:
        """Ask which files to import; several at once."""
        dialog = self._dialog(_("Scegli le fatture da importare"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([_("Fatture elettroniche (*.xml *.p7m)"), _("Tutti i file (*)")])
        dialog.open()

    def choose_folder(self) -> None:
        """Ask for a folder; the invoices in it are imported, and in its folders too."""
        dialog = self._dialog(_("Scegli la cartella delle fatture"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.open()

    def take(self, paths: Sequence[Path]) -> None:
        """Import these files and what is in these folders."""
        if self.is_reading or not paths:
            return
        self.is_reading = True
        wanted = list(paths)

        def bring_in(store: Store, progress: Progress, is_cancelled: IsCancelled) -> ImportOutcome:
            from app.actions.invoices import import_invoices

            return import_invoices(store, wanted, progress, is_cancelled)

        self._desk.tasks.long(self._page, bring_in, self._on_done, self._on_failed, _("Importo le fatture…"))

    def _dialog(self, title: str) -> QFileDialog:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        dialog = QFileDialog(self._page.window(), title, place)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda files: self.take([Path(file) for file in files]))
        return dialog

    def _on_done(self, outcome: ImportOutcome) -> None:
        self.is_reading = False
        count = len(outcome.invoices)
        if outcome.refused or outcome.known or not count:
            from app.ui.invoices.import_summary import ImportSummary

            ImportSummary(outcome, self._desk, self._page.window()).open()
        else:
            told = ngettext("Importata {count} fattura", "Importate {count} fatture", count).format(count=count)
            self._desk.window.toast(told, with_undo=True)
        if count:
            self._then(outcome)

    def _on_failed(self, error: CampanileError) -> None:
        self.is_reading = False
        if error.code == _CANCELLED:
            self._desk.window.toast(sentence(error))
        else:
            messages.show_error(self._page, error)
