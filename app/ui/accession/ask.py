# SPDX-License-Identifier: EUPL-1.2
"""A question in the page: a few fields, the button that does it, and a way out that loses no word."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import CampanileError, UserError
from app.text import _, sentence
from app.ui.accession.entries import Entry
from app.ui.accession.form import grid_of
from app.ui.accession.place import Drafts
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.label import Label
from app.ui.widgets.page import bring_into_sight
from app.ui.widgets.undo_key import UndoKey

Answers = dict[str, object]


class Ask(QWidget):
    """Hidden until it is opened; what was typed and not done stays, over the end of the program too."""

    def __init__(
        self,
        entries: Mapping[str, Entry],
        words: str,
        do: Callable[[Answers], object],
        drafts: Drafts,
        of: str,
        *,
        blamed: Mapping[str, str] | None = None,
        is_always_open: bool = False,
        rows: tuple[tuple[str, ...], ...] = (),
    ) -> None:
        super().__init__()
        self._rows = rows or tuple((name,) for name in entries)  # those of one row share its width
        self.entries = dict(entries)
        self._do = do
        self._drafts, self._of = drafts, of
        self._blamed = dict(blamed or {})
        self._usual: dict[str, str] = {}
        self._is_always_open = is_always_open
        self.trouble = Label("", "error", wraps=True)
        self.below = QVBoxLayout()  # what a subclass adds below what is wrong
        self.confirm = button(words, self.answer)
        self.leave = button(_("Lascia stare"), self.close_it, role="quiet")
        self.foot = QWidget()  # a dialog may set the buttons apart from the fields
        self._lay_out()
        for name, entry in self.entries.items():
            self._watch(name, entry)
        if not (is_always_open or drafts.get(of)):
            self.hide()  # never shown from here: without a parent it would be a window of its own
        self.show_usual({})

    def show_usual(self, usual: Mapping[str, str]) -> None:
        """Propose these texts; what was typed stands before them."""
        self._usual = dict(usual)
        typed = self._drafts.get(self._of, {})
        for name, entry in self.entries.items():
            wanted = typed.get(name, self._usual.get(name, ""))
            if entry.text != wanted and not (name in typed and entry.field.field.hasFocus()):
                entry.show(wanted)

    def open_it(self) -> None:
        """Show it, with the keyboard in its first field."""
        self.show()
        self.focus_first()
        bring_into_sight(self.confirm)

    def close_it(self) -> None:
        """Put it away; what was typed is there when it is opened again."""
        self.hide()

    def focus_first(self) -> None:
        """Put the keyboard into the first field that wants something, else into the first."""
        fields = [entry.field.field for entry in self.entries.values() if entry.field.isVisibleTo(self)]
        if fields:
            fields[0].setFocus()

    def answer(self) -> None:
        """Read the fields and do it; what is wrong is said beside its field."""
        answers: Answers = {}
        self._show_trouble("")
        for name, entry in self.entries.items():
            entry.field.set_error("")
            try:
                answers[name] = entry.read(entry.text)
            except UserError as error:
                self._blame(name, error)
                return
        self.confirm.setEnabled(False)  # a double click does it once
        self._do(answers)

    def done(self) -> None:
        """It was done: nothing is left to be said."""
        self.confirm.setEnabled(True)
        self._drafts.pop(self._of, None)
        if not self._is_always_open:
            self.close_it()
        self.show_usual(self._usual)

    def refused(self, error: CampanileError) -> None:
        """It was not done: say why, beside the field that it is about where there is one."""
        self.confirm.setEnabled(True)
        blamed = self._blamed.get(error.code, "")
        if blamed in self.entries and self.entries[blamed].field.isVisibleTo(self):
            self._blame(blamed, error)
        else:
            self._show_trouble(sentence(error))

    def clear_trouble(self) -> None:
        """What was wrong is right by now."""
        self._show_trouble("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does it, Esc puts it away with what was typed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.confirm.isEnabled():
            self.answer()
        elif event.key() == Qt.Key.Key_Escape and not self._is_always_open:
            self.close_it()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, unit(4), 0, unit(8))
        layout.setSpacing(unit(6))
        layout.addLayout(grid_of(self.entries, *self._rows))
        layout.addWidget(self.trouble)
        layout.addLayout(self.below)
        buttons = QHBoxLayout(self.foot)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(unit(8))
        buttons.addWidget(self.confirm)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        layout.addWidget(self.foot)
        self.leave.setVisible(not self._is_always_open)
        self.trouble.hide()

    def _watch(self, name: str, entry: Entry) -> None:
        inside = entry.field.field
        if isinstance(inside, QLineEdit):
            inside.textEdited.connect(lambda _text: self._note(name))
            UndoKey(inside)
        for signal in ("textChanged", "activated", "clicked"):
            if not isinstance(inside, QLineEdit) and hasattr(inside, signal):
                getattr(inside, signal).connect(lambda *_args: self._note(name))

    def _note(self, name: str) -> None:
        text = self.entries[name].text
        mine = self._drafts.setdefault(self._of, {})
        if text == self._usual.get(name, ""):
            mine.pop(name, None)
        else:
            mine[name] = text
        if not mine:
            self._drafts.pop(self._of, None)
        if self.entries[name].field.error.isVisible():
            self.entries[name].field.set_error("")

    def _blame(self, name: str, error: CampanileError) -> None:
        self.entries[name].field.set_error(sentence(error))
        self.entries[name].field.field.setFocus()
        bring_into_sight(self.entries[name].field)

    def _show_trouble(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        if text:
            bring_into_sight(self.trouble)
