# SPDX-License-Identifier: EUPL-1.2
"""The clock of a membership: when to renew, until when one can leave, and which of the three layers ends first.

All that it counts from was typed from the act; where nothing was typed there is no day. Months are those of the
calendar: the same day of another month, or its last one where it has no such day (`dates.add_months`). A notice is
counted back from the end in the same way, and where the end of a month leaves two readings the earlier day is given.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from app.domain.dates import add_months
from app.domain.working_days import Patron, previous_working_day, why_not_working

REMINDER_MONTHS = (12, 6, 3)
"""So many months before, one is reminded: the council must meet in between (concessions.md 7.2 n. 1)."""


@dataclass(frozen=True, slots=True)
class Notice:
    """How long before the end a withdrawal must arrive; counted from its arrival, the months before the days."""

    months: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class Membership:
    """What the agreement says of its own time, as the clerk typed it; None where nothing was typed."""

    starts_on: date | None
    ends_on: date | None  # its last day
    notice: Notice | None = None
    renewal_months: int | None = None  # the window of renewal opens so many months before the end
    renewal_closes_on: date | None = None  # where the act says an earlier day than the end


@dataclass(frozen=True, slots=True)
class Window:
    """From a day to another, both within."""

    opens_on: date
    closes_on: date

    def is_open(self, today: date) -> bool:
        """True while one can act."""
        return self.opens_on <= today <= self.closes_on


@dataclass(frozen=True, slots=True)
class WithdrawalLimit:
    """The last day on which a notice can arrive for the membership to end on `ends_on`."""

    on: date  # the last working day: nobody is there on the nominal one to see that it has arrived
    nominal_on: date
    moved_because: str  # what `why_not_working` says of the nominal day; "" where they are the same
    ends_on: date
    notice: Notice


@dataclass(frozen=True, slots=True)
class Reminder:
    """A day on which to be reminded of another."""

    on: date
    of: date
    months: int


class Layer(StrEnum):
    """The three layers that a service hangs on (concessions.md 2.1)."""

    L0 = "L0"  # the concession, between lead authority and concessionaire
    L1 = "L1"  # the agreement, between comune and lead authority
    L2 = "L2"  # the contract of a service


@dataclass(frozen=True, slots=True)
class ClockEnd:
    """The day a service ends, by which layers, and of which layers no end is known."""

    on: date
    layers: tuple[Layer, ...]
    unknown: tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class Outlasting:
    """A layer that goes on after the one it hangs on has ended: a warning, never a refusal."""

    longer: Layer
    longer_on: date
    shorter: Layer
    shorter_on: date


def read_notice(months: int | None, days: int | None) -> Notice | None:
    """The notice that was typed; None where neither was: an agreement that says nothing is not one without notice."""
    return None if months is None and days is None else Notice(months or 0, days or 0)


def renewal_window(membership: Membership) -> Window | None:
    """From so many months before the end to the end, or to the earlier day that was typed; None without end or months.

    It is cut to the membership: one cannot renew what has not begun, nor what is over. A day that was typed before
    the window would open makes it open on that same day.
    """
    ends_on, months = membership.ends_on, membership.renewal_months
    if ends_on is None or months is None:
        return None
    opens_on = max(_months_back(ends_on, months), membership.starts_on or date.min)
    closes_on = min(membership.renewal_closes_on or ends_on, ends_on)
    return Window(min(opens_on, closes_on), closes_on)


def withdrawal_last_day(
    notice: Notice | None, wished_end: date | None, patron: Patron = None, *, saturday_works: bool = False
) -> WithdrawalLimit | None:
    """The last day on which the notice can arrive to leave on the wished day; None where either was not typed.

    A notice that arrives on the nominal day has run out on the wished one at the latest. The patron is that of the
    lead authority, which receives it.
    """
    if notice is None or wished_end is None:
        return None
    nominal = _months_back(wished_end - timedelta(days=notice.days), notice.months)
    on = previous_working_day(nominal, patron, saturday_works=saturday_works)
    why = why_not_working(nominal, patron, saturday_works=saturday_works)
    return WithdrawalLimit(on, nominal, why, wished_end, notice)


def notice_ends(arrived_on: date, notice: Notice, ends_on: date | None = None) -> date:
    """The day on which a notice that arrived has run out, or the end of the membership where that comes first."""
    run_out = add_months(arrived_on, notice.months) + timedelta(days=notice.days)
    return min(run_out, ends_on) if ends_on else run_out


def reminders(of: date, starts_on: date | None = None) -> tuple[Reminder, ...]:
    """Twelve, six and three months before a day, the first one first, without those before the membership starts."""
    days = (Reminder(_months_back(of, months), of, months) for months in REMINDER_MONTHS)
    return tuple(one for one in days if starts_on is None or one.on >= starts_on)


def clock_end(l0: date | None, l1: date | None, l2: date | None) -> ClockEnd | None:
    """The earliest of the known ends; None where none is known."""
    known = _known(l0, l1, l2)
    if not known:
        return None
    on = min(known.values())
    return ClockEnd(
        on, tuple(layer for layer in known if known[layer] == on), tuple(layer for layer in Layer if layer not in known)
    )


def outlasting(l0: date | None, l1: date | None, l2: date | None) -> tuple[Outlasting, ...]:
    """Each layer that goes on after the next known one above it: the agreement after the concession, for one."""
    known = _known(l0, l1, l2)
    return tuple(
        Outlasting(lower, known[lower], upper, known[upper])
        for upper, lower in pairwise(known)
        if known[lower] > known[upper]
    )


def _known(l0: date | None, l1: date | None, l2: date | None) -> Mapping[Layer, date]:
    return {layer: on for layer, on in zip(Layer, (l0, l1, l2), strict=True) if on is not None}


def _months_back(day: date, months: int) -> date:
    return add_months(day, -months)
