# SPDX-License-Identifier: EUPL-1.2
"""Service levels of a contract: its indicators and what is read of them (`level_penalties`: what a breach leads to)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.actions.changes import Changes
from app.actions.level_views import LevelsYear, indicators_in, read_year
from app.domain.concessions import ContractId, ServiceContract
from app.domain.dates import FIRST_YEAR, LAST_YEAR
from app.domain.fees import PERIODS
from app.domain.folding import fold
from app.domain.level_numbers import checked_number
from app.domain.level_periods import end_of, start_of
from app.domain.level_rules import CAP_BASES, is_threshold_stricter
from app.domain.service_levels import (
    DIRECTIONS,
    PENALTY_BASES,
    PENALTY_RULES,
    Indicator,
    IndicatorId,
    Reading,
    ReadingId,
)
from app.errors import UserError
from app.store import Session, Store, rows
from app.text.level_words import period_label
from app.text.number_words import shown_number

CHANGED = Changes(concessions=True, invoices=True)
FIELDS = (
    *("name", "formula", "unit", "direction", "target", "threshold", "period", "starts_on", "ends_on", "penalty_rule"),
    *("penalty_amount", "penalty_percent", "penalty_step", "penalty_base", "cap_amount", "cap_percent", "cap_base"),
    *("reading_source", "source", "note"),
)
"""What a clerk may type into an indicator."""
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "direction": DIRECTIONS,
    "period": tuple(PERIODS),
    "penalty_rule": PENALTY_RULES,
    "penalty_base": ("", *PENALTY_BASES),
    "cap_base": ("", *CAP_BASES),
}
_AT_FIRST = {"direction": "at_least", "period": "monthly", "penalty_rule": "none"}
_NEVER_BELOW_ZERO = ("penalty_amount", "penalty_percent", "penalty_step", "cap_amount", "cap_percent")
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class ReadingName:
    """How the history and the refusals name a reading."""

    indicator: str
    period: str


def list_indicators(store: Store, contract_id: ContractId) -> list[Indicator]:
    """The indicators of a contract in their order."""
    with store.read() as session:
        rows.read(session, ServiceContract, contract_id)
        return indicators_in(session, contract_id)


def find_indicator(store: Store, contract_id: ContractId, name: str) -> Indicator:
    """The indicator of a name or number; UserError `level.unknown` with those that there are, `level.none_yet`."""
    known = list_indicators(store, contract_id)
    if not known:
        raise UserError("level.none_yet", name=name)
    for one in known:
        if fold(one.name) == fold(name) or str(one.id) == name.strip():
            return one
    raise UserError("level.unknown", name=name, known=", ".join(one.name for one in known))


def levels_of_year(store: Store, contract_id: ContractId, year: int | None = None) -> LevelsYear:
    """The service levels of a year, the running one where none is told."""
    today = store.today()
    with store.read() as session:
        return read_year(session, contract_id, year or today.year, today)


def contracts_with_levels(store: Store) -> list[ContractId]:
    """The contracts that have indicators, in the order in which they were written."""
    with store.read() as session:
        return sorted({one.contract_id for one in rows.every(session, Indicator)})


def add_indicator(store: Store, contract_id: ContractId, **fields: Any) -> tuple[IndicatorId, Changes]:  # noqa: ANN401 - FIELDS
    """Write an indicator as the contract says it; UserError `level.*`."""
    values = {**_AT_FIRST, **_cleaned(fields)}
    with store.read() as session:
        rows.read(session, ServiceContract, contract_id)
        others = indicators_in(session, contract_id)
    _check(values, others)
    with store.write("level.indicator_added", name=values["name"]) as session:
        added = rows.add(session, Indicator, contract_id=contract_id, position=len(others), **values)
    return IndicatorId(added), CHANGED


def correct_indicator(store: Store, indicator_id: IndicatorId, seen: int | None, **fields: Any) -> Changes:  # noqa: ANN401 - FIELDS
    """Change what an indicator says; Stale when it changed since version `seen` (None: as it is now)."""
    values = _cleaned(fields)
    with store.read() as session:
        before = rows.read(session, Indicator, indicator_id)
        others = [one for one in indicators_in(session, before.contract_id) if one.id != indicator_id]
        readings = rows.every(session, Reading, indicator_id=indicator_id)
    if readings and values.get("period", before.period) != before.period:
        raise UserError("level.period_kept")
    _check({name: getattr(before, name) for name in FIELDS} | values, others)
    with store.write("level.indicator_corrected", name=values.get("name", before.name)) as session:
        rows.change(session, Indicator, indicator_id, seen, **values)
    return CHANGED


def remove_indicator(store: Store, indicator_id: IndicatorId) -> Changes:
    """Take out an indicator with its readings, unless one was contested or deducted."""
    with store.read() as session:
        indicator = rows.read(session, Indicator, indicator_id)
        readings = rows.every(session, Reading, indicator_id=indicator_id)
    if any(one.contested_on or one.deducted_on for one in readings):
        raise UserError("level.readings_there", name=indicator.name)
    with store.write("level.indicator_removed", name=indicator.name) as session:
        rows.remove_every(session, Reading, indicator_id=indicator_id)
        rows.remove(session, Indicator, indicator_id)
    return CHANGED


def type_reading(
    store: Store, indicator_id: IndicatorId, on: date, value: Decimal, source: str = "", note: str = ""
) -> tuple[ReadingId, Changes]:
    """Write what was read for the period in which a day falls; UserError `level.period_*`."""
    with store.read() as session:
        indicator = rows.read(session, Indicator, indicator_id)
        checked_number(value)
        start = checked_period(session, indicator, on)
        if rows.every(session, Reading, indicator_id=indicator_id, period_on=start):
            raise UserError("level.period_taken", period=period_label(indicator.period, start))
    with store.write("level.read", name=indicator.name, period=period_label(indicator.period, start)) as session:
        added = rows.add(
            session,
            Reading,
            indicator_id=indicator_id,
            period_on=start,
            value=value,
            source=source.strip(),
            note=note.strip(),
        )
    return ReadingId(added), CHANGED


def correct_reading(
    store: Store, reading_id: ReadingId, seen: int | None, *, value: Decimal, source: str = "", note: str = ""
) -> Changes:
    """Replace what was read; refused once its penalty was deducted."""
    with store.read() as session:
        reading, _indicator, words = reading_in(session, reading_id)
    checked_number(value)
    _check_not_settled(reading, words.period)
    with store.write("level.reading_corrected", name=words.indicator, period=words.period) as session:
        rows.change(session, Reading, reading_id, seen, value=value, source=source.strip(), note=note.strip())
    return CHANGED


def remove_reading(store: Store, reading_id: ReadingId) -> Changes:
    """Take out what was read by mistake; refused once its penalty was deducted."""
    with store.read() as session:
        reading, _indicator, words = reading_in(session, reading_id)
    _check_not_settled(reading, words.period)
    with store.write("level.reading_removed", name=words.indicator, period=words.period) as session:
        rows.remove(session, Reading, reading_id)
    return CHANGED


def reading_in(session: Session, reading_id: ReadingId) -> tuple[Reading, Indicator, ReadingName]:
    """A reading with its indicator and the words that name both in the history."""
    reading = rows.read(session, Reading, reading_id)
    indicator = rows.read(session, Indicator, reading.indicator_id)
    return reading, indicator, ReadingName(indicator.name, period_label(indicator.period, reading.period_on))


def checked_period(session: Session, indicator: Indicator, on: date) -> date:
    """The first day of the period of a day; UserError `level.period_outside` where the indicator does not hold."""
    if not FIRST_YEAR <= on.year <= LAST_YEAR:
        raise UserError("contract.year_unlikely", on=on)
    start = start_of(indicator.period, on)
    contract = rows.read(session, ServiceContract, indicator.contract_id)
    since = max((day for day in (indicator.starts_on, contract.starts_on) if day), default=None)
    until = min((day for day in (indicator.ends_on, contract.ends_on) if day), default=None)
    if (since and end_of(indicator.period, start) < since) or (until and start > until):
        raise UserError("level.period_outside")
    return start


def _check_not_settled(reading: Reading, period: str) -> None:
    if reading.deducted_on is not None:
        raise UserError("level.settled", period=period)


def _cleaned(fields: Mapping[str, Any]) -> dict[str, Any]:
    unknown = [name for name in fields if name not in FIELDS]
    if unknown:
        raise UserError("level.unknown_field", name=unknown[0])
    return {name: value.strip() if isinstance(value, str) else value for name, value in fields.items()}


def _check(values: Mapping[str, Any], others: list[Indicator]) -> None:
    """Refuse what cannot be an indicator, all fields together."""
    if not values.get("name"):
        raise UserError("level.name_missing")
    if fold(values["name"]) in {fold(one.name) for one in others}:
        raise UserError("level.name_taken", name=values["name"])
    for name, known in _CHOICES.items():
        if values.get(name, "") not in known and values.get(name):
            raise UserError("level.unknown_choice", value=values[name], known=", ".join(filter(None, known)))
    _check_numbers(values)
    starts_on, ends_on = values.get("starts_on"), values.get("ends_on")
    for day in (starts_on, ends_on):
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise UserError("contract.year_unlikely", on=day)
    if starts_on and ends_on and ends_on < starts_on:
        raise UserError("level.days_reversed")


def _check_numbers(values: Mapping[str, Any]) -> None:
    for value in values.values():
        if isinstance(value, Decimal):
            checked_number(value)
    numbers = {name: values[name] for name in _NEVER_BELOW_ZERO if values.get(name) is not None}
    if any(value < 0 for value in numbers.values()):
        raise UserError("level.negative")
    if any(value > _HUNDRED for name, value in numbers.items() if name.endswith("_percent")):
        raise UserError("level.percent_too_high")
    if numbers.get("penalty_step") == 0:
        raise UserError("level.step_zero")
    target, threshold = values.get("target"), values.get("threshold")
    if target is not None and threshold is not None and is_threshold_stricter(values["direction"], target, threshold):
        raise UserError("level.threshold_stricter", target=shown_number(target), threshold=shown_number(threshold))
