# SPDX-License-Identifier: EUPL-1.2
"""The terms of a procedure: so many days from a known one, with the law that says so.

How days are counted, everywhere here: the day of the fact is not counted, every other day of the calendar is, and the
last one is whole (c.p.c. art. 155 c. 1, c.c. art. 2963 c. 2). Where the law moves a last day on which offices are
closed, the day counted stays beside the moved one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.working_days import (
    HOLIDAY_LAW,
    SATURDAY_LAW,
    Patron,
    next_working_day,
    previous_working_day,
    why_not_working,
)

KNOWN_LAW = "norma nota, non consultata"
"""The source of a term whose law is known but was not looked up."""

_DAY = timedelta(days=1)
_AUGUST = 8


@dataclass(frozen=True, slots=True)
class Term:
    """So many days, from what, by which law; `counted_from` names the fact that they run from."""

    key: str
    days: int
    counted_from: str
    law: str
    source: str
    extends_if_not_working: bool = False
    is_free_days: bool = False  # it takes effect on the day after the last one
    is_limit: bool = False  # an upper limit for what we send: never moved, so the last working day before it is told
    skips_august: bool = False  # the holidays of the courts, 1 to 31 August, are not counted


PUBLICATION = Term("publication", 15, "publication", "TUEL art. 124 c. 1", KNOWN_LAW)
ENFORCEABILITY = Term("enforceability", 10, "publication", "TUEL art. 134 c. 3", KNOWN_LAW, is_free_days=True)
ANSWER = Term("answer", 30, "receipt", "L. 241/1990 art. 2 c. 2", KNOWN_LAW, extends_if_not_working=True)
ADDITIONS = Term("additions", 30, "request_for_additions", "L. 241/1990 art. 2 c. 7", KNOWN_LAW, is_limit=True)
REJECTION_NOTICE = Term(
    "rejection_notice", 10, "notice", "L. 241/1990 art. 10-bis", KNOWN_LAW, extends_if_not_working=True
)
APPEAL = Term(
    "appeal",
    60,
    "rejection",
    "c.p.a. art. 29, 41 c. 2, 52 c. 3 e 5, 54 c. 2",
    KNOWN_LAW,
    extends_if_not_working=True,
    skips_august=True,
)
REQUEST_AGE = Term("request_age", 30, "signature", "", "FAQ ANAC (anticorruzione/npa), 30 giugno 2026", is_limit=True)

TERMS = {
    term.key: term for term in (PUBLICATION, ENFORCEABILITY, ANSWER, ADDITIONS, REJECTION_NOTICE, APPEAL, REQUEST_AGE)
}
"""The terms of an accession (concessions.md 1.8 and 2.3). What is a state or an upper limit is never moved."""


@dataclass(frozen=True, slots=True)
class Due:
    """The day a term ends, with all that explains it."""

    on: date
    nominal_on: date  # the day counted, before it was moved
    moved_because: str  # what `why_not_working` says of the day counted; "" where nothing was moved
    days: int
    term: Term
    counted_from_on: date
    suspended_days: int = 0
    is_latest: bool = False  # the end of a suspension is not known: with it the day can only come earlier

    closed_because: str = ""  # of a limit that is not moved: why the office is closed on it
    open_on: date | None = None  # and the last working day before it

    @property
    def moved_by(self) -> str:
        """The law that moved the day, known but not looked up; "" where nothing was moved."""
        if not self.moved_because:
            return ""
        return SATURDAY_LAW if self.moved_because == "saturday" else HOLIDAY_LAW


def due(
    term: Term, start: date, patron: Patron = None, *, days: int | None = None, saturday_works: bool = False
) -> Due:
    """The day a term ends that runs from a start; `days` where the agreement says other than the law.

    The patron is the one of the comune whose office must act: that of the lead authority for an answer.
    """
    count = term.days if days is None else days
    return _ended(term, start, count, _counted(term, start, count), patron, saturday_works=saturday_works)


def publication_ends(published_on: date) -> date:
    """The last of the fifteen whole days on the notice board; the day of publication itself is not counted.

    The Ministry of the Interior counts that day too, AgID does not; of the two readings this is the longer one.
    """
    return due(PUBLICATION, published_on).on


def enforceable_on(published_on: date | None, *, is_immediate: bool, resolved_on: date | None) -> date | None:
    """The first day on which a resolution is enforceable; None while a day that it hangs on is not known.

    Declared immediately enforceable: the day of the resolution (TUEL art. 134 c. 4). Otherwise it becomes so "dopo il
    decimo giorno dalla loro pubblicazione" (c. 3), read as most offices and courts do: from the first day on the
    notice board, which is not counted, so that published on the 3rd the tenth day is the 13th and the resolution is
    enforceable on the 14th, working day or not. Whoever counts from the end of the fifteen days overrides it.
    """
    if is_immediate:
        return resolved_on
    return due(ENFORCEABILITY, published_on).on if published_on else None


@dataclass(frozen=True, slots=True)
class Suspension:
    """Days that do not count for the answer: from a request or a notice, which is a day that counts, to its end."""

    kind: str  # "additions" or "rejection_notice"
    starts_on: date
    ends_on: date | None  # the last day that does not count; None while it runs
    most_days: int | None = None


def for_additions(asked_on: date, supplied_on: date | None = None) -> Suspension:
    """From the request to the day on which the additions are supplied, at most 30 days (L. 241/1990 art. 2 c. 7)."""
    return Suspension("additions", asked_on, supplied_on, ADDITIONS.days)


def for_rejection_notice(received_on: date, observed_on: date | None = None, patron: Patron = None) -> Suspension:
    """From the notice to ten days after our observations, or to the end of the ten days that we have for them.

    L. 241/1990 art. 10-bis as changed in 2020 (known law, not looked up).
    """
    if observed_on:
        return Suspension("rejection_notice", received_on, observed_on + _DAY * REJECTION_NOTICE.days)
    silence = due(REJECTION_NOTICE, received_on, patron).on
    return Suspension("rejection_notice", received_on, None, (silence - received_on).days)


def days_suspended(suspension: Suspension) -> int:
    """The days that do not count; while it runs the most that there can be, and 0 where it ends before it starts."""
    most = suspension.most_days
    if suspension.ends_on is None:
        return most or 0
    days = max((suspension.ends_on - suspension.starts_on).days, 0)
    return days if most is None else min(days, most)


def answer_due(
    received_on: date,
    suspensions: Iterable[Suspension] = (),
    days: int | None = None,
    patron: Patron = None,
    *,
    saturday_works: bool = False,
) -> Due:
    """The day by which the lead authority must answer; `patron` is that of its own comune.

    Additions stop the term once only (art. 2 c. 7): a second request moves nothing, nor does what comes after the
    term has run out. Days that two suspensions share are counted once.
    """
    count = ANSWER.days if days is None else days
    nominal, over, stopped, is_latest = _counted(ANSWER, received_on, count), received_on, 0, False
    for suspension in _that_count(suspensions):
        if suspension.starts_on > nominal:
            break
        end = suspension.starts_on + _DAY * days_suspended(suspension)
        gained = max((end - max(over, suspension.starts_on)).days, 0)
        nominal, over, stopped = nominal + _DAY * gained, max(over, end), stopped + gained
        is_latest = is_latest or suspension.ends_on is None
    ended = _ended(ANSWER, received_on, count, nominal, patron, saturday_works=saturday_works)
    return replace(ended, suspended_days=stopped, is_latest=is_latest)


def _that_count(suspensions: Iterable[Suspension]) -> list[Suspension]:
    """In their order, without any request for additions but the first."""
    found: list[Suspension] = []
    for suspension in sorted(suspensions, key=lambda one: one.starts_on):
        if suspension.kind != "additions" or all(one.kind != "additions" for one in found):
            found.append(suspension)
    return found


def _counted(term: Term, start: date, count: int) -> date:
    if count < 0:
        raise ValueError(f"days are counted forwards: {count}")
    day = start + _DAY * count if not term.skips_august else _counted_without_august(start, count)
    return day + _DAY if term.is_free_days else day


def _counted_without_august(start: date, count: int) -> date:
    day = start
    while count:
        day += _DAY
        count -= day.month != _AUGUST
    return day


def _ended(term: Term, start: date, days: int, nominal: date, patron: Patron, *, saturday_works: bool) -> Due:
    why = why_not_working(nominal, patron, saturday_works=saturday_works) if term.extends_if_not_working else ""
    on = next_working_day(nominal, patron, saturday_works=saturday_works) if why else nominal
    found = Due(on, nominal, why, days, term, start)
    closed = why_not_working(on, patron, saturday_works=saturday_works) if term.is_limit else ""
    if not closed:
        return found
    return replace(
        found, closed_because=closed, open_on=previous_working_day(on, patron, saturday_works=saturday_works)
    )
