# SPDX-License-Identifier: EUPL-1.2
"""What a part of a period costs: the amount of the year in force on its days, line by line, exact until rounded."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from app.domain.fee_periods import Part, suspended_days
from app.domain.fees import Fee, FeeReading, FeeTerms, IndexValue, WorkingStep
from app.domain.indexation import Adjusted, Adjustment, adjusted, adjustment_days, adjustment_on
from app.domain.rounding import to_the_cent

_DAY = timedelta(days=1)
_ADJUSTMENTS_AT_HAND = 1024
PER_UNIT = ("canone_abitanti", "quota_postazione")
"""Their readings are the quantity in force from a day on."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The cost of a part of a period: exact, rounded line by line, and how."""

    exact: Fraction
    rounded: Decimal
    missing: tuple[str, ...]
    working: tuple[WorkingStep, ...]


NOTHING_KNOWN = Lines(Fraction(0), Decimal("0.00"), ("amount",), ())


def fixed_lines(fee: Fee, part: Part, terms: FeeTerms) -> Lines:
    """A part of a yearly amount: one line for each amount in force, its suspended days taken out."""
    off = suspended_days(part.starts_on, part.ends_on, terms.suspensions)
    exact, rounded, missing = Fraction(0), Decimal("0.00"), set[str]()
    working = [*suspension_steps(part.starts_on, part.ends_on, terms)]
    for starts_on, ends_on in _stretches(fee, part, terms):
        found = _yearly(fee, starts_on, terms)
        if found is None:
            return NOTHING_KNOWN
        amount, steps, is_provisional = found
        days = (ends_on - starts_on).days + 1 - sum(starts_on <= day <= ends_on for day in off)
        if is_provisional:
            missing.add("index")
        if not days:
            continue
        line = Fraction(amount) * part.share(days)
        result = to_the_cent(line)
        exact, rounded = exact + line, rounded + result
        working += [*steps, _line_step(fee, part, (starts_on, ends_on), days, amount, result)]
    return Lines(exact, rounded, tuple(sorted(missing)), tuple(working))


def _stretches(fee: Fee, part: Part, terms: FeeTerms) -> list[tuple[date, date]]:
    """The days of a part, parted where another amount comes into force."""
    changes = {*adjustment_days(fee, part.starts_on, part.ends_on)}
    if fee.model in PER_UNIT:
        ours = (one.period_on for one in terms.readings if one.fee_id == fee.id)
        changes |= {day for day in ours if part.starts_on < day <= part.ends_on}
    marks = [part.starts_on, *sorted(changes), part.ends_on + _DAY]
    return [(first, after - _DAY) for first, after in pairwise(marks)]


def _yearly(fee: Fee, day: date, terms: FeeTerms) -> tuple[Decimal, tuple[WorkingStep, ...], bool] | None:
    """The amount of a year in force on a day, how, and whether an index is still missing; None: not typed."""
    base = _base_amount(fee, day, terms.readings)
    if base is None:
        return None
    amount, steps = base
    result, index_steps, is_provisional = indexed(fee, amount, day, terms)
    return result, (*steps, *index_steps), is_provisional


def _base_amount(
    fee: Fee, day: date, readings: tuple[FeeReading, ...]
) -> tuple[Decimal, tuple[WorkingStep, ...]] | None:
    if fee.model not in PER_UNIT or fee.unit_price is None:
        return None if fee.amount is None else (fee.amount, (WorkingStep("yearly_amount", {}, fee.amount),))
    told = [one for one in readings if one.fee_id == fee.id and one.period_on <= day]
    last = max(told, key=lambda one: one.period_on, default=None)
    quantity = last.quantity if last else fee.quantity
    if quantity is None:
        return None
    amount = to_the_cent(Fraction(fee.unit_price) * Fraction(quantity))
    figures = {"unit_price": fee.unit_price, "quantity": quantity, "unit": fee.unit}
    unit_step = WorkingStep("unit_amount", figures, amount)
    if last is None:
        return amount, (unit_step,)
    return amount, (WorkingStep("quantity_from", {"quantity": quantity, "on": last.period_on}, None), unit_step)


def indexed(fee: Fee, amount: Decimal, day: date, terms: FeeTerms) -> tuple[Decimal, tuple[WorkingStep, ...], bool]:
    """An amount as the clause of its fee adjusts it on a day; where an index is missing, by the last one known."""
    wanted = adjustment_on(fee, day, terms.index_values)
    if not wanted.number:
        return amount, (), False
    known = wanted if wanted.pair else _last_known(fee, wanted, terms)
    missing = () if wanted.pair else (_missing_step(fee, wanted),)
    if not known.pair:
        return amount, missing, True
    base, value = known.pair
    result = _adjust(fee, amount, base, value)
    figures = {"base_month": base.month, "month": value.month, "base": value.base, "source": value.source}
    told = WorkingStep("index", {"name": fee.index_name, "on": known.on, **figures}, None)
    return result.amount, (*missing, told, *result.working), bool(missing)


def _last_known(fee: Fee, wanted: Adjustment, terms: FeeTerms) -> Adjustment:
    found = wanted
    while found.number > 1 and found.on and not found.pair:
        found = adjustment_on(fee, found.on - _DAY, terms.index_values)
    return found


def _adjust(fee: Fee, amount: Decimal, base: IndexValue, value: IndexValue) -> Adjusted:
    figures = (amount, base.value, value.value, fee.index_share, fee.index_threshold, fee.index_cap)
    told = tuple(None if one is None else str(one) for one in figures)
    return _adjusted(told, fee.index_threshold_kind, fee.index_rounding or "half_up")


@lru_cache(maxsize=_ADJUSTMENTS_AT_HAND)
def _adjusted(told: tuple[str | None, ...], threshold_kind: str, rounding: str) -> Adjusted:
    """The same for every instalment of a year, so reckoned once; figures as text, since `1.0` is shown as `1.0`."""
    amount, base, value, share, threshold, cap = (None if one is None else Decimal(one) for one in told)
    if amount is None or base is None or value is None:
        raise ValueError("nothing to adjust")
    return adjusted(amount, base, value, share, threshold, threshold_kind, cap, rounding)


def _missing_step(fee: Fee, wanted: Adjustment) -> WorkingStep:
    month = wanted.month if wanted.has_base or fee.index_base is None else fee.index_base.replace(day=1)
    return WorkingStep("index_missing", {"name": fee.index_name, "on": wanted.on, "month": month}, None)


def _line_step(
    fee: Fee, part: Part, stretch: tuple[date, date], days: int, amount: Decimal, result: Decimal
) -> WorkingStep:
    figures: dict[str, object] = {"amount": amount, "months": part.months, "days": days, "of_days": part.of_days}
    figures |= {"starts_on": stretch[0], "ends_on": stretch[1]}
    code = "share_of_year" if days == part.of_days else "share_of_days"
    return WorkingStep(code, {**figures, "pro_rata": fee.pro_rata}, result)


def suspension_steps(starts_on: date, ends_on: date, terms: FeeTerms) -> tuple[WorkingStep, ...]:
    """What is said of the suspensions that touch some days."""
    steps = []
    for one in terms.suspensions:
        first, last = max(one.starts_on, starts_on), min(one.ends_on or ends_on, ends_on)
        if first <= last:
            told = {"starts_on": first, "ends_on": last, "days": (last - first).days + 1, "reason": one.reason}
            steps.append(WorkingStep("suspended", {**told, "is_open": one.ends_on is None}, None))
    return tuple(steps)
