# SPDX-License-Identifier: EUPL-1.2
"""The search of a page: asks after a short rest of the keys, at once on Enter, and forgets on Esc."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.theme import unit
from app.ui.widgets.glass import Glass

_WAIT_MS = 150
_WIDTH = 300


class SearchField(QLineEdit):
    """`wanted` gives the text, `left_down` comes when the arrow asks for the rows below."""

    wanted = Signal(str)
    left_down = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(unit(_WIDTH))
        Glass(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._ask)
        self.textChanged.connect(self._timer.start)

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

    def changeEvent(self, event: QEvent) -> None:
        """Be as wide as the zoom asks."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setMinimumWidth(unit(_WIDTH))

    def _ask(self) -> None:
        self._timer.stop()
        self.wanted.emit(self.words())
