# SPDX-License-Identifier: EUPL-1.2
"""Gathering what the sheet of a concession shows, from a contract or from a concession without one."""

from datetime import date, datetime
from decimal import Decimal

from app.actions.budget import money_of
from app.actions.concessions import ConcessionView, show_concession
from app.actions.contract_cases import Around
from app.actions.contract_duties import duties_in, duties_in_concession
from app.actions.contracts import ContractView, find_contract, show_contract
from app.actions.fees import schedule_in
from app.actions.level_views import IndicatorYear
from app.actions.levels import levels_of_year
from app.actions.municipality import show_office
from app.domain.budget import by_heading
from app.domain.clocks import effective_end
from app.domain.concessions import ConcessionId, ContractId
from app.domain.contract_duties import ContractDuty
from app.domain.dates import to_rome
from app.domain.fees import Fee, Instalment
from app.domain.level_rules import Outcome
from app.reports.concession import ConcessionSheet, LevelLine
from app.store import Store, rows
from app.text import money

OF_CONCESSION = "c"
"""What stands before the number of a concession, to tell it from that of a contract."""


def read_sheet(store: Store, key: str, *, now: datetime) -> ConcessionSheet:
    """Read a contract by its number or CIG, or a concession by `c` and its number; UserError `contract.unknown`."""
    number = key.removeprefix(OF_CONCESSION)
    if key.startswith(OF_CONCESSION) and number.isdecimal():
        return _of_concession(store, show_concession(store, ConcessionId(int(number))), now)
    return _of_contract(store, show_contract(store, find_contract(store, key)), now)


def _of_contract(store: Store, view: ContractView, now: datetime) -> ConcessionSheet:
    contract, today = view.contract, to_rome(now).date()
    with store.read() as session:
        fees = tuple(rows.every(session, Fee, contract_id=contract.id))
        duties = duties_in(session, Around.read(session, today), contract)
        schedule = schedule_in(session, contract.id, date(today.year, 12, 31))
    return ConcessionSheet(
        office=show_office(store),
        printed_at=now,
        title=contract.title,
        contract=contract,
        concession=view.concession,
        accession=view.accession,
        service_name=view.service.name if view.service and view.service.name != contract.title else "",
        clocks=view.clocks,
        end=view.effective_end,
        warnings=view.warnings,
        fees=fees,
        instalments=_of_year(schedule, today.year),
        money=money_of(store, contract_id=contract.id),
        levels=_levels(store, contract.id),
        guarantees=view.guarantees,
        contacts=view.contacts,
        changes=view.changes,
        duties=_standing(duties, today),
    )


def _of_concession(store: Store, view: ConcessionView, now: datetime) -> ConcessionSheet:
    concession, today = view.concession, to_rome(now).date()
    with store.read() as session:
        around = Around.read(session, today)
    parts = list(money_of(store, concession_id=concession.id))
    for contract in view.contracts:
        parts += money_of(store, contract_id=contract.id)
    return ConcessionSheet(
        office=show_office(store),
        printed_at=now,
        title=concession.title,
        concession=concession,
        clocks=(view.clock,),
        end=effective_end((view.clock,)),
        warnings=view.warnings,
        money=by_heading(parts),
        guarantees=view.guarantees,
        contacts=view.contacts,
        changes=view.changes,
        duties=_standing(duties_in_concession(around, concession), today),
        contracts=view.contracts,
    )


def _of_year(schedule: tuple[Instalment, ...], year: int) -> tuple[Instalment, ...]:
    return tuple(sorted((one for one in schedule if one.year == year), key=lambda one: (one.starts_on, one.fee_id)))


def _standing(duties: tuple[ContractDuty, ...], today: date) -> tuple[ContractDuty, ...]:
    return tuple(one for one in duties if one.stands(today))


def _levels(store: Store, contract_id: ContractId) -> tuple[LevelLine, ...]:
    return tuple(_level(one) for one in levels_of_year(store, contract_id).indicators)


def _level(one: IndicatorYear) -> LevelLine:
    read = [period for period in one.periods if period.reading is not None]
    breaches = sum(bool(period.judged and period.judged.outcome is Outcome.BREACH) for period in read)
    return LevelLine(one.indicator, len(read), breaches, money(one.charged) if one.charged > Decimal(0) else "")
