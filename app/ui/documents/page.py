# SPDX-License-Identifier: EUPL-1.2
"""Documenti: every file once by its hash, the register of acts, what each procedure lacks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from app.domain.acts import ActId
from app.domain.dates import to_rome
from app.domain.documents import DocumentId
from app.domain.folding import fold, matches
from app.text import _
from app.ui.documents.acts_part import ActsPart
from app.ui.documents.adding import Adding
from app.ui.documents.documents_part import DocumentsPart
from app.ui.documents.missing_part import MissingPart
from app.ui.documents.output import export_list, print_list
from app.ui.documents.words import total_words
from app.ui.widgets.chips import Chip, Chips, FilterRow
from app.ui.widgets.drop_zone import DropAnywhere
from app.ui.widgets.page import page_layout
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.document_survey import Survey
    from app.ui.desk import Desk

_ACT = "act:"
_TRUST_LIST = "trust_list"
_PARTS = ("documents", "acts", "missing")


class DocumentsPage(QWidget):
    """Files may be dropped anywhere on it; the chips change between the three lists."""

    TITLE = "Documenti"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._survey: Survey | None = None
        self.header = PageHeader(_("Documenti"))
        self.print_button = self.header.add_button(_("Stampa…"), self.print_page, icon="print")
        self.export_button = self.header.add_button(_("Esporta…"), self.export, icon="upload")
        self.act_button = self.header.add_button(_("Registra un atto"), self.register_act, icon="list")
        self.add_button = self.header.add_button(_("Aggiungi un documento"), self.add, primary=True, icon="plus")
        self.chips = Chips(name=_("Quali elenchi"))
        self.search = SearchField(_("Cerca tra i documenti e gli atti"), _("Nome, protocollo, centro…"))
        self.filters = FilterRow(self.chips, self.search)
        self.documents = DocumentsPart(desk)
        self.acts = ActsPart(desk)
        self.missing = MissingPart(desk, self._today)
        self.stack = QStackedWidget()
        self.adding = Adding(desk, self, self._on_added)
        self._lay_out()
        self.drop = DropAnywhere(self, _("Lascia qui i file da aggiungere"), self.adding.ask)
        self.documents.card.trust_wanted.connect(lambda: self.adding.ask(kind=_TRUST_LIST))
        self.chips.chosen.connect(lambda _key: self._show_part())
        self.search.wanted.connect(lambda _text: self._show_rows())
        self.search.left_down.connect(self._enter_table)

    def refresh(self) -> None:
        """Read all lists again."""
        from app.actions.document_survey import survey_documents

        self._desk.tasks.query(self, survey_documents, self._on_survey)

    def on_changed(self, changes: Changes) -> None:
        """Documents, acts and the procedures that they belong to."""
        if changes.documents or changes.accessions or changes.municipality or changes.concessions:
            self.refresh()

    def open_key(self, key: str) -> None:
        """A document by its number, "act:" and the number of an act, or one of the lists."""
        if key.startswith(_ACT) and key.removeprefix(_ACT).isdecimal():
            self.acts.choose(ActId(int(key.removeprefix(_ACT))))
            self._go("acts")
        elif key.isdecimal():
            self.documents.choose(DocumentId(int(key)))
            self._go("documents")
        elif key in _PARTS:
            self._go(key)

    def print_page(self) -> None:
        """Print the list as it is seen."""
        print_list(self._desk, self, self.chips.current(), self.search.words())

    def export(self) -> None:
        """Write the list as it is seen to a file."""
        part = self.chips.current()
        rows = [getattr(row, part.removesuffix("s")).id for row in self._part().table.rows()]
        export_list(self._desk, self, part, rows)

    def add(self) -> None:
        """Ask which files to add, and what they are."""
        self.adding.ask()

    def register_act(self) -> None:
        """Ask which act to write down."""
        from app.ui.documents.new_act import NewAct

        if self._survey is not None:
            dialog = NewAct(self._desk, self._survey, self.window())
            dialog.registered.connect(self._on_registered)
            dialog.open()

    def search_field(self) -> QLineEdit:
        """Where Ctrl+F leads."""
        return self.search

    def flush(self) -> None:
        """Keep what was typed."""
        for part in (self.documents, self.acts):
            part.flush()

    def _lay_out(self) -> None:
        self.chips.set_chips(_chips())
        layout = page_layout(self)
        layout.addWidget(self.header)
        layout.addWidget(self.filters)
        layout.addWidget(self.stack, 1)
        for part in (self.documents, self.acts, self.missing):
            self.stack.addWidget(part)
            part.split.covered.connect(lambda is_covered: self.filters.setVisible(not is_covered))
        self.documents.table.set_empty(
            _("Ancora nessun documento"),
            _("Trascina qui i file: delibere, domande firmate, ricevute. Ognuno resta byte per byte com'è."),
            _("Aggiungi un documento"),
            self.add,
            icon="document",
        )
        self.acts.table.set_empty(
            _("Ancora nessun atto"),
            _("Il registro tiene proposte, delibere, determine e convenzioni con i loro giorni."),
            _("Registra un atto"),
            self.register_act,
            icon="list",
        )

    def _today(self) -> date:
        return to_rome(self._desk.workspace.clock()).date()

    def _part(self) -> DocumentsPart | ActsPart | MissingPart:
        current = self.chips.current()
        return self.acts if current == "acts" else self.missing if current == "missing" else self.documents

    def _enter_table(self) -> None:
        self._part().table.setFocus()

    def _go(self, part: str) -> None:
        self.chips.choose(part)
        self.search.reset()
        self._show_part()
        self.refresh()

    def _show_part(self) -> None:
        part = self._part()
        self.stack.setCurrentWidget(part)
        self.filters.setVisible(not part.split.is_covered)
        self.export_button.setEnabled(self.chips.current() != "missing" and bool(part.table.rows()))
        self.print_button.setEnabled(bool(part.table.rows()))

    def _on_survey(self, survey: Survey) -> None:
        self._survey = survey
        self.header.set_totals(total_words(survey))
        self.chips.set_chips(_chips(len(survey.documents), len(survey.acts), len(survey.missing)))
        self._show_rows()

    def _show_rows(self) -> None:
        from app.actions.document_survey import words_of

        survey = self._survey
        if survey is None:
            return
        wanted = fold(self.search.words())
        self.documents.show_rows(survey, [row for row in survey.documents if matches(wanted, fold(words_of(row)))])
        self.acts.show_rows(survey, [row for row in survey.acts if matches(wanted, fold(words_of(row)))])
        self.missing.show_rows(survey, [row for row in survey.missing if matches(wanted, fold(words_of(row)))])
        self._show_part()

    def _on_added(self, added: tuple[DocumentId, ...]) -> None:
        if added:
            self.open_key(str(added[0]))

    def _on_registered(self, act_id: ActId) -> None:
        self._desk.window.toast(_("Atto registrato"), with_undo=True)
        self.open_key(f"{_ACT}{act_id}")


def _chips(*counts: int) -> list[Chip]:
    """The three lists, each with how many rows it has once that is known."""
    names = (_("Documenti"), _("Atti"), _("Mancanti"))
    known = counts or (None, None, None)
    return [Chip(key, name, count) for key, name, count in zip(_PARTS, names, known, strict=True)]
