# SPDX-License-Identifier: EUPL-1.2
"""The sixteen states of an accession and the ways between them (concessions.md 2.3)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.errors import UserError


class Kind(StrEnum):
    """What a procedure is for."""

    JOIN = "join"
    RENEWAL = "renewal"
    WITHDRAWAL = "withdrawal"


class State(StrEnum):
    """Where a procedure stands, or the membership that it led to."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    RESOLVED = "resolved"
    ENFORCEABLE = "enforceable"
    SIGNED = "signed"
    SENT = "sent"
    UNDER_REVIEW = "under_review"
    ADDITIONS = "additions"
    REJECTION_NOTICE = "rejection_notice"
    ACCEPTED = "accepted"
    ACTIVE = "active"
    REJECTED = "rejected"
    RENEWING = "renewing"
    WITHDRAWING = "withdrawing"
    CEASED = "ceased"
    EXPIRED = "expired"


PREPARING = (State.DRAFT, State.PROPOSED, State.RESOLVED, State.ENFORCEABLE, State.SIGNED)
"""Ours to carry on: nothing has left yet."""
TAKE_SERVICES = (State.DRAFT, State.PROPOSED, State.RESOLVED, State.ENFORCEABLE, State.ADDITIONS)
"""The services asked for may still be others: what was signed names those that it names."""
AWAITED = (State.SENT, State.UNDER_REVIEW, State.ADDITIONS, State.REJECTION_NOTICE, State.ACCEPTED)
"""With the lead authority, or back from it for something of ours."""
MEMBER = (State.ACTIVE, State.RENEWING, State.WITHDRAWING)
"""The membership runs."""
ENDED = (State.REJECTED, State.CEASED, State.EXPIRED)
GROUPS = ("open", "active", "ended")
"""How a list parts the procedures."""


def group_of(state: State) -> str:
    """Which of the groups a state belongs to."""
    if state in ENDED:
        return "ended"
    return "active" if state in MEMBER else "open"


class Step(StrEnum):
    """A change of state that somebody's act makes."""

    PROPOSE = "propose"
    RESOLVE = "resolve"
    ENFORCE = "enforce"
    SIGN = "sign"
    SEND = "send"
    REGISTER = "register"
    ASK_ADDITIONS = "ask_additions"
    SUPPLY_ADDITIONS = "supply_additions"
    WARN_REJECTION = "warn_rejection"
    ANSWER_WARNING = "answer_warning"
    ACCEPT = "accept"
    COUNTERSIGN = "countersign"
    REJECT = "reject"
    CORRECT = "correct"
    BEGIN_RENEWAL = "begin_renewal"
    GIVE_UP_RENEWAL = "give_up_renewal"
    COMPLETE_RENEWAL = "complete_renewal"
    GIVE_NOTICE = "give_notice"
    CEASE = "cease"
    EXPIRE = "expire"


class Actor(StrEnum):
    """Who acts."""

    CLERK = "clerk"
    RUP = "rup"
    SECRETARY = "secretary"
    BODY = "body"  # council or executive, as the accession says
    SIGNER = "signer"
    FINANCE = "finance"
    CENTRE = "centre"


LEAVING = (Step.SEND, Step.SUPPLY_ADDITIONS)
"""The steps with which something of ours goes to the centre."""


@dataclass(frozen=True, slots=True)
class Transition:
    """One way between states: whose act it is, and whether it must have a reason or a number."""

    step: Step
    sources: tuple[State, ...]
    target: State
    actor: Actor
    kinds: tuple[Kind, ...] = tuple(Kind)
    needs_reason: bool = False
    needs_number: bool = False
    is_recorded: bool = True  # False: made by another procedure, never typed


