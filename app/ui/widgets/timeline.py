# SPDX-License-Identifier: EUPL-1.2
"""Terms one under the other on one scale of years, with today; each says its days in words too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.text import _
from app.ui.fonts import text_font
from app.ui.theme import colour, points, unit
from app.ui.widgets.card import empty_layout
from app.ui.widgets.label import Label

_POINTS = 10.0
_YEAR = timedelta(days=366)
_MOST_YEARS = 8  # that are written on the scale


@dataclass(frozen=True, slots=True)
class Span:
    """A term: its words with its days, its tone; without a day it fades out on that side."""

    words: str
    starts_on: date | None
    ends_on: date | None
    tone: str = "accent"  # a token of the look

    def is_known(self) -> bool:
        """True where there is something to draw."""
        return self.starts_on is not None or self.ends_on is not None


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    def place(self, on: date, width: float) -> float:
        whole = max(1, (self.last - self.first).days)
        return min(width, max(0.0, width * (on - self.first).days / whole))


class Timeline(QWidget):
    """The words stand above each bar, so that nothing is told by the drawing alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(unit(2))

    def show_spans(self, spans: Iterable[Span], today: date, end: date | None = None) -> None:
        """Show terms and the day on which the earliest of them stops what runs."""
        empty_layout(self._rows)
        known = list(spans)
        self.setAccessibleName(". ".join(span.words for span in known))
        scale = _scale(known, today)
        for span in known:
            self._rows.addWidget(Label(span.words, "small", wraps=True))
            self._rows.addWidget(_Bar(span, scale, today, end))
        self._rows.addWidget(_Axis(scale, today, end))


class _Bar(QWidget):
    def __init__(self, span: Span, scale: _Scale, today: date, end: date | None) -> None:
        super().__init__()
        self._span, self._scale, self._today, self._end = span, scale, today, end
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(span.words)

    def sizeHint(self) -> QSize:
        return QSize(unit(160), unit(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, height = unit(3), self.height() - unit(6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(QRectF(0, top, self.width(), height), unit(3), unit(3))
        if self._span.is_known():
            self._draw_span(painter, top, height)
        _draw_day(painter, self._scale.place(self._today, self.width()), self.height(), "text")
        if self._end is not None:
            _draw_day(painter, self._scale.place(self._end, self.width()), self.height(), "bad", is_dashed=True)
        painter.end()

    def _draw_span(self, painter: QPainter, top: float, height: float) -> None:
        span, scale, width = self._span, self._scale, self.width()
        left = scale.place(span.starts_on, width) if span.starts_on else 0.0
        right = scale.place(span.ends_on, width) if span.ends_on else float(width)
        solid, faint = colour(span.tone), colour(span.tone)
        faint.setAlpha(40)
        fill = QLinearGradient(QPointF(left, 0), QPointF(max(right, left + 1), 0))
        fill.setColorAt(0, solid if span.starts_on else faint)
        fill.setColorAt(0.5, solid)
        fill.setColorAt(1, solid if span.ends_on else faint)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(left, top, max(unit(3), right - left), height), unit(3), unit(3))


class _Axis(QWidget):
    """The years, and below them the names of the two lines that cross the bars."""

    def __init__(self, scale: _Scale, today: date, end: date | None) -> None:
        super().__init__()
        self._scale, self._today, self._end = scale, today, end
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(unit(160), 2 * QFontMetrics(text_font(points(_POINTS))).height() + unit(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(text_font(points(_POINTS)))
        painter.setPen(colour("muted"))
        width = self.width()
        free = 0.0
        for year in _years(self._scale):
            words = str(year)
            place = self._scale.place(date(year, 1, 1), width)
            room = painter.fontMetrics().horizontalAdvance(words)
            if place >= free and place + room <= width:
                painter.drawText(QPointF(place, painter.fontMetrics().ascent()), words)
                free = place + room + unit(8)
        self._draw_names(painter)
        painter.end()

    def _draw_names(self, painter: QPainter) -> None:
        metrics, width = painter.fontMetrics(), self.width()
        names = [(self._today, _("oggi"), "text")]
        if self._end is not None:
            names.append((self._end, _("fine"), "bad"))
        free = 0.0
        for on, words, token in sorted(names):
            room = metrics.horizontalAdvance(words)
            left = max(free, min(self._scale.place(on, width) - room / 2, width - room))
            painter.setPen(colour(token))
            painter.drawText(QPointF(left, metrics.height() + metrics.ascent()), words)
            free = left + room + unit(6)


def _draw_day(painter: QPainter, place: float, height: int, token: str, *, is_dashed: bool = False) -> None:
    pen = QPen(colour(token), unit(2), Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    painter.drawLine(QPointF(place, 0), QPointF(place, height))


def _scale(spans: Sequence[Span], today: date) -> _Scale:
    days = [on for span in spans for on in (span.starts_on, span.ends_on) if on is not None]
    first, last = min([*days, today]), max([*days, today])
    room = max((last - first) / 20, timedelta(days=30))
    has_open_end = any(span.is_known() and span.ends_on is None for span in spans)
    return _Scale(_moved(first, -room), _moved(last, max(room, _YEAR) if has_open_end else room))


def _moved(on: date, by: timedelta) -> date:
    """A day further, within what a calendar has."""
    try:
        return on + by
    except OverflowError:
        return on


def _years(scale: _Scale) -> list[int]:
    first, last = scale.first.year + 1, scale.last.year
    step = max(1, -(-(last - first + 1) // _MOST_YEARS))
    return list(range(first, last + 1, step))
