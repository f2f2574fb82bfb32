# SPDX-License-Identifier: EUPL-1.2
"""What is missing left; right why it is asked for, and the place to drop it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.accession_states import Actor
from app.domain.file_names import shown_name
from app.errors import CampanileError
from app.text import _, in_language, ngettext, sentence
from app.text.accession_labels import actor_label
from app.ui.accessions.words import when_words
from app.ui.documents.adding import add_to_line, refusal_words, tell_added
from app.ui.documents.table import TABLE_SHARE, missing_name, missing_table
from app.ui.documents.words import line_name, missing_state, procedure_name
from app.ui.widgets.button import button
from app.ui.widgets.card import Card
from app.ui.widgets.drop_zone import DropZone
from app.ui.widgets.page_split import PageSplit

if TYPE_CHECKING:
    from app.actions.document_adding import AddOutcome
    from app.actions.document_survey import MissingRow, Survey
    from app.ui.desk import Desk

_DRAFT = "draft.none"
_SIGNED = "signed_copy.none"


class MissingPart(QWidget):
    """Rows come from the page."""

    def __init__(self, desk: Desk, today: Callable[[], date]) -> None:
        super().__init__()
        self._desk = desk
        self._today = today
        self._survey: Survey | None = None
        self.table = missing_table(today)
        self.card = Card(_("Che cosa manca"))
        self.zone: DropZone | None = None
        self.split = PageSplit(self.table, self.card, table_share=TABLE_SHARE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.split)
        self.table.set_empty(
            _("Non manca niente"), _("Ogni pratica ha i documenti che le servono adesso."), icon="check"
        )
        self.table.selected.connect(self._show)
        self.table.activated.connect(self._open)

    def show_rows(self, survey: Survey, rows: list[MissingRow]) -> None:
        """Show what is missing."""
        self._survey = survey
        self.table.show_rows(rows)
        told = ngettext("{count} documento mancante", "{count} documenti mancanti", len(rows))
        self.table.set_footer(told.format(count=len(rows)) if rows else "")
        self._show(self.table.current())

    def take(self, files: list[Path]) -> None:
        """Add what was dropped to the line that lacks it, or put a lost file back."""
        row = self.table.current()
        if row is None:
            return
        if row.document is not None:
            self._put_back(row, files[0])
            return
        facts = {"kind": row.slot.kind if row.slot else "", "item_key": row.item.key if row.item else ""}
        accession_id = row.accession.id if row.accession else None
        given_out_id = self._given_out(row) if row.code == _SIGNED else None
        add_to_line(
            self._desk,
            self,
            files,
            then=self._on_added,
            failed=self._on_failed,
            accession_id=accession_id,
            given_out_id=given_out_id,
            **facts,
        )

    def _show(self, row: MissingRow | None) -> None:
        self.zone = None
        if row is None:
            self.card.show_empty(
                _("Niente da aggiungere"), _("Qui vedi perché un documento serve, e lo aggiungi."), "check"
            )
            return
        self.card.clear()
        self.card.set_title(missing_name(row), procedure_name(row.accession))
        self.card.add_pill_row(_("Che cosa fare"), *missing_state(row.code))
        if row.item is not None:
            body = row.accession.body if row.accession else ""
            self.card.add_row(_("Riga della lista"), line_name(row.item))
            self.card.add_row(_("Chi agisce"), actor_label(Actor(row.item.actor).value, body))
        if row.due is not None:
            self.card.add_row(_("Entro"), when_words(row.due.on, self._today()))
        self._add_zone(row)
        if row.item is not None and row.item.why:
            self.card.add_heading(_("Perché"))
            self.card.add_text(in_language(row.item.why, row.item.why_en))
            self.card.add_source(row.item.law)
        if row.accession is not None:
            go_on = button(_("Apri la pratica"), partial(self._open, row))
            self.card.set_footer(_("Sulla riga c'è anche il modello, dove esiste."), go_on)

    def _add_zone(self, row: MissingRow) -> None:
        if row.code == _DRAFT:
            self.card.add_text(_("Si crea dalla riga della pratica, con i nostri dati già scritti."))
            return
        words = _("Lascia qui il documento")
        if row.document is not None:
            words = _("Lascia qui lo stesso file di allora: {name}").format(name=shown_name(row.document.name))
        elif row.code == _SIGNED:
            words = _("Lascia qui il file firmato")
        self.zone = DropZone(words, formats=row.slot.formats if row.slot else ())
        self.zone.chosen.connect(self.take)
        self.card.add_widget(self.zone)

    def _given_out(self, row: MissingRow) -> int | None:
        if self._survey is None or row.slot is None or row.accession is None:
            return None
        drafts = [
            one.document.id
            for one in self._survey.documents
            if one.document.origin == "draft"
            and one.document.kind == row.slot.kind
            and one.document.accession_id == row.accession.id
        ]
        return drafts[0] if drafts else None

    def _put_back(self, row: MissingRow, file: Path) -> None:
        from app.actions.document_files import put_back_file

        document = row.document
        if document is not None:
            told = _("Rimesso il file di {name}").format(name=shown_name(document.name))
            self._desk.tasks.act(
                self,
                lambda store: put_back_file(store, document.id, file),
                lambda _changes: self._desk.window.toast(told),
                self._on_failed,
            )

    def _on_added(self, outcome: AddOutcome) -> None:
        tell_added(self._desk, outcome)
        if outcome.refused and self.zone is not None:
            self.zone.say(refusal_words(outcome))

    def _on_failed(self, error: CampanileError) -> None:
        if self.zone is not None:
            self.zone.say(sentence(error))

    def _open(self, row: MissingRow) -> None:
        if row.accession is not None:
            key = f"{row.accession.id}:{row.item.key if row.item else ''}".removesuffix(":")
            self._desk.window.open_page("accession", key)
        elif row.document is not None:
            self._desk.window.open_page("documents", str(row.document.id))
