# SPDX-License-Identifier: EUPL-1.2
"""Cronologia: every action, what it changed, one step back and one forward."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from app.domain.folding import fold, matches
from app.domain.history import EntryKind, HistoryEntry, UndoState
from app.text import _, action_title, ngettext
from app.ui.history.card import HistoryCard
from app.ui.history.table import history_table
from app.ui.history.words import entry_title, shortened
from app.ui.theme import unit
from app.ui.widgets.chips import Chip, Chips, FilterRow
from app.ui.widgets.page import page_layout
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.page_split import PageSplit
from app.ui.widgets.save_as import ask_where, table_kinds
from app.ui.widgets.tip import tip
from app.ui.widgets.undo_key import UndoKey

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.store import Store
    from app.ui.desk import Desk

_MOST = 5_000
_TITLE_LETTERS = 34


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the page shows, read in one go."""

    entries: list[HistoryEntry]
    undo: UndoState


class HistoryPage(QWidget):
    """Newest first; the filters work on what was read."""

    TITLE = "Cronologia"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._entries: list[HistoryEntry] = []
        self._undo = UndoState(None, None)
        self.header = PageHeader(_("Cronologia"))
        self.header.add_button(_("Esporta…"), self._export, icon="download")
        self.redo_button = self.header.add_button(_("Ripeti"), desk.window.redo, icon="redo")
        self.undo_button = self.header.add_button(
            _("Annulla l'ultima azione"), desk.window.undo, primary=True, icon="undo"
        )
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Cerca un'azione o una persona"))
        self.search.setAccessibleName(_("Cerca nella cronologia"))
        self.search.setClearButtonEnabled(True)
        UndoKey(self.search)
        self.search.setMinimumWidth(unit(280))
        self.chips = Chips(name=_("Quali azioni"))
        self.table = history_table()
        self.card = HistoryCard()
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self._show_rows())
        self.chips.chosen.connect(lambda _key: self._show_rows())
        self.table.selected.connect(self._on_selected)

    def refresh(self) -> None:
        """Read again."""
        self._desk.tasks.query(self, _read, self._on_read)

    def on_changed(self, changes: Changes) -> None:
        """Every action changes the history."""
        if changes.history:
            self.refresh()

    def open_key(self, key: str) -> None:
        """Show the entry of that number."""
        self.search.clear()
        self.chips.choose("all")
        self._show_rows()
        self.table.select(lambda entry: str(entry.id) == key)

    def search_field(self) -> QLineEdit:
        """Where Ctrl+F goes."""
        return self.search

    def _lay_out(self) -> None:
        layout = page_layout(self)
        layout.addWidget(self.header)
        layout.addWidget(FilterRow(self.chips, self.search))
        layout.addWidget(PageSplit(self.table, self.card), 1)

    def _on_read(self, seen: _Seen) -> None:
        self._entries, self._undo = seen.entries, seen.undo
        self._show_steps()
        self._show_rows()

    def _show_steps(self) -> None:
        undo, redo = self._undo.undo, self._undo.redo
        _name(self.undo_button, undo, _("Annulla l'ultima azione"), _("Annulla l'ultima azione: {title}"))
        _name(self.redo_button, redo, _("Ripeti"), _("Ripeti: {title}"))
        self.redo_button.setText(_("Ripeti"))  # its title stands in the table and in the tooltip

    def _show_rows(self) -> None:
        groups = {
            "all": (_("Tutte"), self._entries),
            "done": (_("Fatte"), [one for one in self._entries if _is_done(one)]),
            "undone": (_("Annullate"), [one for one in self._entries if one.is_undone]),
        }
        self.chips.set_chips(Chip(key, words, len(rows)) for key, (words, rows) in groups.items())
        words = fold(self.search.text())
        rows = [
            one
            for one in groups[self.chips.current()][1]
            if not words or matches(words, fold(f"{entry_title(one)} {one.who}"))
        ]
        self._show_empty_words(is_filtered=bool(self._entries))
        self.table.show_rows(rows)
        self._show_count(len(rows))

    def _show_empty_words(self, *, is_filtered: bool) -> None:
        if is_filtered:
            text = _("Nessuna azione corrisponde a ciò che cerchi.")
            self.table.set_empty(_("Niente da mostrare"), text, _("Azzera"), self._reset, icon="search")
        else:
            text = _("Ogni cosa che salvi comparirà qui, con chi l'ha fatta e quando.")
            self.table.set_empty(_("Ancora nessuna azione"), text, icon="clock")

    def _show_count(self, count: int) -> None:
        told = ngettext("{count} azione", "{count} azioni", count).format(count=count)
        if len(self._entries) == _MOST:
            told = _("{actions} tra le ultime {most}; «Esporta» le scrive tutte").format(actions=told, most=_MOST)
        self.table.set_footer(told)
        last = self._entries[0] if self._entries else None
        self.header.set_totals(
            _("L'ultima è di {who}: {title}").format(who=last.who, title=entry_title(last)) if last else ""
        )

    def _reset(self) -> None:
        self.chips.choose("all")
        self.search.clear()
        self._show_rows()

    def _on_selected(self, entry: HistoryEntry | None) -> None:
        from app.actions.history import show_entry

        if entry is None:
            self.card.show_nothing()
            return
        self._desk.tasks.query(self, lambda store: show_entry(store, entry.id), self._on_entry)

    def _on_entry(self, entry: HistoryEntry) -> None:
        current = self.table.current()
        if current is not None and current.id == entry.id:
            coming = self._undo.undo
            self.card.show_entry(entry, is_next=coming is not None and coming.id == entry.id)

    def _export(self) -> None:
        ask_where(self, _("Esporta la cronologia"), _("Cronologia"), table_kinds(), self.write)

    def write(self, target: Path) -> None:
        """Write the whole history to a file, by the ending of its name."""
        from app.actions.export import history_table as gather
        from app.actions.export import write_table

        def write(store: Store) -> int:
            table = gather(store)
            write_table(table, target, store)
            return len(table.rows)

        self._desk.tasks.query(self, write, lambda count: self._tell_written(target, count))

    def _tell_written(self, target: Path, count: int) -> None:
        told = ngettext("Scritta {count} azione in {file}", "Scritte {count} azioni in {file}", count)
        self._desk.window.toast(told.format(count=count, file=target.name))


def _name(made: QPushButton, entry: HistoryEntry | None, plain: str, named: str) -> None:
    title = action_title(entry.title, entry.params) if entry else ""
    words = named.format(title=shortened(title, _TITLE_LETTERS)) if entry else plain
    made.setText(words.replace("&", "&&"))
    made.setAccessibleName(named.format(title=title) if entry else plain)
    made.setToolTip(tip(title))
    made.setEnabled(entry is not None)


def _is_done(entry: HistoryEntry) -> bool:
    return entry.kind is EntryKind.ACTION and not entry.is_undone


def _read(store: Store) -> _Seen:
    from app.actions.history import list_history, undo_state

    return _Seen(list_history(store, _MOST), undo_state(store))
