# SPDX-License-Identifier: EUPL-1.2
"""The glass at the left of a field one searches in; it follows zoom and look."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit

from app.ui.icons import pixmap
from app.ui.theme import unit
from app.ui.widgets.label import Label

_SIZE = 18
_GAP = 5


class Glass(Label):
    """Not an action of the field: Qt draws those at one size, whatever the zoom."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(parent=field)
        self._field = field
        field.installEventFilter(self)
        self._show_look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the height; be drawn again in a new look."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.StyleChange:
            self._show_look()
        return False

    def _show_look(self) -> None:
        size = unit(_SIZE)
        self.setPixmap(pixmap("search", "muted", size, self.devicePixelRatioF()))
        self.setFixedSize(size, size)
        self._field.setTextMargins(size + unit(_GAP), 0, 0, 0)
        self._place()

    def _place(self) -> None:
        self.move(unit(_SIZE / 2), (self._field.height() - self.height()) // 2)
