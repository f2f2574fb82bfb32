# SPDX-License-Identifier: EUPL-1.2
"""Aiuto: one part in sight; a search looks through all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget

from app.domain.folding import fold
from app.text import _, ngettext
from app.ui.help.block import Block
from app.ui.help.entry import Entry
from app.ui.help.glossary import glossary
from app.ui.help.guide import guide
from app.ui.help.origins import origins, program
from app.ui.help.shortcuts import shortcuts
from app.ui.theme import unit
from app.ui.widgets.chips import Chip, Chips, FilterRow
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.page import page_layout
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.undo_key import UndoKey

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.sources import SourceNote
    from app.domain.catalogue import EditionInfo
    from app.domain.procedures import Template
    from app.store import Store
    from app.ui.desk import Desk

    _Seen = tuple[list[SourceNote], EditionInfo | None, list[Template]]


class HelpPage(QWidget):
    """`open_key` takes "guide", "keys", "words", "origins" or "program"."""

    TITLE = "Aiuto"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.blocks: dict[str, Block] = {}
        self.header = PageHeader(_("Aiuto"), _("Tutto ciò che serve per usare Campanile, anche senza rete."))
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Cerca nell'aiuto: una parola, una sigla, un tasto"))
        self.search.setAccessibleName(_("Cerca nell'aiuto"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(unit(360))
        UndoKey(self.search)
        self.chips = Chips(name=_("Parti dell'aiuto"))
        self.chips.set_chips(Chip(key, words) for key, words in _titles().items())
        self.empty = EmptyState(
            _("Niente su questo"), _("Prova con un'altra parola, anche incompleta."), _("Azzera"), self._reset, "search"
        )
        self._body = QVBoxLayout()
        self._body.setSpacing(unit(12))
        layout = page_layout(self)
        layout.addWidget(self.header)
        layout.addWidget(FilterRow(self.chips, self.search))
        layout.addLayout(self._body)
        layout.addWidget(self.empty)
        layout.addStretch(1)
        self.empty.hide()
        self.chips.chosen.connect(lambda _key: self._on_chip())
        self.search.textChanged.connect(lambda _text: self._show())

    def refresh(self) -> None:
        """Read the menus of the window and the sources again."""
        self._desk.tasks.query(self, _read, self._on_read, lambda _error: self._on_read(([], None, [])))

    def on_changed(self, changes: Changes) -> None:
        """Another edition of the catalogue has another day."""
        if changes.catalogue:
            self.refresh()

    def open_key(self, key: str) -> None:
        """Bring a part to the front."""
        if key in _titles():
            self.chips.choose(key)
            self._on_chip()

    def search_field(self) -> QLineEdit:
        """Where Ctrl+F goes."""
        return self.search

    def _on_read(self, seen: _Seen) -> None:
        window = self.window()
        keys = shortcuts(window.menuBar()) if isinstance(window, QMainWindow) else []
        parts: dict[str, list[Entry]] = {
            "guide": guide(),
            "keys": keys,
            "words": glossary(),
            "origins": origins(*seen),
            "program": program(),
        }
        for old in self.blocks.values():
            self._body.removeWidget(old)
            old.deleteLater()
        self.blocks = {}
        for name, words in _titles().items():
            self.blocks[name] = Block(words, parts[name], self._desk.window.open_page)
            self._body.addWidget(self.blocks[name])
        self._show()

    def _show(self) -> None:
        """The chosen part; with words in the search all parts that have something on them."""
        words = fold(self.search.text())
        count = 0
        for name, block in self.blocks.items():
            found = block.show_fitting(words)
            count += found
            block.setVisible(found > 0 if words else name == self.chips.current())
        self.empty.setVisible(bool(words) and count == 0)
        told = ngettext("{count} voce trovata in tutto l'aiuto", "{count} voci trovate in tutto l'aiuto", count)
        usual = _("Tutto ciò che serve per usare Campanile, anche senza rete.")
        self.header.set_totals(told.format(count=count) if words else usual)

    def _on_chip(self) -> None:
        self.search.clear()
        self._show()

    def _reset(self) -> None:
        self.search.clear()
        self.search.setFocus()


def _titles() -> dict[str, str]:
    return {
        "guide": _("Come si fa"),
        "keys": _("Tasti"),
        "words": _("Parole e sigle"),
        "origins": _("Da dove vengono i dati"),
        "program": _("Questo programma"),
    }


def _read(store: Store) -> _Seen:
    from app.actions.overview import look_over
    from app.actions.sources import list_sources, list_templates

    return list_sources(), look_over(store, store.today()).edition, list_templates()
