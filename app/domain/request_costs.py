# SPDX-License-Identifier: EUPL-1.2
"""What the services of a request cost over the term of the agreement, from the figures typed from the act alone.

A year runs from the day of the start to the day before it comes round again, and costs the yearly figure whatever its
length. The days left after the last whole year cost their share of the year that they begin: out of 365, or of 366
where a 29 February falls in it. The sum is rounded to the cent once, half a cent upwards, and dealt out to the lines by
their largest remainders, so that parts and lines always add up to the total.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from app.domain.dates import add_months
from app.domain.money import from_cents, to_cents
from app.errors import UserError

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class CostLine:
    """The figures of a service in euro, with the act they were typed from; None where none was typed, never zero."""

    code: str
    once: Decimal | None
    yearly: Decimal | None
    source_act: str


@dataclass(frozen=True, slots=True)
class Span:
    """How long a term is: whole years, then days out of those of the year that they begin."""

    years: int
    days: int
    days_in_year: int


@dataclass(frozen=True, slots=True)
class CostPart:
    """A part of the sum that can be said in words: `once`, `years` or `days`."""

    key: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class LineCost:
    """What one line costs over the term; None where that cannot be known."""

    line: CostLine
    over_years: Decimal | None  # the yearly figure for the whole years
    over_days: Decimal | None  # its share for the days left
    total: Decimal | None


@dataclass(frozen=True, slots=True)
class CostOverTerm:
    """What all lines cost together; `total` is None where a yearly figure meets a term without a day of its own."""

    once: Decimal | None
    yearly: Decimal | None
    span: Span | None
    parts: tuple[CostPart, ...]
    lines: tuple[LineCost, ...]
    total: Decimal | None
    without_figures: tuple[str, ...]  # codes of the lines for which nothing was typed

    @property
    def is_complete(self) -> bool:
        """False where the total leaves out a line, or cannot be known."""
        return self.total is not None and not self.without_figures


def span_of(starts_on: date, ends_on: date) -> Span:
    """The length of a term, both days within; UserError `accession.term_reversed` where it ends before it starts."""
    if ends_on < starts_on:
        raise UserError("accession.term_reversed", starts_on=starts_on, ends_on=ends_on)
    after = ends_on + timedelta(days=1)
    years = after.year - starts_on.year
    if _anniversary(starts_on, years) > after:
        years -= 1
    last, following = _anniversary(starts_on, years), _anniversary(starts_on, years + 1)
    return Span(years, (after - last).days, (following - last).days)


def cost_over_term(lines: Iterable[CostLine], starts_on: date | None, ends_on: date | None) -> CostOverTerm | None:
    """The cost of the lines; None where no figure was typed at all.

    ValueError for a figure that is not exact to the cent.
    """
    lines = tuple(lines)
    once, yearly = _sum(line.once for line in lines), _sum(line.yearly for line in lines)
    if once is None and yearly is None:
        return None
    span = span_of(starts_on, ends_on) if starts_on and ends_on else None
    costs = _line_costs(lines, span)
    parts = _parts(once, costs, span)
    is_known = yearly is None or span is not None
    return CostOverTerm(
        once=once,
        yearly=yearly,
        span=span,
        parts=parts,
        lines=costs,
        total=_sum(part.amount for part in parts) if is_known else None,
        without_figures=tuple(line.code for line in lines if line.once is None and line.yearly is None),
    )


def _line_costs(lines: Sequence[CostLine], span: Span | None) -> tuple[LineCost, ...]:
    if span is None:
        return tuple(LineCost(line, None, None, line.once if line.yearly is None else None) for line in lines)
    shares = iter(_shares([to_cents(line.yearly) for line in lines if line.yearly is not None], span))
    costs = []
    for line in lines:
        over_years = None if line.yearly is None else from_cents(to_cents(line.yearly) * span.years)
        over_days = None if line.yearly is None else from_cents(next(shares))
        costs.append(LineCost(line, over_years, over_days, _sum((line.once, over_years, over_days))))
    return tuple(costs)


def _shares(yearly: Sequence[int], span: Span) -> list[int]:
    """Cents of each yearly figure for the days left, which add up to those of their sum."""
    shares, rests = [], []
    for cents in yearly:
        share, rest = divmod(cents * span.days, span.days_in_year)
        shares.append(share)
        rests.append(rest)
    whole = (2 * sum(yearly) * span.days + span.days_in_year) // (2 * span.days_in_year)
    by_rest = sorted(range(len(rests)), key=lambda place: -rests[place])
    for place in by_rest[: whole - sum(shares)]:
        shares[place] += 1
    return shares


def _parts(once: Decimal | None, costs: Sequence[LineCost], span: Span | None) -> tuple[CostPart, ...]:
    """What the total is made of, without years or days where the term has none."""
    years = _sum(cost.over_years for cost in costs) if span and span.years else None
    days = _sum(cost.over_days for cost in costs) if span and span.days else None
    found = (("once", once), ("years", years), ("days", days))
    return tuple(CostPart(key, amount) for key, amount in found if amount is not None)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of what was typed; None where nothing was."""
    typed = [to_cents(amount) for amount in amounts if amount is not None]
    return from_cents(sum(typed)) if typed else None


def _anniversary(day: date, years: int) -> date:
    return add_months(day, _MONTHS * years)
