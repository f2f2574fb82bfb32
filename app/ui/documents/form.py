# SPDX-License-Identifier: EUPL-1.2
"""What is known of a document, kept as it is typed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.dates import to_rome
from app.domain.documents import Document
from app.text import _
from app.text.document_labels import document_kind_label
from app.ui.accession.autosave import Autosave
from app.ui.accession.entries import Entry, area, day_line, line
from app.ui.accession.form import grid_of, texts_of
from app.ui.documents import options
from app.ui.theme import unit
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.document_survey import Procedure
    from app.store import Store
    from app.ui.desk import Desk

_ROWS = (
    *(("kind",), ("title",), ("protocol_number", "protocol_on"), ("document_on",), ("accession_id",), ("item_key",)),
    ("note",),
)
_SETTLED = ("kind", "accession_id", "item_key")


class DocumentForm(QWidget):
    """One document; `stale` asks to read it again where somebody else changed it meanwhile."""

    stale = Signal()

    def __init__(self, desk: Desk, document: Document, procedures: tuple[Procedure, ...]) -> None:
        super().__init__()
        self._document = document
        self.entries = _entries(desk, document, procedures)
        self.save = Autosave(
            desk.tasks,
            self.entries,
            desk.typed.setdefault("document", {}),
            f"{document.id}:{document.sha256[:12]}",  # a number may come again, with this file it does not
            self._write,
            self,
        )
        self.save.stale.connect(self.stale)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(8))
        self.settled = Label(_settled_words(document), "muted", wraps=True)
        layout.addWidget(self.settled)
        layout.addLayout(grid_of(self.entries, *_ROWS))
        self.settled.setVisible(document.is_fixed)
        for name in _SETTLED:
            self.entries[name].field.setVisible(not document.is_fixed)
        if document.accession_id is None:
            self.entries["item_key"].field.hide()
        self.show_document(document)

    def show_document(self, document: Document) -> None:
        """Show what is kept; what is being typed stays."""
        self._document = document
        self.save.show_values(document.version, texts_of(document, self.entries))

    def focused(self) -> str:
        """The field that has the keyboard, or ""."""
        return next((name for name, entry in self.entries.items() if entry.field.field.hasFocus()), "")

    def _write(self, store: Store, seen: int, values: dict[str, object]) -> tuple[int, Changes]:
        from app.actions.documents import correct_document, show_document

        changes = correct_document(store, self._document.id, seen, **values)
        return show_document(store, self._document.id).document.version, changes


def _settled_words(document: Document) -> str:
    kind = document_kind_label(document.kind)
    return _("{kind}: tipo e pratica non si cambiano, perché è stato generato da qui o ne è la copia firmata.").format(
        kind=kind
    )


def _entries(desk: Desk, document: Document, procedures: tuple[Procedure, ...]) -> dict[str, Entry]:
    def today() -> date:
        return to_rome(desk.workspace.clock()).date()

    return {
        "kind": options.key_choice(_("Che documento è"), options.document_kinds()),
        "title": line(_("Titolo")),
        "protocol_number": line(_("Numero di protocollo")),
        "protocol_on": day_line(_("Data di protocollo"), today),
        "document_on": day_line(_("Data del documento"), today),
        "accession_id": options.number_choice(_("Pratica"), options.procedures(procedures)),
        "item_key": options.key_choice(_("Riga della lista"), options.lines(procedures, document.accession_id)),
        "note": area(_("Nota"), lines=2),
    }
