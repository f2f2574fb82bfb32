# SPDX-License-Identifier: EUPL-1.2
"""Service levels in a store: indicators, readings, the year as it is shown, and each refusal."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.actions.fees import add_fee
from app.actions.history import undo_last
from app.actions.level_penalties import contest
from app.actions.levels import (
    add_indicator,
    correct_indicator,
    correct_reading,
    find_indicator,
    levels_of_year,
    list_indicators,
    remove_indicator,
    remove_reading,
    type_reading,
)
from app.domain.level_stages import Stage
from app.domain.service_levels import IndicatorId, ReadingId
from app.errors import Stale, UserError
from app.store import Store
from tests.levels import AVAILABILITY, add_contract, availability

JANUARY = date(2026, 1, 1)


def refused(code: str, **params: object) -> Any:  # noqa: ANN401 - a context of pytest
    """Within it a UserError of this code is expected."""
    return pytest.raises(UserError, check=lambda error: error.code == code and params.items() <= error.params.items())


def test_a_year_shows_each_period_and_what_is_to_be_done(store: Store) -> None:
    contract = add_contract(store)
    indicator = availability(store, contract)
    type_reading(store, indicator, date(2026, 1, 15), Decimal("99.7"), "Rapporto di gennaio")
    type_reading(store, indicator, date(2026, 2, 1), Decimal("98.4"))
    year = levels_of_year(store, contract, 2026)
    stages = [one.stage for one in year.periods]
    assert stages == [Stage.MET, Stage.TO_CONTEST, *[Stage.TO_READ] * 8, Stage.NOT_YET, Stage.NOT_YET]
    assert year.to_do == 9
    assert year.penalties == Decimal("300.00")
    assert (year.deducted, year.unknown, year.years) == (Decimal("0.00"), 0, (2026,))
    assert year.periods[0].reading is not None
    assert year.periods[0].reading.period_on == JANUARY
    assert year.periods[0].reading.source == "Rapporto di gennaio"


def test_the_year_before_shows_only_what_was_within_the_contract(store: Store) -> None:
    contract = add_contract(store, starts_on=date(2025, 11, 10))
    availability(store, contract)
    assert [one.starts_on for one in levels_of_year(store, contract, 2025).periods] == [
        date(2025, 11, 1),
        date(2025, 12, 1),
    ]


def test_an_indicator_is_corrected_found_and_taken_back(store: Store) -> None:
    contract = add_contract(store)
    indicator = availability(store, contract)
    correct_indicator(store, indicator, 1, target=Decimal("99.0"), unit=" % ")
    found = find_indicator(store, contract, "DISPONIBILITA")
    assert (found.target, found.unit) == (Decimal("99.0"), "%")
    assert find_indicator(store, contract, str(indicator)) == found
    undo_last(store)
    assert list_indicators(store, contract)[0].target == Decimal("99.5")
    with pytest.raises(Stale):
        correct_indicator(store, indicator, 999, target=Decimal("98.0"))
    remove_indicator(store, indicator)
    assert list_indicators(store, contract) == []
    undo_last(store)
    assert len(list_indicators(store, contract)) == 1


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": "  "}, "level.name_missing"),
        ({"name": "disponibilità"}, "level.name_taken"),
        ({"position": 3}, "level.unknown_field"),
        ({"direction": "near"}, "level.unknown_choice"),
        ({"period": "weekly"}, "level.unknown_choice"),
        ({"cap_base": "period_fee"}, "level.unknown_choice"),
        ({"penalty_amount": Decimal(-1)}, "level.negative"),
        ({"cap_percent": Decimal(101)}, "level.percent_too_high"),
        ({"penalty_step": Decimal(0)}, "level.step_zero"),
        ({"target": Decimal(90), "threshold": Decimal(95)}, "level.threshold_stricter"),
        ({"starts_on": date(2026, 2, 1), "ends_on": date(2026, 1, 1)}, "level.days_reversed"),
    ],
)
def test_what_cannot_be_an_indicator_is_refused(store: Store, fields: dict[str, Any], code: str) -> None:
    contract = add_contract(store)
    availability(store, contract)
    with refused(code):
        add_indicator(store, contract, **{**AVAILABILITY, "name": "Presa in carico", **fields})
    assert len(list_indicators(store, contract)) == 1


def test_an_unknown_indicator_names_those_that_are_there(store: Store) -> None:
    contract = add_contract(store)
    with refused("level.none_yet", name="Tempi"):
        find_indicator(store, contract, "Tempi")
    availability(store, contract)
    with refused("level.unknown", known="Disponibilità"):
        find_indicator(store, contract, "Tempi")


def test_a_period_is_read_once_and_within_the_contract(store: Store) -> None:
    indicator = availability(store, add_contract(store, starts_on=date(2026, 1, 20), ends_on=date(2026, 12, 31)))
    type_reading(store, indicator, date(2026, 1, 25), Decimal(99))
    with refused("level.period_taken", period="gennaio 2026"):
        type_reading(store, indicator, date(2026, 1, 1), Decimal(98))
    for day in (date(2025, 12, 31), date(2027, 1, 1)):
        with refused("level.period_outside"):
            type_reading(store, indicator, day, Decimal(98))


def test_a_reading_is_corrected_and_removed_and_its_period_stays(store: Store) -> None:
    contract = add_contract(store)
    indicator = availability(store, contract)
    reading, _changes = type_reading(store, indicator, JANUARY, Decimal(99))
    correct_reading(store, reading, 1, value=Decimal("99.9"), source="Rapporto", note="")
    assert levels_of_year(store, contract, 2026).periods[0].stage is Stage.MET
    with refused("level.period_kept"):
        correct_indicator(store, indicator, None, period="yearly")
    remove_reading(store, reading)
    assert levels_of_year(store, contract, 2026).periods[0].stage is Stage.TO_READ
    correct_indicator(store, indicator, None, period="yearly")


def test_an_indicator_with_a_contested_reading_stays(store: Store) -> None:
    indicator = availability(store, add_contract(store))
    reading, _changes = type_reading(store, indicator, JANUARY, Decimal(99))
    contest(store, (reading,), date(2026, 2, 3))
    with refused("level.readings_there", name="Disponibilità"):
        remove_indicator(store, indicator)


def test_what_is_not_there_is_refused(store: Store) -> None:
    with refused("record.gone"):
        remove_indicator(store, IndicatorId(7))
    with refused("record.gone"):
        remove_reading(store, ReadingId(7))


def test_a_percentage_is_of_the_fee_of_the_period_and_the_cap_of_that_of_the_year(store: Store) -> None:
    contract = add_contract(store)
    rule = {"penalty_rule": "percent", "penalty_percent": Decimal(30), "penalty_base": "period_fee"}
    indicator = availability(store, contract, cap_percent=Decimal(4), cap_base="year_fee", **rule)
    for month in (1, 2):
        type_reading(store, indicator, date(2026, month, 1), Decimal(98))
    assert levels_of_year(store, contract, 2026).unknown == 2
    add_fee(
        store, contract, model="canone_fisso", title="Canone", amount=Decimal("1200.00"), period="quarterly"
    )  # 300 each quarter, so 100 each month and at most 48 a year
    year = levels_of_year(store, contract, 2026)
    assert [one.penalty for one in year.periods[:2]] == [Decimal("30.00"), Decimal("18.00")]
    assert (year.unknown, year.indicators[0].cap) == (0, Decimal("48.00"))


@pytest.mark.parametrize(
    ("on", "value", "code"),
    [
        (date(9999, 12, 31), Decimal(99), "contract.year_unlikely"),
        (date(1, 1, 1), Decimal(99), "contract.year_unlikely"),
        (date(2026, 2, 1), Decimal(10) ** 30, "level.number_too_long"),
        (date(2026, 2, 1), Decimal("NaN"), "level.number_too_long"),
    ],
)
def test_what_nobody_measures_is_refused(store: Store, on: date, value: Decimal, code: str) -> None:
    indicator = availability(store, add_contract(store, ends_on=None))
    with pytest.raises(UserError) as told:
        type_reading(store, indicator, on, value)
    assert told.value.code == code
