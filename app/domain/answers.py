# SPDX-License-Identifier: EUPL-1.2
"""What an answer of the centre does to a procedure: which steps, where it then stands, which services are granted."""

from collections.abc import Iterable, Mapping

from app.domain.accession_states import AWAITED, Kind, State, Step, transition
from app.domain.exchange import AnswerData, Outcome, ServiceAnswer
from app.errors import UserError

_PATHS: dict[Outcome, tuple[Step, ...]] = {
    "registered": (Step.REGISTER,),
    "additions": (Step.REGISTER, Step.ASK_ADDITIONS),
    "rejection_notice": (Step.REGISTER, Step.WARN_REJECTION),
    "accepted": (Step.REGISTER, Step.ACCEPT),
    "rejected": (Step.REGISTER, Step.REJECT),
    "countersigned": (Step.REGISTER, Step.ACCEPT, Step.COUNTERSIGN),
}
"""The way to each outcome from a request that was sent: what comes before was not always answered by itself."""
_TAKES_NOTICE: tuple[Outcome, ...] = ("registered", "accepted", "countersigned")
_TELLS_NOTHING_NEW: dict[Outcome, tuple[State, ...]] = {
    "registered": tuple(state for state in AWAITED if state is not State.SENT),
    "additions": (State.ADDITIONS,),  # the day may be another: it is read, the procedure stays where it is
    "rejection_notice": (State.REJECTION_NOTICE,),
    "accepted": (State.ACCEPTED,),
}


def steps_of(kind: Kind, state: State, outcome: Outcome) -> tuple[Step, ...]:
    """The steps that an answer takes from here; none where it says again what is known.

    UserError `answer.not_sent` before the sending was recorded, `answer.additions_first` and
    `answer.observations_first` while our own step is due, `answer.not_of_a_withdrawal`, `answer.not_now` for all else.
    """
    if kind is Kind.WITHDRAWAL:
        return _of_withdrawal(state, outcome)
    if state in _TELLS_NOTHING_NEW.get(outcome, ()):
        return ()
    path = _PATHS[outcome]
    for first in range(len(path)):
        steps = path[first:]
        if _leads_on(kind, state, steps):
            return steps
    raise UserError(_WHY_NOT.get(state, "answer.not_now"))


def state_after(kind: Kind, state: State, steps: tuple[Step, ...]) -> State:
    """Where a procedure stands after some steps."""
    for step in steps:
        state = transition(kind, state, step).target
    return state


def services_after(before: Mapping[str, str], answer: AnswerData) -> dict[str, str]:
    """What is then said of each service, "accepted" or "refused": a refusal stands until an acceptance grants it.

    A countersignature says nothing of what was refused before, and what speaks of no service changes none.
    """
    after = dict(before)
    for service in answer.services:
        if not _is_granted_by_the_way(before, answer.outcome, service):
            after[service.code] = "accepted" if service.is_accepted else "refused"
    return after


def standing_refusals(earlier: Iterable[AnswerData]) -> tuple[str, ...]:
    """The services that the answers so far do not grant; a rejection refused the request, not the services of one."""
    said: dict[str, str] = {}
    for answer in sorted(earlier, key=lambda one: one.sequence):
        if answer.outcome != "rejected":
            said = services_after(said, answer)
    return tuple(code for code, told in said.items() if told == "refused")


_WHY_NOT = {
    State.SIGNED: "answer.not_sent",
    State.ADDITIONS: "answer.additions_first",
    State.REJECTION_NOTICE: "answer.observations_first",
}


def _is_granted_by_the_way(before: Mapping[str, str], outcome: Outcome, service: ServiceAnswer) -> bool:
    return service.is_accepted and outcome != "accepted" and before.get(service.code) == "refused"


def _of_withdrawal(state: State, outcome: Outcome) -> tuple[Step, ...]:
    """A notice needs no consent: the centre says that it has it."""
    if outcome not in _TAKES_NOTICE:
        raise UserError("answer.not_of_a_withdrawal")
    if state is State.SENT:
        return (Step.GIVE_NOTICE,)
    if state is State.WITHDRAWING:
        return ()
    raise UserError(_WHY_NOT.get(state, "answer.not_now"))


def _leads_on(kind: Kind, state: State, steps: tuple[Step, ...]) -> bool:
    try:
        state_after(kind, state, steps)
    except UserError:
        return False
    return True
