# SPDX-License-Identifier: EUPL-1.2
"""Documents left, the card of the chosen one right: reading, opening, saving, removing it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.documents import DocumentId
from app.domain.file_names import ending, shown_name
from app.errors import CampanileError
from app.text import _, ngettext
from app.ui.documents.card import DocumentCard
from app.ui.documents.table import TABLE_SHARE, documents_table
from app.ui.widgets.page_split import PageSplit
from app.ui.widgets.save_as import ask_where

if TYPE_CHECKING:
    from app.actions.document_survey import DocumentRow, Survey
    from app.actions.document_ties import DocumentTie
    from app.actions.documents import DocumentView
    from app.domain.documents import Document
    from app.ui.desk import Desk


class DocumentsPart(QWidget):
    """Rows come from the page; the card is read by itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._survey: Survey | None = None
        self._wanted: DocumentId | None = None
        self.table = documents_table()
        self.card = DocumentCard(desk)
        self.split = PageSplit(self.table, self.card, table_share=TABLE_SHARE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.split)
        self.table.selected.connect(self._on_selected)
        self.table.activated.connect(lambda _row: self.read())
        self.card.read_wanted.connect(self.read)
        self.card.open_wanted.connect(self.open)
        self.card.save_wanted.connect(self._ask_where)
        self.card.removal_wanted.connect(self.remove)
        self.card.mend_wanted.connect(self.mend)
        self.card.tie_wanted.connect(self.ask_tie)
        self.card.stale.connect(self._load)
        self.card.thing_wanted.connect(desk.window.open_page)

    def show_rows(self, survey: Survey, rows: list[DocumentRow]) -> None:
        """Show these documents; the one that was asked for is chosen where it is among them."""
        self._survey = survey
        self.table.show_rows(rows)
        self.table.set_footer(ngettext("{count} documento", "{count} documenti", len(rows)).format(count=len(rows)))
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            if self.table.select(lambda row: row.document.id == wanted):
                self.split.show_card()
        self._load()

    def choose(self, document_id: DocumentId) -> None:
        """Choose a document, now or with the next rows."""
        self._wanted = document_id

    def read(self) -> None:
        """Show the chosen document inside the window."""
        from app.ui.documents.reader import DocumentReader

        document = self._chosen()
        if document is not None:
            DocumentReader(self._desk, document.id, shown_name(document.name), self.window()).open()

    def open(self) -> None:
        """Open a private copy of the chosen document with another program."""
        from app.actions.document_files import open_copy

        document = self._chosen()
        if document is not None:
            document_id = document.id
            self._desk.tasks.query(self, lambda store: open_copy(store, document_id), self._open_file)

    def save(self, target: Path) -> None:
        """Write the bytes of the chosen document to a file."""
        from app.actions.document_files import save_document_as

        document = self._chosen()
        if document is not None:
            document_id = document.id
            told = _("Salvato in {file}").format(file=target.name)
            self._desk.tasks.query(
                self,
                lambda store: save_document_as(store, document_id, target),
                lambda _done: self._desk.window.toast(told),
            )

    def remove(self) -> None:
        """Take the chosen document off; the toast takes it back."""
        from app.actions.documents import remove_document

        document = self._chosen()
        if document is not None:
            document_id = document.id
            told = _("Eliminato: {name}").format(name=shown_name(document.name))
            self.card.flush()
            self._desk.tasks.act(
                self,
                lambda store: remove_document(store, document_id),
                lambda _changes: self._desk.window.toast(told, with_undo=True),
            )

    def mend(self) -> None:
        """Bring files that are gone or changed back from the copies."""
        from app.actions.backup import mend_documents

        self._desk.tasks.query(self, mend_documents, self._on_mended)

    def ask_tie(self) -> None:
        """Ask to which contract or concession the chosen document belongs."""
        from app.actions.document_ties import list_owners

        self._desk.tasks.query(self, list_owners, self._on_owners)

    def flush(self) -> None:
        """Keep what was typed."""
        self.card.flush()

    def _chosen(self) -> Document | None:
        return self.card.view.document if self.card.view is not None else None

    def _on_selected(self, _row: DocumentRow | None) -> None:
        self.card.flush()
        self._load()

    def _load(self) -> None:
        from app.actions.documents import show_document

        row = self.table.current()
        if row is None:
            self.card.show_nothing()
            return
        document_id = row.document.id
        self._desk.tasks.query(
            self, lambda store: show_document(store, document_id), self._on_view, lambda _error: None
        )

    def _on_view(self, view: DocumentView) -> None:
        row = self.table.current()
        if row is not None and row.document.id == view.document.id and self._survey is not None:
            self.card.show_document(view, self._survey.procedures)

    def _on_owners(self, owners: tuple[DocumentTie, ...]) -> None:
        from app.ui.documents.tie_dialog import TieDialog

        document = self._chosen()
        if not owners:
            self._desk.window.toast(_("Non c'è ancora nessuna concessione: scrivila in Concessioni."))
        elif document is not None:
            TieDialog(self._desk, document.id, shown_name(document.name), owners, self.window()).open()

    def _open_file(self, copy: Path) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self._desk.window.toast(_("Si apre una copia: le modifiche non tornano qui."))
        else:
            self._desk.window.toast(_("Nessun programma apre {file}: salvalo con nome.").format(file=copy.name))

    def _ask_where(self) -> None:
        from app.actions.document_files import proposed_name

        document = self._chosen()
        if document is not None:
            name = proposed_name(document)
            kinds = ((_("Come è arrivato"), ending(name) or "*"),)
            ask_where(self, _("Salva il documento"), name, kinds, self.save)

    def _on_mended(self, count: int) -> None:
        told = ngettext("{count} file ripreso dalle copie", "{count} file ripresi dalle copie", count)
        nothing = _("Nelle copie di sicurezza questo file non c'è: aggiungi di nuovo lo stesso file.")
        self._desk.window.toast(told.format(count=count) if count else nothing)
        if count:
            self._desk.window.open_page("documents", str(self.card.view.document.id) if self.card.view else "")


def _is_gone(_error: CampanileError) -> None:
    """The list without it is on its way."""
