# SPDX-License-Identifier: EUPL-1.2
"""The clocks of a concession on one scale of years: three bars, the day of the print, the end that counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.colors import white
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from app.reports import style
from app.text import _, day

_BAR = 11.0
_STEP = 27.0
_HEAD = 30.0  # room of the words above the first bar
_AXIS = 20.0
_SIZE = 10.0
_MOST_YEARS = 12  # year marks with their number; beyond it every second or fifth


@dataclass(frozen=True, slots=True)
class Span:
    """One clock; a day that nobody typed leaves that side open."""

    name: str
    starts_on: date | None
    ends_on: date | None
    is_first_to_end: bool = False


class Timeline(Flowable):
    """Bars solid for the clock that ends first, hatched for the others; an open side has an arrow and words.

    Drawn on the page itself, like `charts.MoneyByYear`, so that every letter is of an embedded face.
    """

    def __init__(self, spans: Sequence[Span], today: date, width: float = style.WIDTH) -> None:
        super().__init__()
        self.width = width
        self.height = _HEAD + _STEP * len(spans) + _AXIS
        self._spans = spans
        self._is_tied = sum(span.is_first_to_end for span in spans) > 1
        self._today = today
        self._first, self._last = _limits(spans, today)

    def draw(self) -> None:
        """Draw years, bars, words and the mark of today."""
        self._years()
        self._mark(self._today, _("oggi {day}").format(day=day(self._today)))
        for index, span in enumerate(self._spans):
            self._span(span, self.height - _HEAD - _STEP * index)

    def _x(self, on: date) -> float:
        whole = max((self._last - self._first).days, 1)
        return self.width * (on - self._first).days / whole

    def _years(self) -> None:
        years = range(self._first.year + 1, self._last.year + 1)
        each = 1 if len(years) <= _MOST_YEARS else 2 if len(years) <= 2 * _MOST_YEARS else 5
        for year in years:
            x = self._x(date(year, 1, 1))
            self.canv.setStrokeColor(style.RULE)
            self.canv.setLineWidth(0.5)
            self.canv.line(x, _AXIS - 4, x, self.height - _HEAD + 6)
            if year % each == 0 and x + stringWidth(str(year), style.REGULAR, _SIZE) < self.width:
                self._write(x + 2, 4, str(year))

    def _span(self, span: Span, top: float) -> None:
        start, end = self._x(span.starts_on or self._first), self._x(span.ends_on or self._last)
        y, length = top - _STEP + 4, max(end - start, 1.5)
        self.canv.setStrokeColor(style.ACCENT)
        self.canv.setFillColor(style.ACCENT)
        self.canv.setLineWidth(0.7)
        for stroke in () if span.is_first_to_end else style.hatch(start, y, length, _BAR):
            self.canv.line(*stroke)
        self.canv.rect(start, y, length, _BAR, stroke=1, fill=1 if span.is_first_to_end else 0)
        if span.ends_on is None:
            self.canv.line(end - 5, y + _BAR, end, y + _BAR / 2)
            self.canv.line(end - 5, y, end, y + _BAR / 2)
        self._words(span, start, y)

    def _words(self, span: Span, start: float, y: float) -> None:
        face = style.SEMIBOLD if span.is_first_to_end else style.REGULAR
        told = style.cut(f"{span.name}: {span_words(span, is_tied=self._is_tied)}", face, _SIZE, self.width)
        length = stringWidth(told, face, _SIZE)
        x = max(min(start, self.width - length), 0.0)
        self.canv.setFillColor(white)
        self.canv.rect(x - 1, y + _BAR + 0.6, length + 2, _SIZE + 1, stroke=0, fill=1)
        self.canv.setFillColor(style.INK)
        self.canv.setFont(face, _SIZE)
        self.canv.drawString(x, y + _BAR + 3.2, told)

    def _mark(self, on: date, told: str) -> None:
        x = self._x(on)
        self.canv.setStrokeColor(style.INK)
        self.canv.setLineWidth(1)
        self.canv.setDash(3, 2)
        self.canv.line(x, _AXIS - 6, x, self.height - 14)
        self.canv.setDash()
        length = stringWidth(told, style.SEMIBOLD, _SIZE)
        self.canv.setFillColor(style.INK)
        self.canv.setFont(style.SEMIBOLD, _SIZE)
        self.canv.drawString(min(max(x - length / 2, 0.0), self.width - length), self.height - 10, told)

    def _write(self, x: float, y: float, told: str) -> None:
        self.canv.setFillColor(style.QUIET)
        self.canv.setFont(style.REGULAR, _SIZE)
        self.canv.drawString(x, y, told)


def span_words(span: Span, *, is_tied: bool = False) -> str:
    """`dal 01/01/2023 al 31/12/2027`; a day that nobody typed says so. `is_tied`: more than one ends first."""
    start, end = day(span.starts_on), day(span.ends_on)
    if start and end:
        told = _("dal {start} al {end}").format(start=start, end=end)
    elif end:
        told = _("fino al {end}, inizio da inserire").format(end=end)
    else:
        told = _("dal {start}, fine da inserire").format(start=start) if start else _("da inserire")
    if not span.is_first_to_end:
        return told
    first = _("{term}, finisce lo stesso giorno di un altro") if is_tied else _("{term}, finisce per primo")
    return first.format(term=told)


def _limits(spans: Sequence[Span], today: date) -> tuple[date, date]:
    """From the first day to the last, today among them, in whole years."""
    days = [on for span in spans for on in (span.starts_on, span.ends_on) if on] + [today]
    first, last = min(days), max(days)
    return date(first.year, 1, 1), date(min(last.year + 1, date.max.year), 1, 1)
