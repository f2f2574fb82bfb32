# SPDX-License-Identifier: EUPL-1.2
"""The document of a part: drop one, or choose one of the register; a refused file is told below."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.documents import Document, DocumentId
from app.errors import CampanileError
from app.text import _, sentence
from app.ui.contract.place import OwnerPlace
from app.ui.documents.words import document_name
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.drop_zone import DropZone
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link, LongLink
from app.ui.widgets.progress import of_bytes

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.store import Store
    from app.ui.tasks import IsCancelled, Progress

    Save = Callable[[Store, DocumentId | None], Changes]


class DocumentSlot(QWidget):
    """`save` says of a document that it is the one of the part, or of None that there is none any more."""

    def __init__(self, place: OwnerPlace, words: str, save: Save, *, kind: str = "other") -> None:
        super().__init__()
        self._place, self._save, self._kind = place, save, kind
        self._words = words
        self.document_id: DocumentId | None = None
        self.title = Label(words, "section", wraps=True)
        self.name = LongLink("", self._open)
        self.remove = Link(_("Togli"), lambda: self.link(None))
        self.zone = DropZone(_("Lascia qui il file"))
        self.zone.chosen.connect(lambda files: self.add(files[0]))
        self.choose = button(_("Scegli da Documenti…"), self.ask, icon="document")
        self.choose.setAccessibleName(_("Scegli da Documenti… {what}").format(what=words))
        self._lay_out()
        self.show_document(None)

    def show_document(self, document_id: DocumentId | None) -> None:
        """Show which document it is."""
        is_new, self.document_id = document_id != self.document_id, document_id
        is_there = document_id is not None
        self.name.setVisible(is_there)
        self.remove.setVisible(is_there)
        self.zone.setVisible(not is_there)
        self.choose.setVisible(not is_there)
        if is_there and is_new:
            self._place.desk.tasks.query(self, lambda store: _document(store, document_id), self._show_name)

    def add(self, file: Path) -> None:
        """Keep a file in the register, and say that it is the document of this part."""
        self.zone.say("")
        kind, save = self._kind, self._save

        def keep(store: Store, progress: Progress, is_cancelled: IsCancelled) -> Changes:
            from app.actions.documents import add_document

            told = of_bytes(progress)
            document_id, changes = add_document(store, file, progress=told, is_cancelled=is_cancelled, kind=kind)
            return changes | save(store, document_id)

        self._place.desk.tasks.long(self, keep, self._on_linked, self._on_refused, _("Aggiungo il documento…"))

    def ask(self) -> None:
        """Choose one of the register."""
        from app.ui.contract.document_choice import DocumentChoice

        def show(documents: list[Document]) -> None:
            dialog = DocumentChoice(documents, self._words, self.window())
            dialog.chosen.connect(self.link)
            dialog.open()

        self._place.desk.tasks.query(self, _documents, show)

    def link(self, document_id: DocumentId | None) -> None:
        """Say which document it is."""
        save = self._save
        self._place.desk.tasks.act(self, lambda store: save(store, document_id), self._on_linked, self._on_refused)

    def take_files(self, files: list[Path]) -> bool:
        """Take the first of what was dropped, where a document is asked for."""
        is_asking = self.zone.isVisible()
        if is_asking:
            self.zone.take(files)
        return is_asking

    def focus(self) -> None:
        """Put the keyboard where a document is given."""
        (self.zone.browse if self.document_id is None else self.name).setFocus()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(3))
        line = QHBoxLayout()
        line.setSpacing(unit(10))
        line.addWidget(self.name, 1)
        line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.title)
        layout.addLayout(line)
        layout.addWidget(self.zone)
        layout.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_name(self, document: Document | None) -> None:
        words = document_name(document) if document is not None else _("Documento tolto dal registro")
        self.name.setText(words)
        self.name.setAccessibleName(words)
        self.remove.setAccessibleName(_("Togli {what}").format(what=words))

    def _open(self) -> None:
        self._place.desk.window.open_page("documents", str(self.document_id))

    def _on_linked(self, _done: object) -> None:
        self._place.desk.window.toast(_("Salvato: {what}").format(what=self._words), with_undo=True)

    def _on_refused(self, error: CampanileError) -> None:
        self.zone.say(sentence(error))


def _documents(store: Store) -> list[Document]:
    from app.actions.documents import list_documents

    return list_documents(store)


def _document(store: Store, document_id: DocumentId | None) -> Document | None:
    return next((one for one in _documents(store) if one.id == document_id), None)
