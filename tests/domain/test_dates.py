# SPDX-License-Identifier: EUPL-1.2
"""Days: every way of ux.md section 3 is read, and a slip is told instead of mended."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import FIRST_YEAR, LAST_YEAR, add_months, end_of_month, read_day, to_rome
from app.errors import UserError
from app.text import day as written

TODAY = date(2026, 11, 23)  # a Monday
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
MONTHS = (
    *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno"),
    *("luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"),
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5/3/27", date(2027, 3, 5)),
        ("05/03/2027", date(2027, 3, 5)),
        ("050327", date(2027, 3, 5)),
        ("05032027", date(2027, 3, 5)),
        ("20270305", date(2027, 3, 5)),
        ("20112027", date(2027, 11, 20)),
        ("5.3.2027", date(2027, 3, 5)),
        ("5-3-2027", date(2027, 3, 5)),
        ("5 3 2027", date(2027, 3, 5)),
        ("5,3,2027", date(2027, 3, 5)),
        ("2027-03-05", date(2027, 3, 5)),
        ("2027/3/5", date(2027, 3, 5)),
        ("5 marzo 2027", date(2027, 3, 5)),
        ("5 MAR. 27", date(2027, 3, 5)),
        ("1° marzo", date(2026, 3, 1)),
        ("5/3", date(2026, 3, 5)),
        ("29/2/2028", date(2028, 2, 29)),
        ("1/1/99", date(1999, 1, 1)),
        ("1/1/75", date(2075, 1, 1)),
        ("1/1/76", date(1976, 1, 1)),
        ("oggi", TODAY),
        ("today", TODAY),
        (" Oggi ", TODAY),
        ("domani", date(2026, 11, 24)),
        ("dopodomani", date(2026, 11, 25)),
        ("ieri", date(2026, 11, 22)),
        ("+30", date(2026, 12, 23)),
        ("-30", date(2026, 10, 24)),
        ("+30 giorni", date(2026, 12, 23)),
        ("fm", date(2026, 11, 30)),
        ("fine mese", date(2026, 11, 30)),
        ("venerdì", date(2026, 11, 27)),
        ("venerdi'", date(2026, 11, 27)),
        ("lun", date(2026, 11, 30)),
        ("venerdì 5/3/2027", date(2027, 3, 5)),
        ("venerdì, 5 marzo 2027", date(2027, 3, 5)),
    ],
)
def test_read(text: str, day: date) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "day.empty"),
        ("  ", "day.empty"),
        ("29/02/2027", "day.not_in_calendar"),
        ("31/4/2027", "day.not_in_calendar"),
        ("12/13/2027", "day.not_in_calendar"),
        ("0/3/2027", "day.not_in_calendar"),
        ("310227", "day.not_in_calendar"),
        ("5/3/3202", "day.out_of_range"),
        ("5/3/0027", "day.out_of_range"),
        ("+99999", "day.out_of_range"),
        ("lunedì 5/3/2027", "day.other_weekday"),
        ("5/3/227", "day.unreadable"),
        ("0503", "day.unreadable"),
        ("5 ma 2027", "day.unreadable"),
        ("5 xyz 2027", "day.unreadable"),
        ("domenicale", "day.unreadable"),
        ("٥/٣/٢٠٢٧", "day.unreadable"),  # noqa: RUF001 - digits of another script are the point
        ("1234567", "day.unreadable"),
        ("1" * 100, "day.unreadable"),
        ("+", "day.unreadable"),
    ],
)
def test_refused(text: str, code: str) -> None:
    with pytest.raises(UserError) as refusal:
        read_day(text, TODAY)
    assert refusal.value.code == code


@given(DAYS, st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_what_is_written_is_read_as_it_was(day: date, today: date) -> None:
    assert read_day(written(day), today) == day
    assert read_day(day.isoformat(), today) == day
    assert read_day(written(day).replace("/", ""), today) == day
    assert read_day(day.isoformat().replace("-", ""), today) in (day, read_day(written(day), today))
    assert read_day(f"{day.day} {MONTHS[day.month - 1]} {day.year}", today) == day


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-49, 49))
def test_two_digits_are_the_near_year(today: date, years: int) -> None:
    year = today.year + years
    assert read_day(f"1/1/{year % 100:02d}", today) == date(year, 1, 1)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 20_000))
def test_days_from_today(today: date, days: int) -> None:
    assert read_day(f"+{days}", today) == today + timedelta(days=days)


@given(st.text(alphabet="0123456789/.-+ oggifm", max_size=14) | st.text(max_size=14))
def test_any_text_is_read_or_refused(text: str) -> None:
    found = day_or_code(text)
    assert found.startswith("day.") if isinstance(found, str) else FIRST_YEAR <= found.year <= LAST_YEAR


def day_or_code(text: str) -> date | str:
    try:
        return read_day(text, TODAY)
    except UserError as error:
        return error.code


def test_moments_on_the_clock_of_rome() -> None:
    summer = to_rome(datetime(2022, 9, 2, 21, 9, 40, tzinfo=UTC))
    assert (summer.hour, summer.date()) == (23, date(2022, 9, 2))
    winter = to_rome(datetime(2022, 12, 31, 23, 30, tzinfo=UTC))
    assert (winter.hour, winter.date()) == (0, date(2023, 1, 1))
    with pytest.raises(ValueError, match="time zone"):
        to_rome(datetime(2022, 9, 2))  # noqa: DTZ001 - the fault under test


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 15), 60, date(2031, 12, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 1, 15), 0, date(2026, 1, 15)),
    ],
)
def test_add_months(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(-600, 600))
def test_months_move_the_month_and_at_most_shorten_the_day(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == day.day or (moved.day < day.day and moved == end_of_month(moved))
