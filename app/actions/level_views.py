# SPDX-License-Identifier: EUPL-1.2
"""What is read of the service levels of a contract, within one transaction: each indicator with its year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.concessions import ContractId, ServiceContract
from app.domain.dates import LAST_YEAR
from app.domain.fees import Instalment
from app.domain.invoices import Invoice, InvoiceId
from app.domain.level_bases import bases_of
from app.domain.level_periods import end_of, periods_of_year
from app.domain.level_rules import Judgement, LevelBases, cap_of, judge
from app.domain.level_stages import TO_DO, Stage, stage_of
from app.domain.service_levels import Indicator, Reading, ReadingId
from app.store import Session, rows

_NOTHING = Decimal("0.00")
_YEARS_BACK = 10  # that are offered though nothing was read in them


@dataclass(frozen=True, slots=True)
class LevelPeriod:
    """A period of an indicator, read or still to be read."""

    indicator: Indicator
    starts_on: date
    ends_on: date
    reading: Reading | None
    judged: Judgement | None
    stage: Stage
    invoice: Invoice | None  # from which the penalty was deducted

    @property
    def penalty(self) -> Decimal | None:
        """What is due; None where nothing was read or it cannot be reckoned."""
        return self.judged.penalty if self.judged else None


@dataclass(frozen=True, slots=True)
class IndicatorYear:
    """An indicator with the periods of a year; amounts in euro."""

    indicator: Indicator
    periods: tuple[LevelPeriod, ...]
    cap: Decimal | None
    cap_missing: tuple[str, ...]

    @property
    def charged(self) -> Decimal:
        """The penalties of the year that are known."""
        return sum((one.penalty or _NOTHING for one in self.periods), _NOTHING)


@dataclass(frozen=True, slots=True)
class LevelsYear:
    """The service levels of a contract in a year."""

    contract: ServiceContract
    year: int
    years: tuple[int, ...]  # that may be looked at
    indicators: tuple[IndicatorYear, ...]
    invoices: tuple[Invoice, ...]  # of the contract, from which a penalty may be deducted: unpaid ones, oldest first
    today: date

    @property
    def periods(self) -> tuple[LevelPeriod, ...]:
        """All periods, by indicator."""
        return tuple(period for one in self.indicators for period in one.periods)

    def count(self, *stages: Stage) -> int:
        """The periods at these stages."""
        return sum(one.stage in stages for one in self.periods)

    @property
    def to_do(self) -> int:
        """The periods in which the office is next to act."""
        return self.count(*TO_DO)

    @property
    def penalties(self) -> Decimal:
        """The penalties of the year that are known, in euro."""
        return sum((one.charged for one in self.indicators), _NOTHING)

    @property
    def deducted(self) -> Decimal:
        """Those already taken from an invoice."""
        return sum((one.penalty or _NOTHING for one in self.periods if one.stage is Stage.DEDUCTED), _NOTHING)

    @property
    def unknown(self) -> int:
        """Breaches whose penalty cannot be reckoned yet."""
        return sum(one.judged is not None and one.judged.penalty is None for one in self.periods)


def read_year(session: Session, contract_id: ContractId, year: int, today: date) -> LevelsYear:
    """The year of a contract."""
    contract = rows.read(session, ServiceContract, contract_id)
    indicators = indicators_in(session, contract_id)
    invoices = {one.id: one for one in rows.every(session, Invoice, contract_id=contract_id)}
    first = contract.starts_on or today
    years = {today.year, year, *range(max(first.year, today.year - _YEARS_BACK), today.year)}
    shown = []
    for indicator in indicators:
        readings = rows.every(session, Reading, indicator_id=indicator.id)
        years |= {one.period_on.year for one in readings}
        shown.append(_indicator_year(session, contract, indicator, readings, year, today, invoices))
    unpaid = sorted((one for one in invoices.values() if not one.is_credit), key=lambda one: (one.on, one.id))
    open_ones = tuple(one for one in unpaid if one.state.value not in ("paid", "refused"))
    return LevelsYear(contract, year, tuple(sorted(years)), tuple(shown), open_ones, today)


def indicators_in(session: Session, contract_id: ContractId) -> list[Indicator]:
    """The indicators of a contract in their order."""
    found = rows.every(session, Indicator, contract_id=contract_id)
    return sorted(found, key=lambda one: (one.position, one.id))


def judged_in(
    session: Session, contract: ServiceContract, indicator: Indicator, readings: Iterable[Reading]
) -> dict[ReadingId, Judgement]:
    """What came of the readings of an indicator."""
    listed = list(readings)
    return judge(indicator, listed, _bases(session, contract, indicator, {one.period_on for one in listed}))


def _indicator_year(
    session: Session,
    contract: ServiceContract,
    indicator: Indicator,
    readings: list[Reading],
    year: int,
    today: date,
    invoices: dict[InvoiceId, Invoice],
) -> IndicatorYear:
    bases = _bases(session, contract, indicator, {date(year, 1, 1), *(one.period_on for one in readings)})
    judged = judge(indicator, readings, bases)
    by_start = {one.period_on: one for one in readings if one.period_on.year == year}
    starts = {*periods_of_year(indicator, year, contract.starts_on, contract.ends_on), *by_start}
    periods = []
    for start in sorted(starts):
        reading, ends_on = by_start.get(start), end_of(indicator.period, start)
        found = judged[reading.id] if reading else None
        invoice = invoices.get(reading.invoice_id) if reading and reading.invoice_id else None
        stage = stage_of(reading, found, ends_on, today)
        periods.append(LevelPeriod(indicator, start, ends_on, reading, found, stage, invoice))
    cap, missing = cap_of(indicator, date(year, 1, 1), bases)
    return IndicatorYear(indicator, tuple(periods), cap, missing)


def _bases(session: Session, contract: ServiceContract, indicator: Indicator, starts: set[date]) -> LevelBases:
    """The bases of percentages; the fee is reckoned only where a percentage asks for it."""
    asked = {indicator.penalty_base, indicator.cap_base if indicator.cap_percent is not None else ""}
    if not asked & {"period_fee", "year_fee"} and indicator.cap_percent is None:
        return LevelBases(contract_value=contract.value)
    last = max(one.year for one in starts) if starts else None
    instalments = _instalments(session, contract.id, last) if last else ()
    return bases_of(indicator.period, starts, instalments, contract.value)


def _instalments(session: Session, contract_id: ContractId, year: int) -> tuple[Instalment, ...]:
    """As far as the lists of contracts and invoices ask too, so that the schedule is reckoned once for all of them."""
    from app.actions.fees import schedule_in

    return schedule_in(session, contract_id, date(min(year + 1, LAST_YEAR), 12, 31))
