# SPDX-License-Identifier: EUPL-1.2
"""Money by year, two columns of bars on one scale: solid for granted, hatched for paid, with amounts."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from app.reports import style
from app.text import _, money

_BAR = 11.0
_STEP = 19.0
_HEAD = 24.0
_YEARS = 42.0  # room for the years, left of the bars
_GAP = 14.0
_SIZE = 10.5


@dataclass(frozen=True, slots=True)
class YearAmounts:
    """What was decreed and what was paid in a year; a payment counts in the year it was made."""

    year: int
    granted: Decimal
    paid: Decimal


class MoneyByYear(Flowable):
    """One line a year, from the first; the scale starts at zero and is the same for both columns.

    Drawn on the page itself: a `reportlab.graphics` drawing names Helvetica, which is not embedded.
    """

    def __init__(self, years: Sequence[YearAmounts], width: float = style.WIDTH) -> None:
        super().__init__()
        self.width = width
        self.height = _HEAD + _STEP * len(years)
        self._years = years
        self._amounts = [amount for year in years for amount in (year.granted, year.paid)]

    def draw(self) -> None:
        """Draw years, heads, bars and amounts."""
        column = (self.width - _YEARS - _GAP) / 2
        for index, year in enumerate(self._years):
            self._write(0, self._line(index), str(year.year), style.SEMIBOLD)
        granted = [year.granted for year in self._years]
        paid = [year.paid for year in self._years]
        self._column(_YEARS, column, _("Concessi con decreto dell’anno"), granted, hatched=False)
        self._column(_YEARS + column + _GAP, column, _("Erogati nell’anno"), paid, hatched=True)

    def _line(self, index: int) -> float:
        """The height at which the bar of that line starts."""
        return self.height - _HEAD - _STEP * index - _BAR

    def _column(self, x: float, width: float, head: str, amounts: Sequence[Decimal], *, hatched: bool) -> None:
        top = self.height - _BAR
        self._swatch(x, top, 12, hatched=hatched)
        self._write(x + 18, top, head, style.SEMIBOLD)
        scale = self._scale(width)
        for index, amount in enumerate(amounts):
            length = float(amount) * scale
            if length:
                self._swatch(x, self._line(index), length, hatched=hatched)
            self._write(x + length + 5, self._line(index), money(amount), style.REGULAR)
        self.canv.setStrokeColor(style.INK)
        self.canv.setLineWidth(0.8)
        self.canv.line(x, self._line(len(amounts) - 1) - 4, x, top - 5)

    def _scale(self, width: float) -> float:
        """Points for one euro, such that the longest bar and its amount fit."""
        label = max((stringWidth(money(amount), style.REGULAR, _SIZE) for amount in self._amounts), default=0)
        largest = float(max(self._amounts, default=Decimal(0)))
        return (width - label - 6) / largest if largest else 0.0

    def _swatch(self, x: float, y: float, length: float, *, hatched: bool) -> None:
        self.canv.setStrokeColor(style.ACCENT)
        self.canv.setFillColor(style.ACCENT)
        self.canv.setLineWidth(0.7)
        for stroke in style.hatch(x, y, length, _BAR) if hatched else ():
            self.canv.line(*stroke)
        self.canv.rect(x, y, length, _BAR, stroke=1, fill=0 if hatched else 1)

    def _write(self, x: float, y: float, words: str, face: str) -> None:
        self.canv.setFillColor(style.INK)
        self.canv.setFont(face, _SIZE)
        self.canv.drawString(x, y + 1.8, words)
