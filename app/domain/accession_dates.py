# SPDX-License-Identifier: EUPL-1.2
"""The days that matter in a procedure, worked out from what was typed and recorded, each with the rule behind it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.accession_case import AccessionCase
from app.domain.accession_states import State, Step
from app.domain.accessions import ChecklistItem
from app.domain.acts import Act
from app.domain.catalogue import Centre
from app.domain.dates import read_day
from app.domain.membership_clock import (
    ClockEnd,
    Membership,
    Reminder,
    Window,
    WithdrawalLimit,
    clock_end,
    notice_ends,
    read_notice,
    reminders,
    renewal_window,
    withdrawal_last_day,
)
from app.domain.terms import (
    ADDITIONS,
    APPEAL,
    ENFORCEABILITY,
    PUBLICATION,
    REJECTION_NOTICE,
    REQUEST_AGE,
    Due,
    Suspension,
    answer_due,
    due,
    enforceable_on,
    for_additions,
    for_rejection_notice,
)
from app.domain.working_days import Patron, read_patron
from app.errors import UserError

REQUEST_GOES_OLD = REQUEST_AGE.days
"""Days after which a signed request is refused (FAQ ANAC, concessions.md 2.3)."""
MILESTONES = ("enforceable", "publication_ends", "renewal_opens", "renewal_reminder", "notice_reminder", "starts")
"""Days from which something may be done: they come, and nobody is late when they have passed."""
_OURS_BY_THEN = ("own", "request_old", "additions", "observations", "ends")
_OURS_ONCE_THERE = ("enforceable", "notice_ends")
_OURS_WHEN_PASSED = ("answer",)
_YEAR = re.compile(r"\b[0-9]{4}\b")


@dataclass(frozen=True, slots=True)
class Duty:
    """One day that matters: what it is about, its line of the checklist, and how it was counted."""

    key: str
    on: date
    item_key: str
    due: Due | None = None  # how it was counted, where a term of the law did
    computed_on: date | None = None  # where the clerk put another day in its place
    reason: str = ""
    clock: WithdrawalLimit | Window | Reminder | ClockEnd | None = None  # what the clock of a membership told

    def is_late(self, today: date) -> bool:
        """True for what should have been done before today."""
        return self.on < today and self.key not in MILESTONES

    def stands(self, today: date) -> bool:
        """True for what is late or to come; a day from which something may be done is over once it has come."""
        return self.on >= today or self.is_late(today)

    def asks_for_us(self, today: date, within: int) -> bool:
        """True where the comune itself must act now: so many days before the day, on it, or when others let it pass."""
        left = (self.on - today).days
        if self.key in _OURS_BY_THEN:
            return left <= within
        return left <= 0 if self.key in _OURS_ONCE_THERE else self.key in _OURS_WHEN_PASSED and left < 0


def enforceable_day(act: Act) -> date | None:
    """The day from which a resolution is enforceable: the clerk's, or else worked out; None while it cannot be."""
    if act.enforceable_on:
        return act.enforceable_on
    return enforceable_on(act.published_on, is_immediate=act.is_immediate, resolved_on=act.on)


def membership_of(case: AccessionCase) -> Membership:
    """The clock of the membership that a procedure led to."""
    accession = case.accession
    notice = read_notice(accession.notice_months, accession.notice_days)
    return Membership(accession.starts_on, accession.ends_on, notice, accession.renewal_months)


def concession_end(centre: Centre | None) -> date | None:
    """The last day of the concession behind a centre, where its card tells one with its year; None otherwise."""
    fact = centre.fact("concession_end") if centre else None
    if fact is None or not _YEAR.search(fact.value):
        return None
    try:
        return read_day(fact.value, date.min)
    except UserError:
        return None


def due_of_item(case: AccessionCase, item: ChecklistItem) -> Duty | None:
    """When a line is due: the clerk's day before the computed one."""
    computed = next((duty for duty in _computed(case) if duty.item_key == item.key), None)
    if item.due_on:
        key = computed.key if computed else "own"
        counted, computed_on = (computed.due, computed.on) if computed else (None, None)
        return Duty(key, item.due_on, item.key, counted, computed_on, item.due_reason)
    return computed


def duties(case: AccessionCase) -> tuple[Duty, ...]:
    """Every day of a procedure that is to come or was missed, the first one first."""
    own = [item for item in case.items if item.due_on and not item.skipped_reason and not item.done_on]
    keys = {item.key for item in own}
    found = [duty for duty in _computed(case) if duty.item_key not in keys]
    found += [duty for item in own if (duty := due_of_item(case, item))]
    return tuple(sorted(found, key=lambda duty: (duty.on, duty.key)))


def _computed(case: AccessionCase) -> list[Duty]:
    return list(_BY_STATE.get(case.accession.state, _nothing)(case))


def _nothing(_case: AccessionCase) -> Iterator[Duty]:
    yield from ()


def _resolved(case: AccessionCase) -> Iterator[Duty]:
    act = case.act("resolution")
    if act is None:
        return
    if day := enforceable_day(act):
        is_typed = act.is_immediate or act.enforceable_on
        counted = due(ENFORCEABILITY, act.published_on) if act.published_on and not is_typed else None
        yield Duty("enforceable", day, "publication", counted)
    if published := _publication(act):
        yield published