_BOTH_WAYS_IN = (Kind.JOIN, Kind.RENEWAL)
TRANSITIONS = (
    Transition(Step.PROPOSE, (State.DRAFT,), State.PROPOSED, Actor.RUP),
    Transition(Step.RESOLVE, (State.PROPOSED,), State.RESOLVED, Actor.BODY, needs_number=True),
    Transition(Step.ENFORCE, (State.RESOLVED,), State.ENFORCEABLE, Actor.SECRETARY),
    Transition(Step.SIGN, (State.ENFORCEABLE,), State.SIGNED, Actor.SIGNER),
    Transition(Step.SEND, (State.SIGNED,), State.SENT, Actor.CLERK, needs_number=True),
    Transition(Step.REGISTER, (State.SENT,), State.UNDER_REVIEW, Actor.CENTRE, _BOTH_WAYS_IN),
    Transition(
        Step.ASK_ADDITIONS, (State.UNDER_REVIEW,), State.ADDITIONS, Actor.CENTRE, _BOTH_WAYS_IN, needs_reason=True
    ),
    Transition(
        Step.SUPPLY_ADDITIONS, (State.ADDITIONS,), State.UNDER_REVIEW, Actor.CLERK, _BOTH_WAYS_IN, needs_number=True
    ),
    Transition(
        Step.WARN_REJECTION,
        (State.UNDER_REVIEW, State.ADDITIONS),  # a centre that waited in vain decides with what it has
        State.REJECTION_NOTICE,
        Actor.CENTRE,
        _BOTH_WAYS_IN,
        needs_reason=True,
    ),
    Transition(Step.ANSWER_WARNING, (State.REJECTION_NOTICE,), State.UNDER_REVIEW, Actor.CLERK, _BOTH_WAYS_IN),
    Transition(Step.ACCEPT, (State.UNDER_REVIEW,), State.ACCEPTED, Actor.CENTRE, _BOTH_WAYS_IN),
    Transition(Step.COUNTERSIGN, (State.ACCEPTED,), State.ACTIVE, Actor.CENTRE, _BOTH_WAYS_IN),
    Transition(
        Step.REJECT,
        (State.UNDER_REVIEW, State.ADDITIONS, State.REJECTION_NOTICE),
        State.REJECTED,
        Actor.CENTRE,
        _BOTH_WAYS_IN,
        needs_reason=True,
    ),
    Transition(
        Step.CORRECT, (State.SIGNED, State.SENT, State.UNDER_REVIEW), State.ENFORCEABLE, Actor.CLERK, needs_reason=True
    ),
    Transition(Step.BEGIN_RENEWAL, (State.ACTIVE,), State.RENEWING, Actor.CLERK, _BOTH_WAYS_IN, is_recorded=False),
    Transition(Step.GIVE_UP_RENEWAL, (State.RENEWING,), State.ACTIVE, Actor.CLERK, _BOTH_WAYS_IN, needs_reason=True),
    Transition(
        Step.COMPLETE_RENEWAL,
        (State.RENEWING, State.ACTIVE),
        State.EXPIRED,
        Actor.CENTRE,
        _BOTH_WAYS_IN,
        is_recorded=False,
    ),
    Transition(
        Step.GIVE_NOTICE,
        (State.ACTIVE, State.RENEWING),
        State.WITHDRAWING,
        Actor.CLERK,
        _BOTH_WAYS_IN,
        is_recorded=False,
    ),
    Transition(Step.GIVE_NOTICE, (State.SENT,), State.WITHDRAWING, Actor.CENTRE, (Kind.WITHDRAWAL,)),
    Transition(Step.CEASE, (State.WITHDRAWING,), State.CEASED, Actor.CLERK),
    Transition(Step.EXPIRE, (State.ACTIVE, State.RENEWING), State.EXPIRED, Actor.CLERK, _BOTH_WAYS_IN),
)
"""Every change of state that there is; a day may be recorded for none other."""


def transition(kind: Kind, state: State, step: Step) -> Transition:
    """The way that a step opens from a state; UserError `accession.step_not_now` where there is none."""
    for way in TRANSITIONS:
        if way.step is step and state in way.sources and kind in way.kinds:
            return way
    raise step_not_now(kind, state, step)


def step_not_now(kind: Kind, state: State, step: Step) -> UserError:
    """The refusal of a step, which names those that are open."""
    known = ", ".join(way.step.value for way in next_steps(kind, state)) or "–"
    return UserError("accession.step_not_now", step=step.value, state=state.value, open=known)


def next_steps(kind: Kind, state: State) -> tuple[Transition, ...]:
    """The steps that may be recorded from here, the usual one first."""
    return tuple(way for way in TRANSITIONS if way.is_recorded and state in way.sources and kind in way.kinds)


def check_step(way: Transition, on: date, last_on: date | None, *, number: str, reason: str) -> None:
    """Refuse a step without what it needs, or dated before the one that led here."""
    if last_on is not None and on < last_on:
        raise UserError("accession.step_before_last", on=on, last=last_on)
    if way.needs_number and not number.strip():
        raise UserError("accession.number_missing", step=way.step.value)
    if way.needs_reason and not reason.strip():
        raise UserError("accession.reason_missing", step=way.step.value)
