# SPDX-License-Identifier: EUPL-1.2
"""The checklist of a procedure: the state of each line, what it lacks, how far the whole has come."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.domain.accession_case import AccessionCase
from app.domain.accession_dates import enforceable_day
from app.domain.accession_states import Kind, State
from app.domain.accessions import ChecklistItem


class ItemState(StrEnum):
    """Where a line stands."""

    NOT_STARTED = "not_started"
    INCOMPLETE = "incomplete"
    READY = "ready"  # all is there; the step itself is still to be recorded
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that a line lacks; `field` is the field of its form, `name` what the sentence is about."""

    code: str
    field: str = ""
    name: str = ""


_RANKS = {
    State.DRAFT: 0,
    State.PROPOSED: 1,
    State.RESOLVED: 2,
    State.ENFORCEABLE: 3,
    State.SIGNED: 4,
    State.SENT: 5,
    State.UNDER_REVIEW: 6,
    State.ADDITIONS: 6,
    State.REJECTION_NOTICE: 6,
    State.ACCEPTED: 7,
    State.REJECTED: 7,
    State.ACTIVE: 8,
    State.RENEWING: 8,
    State.WITHDRAWING: 8,
    State.CEASED: 9,
    State.EXPIRED: 9,
}
_DONE_AT = {
    "proposal": 1,
    "resolution": 2,
    "publication": 3,
    "signature": 4,
    "sending": 5,
    "outcome": 7,
    "start": 8,
    "end": 9,
}
_REVIEW = 6


def item_state(case: AccessionCase, item: ChecklistItem) -> ItemState:
    """The state of a line, worked out from what is there.

    A step that stands does not finish a line whose fields are empty, nor a sending without its receipts; papers that
    are kept elsewhere do not hold it up.
    """
    if item.skipped_reason:
        return ItemState.SKIPPED
    if item.is_custom:
        return ItemState.DONE if item.done_on else ItemState.NOT_STARTED
    lacks = missing(case, item)
    done_at = _DONE_AT.get(item.key)
    is_recorded = done_at is not None and _RANKS[case.accession.state] >= done_at
    if not lacks:
        return ItemState.DONE if is_recorded or done_at is None else ItemState.READY
    if is_recorded and item.key != "sending" and not any(lack.code == "field.empty" for lack in lacks):
        return ItemState.DONE
    return ItemState.INCOMPLETE if is_recorded or _is_started(case, item) else ItemState.NOT_STARTED


def progress(case: AccessionCase) -> tuple[int, int]:
    """Lines done, and lines in all without those that do not apply."""
    states = [item_state(case, item) for item in case.items]
    return states.count(ItemState.DONE), len(states) - states.count(ItemState.SKIPPED)


def next_item(case: AccessionCase) -> ChecklistItem | None:
    """The first line that is neither done nor set aside."""
    settled = (ItemState.DONE, ItemState.SKIPPED)
    return next((item for item in case.items if item_state(case, item) not in settled), None)


def lines_so_far(case: AccessionCase) -> tuple[ChecklistItem, ...]:
    """The lines up to that of the step which comes next, though one before it was left behind.

    Once no step is left, all of them.
    """
    rank = _RANKS[case.accession.state]
    steps = (item for item in case.items if not item.skipped_reason and _DONE_AT.get(item.key, rank) > rank)
    coming = next(steps, None)
    return tuple(item for item in case.items if coming is None or item.position <= coming.position)


def missing(case: AccessionCase, item: ChecklistItem) -> tuple[Missing, ...]:
    """What a line lacks, in the order of its form."""
    check = _CHECKS.get(item.key)
    if check is None and item.key not in _DONE_AT and item.slots and not case.documents_of(item.key):
        return (Missing("document.none", item.slots[0].kind, item.slots[0].kind),)
    return (*(check(case) if check else ()), *_missing_documents(case, item))