def _enforceable(case: AccessionCase) -> Iterator[Duty]:
    act = case.act("resolution")
    published = _publication(act) if act else None
    if published and published.on >= case.today:
        yield published


def _publication(act: Act) -> Duty | None:
    if act.published_on is None:
        return None
    if act.published_until:
        return Duty("publication_ends", act.published_until, "publication")
    counted = due(PUBLICATION, act.published_on)
    return Duty("publication_ends", counted.on, "publication", counted)


def _signed(case: AccessionCase) -> Iterator[Duty]:
    signed = case.last(Step.SIGN)
    if signed:
        counted = due(REQUEST_AGE, signed.on, _patron(case))
        yield Duty("request_old", counted.on, "sending", counted)


def _awaited(case: AccessionCase) -> Iterator[Duty]:
    """The answer: counted from the registration, or from the delivery as long as that is all we know."""
    start = case.last(Step.REGISTER) or case.last(Step.SEND)
    if start:
        counted = answer_due(start.on, _suspensions(case), case.accession.answer_days)
        yield Duty("answer", counted.on, "outcome", counted)


def _additions(case: AccessionCase) -> Iterator[Duty]:
    asked = case.last(Step.ASK_ADDITIONS)
    if asked:
        counted = due(ADDITIONS, asked.on, _patron(case))
        yield Duty("additions", asked.answer_by or counted.on, "outcome", None if asked.answer_by else counted)


def _rejection_notice(case: AccessionCase) -> Iterator[Duty]:
    warned = case.last(Step.WARN_REJECTION)
    if warned:
        counted = due(REJECTION_NOTICE, warned.on, _patron(case))
        yield Duty("observations", warned.answer_by or counted.on, "outcome", None if warned.answer_by else counted)


def _rejected(case: AccessionCase) -> Iterator[Duty]:
    rejected = case.last(Step.REJECT)
    if rejected:
        counted = due(APPEAL, rejected.on)
        if counted.on >= case.today:
            yield Duty("appeal", counted.on, "outcome", counted)


def _member(case: AccessionCase) -> Iterator[Duty]:
    membership = membership_of(case)
    if membership.starts_on and membership.starts_on > case.today:
        yield Duty("starts", membership.starts_on, "start")
    behind = concession_end(case.centre)
    first = clock_end(behind, membership.ends_on, None)
    if membership.ends_on:
        yield Duty("ends", membership.ends_on, "start", clock=first)
    if behind and (membership.ends_on is None or behind <= membership.ends_on):
        yield Duty("concession_ends", behind, "start", clock=first)
    limit = withdrawal_last_day(membership.notice, membership.ends_on)
    if limit and limit.on >= case.today:
        yield Duty("notice_last", limit.on, "start", clock=limit)
        yield from _reminder("notice_reminder", limit.on, membership, case.today)
    window = renewal_window(membership)
    if window and case.accession.state is State.ACTIVE:
        yield Duty("renewal_opens", window.opens_on, "start", clock=window)
        yield from _reminder("renewal_reminder", window.closes_on, membership, case.today)


def _reminder(key: str, of: date, membership: Membership, today: date) -> Iterator[Duty]:
    """The next of the reminders before a day; those that have passed said what they had to."""
    coming = (one for one in reminders(of, membership.starts_on) if one.on >= today)
    if following := next(coming, None):
        yield Duty(key, following.on, "start", clock=following)


def _withdrawing(case: AccessionCase) -> Iterator[Duty]:
    told, membership = case.last(Step.GIVE_NOTICE), membership_of(case)
    if told and membership.notice:
        yield Duty("notice_ends", notice_ends(told.on, membership.notice, membership.ends_on), "end")
    elif membership.ends_on:
        yield Duty("ends", membership.ends_on, "end")


_BY_STATE: dict[State, Callable[[AccessionCase], Iterator[Duty]]] = {
    State.RESOLVED: _resolved,
    State.ENFORCEABLE: _enforceable,
    State.SIGNED: _signed,
    State.SENT: _awaited,
    State.UNDER_REVIEW: _awaited,
    State.ADDITIONS: _additions,
    State.REJECTION_NOTICE: _rejection_notice,
    State.REJECTED: _rejected,
    State.ACTIVE: _member,
    State.RENEWING: _member,
    State.WITHDRAWING: _withdrawing,
}


def _suspensions(case: AccessionCase) -> list[Suspension]:
    """Each request for additions or notice of rejection with the step that answered it."""
    found: list[Suspension] = []
    for place, step in enumerate(case.steps):
        after = case.steps[place + 1].on if place + 1 < len(case.steps) else None
        if step.step is Step.ASK_ADDITIONS:
            found.append(for_additions(step.on, after))
        elif step.step is Step.WARN_REJECTION:
            found.append(for_rejection_notice(step.on, after))
    return found


def _patron(case: AccessionCase) -> Patron:
    return read_patron(case.office.patron)
