# SPDX-License-Identifier: EUPL-1.2
"""The search of a page: asks after a short rest of the keys, at once on Enter, and forgets on Esc."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.icons import pixmap
from app.ui.theme import unit
from app.ui.widgets.label import Label

_WAIT_MS = 150
_WIDTH = 300
_GLASS = 18


class SearchField(QLineEdit):
    """`wanted` gives the text, `left_down` comes when the arrow asks for the rows below."""

    wanted = Signal(str)
    left_down = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setClearButtonEnabled(True)
        self._glass = Label(parent=self)  # not an action of the field: Qt draws those at one size, whatever the zoom
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._ask)
        self.textChanged.connect(self._timer.start)
        self._show_look()

    def words(self) -> str:
        """What was typed, without spaces around it."""
        return self.text().strip()

    def reset(self) -> None:
        """Empty it without asking."""
        self.clear()
        self._timer.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks now, Esc empties, the arrow goes down to the rows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._ask()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the glass in the middle of the height."""
        super().resizeEvent(event)
        self._glass.move(unit(_GLASS / 2), (self.height() - self._glass.height()) // 2)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the glass again in a new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_glass"):
            self._show_look()

    def _ask(self) -> None:
        self._timer.stop()
        self.wanted.emit(self.words())

    def _show_look(self) -> None:
        size = unit(_GLASS)
        self._glass.setPixmap(pixmap("search", "muted", size, self.devicePixelRatioF()))
        self._glass.setFixedSize(size, size)
        self.setTextMargins(size, 0, 0, 0)
        self.setMinimumWidth(unit(_WIDTH))
