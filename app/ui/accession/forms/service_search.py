# SPDX-License-Identifier: EUPL-1.2
"""Adding a service of the catalogue to a request: type, choose, done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.text import _, in_language
from app.ui.theme import unit
from app.ui.widgets.label import Label
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.undo_key import UndoKey

if TYPE_CHECKING:
    from app.actions.catalogue import CatalogueAnswer
    from app.domain.catalogue import Service
    from app.store import Store
    from app.ui.desk import Desk

_AT_MOST = 8


class ServiceSearch(QWidget):
    """`chosen` gives the code; services that are in the request already are not offered again."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._settled: set[str] = set()
        self._offered: tuple[str, ...] = ()
        self._found: list[Service] = []
        self._is_hasty = False  # Enter came before the answer
        self.label = Label(_("Aggiungi un servizio del catalogo"), "section")
        self.field = _Field(self.label.text(), _("Una parola o il codice, poi Invio"))
        self.field.setMinimumWidth(unit(160))
        self.label.setBuddy(self.field)
        UndoKey(self.field)
        self.list = _Results(self._pick)
        self.nothing = Label("", "muted", wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(3))
        for widget in (self.label, self.field, self.list, self.nothing):
            layout.addWidget(widget)
        self.field.wanted.connect(self._find)
        self.field.left_down.connect(self.list.enter)
        self.field.entered.connect(self._on_entered)
        self._show([], "")

    def show_settled(self, settled: set[str], offered: tuple[str, ...]) -> None:
        """Leave out what was spoken of; what the centre offers comes first."""
        self._settled, self._offered = settled, offered
        self._show([service for service in self._found if service.code not in settled], self.field.words())

    def _find(self, words: str) -> None:
        if not words:
            self._show([], "")
            return
        self._desk.tasks.query(self, lambda store: _search(store, words), lambda found: self._on_found(found, words))

    def _on_found(self, answer: CatalogueAnswer, words: str) -> None:
        if words != self.field.words():
            return
        found = [row.service for row in answer.services if row.service.code not in self._settled]
        found.sort(key=lambda service: service.code not in self._offered)
        self._show(found[:_AT_MOST], words)
        if self._is_hasty:
            self._pick(0)

    def _show(self, found: list[Service], words: str) -> None:
        self._found = found
        self.list.clear()
        for service in found:
            name = in_language(service.name, service.name_en)
            told = f"{name}\n{service.code}"
            if self._offered and service.code not in self._offered:
                told += " · " + _("nessuna fonte mostra che il centro lo offra")
            self.list.addItem(QListWidgetItem(told))
        self.list.fit()
        is_vain = bool(words) and not found
        self.nothing.setText(_("Niente per «{text}»: prova con un'altra parola.").format(text=words) if is_vain else "")
        self.nothing.setVisible(is_vain)

    def _on_entered(self) -> None:
        if self._found:
            self._pick(0)
        else:
            self._is_hasty = bool(self.field.words())

    def _pick(self, row: int) -> None:
        self._is_hasty = False
        if 0 <= row < len(self._found):
            code = self._found[row].code
            self.field.reset()
            self.field.setText("")  # and nothing to take back: Ctrl+Z is the window's
            self._show([], "")
            self.field.setFocus()
            self.chosen.emit(code)


class _Field(SearchField):
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()


class _Results(QListWidget):
    def __init__(self, pick: Callable[[int], object]) -> None:
        super().__init__()
        self._pick = pick
        self.setAccessibleName(_("Servizi trovati"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemClicked.connect(lambda _item: self._pick(self.currentRow()))

    def enter(self) -> None:
        """The keyboard comes down from the field."""
        if self.count():
            self.setCurrentRow(0)
            self.setFocus()

    def fit(self) -> None:
        """As high as its rows; nothing where there are none."""
        self.setVisible(bool(self.count()))
        height = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(height + unit(6))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.currentRow())
        else:
            super().keyPressEvent(event)


def _search(store: Store, words: str) -> CatalogueAnswer:
    from app.actions.catalogue import CatalogueFilter, search_services

    return search_services(store, CatalogueFilter(text=words))
