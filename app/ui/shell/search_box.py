# SPDX-License-Identifier: EUPL-1.2
"""One box that finds services, projects, calls, centres and procedures, grouped by kind, as one types."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.text import _
from app.ui.theme import colour, unit
from app.ui.widgets.glass import Glass
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.search import Hit

_WAIT_MS = 120
_AT_MOST = 30
_KEYS_OF_LIST = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class SearchBox(QLineEdit):
    """`wanted` asks for hits of a text; `show_hits` answers; `chosen` gives the hit that was picked."""

    wanted = Signal(str)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Cerca servizi, CUP, pratiche, documenti  (Ctrl+K)"))
        self.setAccessibleName(_("Cerca dappertutto"))
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(unit(180))
        Glass(self)
        self.popup: _Popup | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(lambda: self.wanted.emit(self.text().strip()))
        self.textEdited.connect(self._on_edited)

    def show_hits(self, text: str, hits: list[Hit]) -> None:
        """What was found for a text; an answer that came too late is not shown."""
        if text != self.text().strip() or not self.hasFocus():
            return
        if self.popup is None:
            self.popup = _Popup(self.window(), self._pick)
        self.popup.show_hits(text, hits)
        width = max(self.width(), unit(430))
        corner = self.mapTo(self.window(), QPoint(self.width() - width, self.height() + unit(3)))
        room = self.window().height() - corner.y() - unit(8)
        self.popup.setGeometry(max(0, corner.x()), corner.y(), width, min(self.popup.wanted_height(), room))
        self.popup.show()
        self.popup.raise_()

    def close_hits(self) -> None:
        """Take the list away."""
        if self.popup is not None:
            self.popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through the list, Enter picks, Esc closes it."""
        is_listed = self.popup is not None and self.popup.isVisible()
        if self.popup is not None and is_listed and Qt.Key(event.key()) in _KEYS_OF_LIST:
            QApplication.sendEvent(self.popup.list, event)
        elif self.popup is not None and is_listed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.popup.pick_current()
        elif event.key() == Qt.Key.Key_Escape:
            self._empty()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Close the list when the box is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.close_hits()
        return super().event(event)

    def _on_edited(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self.close_hits()

    def _pick(self, hit: Hit) -> None:
        self._empty()
        self.chosen.emit(hit)

    def _empty(self) -> None:
        self._timer.stop()
        self.close_hits()
        self.clear()


class _Popup(QFrame):
    """The list under the box; it never takes the focus."""

    def __init__(self, window: QWidget, pick: Callable[[Hit], None]) -> None:
        super().__init__(window)
        self.setObjectName("search_popup")
        self._pick = pick
        self._hits: list[Hit | None] = []
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(_("Risultati della ricerca"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemClicked.connect(lambda _item: self.pick_current())
        self.nothing = Label("", "muted", wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(4), unit(6), unit(4), unit(6))
        layout.addWidget(self.nothing)
        layout.addWidget(self.list)

    def show_hits(self, text: str, hits: list[Hit]) -> None:
        from app.text.labels import kind_label

        self.list.clear()
        self._hits = []
        for kind, group in groupby(hits[:_AT_MOST], key=lambda hit: hit.kind):
            self._add_head(kind_label(kind))
            for hit in group:
                self.list.addItem(QListWidgetItem(f"{hit.title}\n{hit.detail}" if hit.detail else hit.title))
                self._hits.append(hit)
        self.nothing.setText(_("Niente per «{text}». Prova con una parola sola, o con il CUP.").format(text=text))
        self.nothing.setVisible(not hits)
        self.list.setVisible(bool(hits))
        if hits:
            self.list.setCurrentRow(1)

    def wanted_height(self) -> int:
        lines = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        return lines + unit(24) if self._hits else unit(72)

    def pick_current(self) -> None:
        row = self.list.currentRow()
        hit = self._hits[row] if 0 <= row < len(self._hits) else None
        if hit is not None:
            self._pick(hit)

    def _add_head(self, text: str) -> None:
        head = QListWidgetItem(text)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setForeground(colour("muted"))
        font = self.list.font()
        font.setBold(True)
        head.setFont(font)
        self.list.addItem(head)
        self._hits.append(None)
