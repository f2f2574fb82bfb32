# SPDX-License-Identifier: EUPL-1.2
"""A fee that follows a published index: `amount * (1 + share * (value / base - 1))`, with threshold and cap.

The variation is that of the two values, exact; a threshold that it does not exceed leaves the amount as it is; the
share is of what counts; the cap is on the result, up as down. The clause of the act prevails (concessions.md 4.3).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from app.domain.dates import add_months
from app.domain.fees import Fee, IndexValue, WorkingStep
from app.domain.rounding import to_the_cent, with_decimals

_SHOWN_DECIMALS = 4
_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Adjusted:
    """An amount after its adjustment; percentages are per cent, shown with four decimals, reckoned exactly."""

    amount: Decimal
    variation: Decimal
    counted: Decimal
    working: tuple[WorkingStep, ...]


def adjusted(
    amount: Decimal,
    base_value: Decimal,
    value: Decimal,
    share: Decimal | None = None,
    threshold: Decimal | None = None,
    threshold_kind: str = "whole",
    cap: Decimal | None = None,
    rounding: str = "half_up",
) -> Adjusted:
    """Adjust an amount by the way from one value of an index to another; values must be above nothing."""
    variation = (Fraction(value) / Fraction(base_value) - 1) * 100
    over = _over(variation, threshold, threshold_kind)
    counted = over * Fraction(_WHOLE if share is None else share) / 100
    is_capped = cap is not None and abs(counted) > Fraction(cap)
    if is_capped and cap is not None:
        counted = Fraction(cap) if counted > 0 else -Fraction(cap)
    result = to_the_cent(Fraction(amount) * (1 + counted / 100), rounding)
    shown = with_decimals(variation, _SHOWN_DECIMALS)
    last = _last_step(amount, (base_value, value), share, threshold, counted, is_capped=is_capped)
    if not over:
        last = ("index_unchanged", {"threshold": threshold or Decimal(0)})
    elif threshold_kind == "excess" and threshold and not is_capped:
        last = ("index_excess", last[1])
    steps = (
        WorkingStep("index_variation", {"base_value": base_value, "value": value}, shown),
        WorkingStep(last[0], {"amount": amount, "rounding": rounding, **last[1]}, result),
    )
    return Adjusted(result, shown, with_decimals(counted, _SHOWN_DECIMALS), steps)


def _over(variation: Fraction, threshold: Decimal | None, kind: str) -> Fraction:
    """The variation that counts: nothing up to the threshold, then all of it or what exceeds it."""
    least = Fraction(threshold or 0)
    if abs(variation) <= least:
        return Fraction(0)
    if kind != "excess":
        return variation
    return variation - least if variation > 0 else variation + least


def _last_step(
    amount: Decimal,
    values: tuple[Decimal, Decimal],
    share: Decimal | None,
    threshold: Decimal | None,
    counted: Fraction,
    *,
    is_capped: bool,
) -> tuple[str, dict[str, object]]:
    """The line that, reckoned by hand, gives the amount; its name and its figures."""
    base_value, value = values
    is_down = counted < 0
    if is_capped:
        return "index_capped", {"amount": amount, "cap": with_decimals(abs(counted), 6).normalize(), "is_down": is_down}
    figures: dict[str, object] = {"base_value": base_value, "value": value, "share": _WHOLE if share is None else share}
    return "index_share", {**figures, "threshold": threshold or Decimal(0), "is_down": is_down}


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What the clause of a fee asks for on a day; without its pair of values while nobody typed them."""

    number: int  # from 1; 0: before the first, nothing to adjust
    on: date | None
    month: date | None  # first day of the month whose index counts
    pair: tuple[IndexValue, IndexValue] | None = None  # of the base month and of the month, of one base
    has_base: bool = False


_NOTHING = Adjustment(0, None, None)


def adjustment_days(fee: Fee, starts_on: date, ends_on: date) -> tuple[date, ...]:
    """The days, after the first and up to the last told, on which the fee is adjusted anew."""
    if not fee.index_name or fee.index_first_on is None:
        return ()
    first = fee.index_first_on
    years = range(max(0, starts_on.year - first.year), max(0, ends_on.year - first.year) + 1)
    return tuple(day for day in (add_months(first, 12 * year) for year in years) if starts_on < day <= ends_on)


def adjustment_on(fee: Fee, day: date, values: tuple[IndexValue, ...]) -> Adjustment:
    """The last adjustment up to a day: both values are of the fee's index and of one base, or told to be missing."""
    if not fee.index_name:
        return _NOTHING
    first = fee.index_first_on
    if first is None or fee.index_base is None:
        return Adjustment(1, first, None)
    if day < first:
        return _NOTHING
    years = day.year - first.year
    if add_months(first, 12 * years) > day:
        years -= 1
    on = add_months(first, 12 * years)
    month = add_months(on, -(fee.index_lag or 0)).replace(day=1)
    name = fee.index_name.strip().casefold()
    base_month = fee.index_base.replace(day=1)
    near = (one for one in values if one.month in (base_month, month))
    ours = [one for one in near if one.name.strip().casefold() == name]
    then = {one.base: one for one in ours if one.month == base_month}
    now = {one.base: one for one in ours if one.month == month}
    both = sorted(set(then) & set(now), reverse=True)  # where two bases are typed, the newer
    pair = (then[both[0]], now[both[0]]) if both else None
    return Adjustment(years + 1, on, month, pair, has_base=bool(then))
