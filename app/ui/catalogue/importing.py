# SPDX-License-Identifier: EUPL-1.2
"""Importing a signed edition: choose or drop the file, look, apply, say what happened; a bad one is refused whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.file_names import shown_name
from app.text import _, sentence
from app.ui.catalogue.edition_dialog import EditionDialog, Word
from app.ui.catalogue.edition_words import applied
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.callout import Callout
from app.ui.widgets.drop_zone import DropAnywhere
from app.ui.widgets.label import Label
from app.ui.widgets.save_as import ask_which_ones

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.editions import EditionPreview
    from app.errors import CampanileError
    from app.store import Store
    from app.ui.desk import Desk


class EditionImporter(QObject):
    """Belongs to a page, on which a file may be dropped; nothing is written before the clerk has seen what it is."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.is_reading = False
        DropAnywhere(
            page, _("Lascia qui l'edizione del catalogo: prima di scrivere vedrai che cosa cambia."), self.take
        )

    def choose(self) -> None:
        """Ask which file to read."""
        ask_which_ones(self._page, _("Scegli l'edizione del catalogo"), ("zip",), self.take, is_single=True)

    def take(self, files: Sequence[Path]) -> None:
        """Look at one file; of several none, for each is an action of its own."""
        if len(files) == 1:
            self.preview(files[0])
        elif files:
            self._desk.window.toast(_("Un'edizione alla volta: lascia un file solo. Nulla è stato cambiato."))

    def preview(self, file: Path) -> None:
        """Read the file away from the window, then show what it would change."""
        if self.is_reading:
            return
        self.is_reading = True

        def read(store: Store) -> EditionPreview:
            from app.actions.editions import preview_edition

            return preview_edition(store, file)

        self._desk.tasks.query(self._page, read, self._on_read, lambda error: self._on_unread(file, error))

    def _on_read(self, preview: EditionPreview) -> None:
        self.is_reading = False
        dialog = EditionDialog(preview, self._page.window())
        dialog.wanted.connect(lambda word: self._write(dialog, preview, word))
        dialog.open()

    def _on_unread(self, file: Path, error: CampanileError) -> None:
        self.is_reading = False
        EditionTrouble(shown_name(file.name), sentence(error), self.choose, self._page.window()).open()

    def _write(self, dialog: EditionDialog, preview: EditionPreview, word: Word) -> None:
        """Apply the bytes that were looked at, whatever has become of the file."""

        def do(store: Store) -> tuple[EditionPreview, Changes]:
            from app.actions.editions import import_edition

            return import_edition(
                store,
                preview.raw,
                pin_fingerprint=word.fingerprint,
                confirm_withdrawals=word.confirms_withdrawals,
                allow_jump=word.allows_jump,
            )

        self._desk.tasks.act(
            dialog,
            do,
            lambda done: self._on_written(dialog, done[0]),
            lambda error: dialog.show_trouble(sentence(error)),
        )

    def _on_written(self, dialog: EditionDialog, preview: EditionPreview) -> None:
        dialog.accept()
        self._desk.window.toast(applied(preview), with_undo=True)


class EditionTrouble(QDialog):
    """A file that cannot come in: why, in one sentence, and the way to choose again."""

    def __init__(self, name: str, told: str, choose_again: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Importa un'edizione"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.callout = Callout(_("Il catalogo è rimasto com'era"), told, "bad")
        self.again_button = button(_("Scegli un altro file…"), self.accept)
        self.leave_button = button(_("Chiudi"), self.reject, role="primary")
        self.accepted.connect(choose_again)
        buttons = QHBoxLayout()
        buttons.setSpacing(unit(10))
        buttons.addStretch(1)
        buttons.addWidget(self.again_button)
        buttons.addWidget(self.leave_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(22), unit(16), unit(22), unit(16))
        layout.setSpacing(unit(12))
        layout.addWidget(Label(_("{file} non si può importare").format(file=name), "heading", wraps=True))
        layout.addWidget(self.callout)
        layout.addLayout(buttons)
        self.setFixedWidth(min(unit(620), parent.width() - unit(48)))
        self.leave_button.setDefault(True)
        self.leave_button.setFocus()
