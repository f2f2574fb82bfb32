# SPDX-License-Identifier: EUPL-1.2
"""What the first page tells of the procedures: how many, their days, what the centres answered, what is ours to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.actions.accession_cases import at_day, read_cases
from app.actions.accessions import AccessionRow, row_of
from app.domain.accession_case import AccessionCase
from app.domain.accession_dates import Duty, duties
from app.domain.accession_states import AWAITED, ENDED, MEMBER, PREPARING, Actor, group_of, transition
from app.domain.accessions import Accession, ChecklistItem, StepTaken
from app.domain.dates import to_rome
from app.domain.deadlines import SOON_DAYS
from app.store import Session, Store

NEWS_DAYS = 30
"""So many days an answer of a centre is news."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many procedures stand where: with us, with a centre, as a membership, at their end."""

    open: int
    awaited: int
    active: int
    ended: int


@dataclass(frozen=True, slots=True)
class KnownDuty:
    """A day of a procedure, with the line of its checklist that it belongs to."""

    accession: Accession
    duty: Duty
    item: ChecklistItem | None

    @property
    def key(self) -> str:
        """What opens it on the page of the procedure: its number and the line."""
        return f"{self.accession.id}:{self.duty.item_key}" if self.item else str(self.accession.id)


@dataclass(frozen=True, slots=True)
class Answer:
    """A step of a centre, recorded not long ago."""

    accession: Accession
    step: StepTaken


@dataclass(frozen=True, slots=True)
class Procedures:
    """All of it, read in one go."""

    counts: Counts
    underway: tuple[AccessionRow, ...]  # the newest first
    duties: tuple[KnownDuty, ...]  # by day
    answers: tuple[Answer, ...]  # the newest first
    first: KnownDuty | None  # late, or near and ours

    def standing(self, today: date) -> tuple[KnownDuty, ...]:
        """The days that are late or still to come."""
        return tuple(known for known in self.duties if known.duty.stands(today))

    def days(self, today: date) -> list[date]:
        """The same as days alone."""
        return [known.duty.on for known in self.standing(today)]


def read_procedures(store: Store, session: Session, today: date) -> Procedures:
    """The procedures as they stand on a day."""
    cases = [at_day(case, today) for case in read_cases(store, session)]
    known = sorted((one for case in cases for one in _duties(case)), key=lambda one: one.duty.on)
    return Procedures(
        counts=count(case.accession for case in cases),
        underway=tuple(row_of(case) for case in cases if group_of(case.accession.state) == "open"),
        duties=tuple(known),
        answers=_answers(cases, today),
        first=next((one for one in known if one.duty.asks_for_us(today, SOON_DAYS)), None),
    )


def count(accessions: Iterable[Accession]) -> Counts:
    """How many stand in each group of states."""
    states = [accession.state for accession in accessions]
    groups = (PREPARING, AWAITED, MEMBER, ENDED)
    return Counts(*(sum(state in group for state in states) for group in groups))


def _duties(case: AccessionCase) -> list[KnownDuty]:
    items = {item.key: item for item in case.items}
    return [KnownDuty(case.accession, duty, items.get(duty.item_key)) for duty in duties(case)]


def _answers(cases: Iterable[AccessionCase], today: date) -> tuple[Answer, ...]:
    since = today - timedelta(days=NEWS_DAYS)
    found = [
        Answer(case.accession, step)
        for case in cases
        for step in case.steps
        if since <= to_rome(step.at).date() <= today and _is_answer(case.accession, step)
    ]
    return tuple(sorted(found, key=lambda answer: answer.step.id, reverse=True))


def _is_answer(accession: Accession, step: StepTaken) -> bool:
    """What a centre did and we recorded; not what another procedure of ours did to this one."""
    way = transition(accession.kind, step.from_state, step.step)
    return way.actor is Actor.CENTRE and way.is_recorded
