# SPDX-License-Identifier: EUPL-1.2
"""Archivio e cartella: who writes the history, where the data lie, which comune this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton

from app.errors import CampanileError
from app.text import _
from app.ui import messages
from app.ui.settings.section import Section
from app.ui.start.folder import FolderPanel
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.columns import Columns
from app.ui.widgets.fields import LabeledField
from app.ui.widgets.label import Label
from app.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from app.store import Store
    from app.ui.desk import Desk


class FolderSection(Section):
    """What belongs to this computer: it is not in the history and Ctrl+Z does not touch it."""

    def __init__(self, desk: Desk) -> None:
        from app.actions.workspace import user_name

        super().__init__(desk, _("Riguarda questo computer: non entra nella cronologia e non si annulla con Ctrl+Z."))
        hint = _("Se lo lasci vuoto si scrive quello con cui sei entrato nel computer: {name}").format(name=user_name())
        self._who_edit = QLineEdit()
        self.who = LabeledField(_("Nome che compare nella cronologia"), self._who_edit, hint)
        self.folder_panel = FolderPanel()
        self.comune = Label("", "strong", wraps=True)
        self.store_file = Label("", "muted", wraps=True)
        self.copy_button = button(_("Copia il percorso"), self._copy, icon="copy")
        self.open_button = button(_("Apri la cartella"), self._open, icon="folder")
        self.other_button = button(_("Cambia comune"), lambda: desk.window.open_page("start"), icon="house")
        self._lay_out()
        self._who_edit.editingFinished.connect(self._keep_who)

    def refresh(self) -> None:
        """Show what is set, and look at the folder away from the window."""
        from app.actions.data_folder import look_at_folder

        workspace = self.desk.workspace
        if not self._who_edit.hasFocus():
            self.who.set_text(workspace.settings.who)
        path = workspace.current_path()
        self.store_file.setText(_("File: {file}").format(file=path.name) if path else _("Nessun comune scelto."))
        self.desk.tasks.query(self, _office_name, self.comune.setText, lambda _error: self.comune.clear())
        self.desk.tasks.draw(self, lambda: look_at_folder(workspace), self.folder_panel.show_folder)

    def _lay_out(self) -> None:
        who = Panel(_("Chi usa il programma"))
        who.add(self.who)
        comune = Panel(_("Comune di questo archivio"))
        comune.add(self.comune)
        comune.add(self.store_file)
        comune.add(
            Label(_("Cambiando comune questo archivio resta nella cartella e si riapre quando serve."), wraps=True)
        )
        comune.body.addLayout(_row(self.other_button))
        self.folder_panel.body.addLayout(_row(self.copy_button, self.open_button))
        columns = Columns()
        columns.left.addWidget(who)
        columns.left.addWidget(comune)
        columns.left.addStretch(1)
        columns.right.addWidget(self.folder_panel)
        columns.right.addStretch(1)
        self.body.addWidget(columns)
        self.body.addStretch(1)

    def _keep_who(self) -> None:
        workspace = self.desk.workspace
        if self.who.text() == workspace.settings.who:
            return
        try:
            workspace.change_settings(who=self.who.text())
        except CampanileError as error:
            messages.show_error(self, error)
            return
        self.desk.window.toast(_("Da ora la cronologia scrive: {name}").format(name=workspace.who))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self.desk.workspace.folder))
        self.desk.window.toast(_("Percorso copiato"))

    def _open(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.workspace.folder))):
            self.desk.window.toast(_("La cartella non si apre da qui: copia il percorso e aprila tu."))


def _office_name(store: Store) -> str:
    from app.actions.municipality import show_office

    office = show_office(store)
    return office.name if office.is_example else f"{office.name} ({office.province})"


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(unit(10))
    row.setAlignment(Qt.AlignmentFlag.AlignLeft)
    for made in buttons:
        row.addWidget(made)
    return row