def _missing_documents(case: AccessionCase, item: ChecklistItem) -> Iterator[Missing]:
    for slot in item.slots:
        if slot.is_signed:
            if case.given_out(slot.kind) is None:
                yield Missing("draft.none", slot.kind, slot.kind)
            elif case.signed_copy(slot.kind) is None:
                yield Missing("signed_copy.none", slot.kind, slot.kind)
        elif slot.is_required and not case.documents_of(item.key, slot.kind):
            yield Missing("document.none", slot.kind, slot.kind)


def _services(case: AccessionCase) -> Iterator[Missing]:
    if not case.requested:
        yield Missing("service.none")
    for code, needed in case.lacking_prerequisites():
        yield Missing("service.prerequisite", code, needed)


def _people(case: AccessionCase) -> Iterator[Missing]:
    accession = case.accession
    for field in ("signer_name", "signer_role", "contact_name", "contact_email"):
        if not getattr(accession, field):
            yield Missing("field.empty", field, field)
    if accession.signer_is_delegate and not case.documents_of("people", "delegation"):
        yield Missing("document.none", "delegation", "delegation")


def _proposal(case: AccessionCase) -> Iterator[Missing]:
    act = case.act("proposal")
    for field in ("on", "technical_opinion_on", "accounting_opinion_on"):
        if act is None or getattr(act, field) is None:
            yield Missing("field.empty", field, field)


def _resolution(case: AccessionCase) -> Iterator[Missing]:
    act = case.act("resolution")
    if act is None or not act.number:
        yield Missing("field.empty", "number", "number")
    if act is None or act.on is None:
        yield Missing("field.empty", "on", "on")


def _publication(case: AccessionCase) -> Iterator[Missing]:
    act = case.act("resolution")
    if act is None or act.published_on is None:
        yield Missing("field.empty", "published_on", "published_on")
    day = enforceable_day(act) if act else None
    if day is None:
        yield Missing("field.empty", "enforceable_on", "enforceable_on")
    elif day > case.today:
        yield Missing("act.not_yet_enforceable", "enforceable_on", day.isoformat())


def _commitment(case: AccessionCase) -> Iterator[Missing]:
    act = case.act("determination")
    for field in ("number", "on"):
        if act is None or not getattr(act, field):
            yield Missing("field.empty", field, field)


def _sending(case: AccessionCase) -> Iterator[Missing]:
    if not case.accession.package_sha256:
        yield Missing("package.none")


def _outcome(case: AccessionCase) -> Iterator[Missing]:
    if _RANKS[case.accession.state] < _DONE_AT["outcome"]:
        yield Missing("answer.none")


def _start(case: AccessionCase) -> Iterator[Missing]:
    for field in ("starts_on", "ends_on", "terms_source"):
        if not getattr(case.accession, field):
            yield Missing("field.empty", field, field)


_CHECKS: dict[str, Callable[[AccessionCase], Iterator[Missing]]] = {
    "services": _services,
    "people": _people,
    "proposal": _proposal,
    "resolution": _resolution,
    "publication": _publication,
    "commitment": _commitment,
    "sending": _sending,
    "outcome": _outcome,
    "start": _start,
}


def _is_started(case: AccessionCase, item: ChecklistItem) -> bool:
    if item.note or case.documents_of(item.key):
        return True
    if item.act_kind:
        return case.act(item.act_kind) is not None
    accession = case.accession
    rank = _RANKS[accession.state]
    return {
        "services": bool(case.services),
        "people": bool(accession.signer_name or accession.contact_name),
        "publication": (act := case.act("resolution")) is not None and act.published_on is not None,
        "sending": bool(accession.package_sha256),
        "outcome": rank >= _REVIEW,
        "start": bool(accession.starts_on or accession.ends_on or accession.terms_source),
        "end": accession.kind is Kind.WITHDRAWAL and rank >= _RANKS[State.WITHDRAWING],
    }.get(item.key, False)
