# SPDX-License-Identifier: EUPL-1.2
"""What a reading of a service level means: outcome, shortfall, penalty within the caps of its year, and how reckoned.

The contract is the only source: a figure that it gives and nobody typed leaves the penalty to be written, never 0.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from enum import StrEnum

from app.domain.fees import WorkingStep
from app.domain.service_levels import Indicator, Reading, ReadingId

CAP_BASES = ("year_fee", "contract_value")
"""What a cap of a year may be a percentage of."""
_CENT = Decimal("0.01")
_NOTHING = Decimal("0.00")


class Outcome(StrEnum):
    """How a reading stands to its target and threshold."""

    MET = "met"
    TOLERATED = "tolerated"  # beyond the target, within the threshold
    BREACH = "breach"
    NO_TARGET = "no_target"


@dataclass(frozen=True, slots=True)
class LevelBases:
    """The amounts that percentages are of, net of VAT; one that is not known is not there."""

    period_fees: Mapping[date, Decimal] = field(default_factory=dict)  # by the first day of the period
    year_fees: Mapping[int, Decimal] = field(default_factory=dict)
    contract_value: Decimal | None = None

    def find(self, base: str, on: date) -> Decimal | None:
        """The amount of a base for the period that begins on a day."""
        if base == "period_fee":
            return self.period_fees.get(on)
        return self.year_fees.get(on.year) if base == "year_fee" else self.contract_value


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of a reading; amounts in euro."""

    outcome: Outcome
    shortfall: Decimal  # beyond the threshold, or the target where there is none; 0 when nothing is due
    computed: Decimal | None  # by the rule alone; None while `missing` says what lacks
    penalty: Decimal | None  # what is due after cap, decision and waiver
    is_capped: bool
    missing: tuple[str, ...]  # fields of the indicator, or "period_fee", "year_fee", "contract_value"
    working: tuple[WorkingStep, ...]


def judge(indicator: Indicator, readings: Iterable[Reading], bases: LevelBases) -> dict[ReadingId, Judgement]:
    """Every reading of an indicator; the cap of a calendar year is used up in the order of their periods.

    What was deducted already stands as it was and takes its part of the cap first.
    """
    ordered = sorted(readings, key=lambda one: (one.period_on, one.id))
    used: dict[int, Decimal] = {}
    for one in ordered:
        if _is_settled(one):
            used[one.period_on.year] = used.get(one.period_on.year, _NOTHING) + (one.penalty or _NOTHING)
    judged = {}
    for one in ordered:
        found = _judge_one(indicator, one, bases, used.get(one.period_on.year, _NOTHING))
        judged[one.id] = found
        if not _is_settled(one):
            used[one.period_on.year] = used.get(one.period_on.year, _NOTHING) + (found.penalty or _NOTHING)
    return judged


def outcome_of(indicator: Indicator, value: Decimal) -> Outcome:
    """Met, tolerated or breached."""
    target, limit = indicator.target, limit_of(indicator)
    if limit is None:
        return Outcome.NO_TARGET
    if _beyond(indicator, value, limit) > 0:
        return Outcome.BREACH
    return Outcome.TOLERATED if target is not None and _beyond(indicator, value, target) > 0 else Outcome.MET


def limit_of(indicator: Indicator) -> Decimal | None:
    """Where the penalty begins: the threshold, or the target where there is none."""
    return indicator.target if indicator.threshold is None else indicator.threshold


def is_threshold_stricter(direction: str, target: Decimal, threshold: Decimal) -> bool:
    """True when the threshold asks for more than the target: one of the two was typed wrongly."""
    return threshold < target if direction == "at_most" else threshold > target


def shortfall_of(indicator: Indicator, value: Decimal) -> Decimal:
    """How far a value is beyond the limit; 0 within it."""
    limit = limit_of(indicator)
    return Decimal(0) if limit is None else max(_beyond(indicator, value, limit), Decimal(0))


def steps_of(indicator: Indicator, value: Decimal) -> int:
    """The steps of shortfall, a begun one counted whole; ValueError without a step."""
    if not indicator.penalty_step or indicator.penalty_step <= 0:
        raise ValueError("an indicator without a step has no steps")
    return int((shortfall_of(indicator, value) / indicator.penalty_step).to_integral_value(ROUND_CEILING))


def cap_of(indicator: Indicator, on: date, bases: LevelBases) -> tuple[Decimal | None, tuple[str, ...]]:
    """The most of a year, the lower of the two where there are both; then what is missing to know it."""
    caps = [indicator.cap_amount] if indicator.cap_amount is not None else []
    if indicator.cap_percent is not None:
        base = indicator.cap_base or "year_fee"
        amount = bases.find(base, on)
        if amount is None:
            return None, (base,)
        caps.append(_cents(amount * indicator.cap_percent / 100))
    return (min(caps) if caps else None), ()


def _is_settled(reading: Reading) -> bool:
    return reading.deducted_on is not None and not reading.waived_reason


