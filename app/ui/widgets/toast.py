# SPDX-License-Identifier: EUPL-1.2
"""A short sentence over the foot of the window, gone after some seconds, with "Annulla" beside it if wanted."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.text import _
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.label import Label

_SHORT_MS = 10_000
_LONG_MS = 14_000


class Toast(QFrame):
    """One at a time; the mouse over it keeps it; screen readers speak it."""

    def __init__(self, parent: QWidget, undo: Callable[[], object]) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.label = Label("", wraps=False)
        self.undo = button(_("Annulla"), undo)
        self.undo.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(unit(18), unit(9), unit(12), unit(9))
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
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        self._timer.start(_LONG_MS if with_undo else _SHORT_MS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def forget_undo(self) -> None:
        """Something else was done since: "Annulla" here would take back that."""
        self.undo.hide()
        self.adjustSize()
        self.place()

    def place(self) -> None:
        """In the middle, over the foot."""
        parent = self.parentWidget()
        if parent:
            self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - unit(46))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while it is being read."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go some seconds later."""
        super().leaveEvent(event)
        self._timer.start(_SHORT_MS)
