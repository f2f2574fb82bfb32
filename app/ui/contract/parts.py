# SPDX-License-Identifier: EUPL-1.2
"""A list of things that hang on a contract: each opens into its fields, which keep themselves; one more goes below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import CampanileError, UserError
from app.text import _
from app.ui.accession.ask import Answers, Ask
from app.ui.accession.autosave import Autosave
from app.ui.accession.entries import Entry
from app.ui.accession.form import grid_of, texts_of
from app.ui.contract.document_slot import DocumentSlot
from app.ui.contract.place import OwnerPlace
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.chips import FilterRow
from app.ui.widgets.expander import Expander
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link
from app.ui.widgets.pill import Pill

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.domain.documents import DocumentId
    from app.store import Store

    Correct = Callable[..., Changes]
    Remove = Callable[[Store, int], Changes]
    Add = Callable[[Store, Answers], tuple[int, Changes]]

Told = tuple[str, str]  # words and their tone
_LETTERS = 60  # of a title in one line: its fields say it whole
_NAMES = ("name", "title")
"""Without one of these a thing could not be told from the others."""


@dataclass(frozen=True, slots=True)
class PartKind:
    """How one kind of thing is shown, kept and taken out; a call gives each action, so that it is imported late."""

    key: str
    parts_of: Callable[[Any], Iterable[Any]]  # of a view
    title: Callable[[Any], str]
    told: Callable[[Any], Told]  # where it stands, as a pill
    entries: Callable[[OwnerPlace, Any], dict[str, Entry]]
    rows: tuple[tuple[str, ...], ...]
    correct: Callable[[], Correct]
    remove: Callable[[], Remove]
    document: str = ""  # what its document is called; nothing where it has none
    document_kind: Callable[[Any], str] = lambda _part: "other"
    is_removable: Callable[[Any], bool] = bool
    blamed: tuple[tuple[str, str], ...] = ()


class PartRow(QWidget):
    """One thing: a line that says how it stands, and its fields below when opened."""

    def __init__(self, place: OwnerPlace, kind: PartKind, part: Any) -> None:  # noqa: ANN401 - a row of any kind
        super().__init__()
        self.kind, self.part = kind, part
        self._place = place
        self.head = Expander("")
        self.state = Pill()
        self.entries = kind.entries(place, part)
        self.save = Autosave(
            place.desk.tasks,
            self.entries,
            place.drafts,
            place.of(f"{kind.key}:{part.id}"),
            self._write,
            self,
            blamed=dict(kind.blamed),
        )
        self.save.stale.connect(place.read_again)
        self.slot = self._slot() if kind.document else None
        self.remove = Link(_("Elimina"), self._remove)
        self._lay_out()
        self.show_part(part)

    def show_part(self, part: Any) -> None:  # noqa: ANN401 - a row of any kind
        """Show what is kept."""
        self.part = part
        title = self.kind.title(part)
        words, tone = self.kind.told(part)
        self.head.set_title(title if len(title) <= _LETTERS else f"{title[: _LETTERS - 1]}…")
        self.head.head.setAccessibleName(title)
        self.state.show_state(words, tone or "neutral")
        self.state.setVisible(bool(words))
        self.remove.setAccessibleName(_("Elimina {what}").format(what=title))
        self.remove.setVisible(self.kind.is_removable(part))
        self.save.show_values(part.version, texts_of(part, self.entries))
        if self.slot is not None:
            self.slot.show_document(part.document_id)

    def focus(self, piece: str = "") -> None:
        """Open it, with the keyboard in its first field, or where its "document" is given."""
        self.head.open()
        if piece == "document" and self.slot is not None:
            self.slot.focus()
        else:
            self.save.focus(next(iter(self.entries)))

    def is_called(self, which: str) -> bool:
        """Whether it has that number or a field with that day; every one is called nothing."""
        days = (str(getattr(self.part, name, "")) for name in self.entries)
        return which in ("", str(self.part.id), *days)

    def _write(self, store: Store, seen: int, values: dict[str, object]) -> tuple[int, Changes]:
        changes = self.kind.correct()(store, self.part.id, seen, **values)
        return self._version(store, seen), changes

    def _version(self, store: Store, seen: int) -> int:
        parts = self.kind.parts_of(self._place.read(store))
        return next((int(one.version) for one in parts if one.id == self.part.id), seen)

    def _slot(self) -> DocumentSlot:
        def save(store: Store, document_id: DocumentId | None) -> Changes:
            version = self._version(store, self.part.version)
            return self.kind.correct()(store, self.part.id, version, document_id=document_id)

        return DocumentSlot(self._place, self.kind.document, save, kind=self.kind.document_kind(self.part))

    def _remove(self) -> None:
        part_id, title, remove = self.part.id, self.kind.title(self.part), self.kind.remove()
        self._place.desk.tasks.act(
            self,
            lambda store: remove(store, part_id),
            lambda _changes: self._place.desk.window.toast(_("Eliminato: {what}").format(what=title), with_undo=True),
        )

    def _lay_out(self) -> None:
        line = FilterRow(self.head.head, self.state)
        body = self.head.body
        rows = (tuple(name for name in row if name in self.entries) for row in self.kind.rows)
        body.addLayout(grid_of(self.entries, *(row for row in rows if row)))
        if self.slot is not None:
            body.addWidget(self.slot)
        body.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(2))
        layout.addWidget(line)
        layout.addWidget(self.head)


class PartsBox(QWidget):
    """The things of one kind, and the question for one more."""

    def __init__(
        self,
        place: OwnerPlace,
        kind: PartKind,
        nothing: str,
        add_words: str,
        ask: Mapping[str, Entry],
        add: Add,
        *,
        blamed: Mapping[str, str] | None = None,
        ask_rows: tuple[tuple[str, ...], ...] = (),
    ) -> None:
        super().__init__()
        self.kind = kind
        self._place, self._add = place, add
        self.rows: dict[int, PartRow] = {}
        self._opened: int | None = None  # one that was just added, to be opened once it is shown
        self.nothing = Label(nothing, "muted", wraps=True)
        of = place.of(f"{kind.key}:new")
        self.ask = Ask(ask, _("Aggiungi"), self._on_answer, place.drafts, of, blamed=blamed, rows=ask_rows)
        self.more = button(add_words, self.ask.open_it, icon="plus")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(unit(4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(6))
        layout.addWidget(self.nothing)
        layout.addLayout(self._rows)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.ask)

    def show_view(self, view: Any) -> None:  # noqa: ANN401 - of a contract, or of a concession
        """Show the things of a contract or a concession."""
        parts = list(self.kind.parts_of(view))
        if [part.id for part in parts] != list(self.rows):
            self._build(parts)
        for part in parts:
            self.rows[part.id].show_part(part)
        self.nothing.setVisible(not parts)
        if self._opened in self.rows:
            self.rows[self._opened].focus()
            self._opened = None

    def focus_field(self, name: str) -> bool:
        """`guarantee:3`, `guarantee:2026-12-31` by day, `guarantee` the first or a new one; `milestone:3:document`."""
        key, which, piece, *_rest = f"{name}::".split(":")
        if key != self.kind.key:
            return False
        found = next((row for row in self.rows.values() if row.is_called(which)), None)
        if found is not None:
            found.focus(piece)
        else:
            self.ask.open_it()
        return True

    def take_files(self, files: list[Path]) -> bool:
        """Files go to the first thing that is open and asks for a document."""
        return any(row.slot is not None and row.slot.take_files(files) for row in self.rows.values())

    def on_refused(self, error: CampanileError) -> None:
        """It was not added: the question says why."""
        self.ask.refused(error)

    def flush(self) -> None:
        """Keep what was typed."""
        for row in self.rows.values():
            row.save.flush()

    def _build(self, parts: list[Any]) -> None:
        kept = {number: row for number, row in self.rows.items() if any(part.id == number for part in parts)}
        for number, row in self.rows.items():
            self._rows.removeWidget(row)
            if number not in kept:
                row.hide()
                row.deleteLater()
        self.rows = {part.id: kept.get(part.id) or PartRow(self._place, self.kind, part) for part in parts}
        for row in self.rows.values():
            self._rows.addWidget(row)

    def _on_answer(self, answers: Answers) -> None:
        add = self._add
        if any(answers.get(name) == "" for name in _NAMES):
            self.ask.refused(UserError("contract.part_without_name"))
            return
        self._place.desk.tasks.act(self, lambda store: add(store, answers), self._on_added, self.on_refused)

    def _on_added(self, done: tuple[int, Changes]) -> None:
        self._opened = done[0]
        self.ask.done()
        self._place.desk.window.toast(_("Aggiunto"), with_undo=True)
        self._place.read_again()
