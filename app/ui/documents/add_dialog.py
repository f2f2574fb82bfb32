# SPDX-License-Identifier: EUPL-1.2
"""The question asked of files that are added: what they are, to which line they belong, under which protocol."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.dates import to_rome
from app.domain.file_names import shown_name
from app.errors import CampanileError, UserError
from app.text import _, ngettext, sentence
from app.ui.accession.entries import ChoiceField, Entry, day_line, line
from app.ui.accession.form import grid_of
from app.ui.documents import options
from app.ui.documents.adding import add_to_line, refusal_words
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.drop_zone import DropZone
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.document_adding import AddOutcome
    from app.actions.document_survey import Survey
    from app.ui.desk import Desk

_OF_THE_DRAFT = ("kind", "accession_id", "item_key")


class AddDialog(QDialog):
    """Stays open with the reason where a file is refused; what was typed is there when it is opened again."""

    added = Signal(object)  # AddOutcome

    def __init__(self, desk: Desk, survey: Survey, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._survey = survey
        self._typed: dict[str, str] = desk.typed.setdefault("document:new", {})
        self.files: list[Path] = []
        self.setWindowTitle(_("Aggiungi documenti"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.zone = DropZone(_("I file da aggiungere"), takes_many=True)
        self.chosen = Label("", "strong", wraps=True)
        self.entries = self._entries()
        self.add_button = button(_("Aggiungi"), self.add, role="primary", icon="plus")
        self.leave_button = button(_("Lascia stare"), self.reject, role="quiet")
        self._lay_out(parent)
        self.zone.chosen.connect(self.take)
        for name in ("given_out_id", "accession_id"):
            self._box(name).box.currentIndexChanged.connect(lambda _place: self._show_choices())
        for name, entry in self.entries.items():
            entry.show(self._typed.get(name, "other" if name == "kind" else ""))
        options.keep_typed(self.entries, self._typed)
        self._show_choices()
        self.take([])

    def take(self, files: list[Path]) -> None:
        """Add these files to the choice; the keyboard goes on to what they are."""
        self.files = list(dict.fromkeys([*self.files, *files]))
        names = ", ".join(shown_name(file.name) for file in self.files)
        told = ngettext("Scelto {count} file: {names}", "Scelti {count} file: {names}", len(self.files))
        self.chosen.setText(told.format(count=len(self.files), names=names))
        self.chosen.setVisible(bool(self.files))
        self.entries["title"].field.setVisible(len(self.files) < 2)  # noqa: PLR2004 - a title is that of one document
        self.add_button.setEnabled(bool(self.files))
        if files:
            self._box("kind").box.setFocus()
        elif not self.files:
            self.zone.browse.setFocus()

    def add(self) -> None:
        """Add what was chosen; what cannot be read is said beside its field."""
        facts: dict[str, object] = {}
        for name, entry in self.entries.items():
            if not entry.field.isVisibleTo(self):
                continue
            try:
                facts[name] = entry.read(entry.text)
            except UserError as error:
                entry.field.set_error(sentence(error))
                entry.field.field.setFocus()
                return
        if facts.get("given_out_id"):
            facts = {name: value for name, value in facts.items() if name not in _OF_THE_DRAFT}
        self.zone.say("")
        self.add_button.setEnabled(False)  # a double click adds once
        add_to_line(self._desk, self, self.files, then=self._on_added, failed=self._on_failed, **facts)

    def done(self, result: int) -> None:
        """Let go of what was typed once it was done; else it is there for the next time."""
        if result == QDialog.DialogCode.Accepted:
            self._typed.clear()
        super().done(result)

    def _entries(self) -> dict[str, Entry]:
        survey = self._survey
        drafts = [row.document for row in survey.documents if row.document.origin == "draft"]
        return {
            "kind": options.key_choice(_("Che documento è"), options.document_kinds()),
            "given_out_id": options.number_choice(
                _("È la copia firmata di un documento generato da qui?"), options.documents(drafts, _("No"))
            ),
            "accession_id": options.number_choice(_("Pratica"), options.procedures(survey.procedures)),
            "item_key": options.key_choice(_("Riga della lista"), options.lines(survey.procedures, None)),
            "protocol_number": line(_("Numero di protocollo")),
            "protocol_on": day_line(_("Data di protocollo"), lambda: to_rome(self._desk.workspace.clock()).date()),
            "title": line(_("Titolo"), _("Se manca si vede il nome del file.")),
        }

    def _lay_out(self, parent: QWidget) -> None:
        rows = (
            ("kind",),
            ("given_out_id",),
            ("accession_id", "item_key"),
            ("protocol_number", "protocol_on"),
            ("title",),
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(unit(10))
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(22), unit(16), unit(22), unit(16))
        layout.setSpacing(unit(10))
        layout.addWidget(Label(_("Aggiungi documenti"), "heading"))
        layout.addWidget(self.zone)
        layout.addWidget(self.chosen)
        layout.addLayout(grid_of(self.entries, *rows))
        layout.addLayout(buttons)
        self.setFixedWidth(min(unit(680), parent.width() - unit(48)))
        self.add_button.setDefault(True)

    def _box(self, name: str) -> ChoiceField:
        field = self.entries[name].field
        if not isinstance(field, ChoiceField):
            raise TypeError(name)
        return field

    def _show_choices(self) -> None:
        """A signed copy has the place of its draft; a line is one of the chosen procedure."""
        is_copy = bool(self.entries["given_out_id"].text)
        text = self.entries["accession_id"].text
        options.choose_among(self._box("item_key"), options.lines(self._survey.procedures, int(text) if text else None))
        self._box("given_out_id").setVisible(self._box("given_out_id").box.count() > 1)
        for name in _OF_THE_DRAFT:
            self.entries[name].field.setVisible(not is_copy and (name != "item_key" or bool(text)))

    def _on_added(self, outcome: AddOutcome) -> None:
        if outcome.added:
            self.added.emit(outcome)
        if not outcome.refused:
            self.accept()
            return
        self.files = []
        self.take([])
        self.zone.say(refusal_words(outcome))

    def _on_failed(self, error: CampanileError) -> None:
        self.add_button.setEnabled(bool(self.files))
        self.zone.say(sentence(error))
