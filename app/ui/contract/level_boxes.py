# SPDX-License-Identifier: EUPL-1.2
"""The indicators of a year one below the other: what is promised, what a breach costs, its periods in a row."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.fees import PERIODS
from app.domain.level_stages import Stage
from app.text import _, money
from app.text.level_words import cap_words, every_period, missing_words, penalty_words, target_words
from app.ui.contract.level_strip import LevelStrip, StripCell
from app.ui.contract.level_words import (
    TONES,
    counts_line,
    penalty_cell,
    period_words,
    stage_icon,
    stage_words,
    value_words,
)
from app.ui.theme import unit
from app.ui.widgets.card import empty_layout
from app.ui.widgets.label import Label
from app.ui.widgets.link import LongLink
from app.ui.widgets.money_bar import MoneyBar, Part
from app.ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.actions.level_views import IndicatorYear, LevelPeriod
    from app.domain.service_levels import Indicator

_MONTHS = 12


class LevelBoxes(QWidget):
    """Filled anew each time; `correct` is called with the indicator whose name was pressed."""

    def __init__(self, correct: Callable[[Indicator], object]) -> None:
        super().__init__()
        self._correct = correct
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(unit(8))

    def show_indicators(self, indicators: tuple[IndicatorYear, ...]) -> None:
        """Show these."""
        empty_layout(self._layout)
        for one in indicators:
            self._layout.addWidget(self._box(one))

    def _box(self, one: IndicatorYear) -> QFrame:
        indicator = one.indicator
        box = QFrame()
        box.setProperty("role", "panel")
        layout = QVBoxLayout(box)
        layout.setContentsMargins(unit(14), unit(10), unit(14), unit(10))
        layout.setSpacing(unit(4))
        layout.addWidget(LongLink(indicator.name, partial(self._correct, indicator)))
        layout.addWidget(Label(f"{target_words(indicator)} · {every_period(indicator.period)}", wraps=True))
        rule = [part for part in (penalty_words(indicator), cap_words(indicator)) if part]
        layout.addWidget(Label(", ".join(rule), "muted", wraps=True))
        if indicator.source:
            layout.addWidget(Label(_("Fonte: {source}").format(source=indicator.source), "small", wraps=True))
        strip = LevelStrip(indicator.name)
        strip.show_cells([_cell(period) for period in one.periods])
        layout.addWidget(strip)
        layout.addWidget(Label(counts_line(one), "small", wraps=True))
        if one.cap_missing:
            layout.addWidget(Label(_("Tetto: {missing}.").format(missing=missing_words(one.cap_missing)), "warning"))
        elif one.cap:
            layout.addWidget(_cap_bar(one.charged, one.cap))
        return box


def level_table() -> DataTable:
    """The periods that were read or should be, the newest first."""
    columns = [
        Column("period", _("Periodo"), period_words, lambda row: row.starts_on, width=148),
        Column("indicator", _("Indicatore"), lambda row: row.indicator.name, stretch=True, width=60),
        Column("value", _("Misura"), value_words, lambda row: row.reading.value if row.reading else -1, align="right"),
        Column("penalty", _("Penale"), penalty_cell, lambda row: row.penalty or 0, kind="money"),
        Column(
            "stage",
            _("A che punto"),
            stage_words,
            lambda row: list(Stage).index(row.stage),
            kind="status",
            width=140,
            tone=lambda row: TONES[row.stage],
            icon=lambda row: stage_icon(row.stage),
        ),
    ]
    return DataTable(columns, name=_("Letture dell'anno"), identity=lambda row: (row.indicator.id, row.starts_on))


def _cap_bar(charged: Decimal, cap: Decimal) -> MoneyBar:
    bar = MoneyBar()
    told = _("Penali dell'anno {charged} su un tetto di {cap}").format(charged=money(charged), cap=money(cap))
    used = min(charged, cap)
    bar.set_parts([Part(_("penali"), float(used), "warning"), Part(_("resta"), float(cap - used))], told)
    return bar


def _cell(period: LevelPeriod) -> StripCell:
    is_open = period.stage is Stage.NOT_YET
    words = f"{period_words(period)} {stage_words(period)}"
    if period.reading is not None:
        words += f" {value_words(period)}"
    return StripCell(_short(period), TONES[period.stage], "" if is_open else stage_icon(period.stage), words)


def _short(period: LevelPeriod) -> str:
    """`gen`, `1°`, `2026`: what fits below a cell."""
    months = PERIODS[period.indicator.period]
    if months == 1:
        return period_words(period)[:3]
    if months in (0, _MONTHS):
        return f"{period.starts_on:%d/%m}" if not months else str(period.starts_on.year)
    return f"{(period.starts_on.month - 1) // months + 1}°"
