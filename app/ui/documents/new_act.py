# SPDX-License-Identifier: EUPL-1.2
"""Registering an act: what it is and its number; all else is written on its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.dates import to_rome
from app.errors import CampanileError, UserError
from app.text import _, sentence
from app.ui.accession.entries import day_line, line
from app.ui.accession.form import grid_of
from app.ui.documents import options
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.document_survey import Survey
    from app.domain.acts import ActId
    from app.ui.desk import Desk


class NewAct(QDialog):
    """What was typed and not registered is there when it is opened again."""

    registered = Signal(object)  # ActId

    def __init__(self, desk: Desk, survey: Survey, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._typed: dict[str, str] = desk.typed.setdefault("act:new", {})
        self.setWindowTitle(_("Registra un atto"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.entries = {
            "kind": options.key_choice(_("Che atto è"), options.act_kinds()),
            "body": options.key_choice(_("Organo"), options.bodies()),
            "number": line(_("Numero")),
            "on": day_line(_("Data"), lambda: to_rome(desk.workspace.clock()).date()),
            "subject": line(_("Oggetto")),
            "accession_id": options.number_choice(_("Pratica"), options.procedures(survey.procedures)),
        }
        self.trouble = Label("", "error", wraps=True)
        self.trouble.hide()
        self.register_button = button(_("Registra"), self.register, role="primary", icon="check")
        self.leave_button = button(_("Lascia stare"), self.reject, role="quiet")
        self._lay_out(parent)
        for name, entry in self.entries.items():
            entry.show(self._typed.get(name, "resolution" if name == "kind" else ""))
        options.keep_typed(self.entries, self._typed)
        self.entries["kind"].field.field.setFocus()

    def register(self) -> None:
        """Write the act down; what is wrong is said beside its field."""
        from app.actions.acts import register_act

        values: dict[str, object] = {}
        for name, entry in self.entries.items():
            try:
                values[name] = entry.read(entry.text)
            except UserError as error:
                entry.field.set_error(sentence(error))
                entry.field.field.setFocus()
                return
        self.register_button.setEnabled(False)  # a double click registers once
        self._desk.tasks.act(self, lambda store: register_act(store, **values), self._on_registered, self._on_refused)

    def done(self, result: int) -> None:
        """Let go of what was typed once it was done; else it is there for the next time."""
        if result == QDialog.DialogCode.Accepted:
            self._typed.clear()
        super().done(result)

    def _lay_out(self, parent: QWidget) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(unit(10))
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.register_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(22), unit(16), unit(22), unit(16))
        layout.setSpacing(unit(10))
        layout.addWidget(Label(_("Registra un atto"), "heading"))
        layout.addLayout(grid_of(self.entries, ("kind", "body"), ("number", "on"), ("subject",), ("accession_id",)))
        layout.addWidget(
            Label(_("Pubblicazione, pareri e file si scrivono dopo, sulla sua scheda."), "muted", wraps=True)
        )
        layout.addWidget(self.trouble)
        layout.addLayout(buttons)
        self.setFixedWidth(min(unit(620), parent.width() - unit(48)))
        self.register_button.setDefault(True)

    def _on_registered(self, done: tuple[ActId, Changes]) -> None:
        self.registered.emit(done[0])
        self.accept()

    def _on_refused(self, error: CampanileError) -> None:
        self.register_button.setEnabled(True)
        self.trouble.setText(sentence(error))
        self.trouble.show()
