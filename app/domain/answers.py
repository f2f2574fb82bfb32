# SPDX-License-Identifier: EUPL-1.2
"""What an answer of the centre does to a procedure: which steps, and where it then stands."""

from app.domain.accession_states import AWAITED, Kind, State, Step, transition
from app.domain.exchange import Outcome
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


_WHY_NOT = {
    State.SIGNED: "answer.not_sent",
    State.ADDITIONS: "answer.additions_first",
    State.REJECTION_NOTICE: "answer.observations_first",
}


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
