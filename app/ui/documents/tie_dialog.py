# SPDX-License-Identifier: EUPL-1.2
"""The question to which contract or concession a document belongs, and as what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import CampanileError
from app.text import _, sentence
from app.text.concession_labels import paper_label
from app.ui.accession.entries import ChoiceField
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.document_ties import DocumentTie
    from app.domain.documents import DocumentId
    from app.ui.desk import Desk

_ROLES = ("contract", "concession", "dpa", "acceptance", "addendum", "guarantee", "plan", "contestation", "other")


class TieDialog(QDialog):
    """Both are chosen from lists; the first contract and its own kind of paper stand there already."""

    def __init__(
        self, desk: Desk, document_id: DocumentId, name: str, owners: Sequence[DocumentTie], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._document_id = document_id
        self.setWindowTitle(_("Collega a una concessione"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.owner = ChoiceField(_("Contratto o concessione"), [(_key(one), _owner_words(one)) for one in owners])
        self.role = ChoiceField(_("Che cos'è per la concessione"), [(role, paper_label(role)) for role in _ROLES])
        self.trouble = Label("", "error", wraps=True)
        self.trouble.hide()
        self.tie_button = button(_("Collega"), self.tie, role="primary", icon="link")
        self.leave_button = button(_("Lascia stare"), self.reject, role="quiet")
        self._lay_out(name, parent)

    def tie(self) -> None:
        """Give the document to what is chosen."""
        from app.actions.document_ties import tie

        page, _colon, key = self.owner.text().partition(":")
        document_id, role = self._document_id, self.role.text()
        self.tie_button.setEnabled(False)  # a double click ties once
        self._desk.tasks.act(
            self, lambda store: tie(store, document_id, page, key, role), self._on_tied, self._on_refused
        )

    def _lay_out(self, name: str, parent: QWidget) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(unit(10))
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.tie_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(22), unit(16), unit(22), unit(16))
        layout.setSpacing(unit(10))
        layout.addWidget(Label(_("Collega a una concessione"), "heading"))
        layout.addWidget(Label(name, "muted", wraps=True))
        for field in (self.owner, self.role, self.trouble):
            layout.addWidget(field)
        layout.addLayout(buttons)
        self.setFixedWidth(min(unit(560), parent.width() - unit(48)))
        self.tie_button.setDefault(True)
        self.owner.box.setFocus()

    def _on_tied(self, _changes: Changes) -> None:
        self._desk.window.toast(_("Documento collegato"), with_undo=True)
        self.accept()

    def _on_refused(self, error: CampanileError) -> None:
        self.tie_button.setEnabled(True)
        self.trouble.setText(sentence(error))
        self.trouble.show()


def _key(owner: DocumentTie) -> str:
    return f"{owner.page}:{owner.key}"


def _owner_words(owner: DocumentTie) -> str:
    if owner.page == "concession":
        return _("{title} (concessione)").format(title=owner.title)
    return owner.title
