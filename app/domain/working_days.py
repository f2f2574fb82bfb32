# SPDX-License-Identifier: EUPL-1.2
"""Working days of an Italian office: national holidays, the patron saint of the comune, Saturdays and Sundays.

Holidays are those of the library `holidays`, which knows the law of each year (4 October from 2026). Saturday counts
as a holiday unless told otherwise: so does the law for the terms of the courts, for others it is argued.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from app.domain.dates import LAST_YEAR

Patron = tuple[int, int] | None
"""Month and day of the patron saint; None where nobody typed it, or where it moves from year to year."""

SATURDAY_LAW = "c.p.c. art. 155 c. 5; c.p.a. art. 52 c. 5"
"""Why a term that ends on a Saturday moves: known law, not looked up, about courts; c.c. art. 2963 is silent."""
HOLIDAY_LAW = "c.p.c. art. 155 c. 4; c.c. art. 2963 c. 3"
"""Why a term that ends on a holiday moves: known law, not looked up."""

_SATURDAY, _SUNDAY = 5, 6
_LAST_KNOWN_YEAR = LAST_YEAR + 100  # a typed day and a long term after it
_DAY = timedelta(days=1)


def read_patron(text: str) -> Patron:
    """`06-19` as the store keeps it; None for an empty text, ValueError for anything else."""
    if not text:
        return None
    month, dash, day = text.partition("-")
    if not (dash and len(text) == len("06-19") and (month + day).isdecimal() and text.isascii()):
        raise ValueError(f"no day of a patron saint: {text}")
    leap = date(2000, int(month), int(day))
    return leap.month, leap.day


def why_not_working(day: date, patron: Patron = None, *, saturday_works: bool = False) -> str:
    """`sunday`, `holiday:Natale`, `patron`, `saturday`, the first that holds; "" for a working day.

    The name of a holiday is the Italian one; `app.text.term_words` says it in the language in use. A patron of
    29 February is kept in leap years only.
    """
    if day.weekday() == _SUNDAY:
        return "sunday"
    holiday = _holidays(day.year).get(day)
    if holiday:
        return f"holiday:{holiday}"
    if patron == (day.month, day.day):
        return "patron"
    return "saturday" if day.weekday() == _SATURDAY and not saturday_works else ""


def is_working_day(day: date, patron: Patron = None, *, saturday_works: bool = False) -> bool:
    """True where the office is open, as far as the calendar says."""
    return not why_not_working(day, patron, saturday_works=saturday_works)


def next_working_day(day: date, patron: Patron = None, *, saturday_works: bool = False) -> date:
    """The day itself where it is a working day, or else the first one after it."""
    while not is_working_day(day, patron, saturday_works=saturday_works):
        day += _DAY
    return day


def previous_working_day(day: date, patron: Patron = None, *, saturday_works: bool = False) -> date:
    """The day itself where it is a working day, or else the last one before it: for terms counted backwards."""
    while not is_working_day(day, patron, saturday_works=saturday_works):
        day -= _DAY
    return day


@cache
def _holidays(year: int) -> Mapping[date, str]:
    """The national holidays of a year with their Italian names; none of a year that no term reaches."""
    from holidays.countries.italy import Italy

    class Calendar(Italy):
        """The library stops at 2100, though the last law holds until another one is made."""

        end_year = _LAST_KNOWN_YEAR

    made = Calendar(years=year, language="it_IT")  # type: ignore[no-untyped-call]  # its own __init__ has no types
    return dict(made)
