# SPDX-License-Identifier: EUPL-1.2
"""A short sentence in the foot of the window, gone after some seconds, with "Annulla" beside it if wanted."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.text import _
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.label import Label

_SHORT_MS = 10_000
_LONG_MS = 14_000


class Toast(QFrame):
    """One at a time; the mouse over it keeps it; screen readers speak it. `changed`: it needs another room."""

    changed = Signal()

    def __init__(self, parent: QWidget, undo: Callable[[], object]) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.label = Label("", wraps=True)
        self.undo = button(_("Annulla"), undo)
        self.undo.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(unit(12), unit(1), unit(4), unit(1))
        layout.setSpacing(unit(14))
        layout.addWidget(self.label)
        layout.addWidget(self.undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, *, with_undo: bool) -> None:
        """Show it now."""
        self.label.setText(text)
        self.undo.setVisible(with_undo)
        self.show()
        self.changed.emit()
        self._timer.start(_LONG_MS if with_undo else _SHORT_MS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def forget_undo(self) -> None:
        """Something else was done since: "Annulla" here would take back that."""
        self.undo.hide()
        self.changed.emit()

    def fit(self, room: int) -> int:
        """Take one line where the room is enough for it, else all of the room; gives the width taken."""
        self.label.ensurePolished()
        beside = self.sizeHint().width() - self.label.sizeHint().width()
        words = min(self.label.fontMetrics().horizontalAdvance(self.label.text()) + 2, max(0, room - beside))
        self.label.setFixedWidth(words)
        return words + beside

    def hideEvent(self, event: QHideEvent) -> None:
        """Give back the room."""
        super().hideEvent(event)
        self.changed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while it is being read."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go some seconds later."""
        super().leaveEvent(event)
        self._timer.start(_SHORT_MS)
