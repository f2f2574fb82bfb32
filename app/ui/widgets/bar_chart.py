# SPDX-License-Identifier: EUPL-1.2
"""Two series by year as upright bars; every value stands there in words too."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.fonts import text_font
from app.ui.theme import colour, points, unit

_POINTS = 10.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A year (or another label) with two values and their words."""

    label: str
    first: float
    first_text: str
    second: float = 0.0
    second_text: str = ""


class BarChart(QWidget):
    """Pairs of bars, a legend above, the values over the bars, the labels below."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._bars: list[Bar] = []
        self._names = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(title)

    def set_bars(self, bars: Iterable[Bar], first: str, second: str = "") -> None:
        """Show these; `first` and `second` name the series."""
        self._bars = list(bars)
        self._names = (first, second)
        said = [
            f"{bar.label}: {first} {bar.first_text}" + (f", {second} {bar.second_text}" if second else "")
            for bar in self._bars
        ]
        self.setAccessibleName(self._title)
        self.setAccessibleDescription("; ".join(said))
        self.setToolTip("\n".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        """A comfortable size."""
        return QSize(unit(360), unit(200))

    def minimumSizeHint(self) -> QSize:
        """Below this the values would not be read."""
        return QSize(unit(220), unit(150))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw legend, bars, values and labels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(points(_POINTS)))
        metrics = QFontMetrics(painter.font())
        line = metrics.height()
        self._draw_legend(painter, metrics)
        floor = self.height() - line - unit(6)
        ceiling = line * 2 + unit(12)
        painter.setPen(colour("border"))
        painter.drawLine(0, floor, self.width(), floor)
        highest = max((max(bar.first, bar.second) for bar in self._bars), default=0.0)
        share = self.width() / max(1, len(self._bars))
        for place, bar in enumerate(self._bars):
            room = QRectF(share * place, ceiling, share, floor - ceiling)
            self._draw_pair(painter, metrics, room, bar, highest)
        painter.end()

    def _draw_legend(self, painter: QPainter, metrics: QFontMetrics) -> None:
        left = 0
        for name, token in zip(self._names, ("bar", "bar_good"), strict=True):
            if not name:
                continue
            painter.fillRect(QRectF(left, unit(4), unit(12), unit(12)), colour(token))
            painter.setPen(colour("muted"))
            painter.drawText(left + unit(18), unit(4) + metrics.ascent() - unit(2), name)
            left += unit(38) + metrics.horizontalAdvance(name)

    def _draw_pair(self, painter: QPainter, metrics: QFontMetrics, room: QRectF, bar: Bar, highest: float) -> None:
        values = [(bar.first, bar.first_text, "bar")]
        if self._names[1]:
            values.append((bar.second, bar.second_text, "bar_good"))
        slot = room.width() / len(values)
        for place, (value, text, token) in enumerate(values):
            width = min(slot * 0.62, float(unit(46)))
            height = room.height() * value / highest if highest > 0 else 0.0
            middle = (
                room.left()
                + slot * (place + 0.5)
                + (0 if len(values) == 1 else (slot * 0.12 if place == 0 else -slot * 0.12))
            )
            painter.fillRect(QRectF(middle - width / 2, room.bottom() - height, width, height), colour(token))
            fits = metrics.horizontalAdvance(text) <= slot * 1.04
            painter.setPen(colour("text"))
            if value > 0 and fits:
                over = QRectF(
                    middle - slot / 2 - 4, room.bottom() - height - metrics.height() - 1, slot + 8, metrics.height()
                )
                painter.drawText(over, Qt.AlignmentFlag.AlignCenter, text)
        painter.setPen(colour("muted"))
        below = QRectF(room.left(), room.bottom() + unit(4), room.width(), metrics.height())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, bar.label)
