# SPDX-License-Identifier: EUPL-1.2
"""Periods of service levels: those of the calendar, and each way to write one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.fees import PERIODS
from app.domain.level_periods import end_of, periods_of_year, read_period, start_of
from app.errors import UserError
from tests.levels import indicator

TODAY = date(2026, 11, 5)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("text", "period", "start"),
    [
        ("2026", "yearly", date(2026, 1, 1)),
        ("anno 2026", "yearly", date(2026, 1, 1)),
        ("03/2026", "monthly", date(2026, 3, 1)),
        ("2026-03", "monthly", date(2026, 3, 1)),
        ("marzo 2026", "monthly", date(2026, 3, 1)),
        ("Mar. 2026", "monthly", date(2026, 3, 1)),
        ("1° trimestre 2026", "quarterly", date(2026, 1, 1)),
        ("II trimestre 2026", "quarterly", date(2026, 4, 1)),
        ("3º trimestre del 2026", "quarterly", date(2026, 7, 1)),
        ("T4 2026", "quarterly", date(2026, 10, 1)),
        ("S2/2026", "half_yearly", date(2026, 7, 1)),
        ("2 quadrimestre 2026", "four_monthly", date(2026, 5, 1)),
        ("6 bimestre 2026", "bimonthly", date(2026, 11, 1)),
        ("15/05/2026", "quarterly", date(2026, 4, 1)),
        ("2026-05-15", "once", date(2026, 5, 15)),
    ],
)
def test_a_period_is_read_as_the_office_writes_it(text: str, period: str, start: date) -> None:
    assert read_period(text, period, TODAY) == start


@pytest.mark.parametrize(
    ("text", "period", "code"),
    [
        ("", "monthly", "level.period_unreadable"),
        ("13/2026", "monthly", "level.period_unreadable"),
        ("5° trimestre 2026", "quarterly", "level.period_unreadable"),
        ("0 trimestre 2026", "quarterly", "level.period_unreadable"),
        ("1000", "yearly", "level.period_unreadable"),
        ("poi", "monthly", "level.period_unreadable"),
        ("2026", "monthly", "level.period_other"),
        ("marzo 2026", "quarterly", "level.period_other"),
    ],
)
def test_what_is_no_period_of_the_indicator_is_refused(text: str, period: str, code: str) -> None:
    with pytest.raises(UserError) as refused:
        read_period(text, period, TODAY)
    assert refused.value.code == code


@given(DAYS, st.sampled_from(sorted(PERIODS)))
def test_a_day_lies_in_its_period(on: date, period: str) -> None:
    start = start_of(period, on)
    assert start <= on <= end_of(period, start)
    assert start_of(period, end_of(period, start)) == start


def test_the_periods_of_a_year_are_those_in_which_the_contract_holds() -> None:
    asked = indicator(period="quarterly", starts_on=date(2026, 2, 10))
    found = list(periods_of_year(asked, 2026, date(2025, 1, 1), date(2026, 9, 30)))
    assert found == [date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1)]
    assert list(periods_of_year(indicator(period="once"), 2026, None, None)) == []
