# SPDX-License-Identifier: EUPL-1.2
"""Two series by year as upright bars, one solid and one hatched; below them every value in words, as in a table."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.fonts import text_font
from app.ui.theme import colour, points, unit

_POINTS = 10.0
_TOKENS = ("bar", "bar_good")
_NOTHING = "–"
_SMALLEST = 0.7  # of the usual size, where many years want room
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, slots=True)
class Bar:
    """A year (or another label) with two values and their words."""

    label: str
    first: float
    first_text: str
    second: float = 0.0
    second_text: str = ""

    def values(self) -> tuple[tuple[float, str], tuple[float, str]]:
        """Both values with their words; a dash for none."""
        return (
            (self.first, self.first_text if self.first else _NOTHING),
            (self.second, self.second_text if self.second else _NOTHING),
        )


def fill_bar(painter: QPainter, rect: QRectF, token: str, *, is_hatched: bool) -> None:
    """A bar; hatched, it is told apart also where colours are not seen."""
    painter.fillRect(rect, colour(token))
    if not is_hatched:
        return
    painter.save()
    painter.setClipRect(rect)
    pen = painter.pen()
    pen.setColor(colour("panel"))
    pen.setWidthF(max(1.0, unit(3) / 2))
    painter.setPen(pen)
    step = unit(6)
    for left in range(int(rect.left() - rect.height()) // step * step, int(rect.right()) + 1, step):
        painter.drawLine(left, int(rect.bottom()) + 1, left + int(rect.height()) + 1, int(rect.top()))
    painter.restore()


class BarChart(QWidget):
    """Pairs of bars, the labels below, and a line of words for each series, which is the legend too."""

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
        return QSize(unit(220), unit(170))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bars, labels and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(points(_POINTS)))
        line = QFontMetrics(painter.font()).height() + unit(3)
        series = [place for place, name in enumerate(self._names) if name]
        left = self._draw_names(painter, series, line)
        floor = self.height() - line * (len(series) + 1)
        share = (self.width() - left) / max(1, len(self._bars))
        painter.setFont(self._fitting_font(painter, share - unit(6)))
        highest = max((max(bar.first, bar.second) for bar in self._bars), default=0.0)
        for place, bar in enumerate(self._bars):
            room = QRectF(left + share * place, unit(4), share, floor - unit(4))
            self._draw_pair(painter, room, bar, series, highest)
            self._draw_words(painter, QRectF(room.left(), floor + unit(2), share, line), bar, series)
        painter.fillRect(QRectF(left, floor, self.width() - left, unit(1)), colour("border"))
        painter.end()

    def _draw_names(self, painter: QPainter, series: list[int], line: int) -> int:
        metrics = QFontMetrics(painter.font())
        mark = unit(12)
        for row, place in enumerate(series):
            top = self.height() - line * (len(series) - row)
            fill_bar(painter, QRectF(0, top + (line - mark) / 2, mark, mark), _TOKENS[place], is_hatched=place > 0)
            painter.setPen(colour("muted"))
            painter.drawText(QRectF(mark + unit(7), top, self.width(), line), _LEFT, self._names[place])
        widest = max((metrics.horizontalAdvance(self._names[place]) for place in series), default=0)
        return mark + unit(7) + widest + unit(8) if series else 0

    def _fitting_font(self, painter: QPainter, width: float) -> QFont:
        metrics = QFontMetrics(painter.font())
        words = [text for bar in self._bars for _value, text in bar.values()]
        widest = max((metrics.horizontalAdvance(text) for text in words), default=0)
        ratio = min(1.0, max(_SMALLEST, width / widest)) if widest else 1.0
        return text_font(points(_POINTS) * ratio)

    def _draw_pair(self, painter: QPainter, room: QRectF, bar: Bar, series: list[int], highest: float) -> None:
        width = min(room.width() * 0.3, float(unit(34)))
        left = room.center().x() - width * len(series) / 2
        values = bar.values()
        for row, place in enumerate(series):
            height = room.height() * values[place][0] / highest if highest > 0 else 0.0
            rect = QRectF(left + width * row + 1, room.bottom() - height, width - 2, height)
            fill_bar(painter, rect, _TOKENS[place], is_hatched=place > 0)

    def _draw_words(self, painter: QPainter, room: QRectF, bar: Bar, series: list[int]) -> None:
        painter.setPen(colour("muted"))
        painter.drawText(room, _MIDDLE, bar.label)
        painter.setPen(colour("text"))
        values = bar.values()
        for row, place in enumerate(series, start=1):
            painter.drawText(room.translated(0, room.height() * row - unit(2)), _MIDDLE, values[place][1])
