# SPDX-License-Identifier: EUPL-1.2
"""From each state each outcome takes exactly the steps that lead there, or is refused."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.accession_states import Kind, State, Step
from app.domain.answers import services_after, state_after, steps_of
from app.domain.exchange import Outcome, ServiceAnswer
from app.errors import UserError
from tests.packages import answer_data

TARGETS: dict[str, State] = {
    "registered": State.UNDER_REVIEW,
    "additions": State.ADDITIONS,
    "rejection_notice": State.REJECTION_NOTICE,
    "accepted": State.ACCEPTED,
    "rejected": State.REJECTED,
    "countersigned": State.ACTIVE,
}


@pytest.mark.parametrize(("outcome", "target"), TARGETS.items())
def test_a_request_just_sent_is_registered_on_the_way(outcome: Outcome, target: State) -> None:
    steps = steps_of(Kind.JOIN, State.SENT, outcome)
    assert steps[0] is Step.REGISTER
    assert state_after(Kind.JOIN, State.SENT, steps) is target


@pytest.mark.parametrize(
    ("state", "outcome", "steps"),
    [
        (State.UNDER_REVIEW, "accepted", (Step.ACCEPT,)),
        (State.UNDER_REVIEW, "countersigned", (Step.ACCEPT, Step.COUNTERSIGN)),
        (State.ACCEPTED, "countersigned", (Step.COUNTERSIGN,)),
        (State.UNDER_REVIEW, "registered", ()),
        (State.ACCEPTED, "registered", ()),
        (State.ADDITIONS, "additions", ()),
        (State.ADDITIONS, "rejected", (Step.REJECT,)),
        (State.ADDITIONS, "rejection_notice", (Step.WARN_REJECTION,)),
        (State.REJECTION_NOTICE, "rejected", (Step.REJECT,)),
    ],
)
def test_only_what_is_still_to_come_is_taken(state: State, outcome: Outcome, steps: tuple[Step, ...]) -> None:
    assert steps_of(Kind.RENEWAL, state, outcome) == steps


@pytest.mark.parametrize(
    ("kind", "state", "outcome", "code"),
    [
        (Kind.JOIN, State.SIGNED, "accepted", "answer.not_sent"),
        (Kind.JOIN, State.ADDITIONS, "accepted", "answer.additions_first"),
        (Kind.JOIN, State.REJECTION_NOTICE, "accepted", "answer.observations_first"),
        (Kind.JOIN, State.ACTIVE, "rejected", "answer.not_now"),
        (Kind.JOIN, State.ACCEPTED, "additions", "answer.not_now"),
        (Kind.WITHDRAWAL, State.SENT, "rejected", "answer.not_of_a_withdrawal"),
        (Kind.WITHDRAWAL, State.SIGNED, "registered", "answer.not_sent"),
        (Kind.WITHDRAWAL, State.CEASED, "registered", "answer.not_now"),
    ],
)
def test_what_cannot_follow_is_refused(kind: Kind, state: State, outcome: Outcome, code: str) -> None:
    with pytest.raises(UserError) as caught:
        steps_of(kind, state, outcome)
    assert caught.value.code == code


def test_a_withdrawal_is_only_taken_notice_of() -> None:
    assert steps_of(Kind.WITHDRAWAL, State.SENT, "registered") == (Step.GIVE_NOTICE,)
    assert steps_of(Kind.WITHDRAWAL, State.WITHDRAWING, "accepted") == ()


@given(st.sampled_from(Kind), st.sampled_from(State), st.sampled_from(get_args(Outcome)))
def test_every_answer_leads_to_its_outcome_or_is_refused_with_its_reason(
    kind: Kind, state: State, outcome: Outcome
) -> None:
    try:
        steps = steps_of(kind, state, outcome)
    except UserError as refused:
        told = refused.code
    else:
        told = ""
        reached = state_after(kind, state, steps)
        assert not steps or reached in (TARGETS[outcome], State.WITHDRAWING)
    assert told.startswith("answer.") or not told


@given(
    outcome=st.sampled_from(get_args(Outcome)),
    before=st.sampled_from(["", "accepted", "refused"]),
    is_accepted=st.booleans(),
)
def test_no_answer_but_an_acceptance_turns_a_refusal_into_a_grant(
    outcome: Outcome, before: str, *, is_accepted: bool
) -> None:
    answer = answer_data(outcome=outcome, text="x", services=(ServiceAnswer("PAB-01", is_accepted, ""),))
    after = services_after({"PAB-01": before, "BAS-01": before}, answer)
    assert after["BAS-01"] == before
    is_grant = is_accepted and (before != "refused" or outcome == "accepted")
    assert after["PAB-01"] == ("accepted" if is_grant else "refused")
