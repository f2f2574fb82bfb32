# SPDX-License-Identifier: EUPL-1.2
"""The documents that belong to a contract or to a concession: what each is, where it leads, one more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.text import _
from app.text.concession_labels import paper_label
from app.ui.accession.entries import ChoiceField
from app.ui.contract.document_slot import DocumentSlot
from app.ui.contract.place import OwnerPlace
from app.ui.documents.words import document_name
from app.ui.theme import unit
from app.ui.widgets.card import empty_layout
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link, LongLink

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.concessions import PaperView
    from app.domain.documents import DocumentId
    from app.store import Store


class PapersBox(QWidget):
    """A document that is taken out of the list stays in the register."""

    def __init__(self, place: OwnerPlace, roles: Sequence[str]) -> None:
        super().__init__()
        self._place = place
        self._shown: tuple[Any, ...] = ()
        self.nothing = Label(_("Ancora nessun documento."), "muted", wraps=True)
        self.role = ChoiceField(_("Che documento aggiungi"), [(role, paper_label(role)) for role in roles])
        self.slot = DocumentSlot(place, _("Un documento in più"), self._add)
        self.slot.title.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(unit(4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(6))
        layout.addWidget(self.nothing)
        layout.addLayout(self._rows)
        layout.addWidget(self.role)
        layout.addWidget(self.slot)

    def show_view(self, view: Any) -> None:  # noqa: ANN401 - of a contract, or of a concession
        """Show the documents that belong to it."""
        self.nothing.setVisible(not view.papers)
        if view.papers == self._shown:
            return
        self._shown = view.papers
        empty_layout(self._rows)
        for one in view.papers:
            self._rows.addLayout(self._row(one))

    def focus_field(self, name: str) -> bool:
        """`papers` goes to where one more is added."""
        if name == "papers":
            self.slot.focus()
        return name == "papers"

    def take_files(self, files: list[Path]) -> bool:
        """Files become documents of the kind that is chosen."""
        return self.slot.take_files(files)

    def flush(self) -> None:
        """Nothing is typed here."""

    def _row(self, one: PaperView) -> QHBoxLayout:
        name, number = document_name(one.document), str(one.document.id)
        link = LongLink(
            f"{paper_label(one.paper.role)}: {name}", lambda: self._place.desk.window.open_page("documents", number)
        )
        remove = Link(_("Togli"), lambda: self._remove(one.paper.id, name))
        remove.setAccessibleName(_("Togli {what}").format(what=name))
        line = QHBoxLayout()
        line.setSpacing(unit(10))
        line.addWidget(link, 1)
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _add(self, store: Store, document_id: DocumentId | None) -> Changes:
        from app.actions.changes import Changes
        from app.actions.contract_parts import add_paper

        if document_id is None:
            return Changes(history=False)
        return add_paper(store, self._place.owner, document_id, self.role.text())[1]

    def _remove(self, paper_id: int, name: str) -> None:
        from app.actions.contract_parts import remove_paper

        self._place.desk.tasks.act(
            self,
            lambda store: remove_paper(store, paper_id),
            lambda _changes: self._place.desk.window.toast(
                _("Tolto: {what}. Resta in Documenti.").format(what=name), with_undo=True
            ),
        )
