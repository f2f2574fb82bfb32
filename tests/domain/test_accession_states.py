# SPDX-License-Identifier: EUPL-1.2
"""The sixteen states: which ways there are, and that none other is open."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.accession_states import (
    AWAITED,
    ENDED,
    MEMBER,
    PREPARING,
    TRANSITIONS,
    Kind,
    State,
    Step,
    check_step,
    next_steps,
    transition,
)
from app.errors import UserError

EVERY_STATE = pytest.mark.parametrize("state", State)
DAY = date(2026, 11, 3)


def walk(kind: Kind, start: State) -> set[State]:
    """All that is reached from a state."""
    reached, waiting = {start}, [start]
    while waiting:
        state = waiting.pop()
        for way in TRANSITIONS:
            if state in way.sources and kind in way.kinds and way.target not in reached:
                reached.add(way.target)
                waiting.append(way.target)
    return reached


def test_there_are_sixteen_and_each_is_of_one_group() -> None:
    assert len(State) == 16
    assert sorted((*PREPARING, *AWAITED, *MEMBER, *ENDED)) == sorted(State)


def test_a_join_reaches_all_of_them_and_a_withdrawal_only_its_own() -> None:
    assert walk(Kind.JOIN, State.DRAFT) == set(State)
    assert walk(Kind.WITHDRAWAL, State.DRAFT) == {*PREPARING, State.SENT, State.WITHDRAWING, State.CEASED}


@EVERY_STATE
def test_only_what_ended_leads_nowhere(state: State) -> None:
    leads_on = any(state in way.sources for way in TRANSITIONS)
    assert leads_on is (state not in ENDED)


@given(st.sampled_from(Kind), st.sampled_from(State), st.sampled_from(Step))
def test_a_step_is_open_or_refused_never_both(kind: Kind, state: State, step: Step) -> None:
    ways = [way for way in TRANSITIONS if way.step is step and state in way.sources and kind in way.kinds]
    assert len(ways) <= 1
    if ways:
        assert transition(kind, state, step) == ways[0]
    else:
        with pytest.raises(UserError, match=r"accession\.step_not_now"):
            transition(kind, state, step)


def test_the_usual_step_comes_first() -> None:
    assert next_steps(Kind.JOIN, State.UNDER_REVIEW)[0].step is Step.ASK_ADDITIONS
    assert [way.step for way in next_steps(Kind.JOIN, State.DRAFT)] == [Step.PROPOSE]
    assert next_steps(Kind.JOIN, State.REJECTED) == ()


def test_what_another_procedure_does_is_not_offered() -> None:
    steps = {way.step for way in next_steps(Kind.JOIN, State.ACTIVE)}
    assert steps == {Step.EXPIRE}


@pytest.mark.parametrize(
    ("state", "step", "number", "reason", "code"),
    [
        (State.PROPOSED, Step.RESOLVE, " ", "", "accession.number_missing"),
        (State.UNDER_REVIEW, Step.ASK_ADDITIONS, "", "\n", "accession.reason_missing"),
        (State.SIGNED, Step.CORRECT, "", "", "accession.reason_missing"),
    ],
)
def test_a_step_without_what_it_needs_is_refused(state: State, step: Step, number: str, reason: str, code: str) -> None:
    with pytest.raises(UserError, match=code):
        check_step(transition(Kind.JOIN, state, step), DAY, None, number=number, reason=reason)


def test_a_step_does_not_come_before_the_last_one() -> None:
    way = transition(Kind.JOIN, State.DRAFT, Step.PROPOSE)
    check_step(way, DAY, DAY, number="", reason="")
    with pytest.raises(UserError, match=r"accession\.step_before_last"):
        check_step(way, DAY, date(2026, 11, 4), number="", reason="")
