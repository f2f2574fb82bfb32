# SPDX-License-Identifier: EUPL-1.2
"""Service levels: penalties counted by hand, and what holds for all: monotone, never above the cap of the year."""

from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.fees import WorkingStep
from app.domain.level_rules import (
    Judgement,
    LevelBases,
    Outcome,
    cap_of,
    is_threshold_stricter,
    judge,
    limit_of,
    outcome_of,
    shortfall_of,
    steps_of,
)
from app.domain.service_levels import DIRECTIONS, PENALTY_RULES, Indicator, Reading
from tests.levels import indicator, reading

BASES = LevelBases(
    {date(year, month, 1): Decimal("1000.00") for year in (2026, 2027) for month in range(1, 13)},
    {2026: Decimal("12000.00"), 2027: Decimal("6000.00")},
    Decimal("60000.00"),
)
VALUES = st.decimals(Decimal(0), Decimal(200), places=2)
MONEY = st.decimals(Decimal(0), Decimal(5000), places=2)
PERCENT = st.decimals(Decimal(0), Decimal(30), places=2)
INDICATORS = st.builds(
    indicator,
    direction=st.sampled_from(DIRECTIONS),
    target=VALUES,
    threshold=st.none() | VALUES,
    penalty_rule=st.sampled_from(PENALTY_RULES),
    penalty_amount=MONEY,
    penalty_percent=PERCENT,
    penalty_step=st.decimals(Decimal("0.01"), Decimal(20), places=2),
    penalty_base=st.sampled_from(("period_fee", "year_fee", "contract_value")),
    cap_amount=st.none() | MONEY,
    cap_percent=st.none() | PERCENT,
    cap_base=st.sampled_from(("year_fee", "contract_value")),
)
YEARS = st.dictionaries(st.integers(0, 23), VALUES, min_size=1).map(
    lambda values: [reading(value, date(2026 + month // 12, month % 12 + 1, 1)) for month, value in values.items()]
)


def _one(asked: Indicator, got: Reading, bases: LevelBases = BASES) -> Judgement:
    return judge(asked, [got], bases)[got.id]


@pytest.mark.parametrize(
    ("value", "outcome", "shortfall", "penalty"),
    [
        ("99.5", Outcome.MET, "0", "0.00"),
        ("100", Outcome.MET, "0", "0.00"),
        ("99.4", Outcome.BREACH, "0.1", "100.00"),  # a begun step
        ("99.0", Outcome.BREACH, "0.5", "100.00"),
        ("98.9", Outcome.BREACH, "0.6", "200.00"),
    ],
)
def test_each_begun_step_of_shortfall_is_paid(value: str, outcome: Outcome, shortfall: str, penalty: str) -> None:
    found = _one(indicator(), reading(value))
    assert (found.outcome, found.shortfall, found.penalty) == (outcome, Decimal(shortfall), Decimal(penalty))


def test_a_threshold_tolerates_what_misses_the_target() -> None:
    asked = indicator(direction="at_most", target=Decimal(4), threshold=Decimal(8), penalty_rule="fixed")
    assert [outcome_of(asked, Decimal(value)) for value in (4, 5, 8, 9)] == [
        Outcome.MET,
        Outcome.TOLERATED,
        Outcome.TOLERATED,
        Outcome.BREACH,
    ]
    assert limit_of(asked) == Decimal(8)
    assert shortfall_of(asked, Decimal(9)) == Decimal(1)
    assert _one(asked, reading("8")).penalty == Decimal("0.00")
    assert _one(asked, reading("9")).penalty == Decimal("100.00")
    assert not is_threshold_stricter("at_most", Decimal(4), Decimal(8))
    assert is_threshold_stricter("at_most", Decimal(8), Decimal(4))
    assert is_threshold_stricter("at_least", Decimal("99.5"), Decimal("99.9"))


@pytest.mark.parametrize(
    ("rule", "base", "penalty"),
    [
        ("none", "", "0.00"),
        ("fixed", "", "100.00"),
        ("percent", "period_fee", "15.00"),  # 1,5 % of 1.000
        ("percent", "year_fee", "180.00"),
        ("percent_per_step", "contract_value", "2700.00"),  # 3 steps of 1,5 % of 60.000
    ],
)
def test_the_rule_of_the_contract_gives_the_penalty(rule: str, base: str, penalty: str) -> None:
    asked = indicator(penalty_rule=rule, penalty_base=base, penalty_percent=Decimal("1.5"))
    assert _one(asked, reading("98.4")).penalty == Decimal(penalty)


@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({"target": None}, ("target",)),
        ({"penalty_amount": None}, ("penalty_amount",)),
        ({"penalty_step": None}, ("penalty_step",)),
        ({"penalty_rule": "percent", "penalty_base": "period_fee"}, ("penalty_percent", "period_fee")),
        ({"penalty_rule": "percent", "penalty_percent": Decimal(1)}, ("penalty_base",)),
        ({"cap_percent": Decimal(10), "cap_base": "year_fee"}, ("year_fee",)),
    ],
)
def test_what_is_not_written_leaves_the_penalty_to_be_written(changed: dict[str, object], missing: tuple[str]) -> None:
    found = _one(indicator(**changed), reading("90"), LevelBases())
    assert found.penalty is None
    assert found.missing == missing


def test_the_cap_of_a_year_is_used_up_in_the_order_of_the_periods() -> None:
    asked = indicator(penalty_rule="fixed", cap_amount=Decimal("250.00"))
    months = [reading("90", date(2026, month, 1)) for month in (4, 1, 3, 2)] + [reading("90", date(2027, 1, 1))]
    found = judge(asked, months, BASES)
    penalties = [found[one.id].penalty for one in sorted(months, key=lambda one: one.period_on)]
    assert penalties == [Decimal(100), Decimal(100), Decimal(50), Decimal(0), Decimal(100)]
    assert found[months[2].id].is_capped
    assert found[months[2].id].working[-1] == WorkingStep(
        "cap", {"cap": Decimal("250.00"), "year": 2026, "used": Decimal("200.00")}, Decimal("50.00")
    )


def test_the_lower_of_two_caps_holds() -> None:
    asked = indicator(cap_amount=Decimal(500), cap_percent=Decimal(1), cap_base="year_fee")
    assert cap_of(asked, date(2026, 5, 1), BASES) == (Decimal("120.00"), ())
    assert cap_of(asked, date(2028, 5, 1), BASES) == (None, ("year_fee",))


def test_what_was_deducted_stands_and_takes_its_part_of_the_cap_first() -> None:
    asked = indicator(penalty_rule="fixed", cap_amount=Decimal("150.00"))
    late = reading("90", date(2026, 6, 1), penalty=Decimal("100.00"), deducted_on=date(2026, 7, 1))
    early = reading("90", date(2026, 1, 1))
    found = judge(asked, [early, late], BASES)
    assert found[late.id].penalty == Decimal("100.00")
    assert found[early.id].penalty == Decimal("50.00")
    mended = judge(indicator(target=Decimal(80)), [late], BASES)
    assert mended[late.id].penalty == Decimal("100.00")


def test_a_waived_penalty_is_nothing_and_uses_no_cap() -> None:
    asked = indicator(penalty_rule="fixed", cap_amount=Decimal("100.00"))
    waived = reading("90", date(2026, 1, 1), waived_reason="Guasto della rete elettrica")
    found = judge(asked, [waived, reading("90", date(2026, 2, 1))], BASES)
    assert [one.penalty for one in found.values()] == [Decimal("0.00"), Decimal("100.00")]


def test_a_decided_penalty_stands_up_to_the_cap() -> None:
    asked = indicator(cap_amount=Decimal("90.00"))
    assert _one(asked, reading("90", penalty=Decimal("60.00"))).penalty == Decimal("60.00")
    assert _one(asked, reading("90", penalty=Decimal("95.00"))).penalty == Decimal("90.00")
    assert _one(indicator(penalty_amount=None), reading("90", penalty=Decimal("60.00"))).penalty == Decimal("60.00")


def test_without_a_step_there_are_no_steps() -> None:
    with pytest.raises(ValueError, match="step"):
        steps_of(indicator(penalty_step=None), Decimal(1))


@given(INDICATORS, VALUES, VALUES)
def test_a_worse_reading_never_costs_less(asked: Indicator, first: Decimal, second: Decimal) -> None:
    one, other = _one(asked, reading(first)), _one(asked, reading(second))
    if one.shortfall > other.shortfall:
        one, other = other, one
    assert one.penalty is not None
    assert other.penalty is not None
    assert one.penalty <= other.penalty


@given(INDICATORS, YEARS)
def test_the_penalties_of_a_year_never_pass_its_cap(asked: Indicator, readings: list[Reading]) -> None:
    found = judge(asked, readings, BASES)
    for year in (2026, 2027):
        cap, _missing = cap_of(asked, date(year, 1, 1), BASES)
        charged = [found[one.id].penalty or Decimal(0) for one in readings if one.period_on.year == year]
        assert cap is None or sum(charged) <= cap
        assert all(penalty >= 0 for penalty in charged)


@given(INDICATORS, YEARS, st.randoms())
def test_the_order_in_which_readings_are_told_changes_nothing(
    asked: Indicator, readings: list[Reading], chance: Random
) -> None:
    shuffled = list(readings)
    chance.shuffle(shuffled)
    assert judge(asked, readings, BASES) == judge(asked, shuffled, BASES)


@given(INDICATORS, YEARS)
def test_the_last_line_of_the_working_is_the_penalty(asked: Indicator, readings: list[Reading]) -> None:
    found = judge(asked, readings, BASES)
    for judged in found.values():
        if judged.outcome is Outcome.BREACH:
            assert judged.working[-1].result == judged.penalty
