# SPDX-License-Identifier: EUPL-1.2
"""The amounts that the percentages of a penalty are of, from the instalments of the fee: net of VAT."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from app.domain.fees import Instalment
from app.domain.level_periods import end_of
from app.domain.level_rules import LevelBases

_CENT = Decimal("0.01")
_DAY = timedelta(days=1)


def bases_of(
    period: str, starts: Iterable[date], instalments: Iterable[Instalment], contract_value: Decimal | None
) -> LevelBases:
    """The fee of each period and of its year; one that touches an instalment without amount is not known.

    An instalment that is longer than the period counts for its part: by months where both begin and end with one,
    else by days.
    """
    due = list(instalments)
    asked = list(starts)
    fees = {on: _within(due, on, end_of(period, on)) for on in asked}
    years = {on.year for on in asked}
    of_years = {year: _within(due, date(year, 1, 1), date(year, 12, 31)) for year in years}
    return LevelBases(
        {on: fee for on, fee in fees.items() if fee is not None},
        {year: fee for year, fee in of_years.items() if fee is not None},
        contract_value,
    )


def _within(instalments: Iterable[Instalment], first: date, last: date) -> Decimal | None:
    touching = [one for one in instalments if one.starts_on <= last and one.ends_on >= first]
    if not touching or any(one.net is None for one in touching):
        return None
    total = sum((_share(one, first, last) for one in touching), Decimal(0))
    return total.quantize(_CENT, ROUND_HALF_UP)


def _share(one: Instalment, first: date, last: date) -> Decimal:
    net = one.net or Decimal(0)
    begins, ends = max(one.starts_on, first), min(one.ends_on, last)
    part, whole = (_months(begins, ends), _months(one.starts_on, one.ends_on))
    if not part or not whole:
        part, whole = (ends - begins).days + 1, (one.ends_on - one.starts_on).days + 1
    return net * part / whole


def _months(first: date, last: date) -> int:
    """Whole months of the calendar from a day to another; 0 where they do not begin and end with one."""
    if first.day != 1 or (last + _DAY).day != 1:
        return 0
    after = last + _DAY
    return (after.year - first.year) * 12 + after.month - first.month
