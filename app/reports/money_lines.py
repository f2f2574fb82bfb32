# SPDX-License-Identifier: EUPL-1.2
"""The money of one year on one scale: planned, committed, invoiced, paid, a bar each, with its amount."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportlab.lib.colors import white
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from app.reports import style
from app.text import _, money

_BAR = 10.0
_STEP = 17.0
_SIZE = 10.5
_GAP = 8.0
_STEPS = {"hatch": 5.0, "dense": 2.5}
"""Points between the strokes of a pattern."""


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """One sum; None: nobody typed it, which is not nothing."""

    name: str
    amount: Decimal | None
    pattern: str  # "outline", "hatch", "dense" or "solid"


class MoneyLines(Flowable):
    """The bars start at zero; told apart by their pattern and their words, not by colour."""

    def __init__(self, lines: Sequence[MoneyLine], width: float = style.WIDTH) -> None:
        super().__init__()
        self.width = width
        self.height = _STEP * len(lines) + 4
        self._lines = lines

    def draw(self) -> None:
        """Draw names, bars and amounts."""
        names = max(stringWidth(line.name, style.REGULAR, _SIZE) for line in self._lines) + _GAP
        amounts = max(stringWidth(_told(line), style.SEMIBOLD, _SIZE) for line in self._lines) + _GAP
        room = self.width - names - amounts
        most = max((line.amount for line in self._lines if line.amount), default=Decimal(0))
        for index, line in enumerate(self._lines):
            y = self.height - _STEP * (index + 1) + 3
            self._write(0, y, line.name, style.REGULAR)
            length = float(line.amount / most) * room if line.amount and most > 0 and line.amount > 0 else 0.0
            if length:
                self._bar(names, y, length, line.pattern)
            self._write(names + length + _GAP, y, _told(line), style.SEMIBOLD)
        self.canv.setStrokeColor(style.INK)
        self.canv.setLineWidth(0.8)
        self.canv.line(names, 0, names, self.height)

    def _bar(self, x: float, y: float, length: float, pattern: str) -> None:
        self.canv.setStrokeColor(style.ACCENT)
        self.canv.setFillColor(style.ACCENT if pattern == "solid" else white)
        self.canv.setLineWidth(0.8)
        self.canv.rect(x, y - 1, length, _BAR, stroke=1, fill=1)
        step = _STEPS.get(pattern)
        for stroke in style.hatch(x, y - 1, length, _BAR, step) if step else ():
            self.canv.line(*stroke)

    def _write(self, x: float, y: float, told: str, face: str) -> None:
        self.canv.setFillColor(style.INK)
        self.canv.setFont(face, _SIZE)
        self.canv.drawString(x, y, told)


def _told(line: MoneyLine) -> str:
    return _("da inserire") if line.amount is None else money(line.amount)
