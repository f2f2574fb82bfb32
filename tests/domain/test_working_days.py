# SPDX-License-Identifier: EUPL-1.2
"""Working days: the calendars of known years, the patron saint, and what holds on every day."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import FIRST_YEAR, LAST_YEAR
from app.domain.working_days import (
    Patron,
    is_working_day,
    next_working_day,
    previous_working_day,
    read_patron,
    why_not_working,
)

DAY = timedelta(days=1)
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
LEAP_YEAR = st.dates(date(2000, 1, 1), date(2000, 12, 31))
PATRONS = st.none() | LEAP_YEAR.map(lambda day: (day.month, day.day))
SATURDAY_WORKS = st.booleans()
EASTER_MONDAYS = [
    date(2024, 4, 1),
    date(2025, 4, 21),
    date(2026, 4, 6),
    date(2027, 3, 29),
    date(2028, 4, 17),
    date(2029, 4, 2),
    date(2030, 4, 22),
]
FIXED = [(1, 1), (1, 6), (4, 25), (5, 1), (6, 2), (8, 15), (11, 1), (12, 8), (12, 25), (12, 26)]
SAINT_FRANCIS_SINCE = 2026


@pytest.mark.parametrize("monday", EASTER_MONDAYS, ids=str)
def test_the_calendar_of_a_known_year(monday: date) -> None:
    """Days from Monday to Friday on which the office is closed: counted from the law, not from the library."""
    year = monday.year
    fixed = {date(year, *day) for day in [*FIXED, *([(10, 4)] if year >= SAINT_FRANCIS_SINCE else [])]}
    expected = {day for day in {*fixed, monday} if day.weekday() < 5}
    days = (date(year, 1, 1) + DAY * number for number in range(366))
    closed = {day for day in days if day.year == year and day.weekday() < 5 and not is_working_day(day)}
    assert closed == expected


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 11, 23), ""),
        (date(2026, 12, 5), "saturday"),
        (date(2026, 12, 6), "sunday"),
        (date(2026, 4, 5), "sunday"),  # Easter
        (date(2026, 4, 6), "holiday:Lunedì dell'Angelo"),
        (date(2026, 8, 15), "holiday:Assunzione della Beata Vergine Maria"),  # a Saturday too
        (date(2025, 10, 4), "saturday"),
        (date(2027, 10, 4), "holiday:Festa nazionale di San Francesco d'Assisi, patrono d'Italia"),
        (date(2028, 2, 29), ""),
        (date(2026, 6, 19), "patron"),
        (date(2027, 6, 19), "patron"),  # a Saturday too
        (date(2022, 6, 19), "sunday"),
    ],
)
def test_why_the_office_is_closed(day: date, why: str) -> None:
    assert why_not_working(day, (6, 19)) == why


def test_the_fourth_of_october_is_a_holiday_from_2026() -> None:
    assert date(2026, 10, 4).weekday() == 6
    assert [year for year in range(2020, 2031) if is_working_day(date(year, 10, 4))] == [2021, 2022, 2023, 2024]
    assert why_not_working(date(2028, 10, 4)).startswith("holiday:")


def test_a_saturday_works_where_it_is_told_so() -> None:
    saturday = date(2026, 12, 5)
    assert next_working_day(saturday) == date(2026, 12, 7)
    assert next_working_day(saturday, saturday_works=True) == saturday
    assert next_working_day(date(2026, 12, 26), saturday_works=True) == date(2026, 12, 28)


def test_a_patron_joins_the_days_beside_it() -> None:
    assert next_working_day(date(2026, 12, 5), (12, 7)) == date(2026, 12, 9)  # Saturday, Sunday, patron, 8 December
    assert previous_working_day(date(2026, 12, 8), (12, 7)) == date(2026, 12, 4)


def test_a_patron_on_a_sunday_closes_no_other_day() -> None:
    sunday = date(2026, 11, 29)
    assert next_working_day(sunday, (11, 29)) == next_working_day(sunday) == date(2026, 11, 30)


def test_a_patron_of_the_leap_day_is_kept_in_leap_years() -> None:
    assert why_not_working(date(2028, 2, 29), (2, 29)) == "patron"
    assert is_working_day(date(2027, 3, 1), (2, 29))


@pytest.mark.parametrize(("text", "patron"), [("", None), ("06-19", (6, 19)), ("02-29", (2, 29)), ("12-31", (12, 31))])
def test_the_patron_as_it_is_kept(text: str, patron: Patron) -> None:
    assert read_patron(text) == patron


@pytest.mark.parametrize(
    "text", ["6-19", "19-06", "00-10", "06-00", "02-30", "06/19", "0619", "ab-cd", " 06-19", "٠٦-١٩"]
)
def test_no_patron_is_read_from_anything_else(text: str) -> None:
    with pytest.raises(ValueError, match=r"patron|month|day"):
        read_patron(text)


@given(DAYS, PATRONS, SATURDAY_WORKS)
def test_the_next_working_day_is_the_nearest(day: date, patron: Patron, saturday_works: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    after = next_working_day(day, patron, saturday_works=saturday_works)
    before = previous_working_day(day, patron, saturday_works=saturday_works)
    assert before <= day <= after
    assert is_working_day(after, patron, saturday_works=saturday_works)
    assert is_working_day(before, patron, saturday_works=saturday_works)
    assert all(
        not is_working_day(before + DAY * number, patron, saturday_works=saturday_works)
        for number in range(1, (after - before).days)
    )
    assert next_working_day(after, patron, saturday_works=saturday_works) == after


def test_the_limits_of_dates_hold() -> None:
    assert next_working_day(date(LAST_YEAR, 12, 29)) == date(LAST_YEAR, 12, 30)
    assert why_not_working(date(LAST_YEAR, 4, 15)) == "holiday:Lunedì dell'Angelo"
    assert next_working_day(date(FIRST_YEAR, 1, 1)) == date(FIRST_YEAR, 1, 2)


def test_the_calendars_are_not_loaded_before_they_are_asked() -> None:
    asked = "import sys, app.domain.working_days as w; print('holidays' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
