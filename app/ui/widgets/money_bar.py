# SPDX-License-Identifier: EUPL-1.2
"""One bar for a sum of money and its parts; the caption says it in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import colour, unit
from app.ui.widgets.label import Label

_FILL = {"good": "bar_good", "warning": "bar", "bad": "bad", "info": "accent", "neutral": "border"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the bar: its words, its size in any one measure, its tone."""

    label: str
    size: float
    tone: str = "neutral"


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[Part] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(unit(200), unit(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), colour("raised"))
        whole = sum(part.size for part in self.parts)
        left = 0.0
        for part in self.parts if whole > 0 else []:
            width = self.width() * part.size / whole
            painter.fillRect(QRectF(left, 0, width, self.height()), colour(_FILL.get(part.tone, "border")))
            left += width
            if 0 < left < self.width() - 1:
                painter.fillRect(QRectF(left - unit(1), 0, unit(2), self.height()), colour("page"))
        painter.end()


class MoneyBar(QWidget):
    """The bar and its caption."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = _Bar()
        self.caption = Label("", "muted", wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(5))
        layout.addStretch(1)
        layout.addWidget(self._bar)
        layout.addWidget(self.caption)
        layout.addStretch(1)

    def set_parts(self, parts: Iterable[Part], caption: str = "") -> None:
        """Show these parts with a caption that says the same in words."""
        self._bar.parts = list(parts)
        self._bar.update()
        self.caption.setText(caption)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(caption)
