# SPDX-License-Identifier: EUPL-1.2
"""Days: read as a clerk types them, moments on the clock of Rome."""

import calendar
import re
import unicodedata
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.errors import UserError

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""A year outside these is taken for a slip of the fingers."""

_ROME = "Europe/Rome"
_MAX_LENGTH = 60
_YEARS_BACK = 50  # of two digits: 27 is 2027, 99 is 1999
_WORDS = {"oggi": 0, "domani": 1, "dopodomani": 2, "ieri": -1, "today": 0, "tomorrow": 1, "yesterday": -1}
_MONTHS = (
    *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno"),
    *("luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"),
)
_WEEKDAYS = ("lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica")
_OFFSET = re.compile(r"([+-])\s?([0-9]{1,5})(?:\s?(?:g|gg|giorni|giorno))?")
_PARTED = re.compile(r"([0-9]{1,2})\s?[/.\- ]\s?([0-9]{1,2})(?:\s?[/.\- ]\s?([0-9]{4}|[0-9]{2}))?")
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_SIX = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2})")
_EIGHT = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_EIGHT_ISO = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_NAMED = re.compile(r"(1°|1º|[0-9]{1,2}) ?([a-z]{3,9})\.?(?: ?([0-9]{4}|[0-9]{2}))?")


def read_day(text: str, today: date) -> date:
    """`5/3/27`, `5.3.2027`, `050327`, `2027-03-05`, `5 marzo 2027`, `oggi`, `+30`, `fm`, `venerdì`.

    Without a year that of `today`; a weekday is the next one. UserError `day.empty`, `day.unreadable`,
    `day.not_in_calendar`, `day.other_weekday` (`lunedì 5/3/2027` is a Friday), `day.out_of_range`.
    """
    shown = text.strip()
    words = _simple(shown)
    if not words:
        raise UserError("day.empty")
    if len(words) > _MAX_LENGTH:
        raise UserError("day.unreadable", text=shown[:40])
    weekday, rest = _weekday(words)
    if weekday is not None and not rest:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    day = _relative(rest, today, shown) or _written(rest, today, shown)
    if weekday is not None and day.weekday() != weekday:
        raise UserError("day.other_weekday", text=shown, day=day)
    return day


def to_rome(moment: datetime) -> datetime:
    """The same moment on the clock of Rome; ValueError for one without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(ZoneInfo(_ROME))


def add_months(day: date, months: int) -> date:
    """The same day so many months later or earlier; the last of the month where it has no such day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def end_of_month(day: date) -> date:
    """The last day of its month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _simple(text: str) -> str:
    """Small letters without accents or apostrophes, single spaces."""
    parts = unicodedata.normalize("NFD", text.casefold())
    kept = "".join(sign for sign in parts if not unicodedata.combining(sign) and sign not in "'’`")
    return " ".join(kept.replace(",", " ").split())


def _weekday(words: str) -> tuple[int | None, str]:
    first, _space, rest = words.partition(" ")
    for number, name in enumerate(_WEEKDAYS):
        if first == name or first.rstrip(".") == name[:3]:
            return number, rest
    return None, words


def _relative(words: str, today: date, shown: str) -> date | None:
    if words in _WORDS:
        return today + timedelta(days=_WORDS[words])
    if words in ("fm", "fine mese"):
        return end_of_month(today)
    offset = _OFFSET.fullmatch(words)
    if not offset:
        return None
    days = int(offset[1] + offset[2])
    ordinal = today.toordinal() + days
    if not date(FIRST_YEAR, 1, 1).toordinal() <= ordinal <= date(LAST_YEAR, 12, 31).toordinal():
        raise UserError("day.out_of_range", text=shown, first=FIRST_YEAR, last=LAST_YEAR)
    return date.fromordinal(ordinal)


def _written(words: str, today: date, shown: str) -> date:
    found = _PARTED.fullmatch(words) or _SIX.fullmatch(words)
    if found:
        return _checked(found[1], found[2], found[3], today, shown)
    iso = _ISO.fullmatch(words)
    if iso:
        return _checked(iso[3], iso[2], iso[1], today, shown)
    named = _NAMED.fullmatch(words)
    month = _month(named[2]) if named else None
    if named and month:
        return _checked(named[1].rstrip("°º"), str(month), named[3], today, shown)
    return _checked(*_eight_digits(words, shown), today, shown)


def _eight_digits(words: str, shown: str) -> tuple[str, str, str]:
    """Day, month and year of `05032027`, or of `20270305` where the last four can be no year."""
    eight, swapped = _EIGHT.fullmatch(words), _EIGHT_ISO.fullmatch(words)
    if not eight or not swapped:
        raise UserError("day.unreadable", text=shown)
    if not FIRST_YEAR <= int(eight[3]) <= LAST_YEAR and FIRST_YEAR <= int(swapped[1]) <= LAST_YEAR:
        return swapped[3], swapped[2], swapped[1]
    return eight[1], eight[2], eight[3]


def _month(name: str) -> int | None:
    found = [number for number, month in enumerate(_MONTHS, 1) if month.startswith(name)]
    return found[0] if len(found) == 1 else None


def _checked(day: str, month: str, year: str | None, today: date, shown: str) -> date:
    number = _year(year, today)
    if not FIRST_YEAR <= number <= LAST_YEAR:
        raise UserError("day.out_of_range", text=shown, first=FIRST_YEAR, last=LAST_YEAR)
    try:
        return date(number, int(month), int(day))
    except ValueError as error:
        raise UserError("day.not_in_calendar", text=shown) from error


def _year(text: str | None, today: date) -> int:
    if text is None:
        return today.year
    if len(text) == len("2027"):
        return int(text)
    earliest = today.year - _YEARS_BACK
    return earliest + (int(text) - earliest) % 100
