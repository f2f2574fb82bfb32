# SPDX-License-Identifier: EUPL-1.2
"""A new concession: that of a centre, or the comune's own; all else is written on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.concessions import CONCESSION_KINDS, ConcessionId, Owner
from app.errors import CampanileError
from app.text import _, sentence
from app.text.concession_labels import concession_kind_label
from app.ui.accession.entries import line, tick
from app.ui.accession.form import grid_of
from app.ui.contract.place import forget_drafts
from app.ui.documents.options import keep_typed, key_choice
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.ui.desk import Desk


class NewConcession(QDialog):
    """`added` gives its number; what was typed is there when it is opened again."""

    added = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._typed: dict[str, str] = desk.typed.setdefault("concession:new", {})
        self.setWindowTitle(_("Nuova concessione"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.entries = {
            "title": line(_("Nome della concessione (obbligatorio)"), _("Per esempio: Illuminazione pubblica")),
            "kind": key_choice(_("Che cos'è"), [(kind, concession_kind_label(kind)) for kind in CONCESSION_KINDS]),
            "concessionaire": line(_("Concessionario")),
            "is_ours": tick(_("È del comune: concede il comune, non un centro")),
        }
        self.trouble = Label("", "error", wraps=True)
        self.trouble.hide()
        self.add_button = button(_("Crea la concessione"), self.add, role="primary", icon="check")
        self.leave_button = button(_("Lascia stare"), self.reject, role="quiet")
        self._lay_out(parent)
        for name, entry in self.entries.items():
            entry.show(self._typed.get(name, CONCESSION_KINDS[0] if name == "kind" else ""))
        keep_typed(self.entries, self._typed)
        self.entries["title"].field.field.setFocus()

    def add(self) -> None:
        """Write it down; what is wrong is said beside its field."""
        from app.actions.concessions import add_concession

        values = {name: entry.read(entry.text) for name, entry in self.entries.items()}
        title = str(values.pop("title"))
        if not title:
            self.entries["title"].field.set_error(_("Scrivi come si chiama."))
            self.entries["title"].field.field.setFocus()
            return
        self.add_button.setEnabled(False)  # a double click adds one
        self._desk.tasks.act(
            self,
            lambda store: add_concession(store, title, **values, state="IN_ESEC"),
            lambda done: self._on_added(done[0]),
            self._on_refused,
        )

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
        buttons.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(22), unit(16), unit(22), unit(16))
        layout.setSpacing(unit(10))
        layout.addWidget(Label(_("Nuova concessione"), "heading"))
        layout.addLayout(grid_of(self.entries, ("title",), ("kind", "concessionaire"), ("is_ours",)))
        layout.addWidget(Label(_("Date, codici e documenti si scrivono dopo, nella sua pagina."), "muted", wraps=True))
        layout.addWidget(self.trouble)
        layout.addLayout(buttons)
        self.setFixedWidth(min(unit(620), parent.width() - unit(48)))
        self.add_button.setDefault(True)

    def _on_added(self, number: ConcessionId) -> None:
        forget_drafts(self._desk, Owner(concession_id=number))
        self.added.emit(number)
        self.accept()

    def _on_refused(self, error: CampanileError) -> None:
        self.add_button.setEnabled(True)
        self.trouble.setText(sentence(error))
        self.trouble.show()
