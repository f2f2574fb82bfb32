# SPDX-License-Identifier: EUPL-1.2
"""When the lines of a procedure are due, worked out from what was typed and recorded."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.accession_case import AccessionCase
from app.domain.accession_states import State, Step
from app.domain.accessions import ChecklistItem
from app.domain.acts import Act

REQUEST_GOES_OLD = 30
"""Days after which a signed request is refused (FAQ ANAC, concessions.md 2.3)."""

_ENFORCEABLE_AFTER = 10


@dataclass(frozen=True, slots=True)
class Duty:
    """One day that matters: what it is about, the line of the checklist it belongs to."""

    key: str
    on: date
    item_key: str
    computed_on: date | None = None  # where the clerk put another day in its place
    reason: str = ""


def enforceable_day(act: Act) -> date | None:
    """The day from which a resolution is enforceable: the clerk's, or else worked out; None while it cannot be."""
    if act.enforceable_on:
        return act.enforceable_on
    if act.is_immediate:
        return act.on
    return act.published_on + timedelta(days=_ENFORCEABLE_AFTER) if act.published_on else None


def due_of_item(case: AccessionCase, item: ChecklistItem) -> Duty | None:
    """When a line is due: the clerk's day before the computed one."""
    computed = next((duty for duty in _computed(case) if duty.item_key == item.key), None)
    if item.due_on:
        key = computed.key if computed else "own"
        return Duty(key, item.due_on, item.key, computed.on if computed else None, item.due_reason)
    return computed


def duties(case: AccessionCase) -> tuple[Duty, ...]:
    """Every day that is still to come or was missed, the first one first."""
    own = {item.key: due_of_item(case, item) for item in case.items if item.due_on and not item.skipped_reason}
    found = [duty for duty in _computed(case) if duty.item_key not in own]
    found += [duty for duty in own.values() if duty]
    return tuple(sorted(found, key=lambda duty: (duty.on, duty.key)))


def _computed(case: AccessionCase) -> list[Duty]:
    state = case.accession.state
    act = case.act("resolution")
    found = []
    if state is State.RESOLVED and act and (day := enforceable_day(act)):
        found.append(Duty("enforceable", day, "publication"))
    if state in (State.SENT, State.UNDER_REVIEW) and (sent := case.last(Step.REGISTER) or case.last(Step.SEND)):
        found.append(Duty("answer", sent.on + timedelta(days=case.accession.answer_days or 30), "outcome"))
    return found
