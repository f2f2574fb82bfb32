# SPDX-License-Identifier: EUPL-1.2
"""The three clocks of a service on one line: concession (L0), membership (L1), contract (L2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.membership_clock import ClockEnd, Layer, Outlasting, clock_end, outlasting

__all__ = ["Clock", "ClockEnd", "Layer", "LifeLine", "Outlasting", "effective_end", "life_line", "longer_than_above"]


@dataclass(frozen=True, slots=True)
class Clock:
    """The term of a layer as its act tells it; a day that nobody typed is None, never guessed."""

    layer: Layer
    name: str
    starts_on: date | None
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class LifeLine:
    """What a timeline draws: the clocks between a first and a last day, with today and the end that counts."""

    clocks: tuple[Clock, ...]
    first_on: date
    last_on: date
    today: date
    end: ClockEnd | None

    def share(self, day: date) -> float:
        """Where a day lies, from 0 at the first to 1 at the last; days outside lie on the edge."""
        length = (self.last_on - self.first_on).days
        return min(1.0, max(0.0, (day - self.first_on).days / length)) if length else 0.0


def effective_end(clocks: Iterable[Clock]) -> ClockEnd | None:
    """The earliest of the known ends, by which layers, and which ends nobody typed; None where none is known."""
    ends = _ends(clocks)
    return clock_end(ends.get(Layer.L0), ends.get(Layer.L1), ends.get(Layer.L2))


def longer_than_above(clocks: Iterable[Clock]) -> tuple[Outlasting, ...]:
    """Each layer that goes on after the next known one above it."""
    ends = _ends(clocks)
    return outlasting(ends.get(Layer.L0), ends.get(Layer.L1), ends.get(Layer.L2))


def life_line(clocks: Iterable[Clock], today: date) -> LifeLine | None:
    """The clocks over whole years, from that of the first day to that of the last; None where no day is known."""
    kept = tuple(clocks)
    days = [day for clock in kept for day in (clock.starts_on, clock.ends_on) if day]
    if not days:
        return None
    days.append(today)
    return LifeLine(kept, date(min(days).year, 1, 1), date(max(days).year, 12, 31), today, effective_end(kept))


def _ends(clocks: Iterable[Clock]) -> dict[Layer, date | None]:
    return {clock.layer: clock.ends_on for clock in clocks}
