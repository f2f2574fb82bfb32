# SPDX-License-Identifier: EUPL-1.2
"""The periods of a fee: where they begin and end, what of them the contract covers, which share of the year they are.

A period that begins on a day which a month does not have (31 January, 29 February) goes on until the last day of that
month, and the next begins on the first of the following one; periods are counted from the start of the fee always.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import count, pairwise

from app.domain.dates import LAST_YEAR, end_of_month
from app.domain.fees import PERIODS, Fee, FeeSuspension, FeeTerms

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Part:
    """A period, or what the contract and the days of a free or funded start leave of it."""

    starts_on: date
    ends_on: date
    fee_year: int  # instalments of one are rounded together
    months: int  # of the whole part, before its days are counted
    of_days: int  # the days that those months stand for

    @property
    def days(self) -> int:
        """How many days the part has."""
        return (self.ends_on - self.starts_on).days + 1

    def share(self, days: int) -> Fraction:
        """What so many of its days are of a year."""
        return Fraction(self.months, 12) * Fraction(days, self.of_days)


def fee_start(fee: Fee, terms: FeeTerms) -> date | None:
    """The first day of the fee."""
    return fee.starts_on or terms.starts_on


def fee_end(fee: Fee, terms: FeeTerms) -> date | None:
    """The last day of the fee: its own or that of the contract, whichever comes first."""
    return min((day for day in (fee.ends_on, terms.ends_on) if day), default=None)


def fee_parts(fee: Fee, terms: FeeTerms, until: date) -> Iterator[Part]:
    """The parts that begin up to a day; of a fee without a start none."""
    start, end = fee_start(fee, terms), fee_end(fee, terms)
    step = PERIODS[fee.period]
    if start is None or not step or (end is not None and end < start):
        return
    for marks, fee_year in _periods(start, step, is_calendar=fee.is_calendar):
        first, last = marks[0], marks[-1] - _DAY
        if first > until or (end is not None and first > end) or last.year > LAST_YEAR:
            return
        covered = (max(first, start), min(last, end) if end else last)
        for part in _cut(fee, marks, covered, fee_year):
            if part.starts_on <= until:
                yield part


def _periods(start: date, step: int, *, is_calendar: bool) -> Iterator[tuple[tuple[date, ...], int]]:
    """The first day of each month of a period and of the period after it; with the year of the fee."""
    anchor = date(start.year, 1, 1) if is_calendar else start
    for number in count():
        marks = tuple(_begin(anchor, number * step + month) for month in range(step + 1))
        if marks[-1] > start:
            yield marks, anchor.year + number * step // 12


def _begin(anchor: date, months: int) -> date:
    total = anchor.year * 12 + anchor.month - 1 + months
    first = date(total // 12, total % 12 + 1, 1)
    last = end_of_month(first)
    return last + _DAY if anchor.day > last.day else first.replace(day=anchor.day)


def _cut(fee: Fee, marks: tuple[date, ...], covered: tuple[date, date], fee_year: int) -> Iterator[Part]:
    """What is covered, parted where a free or a funded start ends."""
    first, last = covered
    ends = (fee.free_until, fee.funded_until)
    starts = [first, *sorted({day + _DAY for day in ends if day and first <= day < last})]
    for begins, after in pairwise([*starts, last + _DAY]):
        part = (begins, after - _DAY)
        yield Part(*part, fee_year, *_weight(fee, marks, covered, part))


def _weight(fee: Fee, marks: tuple[date, ...], covered: tuple[date, date], part: tuple[date, date]) -> tuple[int, int]:
    """The months of a part, and the days that they stand for."""
    if fee.pro_rata == "full":
        return len(marks) - 1, _length(covered)
    if fee.pro_rata == "days":
        return len(marks) - 1, (marks[-1] - marks[0]).days
    entered = max(covered[0], fee.free_until + _DAY) if fee.free_until else covered[0]
    late = sum(mark < entered for mark in marks)  # a month that is entered late, or free in part, does not count
    begun = max(late, sum(mark <= part[0] for mark in marks) - 1)
    done = sum(mark <= part[1] + _DAY for mark in marks) - 1
    return max(0, done - begun), _length(part)


def _length(span: tuple[date, date]) -> int:
    return (span[1] - span[0]).days + 1


def suspended_days(starts_on: date, ends_on: date, suspensions: tuple[FeeSuspension, ...]) -> set[date]:
    """The days between two, both counted, on which nothing is due; two suspensions of one day are one."""
    found: set[date] = set()
    for one in suspensions:
        first, last = max(one.starts_on, starts_on), min(one.ends_on or ends_on, ends_on)
        found |= {first + _DAY * number for number in range((last - first).days + 1)}
    return found
