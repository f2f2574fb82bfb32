# SPDX-License-Identifier: EUPL-1.2
"""Fields without a Save button: each is kept as it is typed, and what cannot be kept yet outlives the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

from app.errors import CampanileError, Stale, UserError
from app.text import _, sentence
from app.ui.accession.entries import Entry
from app.ui.widgets.undo_key import UndoKey

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.store import Store
    from app.ui.tasks import Tasks

    Save = Callable[[Store, int, dict[str, object]], tuple[int, Changes]]

_IDLE_MS = 300
_LONGEST_MS = 2_000  # who types without a pause loses no more than this


class Autosave(QObject):
    """`drafts` holds, by `of` and field, what is not in the store yet; `save` writes values and gives the new version.

    One writing is on its way at a time. A text that is refused stays in its field with the sentence beside it, and is
    sent again only once it was changed.
    """

    stale = Signal()  # the thing changed meanwhile: it must be read again
    kept = Signal()

    def __init__(
        self,
        tasks: Tasks,
        entries: Mapping[str, Entry],
        drafts: dict[str, dict[str, str]],
        of: str,
        save: Save,
        parent: QObject,
        *,
        blamed: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.entries = dict(entries)
        self._tasks = tasks
        self._drafts, self._of = drafts, of
        self._save = save
        self._blamed = dict(blamed or {})  # code of a refusal -> the field that it is about
        self._seen = 0
        self._stored: dict[str, str] = {}
        self._refused: dict[str, str] = {}
        self._left: set[str] = set()  # fields that were left since they were last typed into
        self._is_shown = False
        self._is_showing = False
        self._on_its_way = False
        self._idle, self._longest = self._timer(_IDLE_MS), self._timer(_LONGEST_MS)
        for name, entry in self.entries.items():
            self._watch(name, entry)

    @property
    def is_settled(self) -> bool:
        """True while nothing typed waits to be kept."""
        return not self._typed and not self._on_its_way

    @property
    def _typed(self) -> dict[str, str]:
        return self._drafts.get(self._of, {})

    def show_values(self, seen: int, stored: Mapping[str, str]) -> None:
        """Show what is kept at a version; what was typed over it and not kept stays in its field."""
        before, self._seen, self._stored = self._stored, seen, dict(stored)
        self._is_showing = True
        for name, entry in self.entries.items():
            is_typed = name in self._typed
            wanted = self._typed[name] if is_typed else stored[name]
            is_being_typed = is_typed and self._is_shown
            if entry.text != wanted and not is_being_typed:
                entry.show(wanted)
            if not is_typed:
                self._show_doubt(name)
            elif self._is_shown and before.get(name) != stored[name]:
                told = _("Intanto è stato salvato: {value}").format(value=stored[name] or _("(vuoto)"))
                entry.field.set_warning(told)
        self._is_showing = False
        is_first, self._is_shown = not self._is_shown, True
        self._send(self._readable(is_final=is_first))

    def flush(self) -> None:
        """Keep at once all that can be kept."""
        self._idle.stop()
        self._longest.stop()
        self._send(self._readable(is_final=True))

    def write(self, name: str, text: str) -> None:
        """Put a text into a field as though it had been typed there, and keep it."""
        self.entries[name].show(text)
        self._note_and_send(name)

    def focus(self, name: str) -> bool:
        """Put the keyboard into a field; False where there is none of that name."""
        entry = self.entries.get(name)
        if entry is None:
            return False
        entry.field.field.setFocus(Qt.FocusReason.ShortcutFocusReason)  # takes all of a short text, to type over it
        return True

    def _forget(self, name: str) -> None:
        self._typed.pop(name, None)
        if not self._typed:
            self._drafts.pop(self._of, None)

    def _watch(self, name: str, entry: Entry) -> None:
        field = entry.field.field
        if isinstance(field, QLineEdit):
            field.textEdited.connect(lambda _text: self._note(name))
            field.editingFinished.connect(self.flush)
            UndoKey(field)
        elif isinstance(field, QPlainTextEdit):
            field.textChanged.connect(lambda: self._note(name))
        elif isinstance(field, QComboBox):
            field.activated.connect(lambda _place: self._note_and_send(name))
        elif isinstance(field, QCheckBox):
            field.clicked.connect(lambda _checked: self._note_and_send(name))

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(lambda: self._send(self._readable(is_final=False)))
        return timer

    def _note(self, name: str) -> None:
        if self._is_showing:
            return
        text = self.entries[name].text
        if text == self._stored.get(name, ""):
            self._forget(name)
        else:
            self._drafts.setdefault(self._of, {})[name] = text
        self._refused.pop(name, None)
        self._left.discard(name)
        self.entries[name].field.set_error("")
        self._idle.start()
        if not self._longest.isActive():
            self._longest.start()

    def _note_and_send(self, name: str) -> None:
        self._note(name)
        self.flush()

    def _readable(self, *, is_final: bool) -> dict[str, object]:
        """What can be kept now; of what cannot, the reason is said once its field was left."""
        values: dict[str, object] = {}
        for name, text in list(self._typed.items()):
            entry = self.entries.get(name)
            if entry is None or self._refused.get(name) == text:
                continue
            if is_final or not entry.field.field.hasFocus():
                self._left.add(name)
            is_left = name in self._left
            if not is_left and not entry.is_whole(text):
                continue
            try:
                values[name] = entry.read(text)
            except UserError as error:
                if is_left:
                    self._refuse(name, text, error)
        return values

    def _send(self, values: dict[str, object]) -> None:
        if not values or self._on_its_way or not self._is_shown:
            return
        self._on_its_way = True
        sent = {name: self._typed[name] for name in values}
        seen = self._seen
        self._tasks.act(
            self,
            lambda store: self._save(store, seen, values),
            lambda done: self._on_kept(sent, done[0]),
            lambda error: self._on_refused(sent, error),
        )

    def _on_kept(self, sent: dict[str, str], version: int) -> None:
        self._on_its_way = False
        self._seen = max(version, self._seen)
        self._refused.clear()  # what was kept may be what the others waited for
        for name, text in sent.items():
            entry = self.entries[name]
            if self._typed.get(name) == text:
                self._forget(name)
                self._stored[name] = text
                self._show_doubt(name)
                _end_of_typing(entry)
        self.kept.emit()
        self._send(self._readable(is_final=False))

    def _on_refused(self, sent: dict[str, str], error: CampanileError) -> None:
        self._on_its_way = False
        if isinstance(error, Stale):
            self.stale.emit()
            return
        blamed = self._blamed.get(error.code, "")
        for name in [blamed] if blamed in sent else list(sent):
            self._refuse(name, sent[name], error)
        self._send(self._readable(is_final=False))

    def _refuse(self, name: str, text: str, error: CampanileError) -> None:
        if self._typed.get(name) == text:
            self._refused[name] = text
            self.entries[name].field.set_error(sentence(error))

    def _show_doubt(self, name: str) -> None:
        entry = self.entries[name]
        entry.field.set_error("")
        entry.field.set_warning(entry.doubt(entry.text) if entry.doubt else "")


def _end_of_typing(entry: Entry) -> None:
    """From here on Ctrl+Z is the window's."""
    field = entry.field.field
    if isinstance(field, QLineEdit):
        place = field.cursorPosition()
        field.setText(field.text())
        field.setCursorPosition(place)
