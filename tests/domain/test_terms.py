# SPDX-License-Identifier: EUPL-1.2
"""Terms: the days of known cases counted by hand, suspensions, the clerk's own day, and what holds on every day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import FIRST_YEAR, LAST_YEAR
from app.domain.terms import (
    ADDITIONS,
    ANSWER,
    APPEAL,
    ENFORCEABILITY,
    KNOWN_LAW,
    PUBLICATION,
    REJECTION_NOTICE,
    REQUEST_AGE,
    TERMS,
    Suspension,
    Term,
    answer_due,
    days_suspended,
    due,
    enforceable_on,
    for_additions,
    for_rejection_notice,
    publication_ends,
)
from app.domain.working_days import HOLIDAY_LAW, SATURDAY_LAW, Patron, is_working_day, next_working_day

DAY = timedelta(days=1)
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
PATRONS = st.none() | st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: (day.month, day.day))
ANY_TERM = st.sampled_from(sorted(TERMS.values(), key=lambda term: term.key))
LENGTHS = st.integers(0, 400)


@pytest.mark.parametrize(
    ("term", "days", "extends"),
    [
        (PUBLICATION, 15, False),
        (ENFORCEABILITY, 10, False),
        (ANSWER, 30, True),
        (ADDITIONS, 30, False),
        (REJECTION_NOTICE, 10, True),
        (APPEAL, 60, True),
        (REQUEST_AGE, 30, False),
    ],
    ids=lambda value: value.key if isinstance(value, Term) else None,
)
def test_the_terms_are_those_of_the_notes(term: Term, days: int, extends: bool) -> None:  # noqa: FBT001 - a case of the table
    assert (term.days, term.extends_if_not_working) == (days, extends)
    assert term.source
    assert term.law or term.source.startswith("FAQ ANAC")
    assert TERMS[term.key] is term


def test_a_law_that_was_not_looked_up_says_so() -> None:
    assert {term.source for term in TERMS.values() if term.law} == {KNOWN_LAW}


@pytest.mark.parametrize(
    ("published", "last", "enforceable"),
    [
        (date(2026, 11, 3), date(2026, 11, 18), date(2026, 11, 14)),  # a Saturday: a state waits for no office
        (date(2026, 12, 20), date(2027, 1, 4), date(2026, 12, 31)),
        (date(2028, 2, 20), date(2028, 3, 6), date(2028, 3, 2)),  # over a leap day
        (date(2027, 2, 20), date(2027, 3, 7), date(2027, 3, 3)),
    ],
)
def test_publication_and_enforceability(published: date, last: date, enforceable: date) -> None:
    assert publication_ends(published) == last
    assert enforceable_on(published, is_immediate=False, resolved_on=date(2026, 1, 1)) == enforceable


def test_an_immediate_resolution_is_enforceable_on_its_own_day() -> None:
    resolved = date(2026, 10, 30)
    assert enforceable_on(date(2026, 11, 3), is_immediate=True, resolved_on=resolved) == resolved
    assert enforceable_on(None, is_immediate=True, resolved_on=resolved) == resolved


def test_what_is_not_known_gives_no_day() -> None:
    assert enforceable_on(None, is_immediate=False, resolved_on=date(2026, 10, 30)) is None
    assert enforceable_on(date(2026, 11, 3), is_immediate=True, resolved_on=None) is None


@pytest.mark.parametrize(
    ("term", "start", "nominal", "on", "why"),
    [
        (ANSWER, date(2026, 11, 3), date(2026, 12, 3), date(2026, 12, 3), ""),
        (ANSWER, date(2026, 11, 5), date(2026, 12, 5), date(2026, 12, 7), "saturday"),
        (ANSWER, date(2026, 11, 6), date(2026, 12, 6), date(2026, 12, 7), "sunday"),
        (ANSWER, date(2026, 11, 25), date(2026, 12, 25), date(2026, 12, 28), "holiday:Natale"),
        (ANSWER, date(2026, 11, 8), date(2026, 12, 8), date(2026, 12, 9), "holiday:Immacolata Concezione"),
        (ANSWER, date(2028, 1, 30), date(2028, 2, 29), date(2028, 2, 29), ""),
        (REJECTION_NOTICE, date(2026, 11, 25), date(2026, 12, 5), date(2026, 12, 7), "saturday"),
        (ADDITIONS, date(2026, 11, 5), date(2026, 12, 5), date(2026, 12, 5), ""),
        (REQUEST_AGE, date(2026, 11, 6), date(2026, 12, 6), date(2026, 12, 6), ""),
        (APPEAL, date(2026, 11, 23), date(2027, 1, 22), date(2027, 1, 22), ""),
        (APPEAL, date(2026, 7, 10), date(2026, 10, 9), date(2026, 10, 9), ""),  # 21 days before August, 39 after it
        (APPEAL, date(2026, 8, 20), date(2026, 10, 30), date(2026, 10, 30), ""),  # the first day is 1 September
    ],
)
def test_known_terms(term: Term, start: date, nominal: date, on: date, why: str) -> None:
    found = due(term, start)
    assert (found.nominal_on, found.on, found.moved_because) == (nominal, on, why)
    assert (found.days, found.term, found.counted_from_on) == (term.days, term, start)


def test_the_patron_is_that_of_whoever_acts() -> None:
    assert due(ANSWER, date(2026, 11, 7), (12, 7)).moved_because == "patron"
    assert due(ANSWER, date(2026, 11, 7), (12, 7)).on == date(2026, 12, 9)
    assert due(ANSWER, date(2026, 11, 7)).on == date(2026, 12, 7)


def test_a_moved_day_names_the_law_that_moved_it() -> None:
    assert due(ANSWER, date(2026, 11, 3)).moved_by == ""
    assert due(ANSWER, date(2026, 11, 5)).moved_by == SATURDAY_LAW
    assert due(ANSWER, date(2026, 11, 6)).moved_by == HOLIDAY_LAW
    assert due(ANSWER, date(2026, 11, 7), (12, 7)).moved_by == HOLIDAY_LAW


def test_the_agreement_may_say_other_days_and_that_saturdays_work() -> None:
    assert due(ANSWER, date(2026, 11, 3), days=60).on == date(2027, 1, 4)  # 2 January is a Saturday
    found = due(ANSWER, date(2026, 11, 5), saturday_works=True)
    assert (found.on, found.moved_because) == (date(2026, 12, 5), "")


def test_days_are_not_counted_backwards() -> None:
    with pytest.raises(ValueError, match="-1"):
        due(ANSWER, date(2026, 11, 3), days=-1)
    with pytest.raises(ValueError, match="-1"):
        answer_due(date(2026, 11, 3), days=-1)


def test_additions_stop_the_answer_and_it_goes_on_where_it_stood() -> None:
    """Received on 3 November, asked on the 10th after seven days, supplied on the 20th: 23 days are left."""
    found = answer_due(date(2026, 11, 3), [for_additions(date(2026, 11, 10), date(2026, 11, 20))])
    assert found.nominal_on == date(2026, 11, 20) + 23 * DAY == date(2026, 12, 13)
    assert (found.on, found.moved_because, found.suspended_days) == (date(2026, 12, 14), "sunday", 10)
    assert (found.is_latest, found.days, found.counted_from_on) == (False, 30, date(2026, 11, 3))


def test_additions_stop_for_thirty_days_at_most() -> None:
    late = answer_due(date(2026, 11, 3), [for_additions(date(2026, 11, 10), date(2027, 2, 1))])
    running = answer_due(date(2026, 11, 3), [for_additions(date(2026, 11, 10))])
    assert late.suspended_days == running.suspended_days == 30
    assert late.nominal_on == running.nominal_on == date(2027, 1, 2)
    assert (late.is_latest, running.is_latest) == (False, True)


def test_additions_stop_once_only() -> None:
    first, second = (
        for_additions(date(2026, 11, 10), date(2026, 11, 20)),
        for_additions(date(2026, 11, 25), date(2026, 12, 1)),
    )
    assert answer_due(date(2026, 11, 3), [second, first]) == answer_due(date(2026, 11, 3), [first])


def test_what_comes_after_the_term_stops_nothing() -> None:
    assert answer_due(date(2026, 11, 3), [for_additions(date(2026, 12, 4), date(2026, 12, 10))]).suspended_days == 0
    assert answer_due(date(2026, 11, 3), [for_additions(date(2026, 12, 3), date(2026, 12, 10))]).suspended_days == 7


def test_a_notice_of_rejection_stops_the_answer_until_ten_days_after_our_observations() -> None:
    observed = for_rejection_notice(date(2026, 11, 10), date(2026, 11, 16))
    assert days_suspended(observed) == 16
    silent = for_rejection_notice(date(2026, 11, 10))
    assert days_suspended(silent) == 10
    assert days_suspended(for_rejection_notice(date(2026, 11, 25))) == 12  # the ten days end on a Saturday
    assert answer_due(date(2026, 11, 3), [observed]).nominal_on == date(2026, 12, 19)
    assert answer_due(date(2026, 11, 3), [silent]).is_latest


def test_days_that_two_suspensions_share_count_once() -> None:
    additions = for_additions(date(2026, 11, 10), date(2026, 11, 20))
    notice = Suspension("rejection_notice", date(2026, 11, 15), date(2026, 11, 22))
    assert answer_due(date(2026, 11, 3), [additions, notice]).suspended_days == 12
    inside = Suspension("rejection_notice", date(2026, 11, 12), date(2026, 11, 14))
    assert answer_due(date(2026, 11, 3), [additions, inside]).suspended_days == 10


def test_days_before_the_request_arrived_do_not_count() -> None:
    assert answer_due(date(2026, 11, 3), [for_additions(date(2026, 10, 28), date(2026, 11, 5))]).suspended_days == 2


def test_a_suspension_that_ends_before_it_starts_stops_nothing() -> None:
    assert days_suspended(for_additions(date(2026, 11, 10), date(2026, 11, 1))) == 0


@given(ANY_TERM, DAYS, PATRONS, LENGTHS)
def test_a_term_that_is_moved_ends_on_a_working_day(term: Term, start: date, patron: Patron, days: int) -> None:
    found = due(term, start, patron, days=days)
    assert found.on >= found.nominal_on >= start
    assert bool(found.moved_because) == (found.on != found.nominal_on)
    if term.extends_if_not_working:
        assert is_working_day(found.on, patron)
        assert found.on == next_working_day(found.nominal_on, patron)
    else:
        assert found.on == found.nominal_on == start + DAY * (days + term.is_free_days)


@given(ANY_TERM, DAYS, LENGTHS, LENGTHS, LENGTHS)
def test_a_later_start_and_a_longer_term_end_later(term: Term, start: date, days: int, more: int, later: int) -> None:
    found = due(term, start, days=days).on
    assert due(term, start, days=days + more).on >= found
    assert due(term, start + DAY * later, days=days).on >= found


@given(DAYS, LENGTHS)
def test_an_appeal_counts_all_days_but_those_of_august(start: date, days: int) -> None:
    end = due(APPEAL, start, days=days).nominal_on
    assert sum((start + DAY * number).month != 8 for number in range(1, (end - start).days + 1)) == days
    assert end == start or end.month != 8


@given(DAYS, PATRONS, st.lists(st.tuples(st.booleans(), st.integers(-40, 90), st.none() | st.integers(-10, 90))))
def test_suspensions_only_ever_put_the_answer_off(
    received: date, patron: Patron, drawn: list[tuple[bool, int, int | None]]
) -> None:
    suspensions = [
        Suspension(
            "additions" if is_additions else "rejection_notice",
            received + DAY * begins,
            None if length is None else received + DAY * (begins + length),
            30,
        )
        for is_additions, begins, length in drawn
    ]
    found = answer_due(received, suspensions, patron=patron)
    assert found.nominal_on == received + DAY * (30 + found.suspended_days)
    assert 0 <= found.suspended_days <= sum(days_suspended(one) for one in suspensions)
    assert answer_due(received, reversed(suspensions), patron=patron).on >= answer_due(received, patron=patron).on
    assert is_working_day(found.on, patron)


@given(DAYS, PATRONS)
def test_without_suspensions_the_answer_is_the_plain_term(received: date, patron: Patron) -> None:
    assert answer_due(received, patron=patron) == due(ANSWER, received, patron)
