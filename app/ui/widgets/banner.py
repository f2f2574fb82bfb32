# SPDX-License-Identifier: EUPL-1.2
"""A striped band across the window: these are invented data, this archive is read only."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.ui.theme import colour, unit
from app.ui.widgets.button import button
from app.ui.widgets.label import Label
from app.ui.widgets.tip import tip


class Banner(QFrame):
    """A sentence and at most one thing to do; where the sentence takes more than a line, its short form stands."""

    def __init__(
        self,
        text: str,
        action: str = "",
        slot: Callable[[], object] | None = None,
        parent: QWidget | None = None,
        *,
        short: str = "",
    ) -> None:
        super().__init__(parent)
        self._texts = (text, short or text)
        self.label = Label(text, "on_stripe", wraps=True)
        self.button: QPushButton | None = button(action, slot, role="stripe") if action else None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(unit(52), unit(2), unit(24), unit(2))
        layout.addWidget(self.label, 1)
        if self.button:
            layout.addWidget(self.button)
        self.setAccessibleName(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say it whole where a line is enough for it; else in short, with the whole beside the pointer."""
        super().resizeEvent(event)
        text, short = self._texts
        beside = self.button.sizeHint().width() + unit(12) if self.button else 0
        room = event.size().width() - unit(52 + 24) - beside
        is_whole = self.label.fontMetrics().horizontalAdvance(text) <= room
        self.label.setText(text if is_whole else short)
        self.label.setToolTip("" if is_whole or short == text else tip(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and slanted stripes at the left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("stripe"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("on_stripe"))
        wide, high = unit(8), self.height()
        painter.setClipRect(0, 0, unit(40), high)
        for left in range(-high, unit(40), wide * 2):
            slanted = [
                QPointF(left, high),
                QPointF(left + wide, high),
                QPointF(left + wide + high, 0),
                QPointF(left + high, 0),
            ]
            painter.drawPolygon(QPolygonF(slanted))
        painter.end()
