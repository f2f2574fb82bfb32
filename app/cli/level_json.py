# SPDX-License-Identifier: EUPL-1.2
"""Service levels as JSON and as lines: numbers as text with all their digits, amounts with two decimals."""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from app.actions.level_import import LevelPreview
from app.actions.level_views import LevelPeriod, LevelsYear
from app.domain.level_import import ImportRow
from app.domain.service_levels import Indicator, Reading
from app.text import _, money, sentence
from app.text.level_import_words import row_kind
from app.text.level_words import (
    cap_words,
    every_period,
    number_words,
    penalty_words,
    period_label,
    stage_label,
    target_words,
)

_MONEY = ("penalty", "penalty_amount", "cap_amount")


def indicator_json(indicator: Indicator) -> dict[str, Any]:
    """Every field of an indicator."""
    return _fields(indicator)


def year_json(year: LevelsYear) -> dict[str, Any]:
    """The year of a contract, indicator by indicator."""
    return {
        "contract": year.contract.id,
        "year": year.year,
        "penalties": f"{year.penalties:.2f}",
        "deducted": f"{year.deducted:.2f}",
        "unknown": year.unknown,
        "indicators": [
            {
                **indicator_json(one.indicator),
                "cap": None if one.cap is None else f"{one.cap:.2f}",
                "charged": f"{one.charged:.2f}",
                "periods": [_period_json(period) for period in one.periods],
            }
            for one in year.indicators
        ],
    }


def year_lines(year: LevelsYear) -> list[str]:
    """The year as it is read."""
    lines = []
    for one in year.indicators:
        indicator = one.indicator
        rule = ", ".join(part for part in (penalty_words(indicator), cap_words(indicator)) if part)
        lines.append(f"{indicator.id}  {indicator.name}: {target_words(indicator)}, {every_period(indicator.period)}")
        lines.append(f"   {rule}")
        lines += [f"   {_period_line(period)}" for period in one.periods]
    return lines or [_("Nessun indicatore.")]


def preview_json(preview: LevelPreview) -> dict[str, Any]:
    """What importing a table does, row by row."""
    return {"file": preview.file, "written": preview.written, "rows": [_row_json(row) for row in preview.rows]}


def preview_lines(preview: LevelPreview) -> list[str]:
    """Each row with what it does or why not."""
    return [_row_line(row) for row in preview.rows]


def _period_json(period: LevelPeriod) -> dict[str, Any]:
    judged = period.judged
    return {
        "starts_on": period.starts_on.isoformat(),
        "ends_on": period.ends_on.isoformat(),
        "stage": period.stage.value,
        "outcome": judged.outcome.value if judged else None,
        "penalty": None if period.penalty is None else f"{period.penalty:.2f}",
        "missing": list(judged.missing) if judged else [],
        "reading": _fields(period.reading) if period.reading else None,
    }


def _period_line(period: LevelPeriod) -> str:
    parts = [period_label(period.indicator.period, period.starts_on)]
    if period.reading is not None:
        parts.append(number_words(period.reading.value, period.indicator.unit))
    parts.append(stage_label(period.stage))
    if period.penalty:
        parts.append(_("penale {amount}").format(amount=money(period.penalty)))
    return "  ".join(parts)


def _row_json(row: ImportRow) -> dict[str, Any]:
    return {
        "row": row.number,
        "indicator": row.indicator,
        "period": row.period,
        "period_on": row.period_on.isoformat() if row.period_on else None,
        "value": None if row.value is None else f"{row.value:f}",
        "before": None if row.before is None else f"{row.before:f}",
        "outcome": row.kind.value,
        "reason": row.reason.code if row.reason else None,
    }


def _row_line(row: ImportRow) -> str:
    told = f"{row.number}  {row.indicator}  {row.period}  {number_words(row.value, '')}  [{row_kind(row.kind)}]"
    return f"{told} {sentence(row.reason)}" if row.reason else told


def _fields(thing: Indicator | Reading) -> dict[str, Any]:
    return {one.name: _shown(one.name, getattr(thing, one.name)) for one in fields(thing)}


def _shown(name: str, value: object) -> object:
    if isinstance(value, Decimal):
        return f"{value:.2f}" if name in _MONEY else f"{value:f}"
    return value.isoformat() if isinstance(value, date) else value
