# SPDX-License-Identifier: EUPL-1.2
"""Periods: their marks, their months, the days on which nothing is due."""

from datetime import date

from app.domain.fee_periods import fee_parts, suspended_days
from tests.fees import fee, suspension, terms


def test_whole_months_of_a_period_that_begins_on_the_31st() -> None:
    """Each of its months counts, short or long, and a funded start that ends inside takes its whole months."""
    one = fee(period="quarterly", pro_rata="months", funded_until=date(2028, 6, 30))
    parts = list(fee_parts(one, terms(date(2028, 1, 31), date(2029, 1, 30)), date(2029, 1, 30)))
    assert [(part.starts_on, part.months) for part in parts] == [
        (date(2028, 1, 31), 3),
        (date(2028, 5, 1), 2),
        (date(2028, 7, 1), 1),
        (date(2028, 7, 31), 3),
        (date(2028, 10, 31), 3),
    ]


def test_a_month_entered_late_does_not_count() -> None:
    """Neither at the start nor at the end."""
    one = fee(period="quarterly", pro_rata="months", is_calendar=True)
    parts = list(fee_parts(one, terms(date(2027, 1, 2), date(2027, 6, 29)), date(2027, 12, 31)))
    assert [part.months for part in parts] == [2, 2]


def test_a_month_that_is_free_in_part_does_not_count() -> None:
    """Free until the middle of January is as much as beginning the day after."""
    one = fee(period="quarterly", pro_rata="months", is_calendar=True, free_until=date(2027, 1, 15))
    parts = list(fee_parts(one, terms(date(2027, 1, 1), date(2027, 6, 30)), date(2027, 12, 31)))
    assert [(part.starts_on, part.months) for part in parts][1:] == [(date(2027, 1, 16), 2), (date(2027, 4, 1), 3)]
    later = fee(period="quarterly", pro_rata="months", is_calendar=True)
    assert next(fee_parts(later, terms(date(2027, 1, 16), date(2027, 6, 30)), date(2027, 12, 31))).months == 2


def test_two_suspensions_of_one_day_are_one() -> None:
    """Overlaps count once; one without an end lasts to the end of the period."""
    off = (suspension(date(2027, 3, 1), date(2027, 3, 10)), suspension(date(2027, 3, 10), None))
    assert len(suspended_days(date(2027, 3, 1), date(2027, 3, 31), off)) == 31
    assert suspended_days(date(2027, 1, 1), date(2027, 2, 28), off) == set()


def test_a_fee_that_would_begin_after_the_end_has_no_period() -> None:
    """Also within one period of the calendar."""
    one = fee(period="yearly", is_calendar=True, starts_on=date(2027, 7, 1))
    assert list(fee_parts(one, terms(date(2027, 1, 1), date(2027, 3, 31)), date(2030, 1, 1))) == []