def _beyond(indicator: Indicator, value: Decimal, limit: Decimal) -> Decimal:
    return value - limit if indicator.direction == "at_most" else limit - value


def _judge_one(indicator: Indicator, reading: Reading, bases: LevelBases, used: Decimal) -> Judgement:
    outcome = outcome_of(indicator, reading.value)
    shortfall = shortfall_of(indicator, reading.value)
    limit = limit_of(indicator)
    if limit is None:
        stands = reading.penalty if _is_settled(reading) else None
        return Judgement(outcome, shortfall, None, stands, is_capped=False, missing=("target",), working=())
    first = WorkingStep(
        "level",
        {
            "value": reading.value,
            "limit": limit,
            "direction": indicator.direction,
            "is_threshold": indicator.threshold is not None,
        },
        shortfall,
    )
    if outcome is not Outcome.BREACH and not _is_settled(reading):
        return Judgement(outcome, shortfall, _NOTHING, _NOTHING, is_capped=False, missing=(), working=(first,))
    computed, missing, steps = _computed(indicator, reading, bases)
    return _settle(indicator, reading, bases, used, Judgement(
        outcome, shortfall, computed, computed, is_capped=False, missing=missing, working=(first, *steps)
    ))  # fmt: skip


def _computed(
    indicator: Indicator, reading: Reading, bases: LevelBases
) -> tuple[Decimal | None, tuple[str, ...], tuple[WorkingStep, ...]]:
    rule = indicator.penalty_rule
    if rule in ("", "none") or not shortfall_of(indicator, reading.value):
        return _NOTHING, (), (WorkingStep("no_penalty", {}, _NOTHING),)
    missing = _lacks(indicator, reading, bases)
    if missing:
        return None, missing, ()
    steps: tuple[WorkingStep, ...] = ()
    times = 1
    if rule.endswith("per_step"):
        times = steps_of(indicator, reading.value)
        step: dict[str, object] = {"shortfall": shortfall_of(indicator, reading.value), "step": indicator.penalty_step}
        steps = (WorkingStep("steps", step, Decimal(times)),)
    if not rule.startswith("percent"):
        each = indicator.penalty_amount or _NOTHING
        total = _cents(each * times)
        words = {"each": each, "times": times, "is_stepped": bool(steps)}
        return total, (), (*steps, WorkingStep("amount", words, total))
    base = bases.find(indicator.penalty_base, reading.period_on) or _NOTHING
    percent = (indicator.penalty_percent or Decimal(0)) * times
    total = _cents(base * percent / 100)
    of = {"percent": percent, "base": indicator.penalty_base, "of": base, "on": reading.period_on}
    return total, (), (*steps, WorkingStep("percent", of, total))


def _lacks(indicator: Indicator, reading: Reading, bases: LevelBases) -> tuple[str, ...]:
    rule = indicator.penalty_rule
    is_percent = rule.startswith("percent")
    asked = {
        "penalty_amount": not is_percent and indicator.penalty_amount is None,
        "penalty_percent": is_percent and indicator.penalty_percent is None,
        "penalty_step": rule.endswith("per_step") and not indicator.penalty_step,
        indicator.penalty_base or "penalty_base": is_percent
        and bases.find(indicator.penalty_base, reading.period_on) is None,
    }
    return tuple(name for name, lacks in asked.items() if lacks)


def _settle(indicator: Indicator, reading: Reading, bases: LevelBases, used: Decimal, found: Judgement) -> Judgement:
    """The penalty after what the office decided, then the cap; a waived one is nothing and uses no cap."""
    working = list(found.working)
    if reading.waived_reason:
        working.append(WorkingStep("waived", {"reason": reading.waived_reason}, _NOTHING))
        return _changed(found, _NOTHING, working, missing=())
    penalty, missing = found.computed, found.missing
    if reading.penalty is not None:
        penalty, missing = reading.penalty, ()
        if reading.penalty != found.computed:
            working.append(WorkingStep("decided", {}, penalty))
    if _is_settled(reading) or penalty is None:
        return _changed(found, penalty, working, missing)
    cap, unknown = cap_of(indicator, reading.period_on, bases)
    if unknown and penalty:
        return _changed(found, None, working, (*missing, *unknown))
    if cap is None or used + penalty <= cap:
        return _changed(found, penalty, working, missing)
    left = max(cap - used, _NOTHING)
    words = {"cap": cap, "year": reading.period_on.year, "used": used}
    return _changed(found, left, [*working, WorkingStep("cap", words, left)], missing, is_capped=True)


def _changed(
    found: Judgement,
    penalty: Decimal | None,
    working: list[WorkingStep],
    missing: tuple[str, ...],
    *,
    is_capped: bool = False,
) -> Judgement:
    return Judgement(found.outcome, found.shortfall, found.computed, penalty, is_capped, missing, tuple(working))


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT, ROUND_HALF_UP)
