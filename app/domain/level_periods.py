# SPDX-License-Identifier: EUPL-1.2
"""The periods in which a service level is measured: those of the calendar, and how a clerk or a table writes them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from app.domain.dates import FIRST_YEAR, LAST_YEAR, add_months, read_day
from app.domain.fees import PERIODS
from app.domain.folding import fold
from app.domain.service_levels import Indicator
from app.errors import UserError

_YEAR_MONTHS = 12
_MONTHS = (
    *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno"),
    *("luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"),
)
_ABBREVIATED = 3
_LENGTHS = {"bimestre": 2, "trimestre": 3, "quadrimestre": 4, "semestre": 6}
_SHORT = {"b": 2, "t": 3, "q": 4, "s": 6}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
_YEAR = re.compile(r"(?:anno )?([12][0-9]{3})")
_YEAR_MONTH = re.compile(r"([12][0-9]{3}) ([0-9]{1,2})")
_MONTH_YEAR = re.compile(r"([0-9]{1,2}) ([12][0-9]{3})")
_NAMED = re.compile(r"([a-z]{3,9}) ([12][0-9]{3})")
_PART = re.compile(r"([0-9]|[iv]{1,3})[oa]? ?([a-z]+) (?:del )?([12][0-9]{3})")
_SHORT_PART = re.compile(r"([btqs])([0-9]) ?([12][0-9]{3})")


def start_of(period: str, on: date) -> date:
    """The first day of the calendar period in which a day falls; the day itself where there are no periods."""
    months = PERIODS[period]
    if not months:
        return on
    return date(on.year, (on.month - 1) // months * months + 1, 1)


def end_of(period: str, start: date) -> date:
    """The last day of the period that begins on a day; the same day where there are no periods."""
    months = PERIODS[period]
    return add_months(start, months) - timedelta(days=1) if months else start


def periods_of_year(indicator: Indicator, year: int, first: date | None, last: date | None) -> Iterator[date]:
    """The first days of the periods of a year that touch the days in which both indicator and contract hold."""
    months = PERIODS[indicator.period]
    since = max((one for one in (indicator.starts_on, first) if one), default=None)
    until = min((one for one in (indicator.ends_on, last) if one), default=None)
    if not months:
        return
    for month in range(1, _YEAR_MONTHS + 1, months):
        start = date(year, month, 1)
        if (since is None or end_of(indicator.period, start) >= since) and (until is None or start <= until):
            yield start


def read_period(text: str, period: str, today: date) -> date:
    """The first day of a period written as `2026`, `03/2026`, `marzo 2026`, `1° trimestre 2026`, `T1 2026` or a day.

    UserError `level.period_unreadable`, or `level.period_other` for a quarter where the indicator is read by months.
    """
    read = _read(fold(text), text)
    if read is None:
        try:
            return start_of(period, read_day(text, today))
        except UserError as error:
            raise UserError("level.period_unreadable", text=text[:40]) from error
    months, start = read
    if PERIODS[period] not in (0, months):
        raise UserError("level.period_other", text=text[:40])
    return start


def _read(words: str, text: str) -> tuple[int, date] | None:
    """Months and first day, or None where it is none of the ways to write a period."""
    if year := _YEAR.fullmatch(words):
        return _part(_YEAR_MONTHS, 1, int(year[1]), text)
    if month := _YEAR_MONTH.fullmatch(words):
        return _part(1, int(month[2]), int(month[1]), text)
    if month := _MONTH_YEAR.fullmatch(words):
        return _part(1, int(month[1]), int(month[2]), text)
    if named := _NAMED.fullmatch(words):
        number = _month(named[1])
        return _part(1, number, int(named[2]), text) if number else None
    if part := _PART.fullmatch(words):
        months = _LENGTHS.get(part[2])
        number = int(part[1]) if part[1].isdecimal() else _ROMAN.get(part[1], 0)
        return _part(months, number, int(part[3]), text) if months else None
    if short := _SHORT_PART.fullmatch(words):
        return _part(_SHORT[short[1]], int(short[2]), int(short[3]), text)
    return None


def _month(name: str) -> int:
    full = next((number for number, one in enumerate(_MONTHS, 1) if one == name), 0)
    abbreviated = (number for number, one in enumerate(_MONTHS, 1) if one[:_ABBREVIATED] == name)
    return full or next(abbreviated, 0)


def _part(months: int, number: int, year: int, text: str) -> tuple[int, date]:
    if not (1 <= number <= _YEAR_MONTHS // months and FIRST_YEAR <= year <= LAST_YEAR):
        raise UserError("level.period_unreadable", text=text[:40])
    return months, date(year, (number - 1) * months + 1, 1)
