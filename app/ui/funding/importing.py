# SPDX-License-Identifier: EUPL-1.2
"""Importing the open data: choose or drop files, look, write, say what happened; one bad file refuses the choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import CampanileError
from app.text import _, ngettext, sentence
from app.ui.funding.import_preview import ImportPreview
from app.ui.funding.words import news_words
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.callout import Callout
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.open_data import ImportOutcome
    from app.domain.funding import FilePreview
    from app.domain.municipality import Office
    from app.store import Store
    from app.ui.desk import Desk
    from app.ui.tasks import IsCancelled, Progress

_CANCELLED = "open_data.cancelled"


@dataclass(frozen=True, slots=True)
class _Reading:
    office: Office
    previews: list[FilePreview]
    is_known: bool


class Importer(QObject):
    """Belongs to a page; nothing is written before the clerk has seen what it is."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.is_reading = False

    def choose(self) -> None:
        """Ask which files to read; several at once."""
        dialog = QFileDialog(self._page.window(), _("Scegli i file dei dati aperti"), _downloads())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([_("Dati aperti (*.csv *.json)"), _("Tutti i file (*)")])
        dialog.filesSelected.connect(lambda files: self.preview([Path(file) for file in files]))
        dialog.open()

    def preview(self, paths: Sequence[Path]) -> None:
        """Read files away from the window, then show what importing them would do."""
        if self.is_reading or not paths:
            return
        self.is_reading = True

        def read(store: Store, progress: Progress, is_cancelled: IsCancelled) -> _Reading:
            from app.actions.municipality import show_office
            from app.actions.open_data import are_known, preview_files

            previews = preview_files(store, paths, progress, is_cancelled)
            return _Reading(show_office(store), previews, are_known(store, previews))

        self._desk.tasks.long(
            self._page,
            read,
            self._on_read,
            lambda error: self._on_unread(error, has_others=len(paths) > 1),
            _("Leggo i dati aperti…"),
        )

    def _on_read(self, reading: _Reading) -> None:
        self.is_reading = False
        dialog = ImportPreview(reading.office, reading.previews, self._page.window(), is_known=reading.is_known)
        dialog.wanted.connect(lambda: self._write(dialog, reading.previews))
        dialog.open()

    def _on_unread(self, error: CampanileError, *, has_others: bool) -> None:
        self.is_reading = False
        if error.code == _CANCELLED:
            self._desk.window.toast(sentence(error))
        else:
            ImportTrouble(sentence(error), self.choose, self._page.window(), has_others=has_others).open()

    def _write(self, dialog: ImportPreview, previews: Sequence[FilePreview]) -> None:
        from app.actions.open_data import import_previews

        self._desk.tasks.act(
            dialog,
            lambda store: import_previews(store, previews),
            lambda outcome: self._on_written(dialog, outcome),
            lambda error: dialog.show_trouble(sentence(error)),
        )

    def _on_written(self, dialog: ImportPreview, outcome: ImportOutcome) -> None:
        dialog.accept()
        if outcome.import_id is None:
            self._desk.window.toast(_("Niente di nuovo: questi file erano già stati importati."))
            return
        count = outcome.added + outcome.changed
        told = ngettext("Importata {count} novità: {news}", "Importate {count} novità: {news}", count)
        words = told.format(count=count, news=news_words(outcome.added, outcome.changed))
        self._desk.window.toast(words if count else _("Controllo registrato: niente di nuovo."), with_undo=True)


class ImportTrouble(QDialog):
    """A file that cannot be imported: which, why, and the way to choose again."""

    def __init__(
        self, told: str, choose_again: Callable[[], object], parent: QWidget, *, has_others: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Importa dati aperti"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.callout = Callout(_("Nulla è stato importato"), told, "bad")
        self.again_button = button(_("Scegli altri file…"), self.accept, role="primary")
        self.leave_button = button(_("Lascia stare"), self.reject)
        self.accepted.connect(choose_again)
        buttons = QHBoxLayout()
        buttons.setSpacing(unit(10))
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.again_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(22), unit(16), unit(22), unit(16))
        layout.setSpacing(unit(12))
        layout.addWidget(Label(_("Un file non si può leggere"), "heading", wraps=True))
        layout.addWidget(self.callout)
        told_all = _("Neanche gli altri file scelti con questo sono stati importati: ripeti la scelta senza di esso.")
        if has_others:
            layout.addWidget(Label(told_all, "muted", wraps=True))
        layout.addLayout(buttons)
        self.setFixedWidth(min(unit(620), parent.width() - unit(48)))
        self.again_button.setDefault(True)
        self.again_button.setFocus()


def _downloads() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
