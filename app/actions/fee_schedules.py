# SPDX-License-Identifier: EUPL-1.2
"""The schedules of all contracts: tables read once in a session, each schedule reckoned once while nothing changes."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from operator import attrgetter
from typing import Any, cast

from app.domain.concessions import ContractId, ContractStepTaken, ServiceContract
from app.domain.contract_states import ContractState, ContractStep
from app.domain.fee_schedule import instalments
from app.domain.fees import Fee, FeeReading, FeeSuspension, FeeTerms, IndexValue, Instalment
from app.domain.grouping import grouped
from app.store import Session, rows

_SCHEDULES_AT_HAND = 256
_KEY = "fee_schedules"


@dataclass(frozen=True)
class FeesOf:
    """The fees of a contract, in their order and as they were typed, with what they are reckoned from."""

    contract: ServiceContract
    fees: tuple[Fee, ...]
    terms: FeeTerms  # the indices that the fees do not name are left out

    @cached_property
    def schedule(self) -> "Schedule":
        """Remembered by all that it follows from, figures as they were typed."""
        contract = self.contract
        of_contract = (contract.funded_until, contract.spending, contract.chapter)
        return _schedule_of((of_contract, tuple(map(_exact, self.fees)), *_terms_key(self.terms)))


class Gathered:
    """All that schedules are reckoned from, each table read once."""

    def __init__(self, session: Session) -> None:
        self._contracts = {one.id: one for one in rows.every(session, ServiceContract)}
        self._fees = grouped(rows.every(session, Fee), lambda one: one.contract_id)
        self._stops = grouped(rows.every(session, FeeSuspension), lambda one: one.contract_id)
        self._readings = grouped(rows.every(session, FeeReading), lambda one: one.fee_id)
        self._indices: dict[str, list[IndexValue]] = {}
        for one in rows.every(session, IndexValue):
            self._indices.setdefault(one.name.strip().casefold(), []).append(one)
        steps = rows.every(session, ContractStepTaken, step=ContractStep.CEASE.value)
        self._ceased = {one.contract_id: one.on for one in steps}
        self._found: dict[int, FeesOf] = {}

    def fees_of(self, contract_id: ContractId) -> FeesOf | None:
        """Of one contract; None where there is no such contract."""
        contract = self._contracts.get(contract_id)
        if contract is None:
            return None
        if contract_id not in self._found:
            self._found[contract_id] = self._gather(contract)
        return self._found[contract_id]

    def _gather(self, contract: ServiceContract) -> FeesOf:
        fees = tuple(sorted(self._fees.get(contract.id, ()), key=lambda one: (one.position, one.id)))
        names = {fee.index_name.strip().casefold() for fee in fees}
        named = (one for name in names if name for one in self._indices.get(name, ()))
        terms = FeeTerms(
            contract.starts_on,
            self._last_day(contract),
            tuple(self._stops.get(contract.id, ())),
            tuple(sorted((one for fee in fees for one in self._readings.get(fee.id, ())), key=attrgetter("id"))),
            tuple(sorted(named, key=attrgetter("id"))),
        )
        return FeesOf(contract, fees, terms)

    def _last_day(self, contract: ServiceContract) -> date | None:
        """The end that was agreed, or the day on which the service ceased before it: nothing falls due after that."""
        if contract.state is not ContractState.CEASED:
            return contract.ends_on
        return min((day for day in (contract.ends_on, self._ceased.get(contract.id)) if day), default=None)


def gathered(session: Session) -> Gathered:
    """Read once where the session only reads; where it writes, read as the tables stand now."""
    if not session.info.get("reads"):
        return Gathered(session)
    if _KEY not in session.info:
        session.info[_KEY] = Gathered(session)
    kept: Gathered = session.info[_KEY]
    return kept


class Schedule:
    """The instalments of a contract, reckoned as far as somebody asked."""

    def __init__(self) -> None:
        self._reckoned: tuple[date, tuple[Instalment, ...]] | None = None

    def up_to(self, until: date, found: FeesOf) -> tuple[Instalment, ...]:
        """Those that begin up to a day, by first day."""
        known = self._reckoned
        if known is None or known[0] < until:
            known = (until, _reckon(found, until))
            self._reckoned = known
        return known[1] if known[0] == until else tuple(one for one in known[1] if one.starts_on <= until)


def schedule(found: FeesOf, until: date) -> tuple[Instalment, ...]:
    """The instalments of a contract that begin up to a day, by first day."""
    return found.schedule.up_to(until, found)


@lru_cache(maxsize=_SCHEDULES_AT_HAND)
def _schedule_of(_key: tuple[Any, ...]) -> Schedule:
    """One for each set of figures, as they were typed: `1.0` and `1.00` are shown, and so kept, apart."""
    return Schedule()


def _terms_key(terms: FeeTerms) -> tuple[Any, ...]:
    parts = (terms.suspensions, terms.readings, terms.index_values)
    return (terms.starts_on, terms.ends_on, *(tuple(map(_exact, part)) for part in parts))


def _exact(value: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a row of the domain
    """Its fields, numbers as text."""
    return tuple(str(one) if isinstance(one, Decimal) else one for one in _fields(cast("Hashable", type(value)))(value))


@cache
def _fields(kind: Any) -> Callable[[Any], tuple[Any, ...]]:  # noqa: ANN401 - a kind of row
    return attrgetter(*(one.name for one in fields(kind)))


def _reckon(found: FeesOf, until: date) -> tuple[Instalment, ...]:
    due = [one for fee in found.fees for one in instalments(completed(fee, found.contract), found.terms, until)]
    return tuple(sorted(due, key=lambda one: (one.starts_on, one.ends_on)))


def completed(fee: Fee, contract: ServiceContract) -> Fee:
    """The fee with what its contract says where it says nothing itself."""
    return replace(
        fee,
        funded_until=fee.funded_until or contract.funded_until,
        spending=fee.spending or contract.spending,
        chapter=fee.chapter or contract.chapter,
    )
