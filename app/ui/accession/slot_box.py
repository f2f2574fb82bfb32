# SPDX-License-Identifier: EUPL-1.2
"""A document that a line asks for: what is there, where to drop it, and the draft that we give out for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from app.domain.accessions import Slot
from app.errors import CampanileError
from app.text import _, in_language, sentence
from app.text.draft_words import gaps_line
from app.ui.accession.document_row import DocumentRow
from app.ui.accession.place import Place
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.card import empty_layout
from app.ui.widgets.drop_zone import DropZone
from app.ui.widgets.label import Label
from app.ui.widgets.progress import of_bytes
from app.ui.widgets.save_as import ask_where

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView
    from app.actions.changes import Changes
    from app.domain.documents import Document, DocumentId
    from app.store import Store
    from app.ui.tasks import IsCancelled, Progress

_RECEIPTS = ("receipt_acceptance", "receipt_delivery")
_WORDS = {"pdf": "PDF", "odt": "LibreOffice (.odt)", "docx": "Word (.docx)"}


class SlotBox(QWidget):
    """A file is refused with its reason below the zone; a signed copy is compared with what was given out."""

    def __init__(self, place: Place, key: str, slot: Slot) -> None:
        super().__init__()
        self.slot = slot
        self._place = place
        self._key = key
        self._draft: Document | None = None
        self._asked: DocumentId | None = None  # whose protocol is asked for once it is shown
        self.rows: dict[int, DocumentRow] = {}
        self.title = Label(_title(slot), "section", wraps=True)
        self.zone = DropZone(_zone_words(slot), formats=slot.formats)
        self.zone.chosen.connect(lambda files: self.add(files[0]))
        self.make: QPushButton | None = _draft_button(slot, self._give_out) if slot.draft else None
        self.unsaid = Label("", "warning", wraps=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(unit(6))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, unit(4))
        layout.setSpacing(unit(4))
        layout.addWidget(self.title)
        layout.addLayout(self._rows)
        if self.make is not None:
            layout.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.unsaid)
        layout.addWidget(self.zone)

    def show_view(self, view: AccessionView) -> None:
        """Show the documents that are there."""
        case, slot = view.case, self.slot
        self._draft = case.given_out(slot.kind) if slot.is_signed else None
        self._show_unsaid(case.given_out(slot.kind))
        documents = case.documents_of(self._key, slot.kind)
        if [one.id for one in documents] != list(self.rows):
            empty_layout(self._rows)
            self.rows = {one.id: DocumentRow(self._place, one) for one in documents}
            for row in self.rows.values():
                self._rows.addWidget(row)
        for one in documents:
            self.rows[one.id].show_document(one)
        self.zone.setVisible(not slot.is_signed or self._draft is not None)
        if self._asked in self.rows:
            self.rows[self._asked].ask_protocol()
            self._asked = None

    def _show_unsaid(self, draft: Document | None) -> None:
        """What the last draft leaves to be completed, and what of it could not be printed."""
        from app.reports.words import missing_notice

        told = [gaps_line(draft.gaps, is_signed=self.slot.is_signed), missing_notice(draft.unprinted)] if draft else []
        self.unsaid.setText(" ".join(filter(None, told)))
        self.unsaid.setVisible(bool(self.unsaid.text()))

    def focus(self) -> None:
        """Put the keyboard where the document comes from: the draft first, where it is to be signed."""
        wants_draft = self.make is not None and self.slot.is_signed and self._draft is None
        target = self.make if wants_draft and self.make is not None else self.zone.browse
        target.setFocus()

    def add(self, file: Path) -> None:
        """Keep a file in its place on the line."""
        self.zone.say("")

        def keep(store: Store, progress: Progress, is_cancelled: IsCancelled) -> tuple[DocumentId, Changes]:
            return self._keep(store, file, progress, is_cancelled)

        self._place.desk.tasks.long(self, keep, self._on_added, self._on_refused, _("Aggiungo il documento…"))

    def _keep(
        self, store: Store, file: Path, progress: Progress, is_cancelled: IsCancelled
    ) -> tuple[DocumentId, Changes]:
        from app.actions.documents import add_document
        from app.actions.receipts import attach_receipt

        place, slot = self._place, self.slot
        if slot.kind in _RECEIPTS and file.suffix.lower() == ".eml":
            document_id, _read, changes = attach_receipt(store, place.accession_id, file)
            return document_id, changes
        return add_document(
            store,
            file,
            progress=of_bytes(progress),
            is_cancelled=is_cancelled,
            kind=slot.kind,
            accession_id=place.accession_id,
            item_key=self._key,
            given_out_id=self._draft.id if self._draft else None,
        )

    def _on_added(self, done: tuple[DocumentId, Changes]) -> None:
        self._asked = done[0]
        self._place.desk.window.toast(_("Aggiunto: {what}").format(what=_name(self.slot)), with_undo=True)
        self._place.read_again()

    def _on_refused(self, error: CampanileError) -> None:
        self.zone.say(sentence(error))

    def _give_out(self, form: str) -> None:
        from app.actions.drafts import give_out

        place, key = self._place, self.slot.draft
        place.desk.tasks.act(
            self,
            lambda store: give_out(store, place.accession_id, key, form),
            lambda done: self._ask_where(done[0], form),
            self._on_refused,
        )

    def _ask_where(self, document_id: DocumentId, form: str) -> None:
        kinds = ((_WORDS[form], form),)
        ask_where(self, _("Salva il documento"), _name(self.slot), kinds, partial(self._save, document_id))

    def _save(self, document_id: DocumentId, target: Path) -> None:
        from app.actions.document_files import save_document_as

        self._place.desk.tasks.query(
            self,
            lambda store: save_document_as(store, document_id, target),
            lambda _done: self._place.desk.window.toast(_("Salvato {file}").format(file=target.name)),
            self._on_refused,
        )


def _draft_button(slot: Slot, give_out: Callable[[str], object]) -> QPushButton:
    words = _("Crea il documento da firmare  ▾") if slot.is_signed else _("Crea da modello  ▾")
    made = button(words, icon="document")
    made.setAccessibleName(f"{words.removesuffix('  ▾')}: {_name(slot)}")
    menu = QMenu(made)
    for form in ("pdf", "odt", "docx") if slot.is_signed else ("odt", "docx", "pdf"):
        action = menu.addAction(_WORDS[form])
        action.triggered.connect(lambda _checked=False, form=form: give_out(form))
    made.setMenu(menu)
    return made


def _name(slot: Slot) -> str:
    return in_language(slot.title, slot.title_en)


def _title(slot: Slot) -> str:
    return _("{document} (obbligatorio)").format(document=_name(slot)) if slot.is_required else _name(slot)


def _zone_words(slot: Slot) -> str:
    return _("Il file firmato, com'è uscito dalla firma") if slot.is_signed else _name(slot)
