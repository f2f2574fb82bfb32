# SPDX-License-Identifier: EUPL-1.2
"""The clock of a membership: known agreements counted by hand, ends of months, and what holds for all."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import FIRST_YEAR, LAST_YEAR, add_months
from app.domain.membership_clock import (
    Layer,
    Membership,
    Notice,
    Reminder,
    Window,
    clock_end,
    notice_ends,
    outlasting,
    read_notice,
    reminders,
    renewal_window,
    withdrawal_last_day,
)
from app.domain.working_days import Patron, is_working_day

DAY = timedelta(days=1)
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
ENDS = st.none() | DAYS
PATRONS = st.none() | st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: (day.month, day.day))
NOTICES = st.builds(Notice, st.integers(0, 36), st.integers(0, 400))
START, END = date(2026, 1, 1), date(2035, 12, 31)


def test_the_window_of_renewal_opens_before_the_end_and_closes_with_it() -> None:
    window = renewal_window(Membership(START, END, renewal_months=6))
    assert window == Window(date(2035, 6, 30), END)
    assert [window.is_open(day) for day in (date(2035, 6, 29), date(2035, 6, 30), END, END + DAY)] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("months", "closes", "window"),
    [
        (6, date(2035, 9, 30), Window(date(2035, 6, 30), date(2035, 9, 30))),
        (6, date(2036, 3, 1), Window(date(2035, 6, 30), END)),  # after the end there is nothing to renew
        (6, date(2035, 3, 1), Window(date(2035, 3, 1), date(2035, 3, 1))),
        (10, None, Window(date(2035, 2, 28), END)),
        (0, None, Window(END, END)),
        (999, None, Window(START, END)),
    ],
)
def test_windows_of_renewal(months: int, closes: date | None, window: Window) -> None:
    assert renewal_window(Membership(START, END, None, months, closes)) == window


def test_what_was_not_typed_gives_no_day() -> None:
    assert renewal_window(Membership(START, None, renewal_months=6)) is None
    assert renewal_window(Membership(START, END)) is None
    assert withdrawal_last_day(None, END) is None
    assert withdrawal_last_day(Notice(6), None) is None
    assert read_notice(None, None) is None


@pytest.mark.parametrize(
    ("months", "days", "notice"),
    [(6, None, Notice(6)), (None, 90, Notice(0, 90)), (0, None, Notice()), (1, 2, Notice(1, 2))],
)
def test_a_notice_as_it_was_typed(months: int | None, days: int | None, notice: Notice) -> None:
    assert read_notice(months, days) == notice


@pytest.mark.parametrize(
    ("notice", "end", "nominal", "on", "why"),
    [
        (Notice(6), date(2026, 12, 31), date(2026, 6, 30), date(2026, 6, 30), ""),
        (Notice(6), date(2027, 2, 28), date(2026, 8, 28), date(2026, 8, 28), ""),
        (Notice(12), date(2028, 2, 29), date(2027, 2, 28), date(2027, 2, 26), "sunday"),
        (Notice(0, 90), date(2026, 12, 31), date(2026, 10, 2), date(2026, 10, 2), ""),
        (Notice(0, 26), date(2026, 12, 31), date(2026, 12, 5), date(2026, 12, 4), "saturday"),
        (Notice(1, 15), date(2026, 12, 31), date(2026, 11, 16), date(2026, 11, 16), ""),
        (Notice(), date(2026, 12, 25), date(2026, 12, 25), date(2026, 12, 24), "holiday:Natale"),
    ],
)
def test_the_last_day_of_a_notice(notice: Notice, end: date, nominal: date, on: date, why: str) -> None:
    found = withdrawal_last_day(notice, end)
    assert found is not None
    assert (found.nominal_on, found.on, found.moved_because) == (nominal, on, why)
    assert (found.ends_on, found.notice) == (end, notice)


def test_the_patron_of_the_lead_authority_closes_its_office() -> None:
    found = withdrawal_last_day(Notice(6), date(2026, 12, 31), (6, 30))
    assert found is not None
    assert (found.on, found.moved_because) == (date(2026, 6, 29), "patron")
    as_it_works = withdrawal_last_day(Notice(0, 26), date(2026, 12, 31), saturday_works=True)
    assert as_it_works is not None
    assert as_it_works.on == date(2026, 12, 5)


@pytest.mark.parametrize(
    ("arrived", "notice", "end"),
    [
        (date(2026, 6, 30), Notice(6), date(2026, 12, 30)),
        (date(2026, 8, 31), Notice(6), date(2027, 2, 28)),
        (date(2026, 6, 30), Notice(0, 90), date(2026, 9, 28)),
        (date(2028, 2, 29), Notice(12), date(2029, 2, 28)),
    ],
)
def test_when_a_notice_has_run_out(arrived: date, notice: Notice, end: date) -> None:
    assert notice_ends(arrived, notice) == end
    assert notice_ends(arrived, notice, date(2026, 9, 1)) == date(2026, 9, 1)


def test_reminders_come_twelve_six_and_three_months_before() -> None:
    of = date(2026, 8, 31)
    assert reminders(of) == (
        Reminder(date(2025, 8, 31), of, 12),
        Reminder(date(2026, 2, 28), of, 6),
        Reminder(date(2026, 5, 31), of, 3),
    )
    assert [one.months for one in reminders(of, date(2026, 1, 1))] == [6, 3]


def test_a_service_ends_with_the_first_of_its_three_clocks() -> None:
    """The agreement of Olgiate ends in 2027, the concession in 2038 (concessions.md 4.1)."""
    found = clock_end(date(2038, 11, 30), date(2027, 12, 31), None)
    assert found is not None
    assert (found.on, found.layers, found.unknown) == (date(2027, 12, 31), (Layer.L1,), (Layer.L2,))
    together = clock_end(END, END, date(2036, 1, 1))
    assert together is not None
    assert (together.layers, together.unknown) == ((Layer.L0, Layer.L1), ())
    assert clock_end(None, None, None) is None


def test_a_layer_that_outlasts_the_one_it_hangs_on_is_told() -> None:
    (agreement,) = outlasting(date(2030, 6, 30), END, date(2031, 1, 1))
    assert (agreement.longer, agreement.longer_on) == (Layer.L1, END)
    assert (agreement.shorter, agreement.shorter_on) == (Layer.L0, date(2030, 6, 30))
    assert [(one.longer, one.shorter) for one in outlasting(date(2030, 1, 1), None, END)] == [(Layer.L2, Layer.L0)]
    assert [one.longer for one in outlasting(date(2030, 1, 1), date(2031, 1, 1), date(2032, 1, 1))] == [
        Layer.L1,
        Layer.L2,
    ]
    assert outlasting(END, END, END) == outlasting(None, END, None) == ()


@given(NOTICES, DAYS, PATRONS)
def test_a_notice_of_the_last_day_has_run_out_by_the_wished_end(notice: Notice, end: date, patron: Patron) -> None:
    found = withdrawal_last_day(notice, end, patron)
    assert found is not None
    assert found.on <= found.nominal_on <= end
    assert is_working_day(found.on, patron)
    assert notice_ends(found.nominal_on, notice) <= end
    if not notice.months:
        assert notice_ends(found.nominal_on, notice) == end
    assert notice_ends(found.nominal_on + 4 * DAY, notice) > end  # the ends of months leave three days of doubt


@given(DAYS, st.integers(0, 20_000), st.integers(0, 1200), ENDS)
def test_a_window_lies_within_the_membership(start: date, days: int, months: int, closes: date | None) -> None:
    end = start + DAY * days
    window = renewal_window(Membership(start, end, None, months, closes))
    assert window is not None
    assert window.opens_on <= window.closes_on <= end
    assert closes is not None or window.opens_on >= start


@given(DAYS)
def test_reminders_are_in_order_and_lead_to_their_day(of: date) -> None:
    found = reminders(of)
    assert [one.on for one in found] == sorted(one.on for one in found)
    assert all(add_months(one.on, one.months) <= of < add_months(one.on + 4 * DAY, one.months) for one in found)


@given(ENDS, ENDS, ENDS)
def test_the_three_clocks(l0: date | None, l1: date | None, l2: date | None) -> None:
    known = [day for day in (l0, l1, l2) if day is not None]
    found = clock_end(l0, l1, l2)
    assert (found.on if found else None) == min(known, default=None)
    assert len(known) + (len(found.unknown) if found else 3) == 3
    assert bool(outlasting(l0, l1, l2)) == (known != sorted(known, reverse=True))
