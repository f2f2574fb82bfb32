# SPDX-License-Identifier: EUPL-1.2
"""The money of a year: planned, committed, invoiced, paid, left, and one bar that shows the same."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.budget import YearMoney
from app.text import _
from app.text.budget_words import (
    bar_words,
    cell_amount,
    invoiced_words,
    known_money,
    left_words,
    paid_words,
    plan_words,
)
from app.ui.theme import unit
from app.ui.widgets.figures import Figure, FigureStrip
from app.ui.widgets.money_bar import MoneyBar, Part

_ZERO = Decimal(0)


class YearMoneyBox(QWidget):
    """Figures above the bar; `is_short`: four figures, for a card, where the bar's words say what is left."""

    def __init__(self, *, is_short: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_short = is_short
        self.figures = FigureStrip()
        self.bar = MoneyBar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(8))
        layout.addWidget(self.figures)
        layout.addWidget(self.bar)

    def show_money(self, year: YearMoney) -> None:
        """Show the money of a year, or of one chapter of it."""
        self.figures.set_figures(_figures(year)[: 4 if self._is_short else None])
        self.bar.set_parts(parts_of(year), bar_words(year))


def parts_of(year: YearMoney) -> list[Part]:
    """The bar from what is paid to what is only planned; what goes beyond stands in red."""
    return [part for part in _parts(year) if part.size > 0]


def _parts(year: YearMoney) -> Iterator[Part]:
    base = year.committed if year.committed is not None else year.planned
    paid, used = max(year.paid, _ZERO), max(year.paid, year.owed, _ZERO)
    over = _ZERO if base is None else max(used - base, _ZERO)
    yield Part(_("pagati"), float(min(paid, used - over)), "good")
    yield Part(_("fatturati e da pagare"), float(max(used - over - paid, _ZERO)), "warning")
    yield Part(_("oltre"), float(over), "bad")
    committed = year.committed or _ZERO
    yield Part(_("impegnati e liberi"), float(max(committed - used, _ZERO)), "info")
    yield Part(_("previsti e non impegnati"), float(max((year.planned or _ZERO) - max(committed, used), _ZERO)))


def _figures(year: YearMoney) -> list[Figure]:
    left = year.left
    lacks_cover = year.committed is None and bool(year.planned)
    hint = _("Gli impegni delle righe di spesa.")
    return [
        Figure(_("Previsto"), known_money(year.planned), hint=plan_words(year)),
        Figure(_("Impegnato"), known_money(year.committed), "warning" if lacks_cover else "", hint),
        Figure(_("Fatturato"), known_money(year.invoiced), hint=invoiced_words(year)),
        Figure(_("Pagato"), known_money(year.paid), "good" if year.paid else "", paid_words(year)),
        Figure(
            _("Residuo"),
            cell_amount(left),
            "bad" if left is not None and left < 0 else "",
            left_words(year).removesuffix(".") + ".",
        ),
    ]
