# SPDX-License-Identifier: EUPL-1.2
"""Two pictures of the money: by year, and by measure; every value stands beside its bar."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.text import _, amount, money, ngettext
from app.ui.theme import colour, unit
from app.ui.widgets.bar_chart import Bar, BarChart, fill_bar
from app.ui.widgets.card import empty_layout
from app.ui.widgets.label import Label
from app.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from app.actions.overview import MeasureMoney, Overview


class YearsPanel(Panel):
    """What was granted in each year, and what was paid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Finanziamenti per anno"), parent)
        self.chart = BarChart(_("Finanziamenti per anno"))
        self.chart.setMinimumHeight(unit(190))
        self.add(self.chart, 1)
        told = _("Concessi nell'anno del decreto, erogati nell'anno dell'erogazione. Senza i rinunciati.")
        self.add(Label(told, "small", wraps=True))

    def show_years(self, seen: Overview) -> None:
        """Show these years."""
        bars = [
            Bar(str(row.year), float(row.granted), amount(row.granted), float(row.paid), amount(row.paid))
            for row in seen.by_year
        ]
        self.chart.set_bars(bars, _("Concessi €"), _("Erogati €"))


class _Share(QWidget):
    """A bar as long as its money among the others; the hatched part was paid."""

    def __init__(self, row: MeasureMoney, highest: Decimal) -> None:
        super().__init__()
        self._whole = float(row.granted / highest) if highest else 0.0
        self._paid = float(row.paid / row.granted) if row.granted else 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{row.measure}: {_paid_words(row)}")

    def sizeHint(self) -> QSize:
        return QSize(unit(90), unit(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = max(float(unit(3)), self.width() * self._whole)
        paid = width * self._paid
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colour("line"))
        if paid:
            fill_bar(painter, QRectF(0, 0, paid, self.height()), "bar_good", is_hatched=True)
        fill_bar(painter, QRectF(paid, 0, width - paid, self.height()), "bar", is_hatched=False)
        painter.end()


class MeasuresPanel(Panel):
    """Where the money goes: one line a measure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Finanziamenti per misura"), parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(unit(12))
        self._grid.setVerticalSpacing(unit(9))
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 4)
        self.body.addLayout(self._grid)

    def show_measures(self, seen: Overview) -> None:
        """Show these measures."""
        empty_layout(self._grid)
        highest = max((row.granted for row in seen.by_measure), default=Decimal())
        for place, row in enumerate(seen.by_measure):
            count = ngettext("{count} progetto", "{count} progetti", row.projects).format(count=row.projects)
            name = Label(row.measure, wraps=True)
            name.setToolTip(count)
            words = Label(f"{money(row.granted)}\n{_paid_words(row)}", "muted")
            words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(name, place, 0)
            self._grid.addWidget(_Share(row, highest), place, 1, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(words, place, 2)


def _paid_words(row: MeasureMoney) -> str:
    if row.paid == row.granted:
        return _("tutti erogati")
    if not row.paid:
        return _("non erogati")
    return _("erogati {amount}").format(amount=money(row.paid))
