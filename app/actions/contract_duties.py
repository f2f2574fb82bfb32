# SPDX-License-Identifier: EUPL-1.2
"""The days of all contracts, concessions and invoices, with what each is of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.actions.contract_cases import Around, of_concession, of_contract
from app.domain.clocks import Layer, effective_end
from app.domain.concessions import Concession, ContractId, Milestone, ServiceContract
from app.domain.contract_duties import (
    ContractDates,
    ContractDuty,
    duties_of_concession,
    duties_of_contract,
    duties_of_invoice,
)
from app.domain.fees import Fee
from app.domain.grouping import grouped
from app.domain.invoices import Invoice, InvoiceState
from app.domain.service_levels import Indicator, Reading
from app.store import Session, rows

_WITH_DAYS = frozenset(one.value for one in InvoiceState if one not in (InvoiceState.PAID, InvoiceState.REFUSED))
"""What was paid or refused is due no more."""


@dataclass(frozen=True, slots=True)
class KnownContractDuty:
    """A day, with the contract or the concession that it is of."""

    duty: ContractDuty
    title: str  # "" for an invoice that belongs to no contract yet

    @property
    def page(self) -> str:
        """The page that shows it."""
        return self.duty.page

    @property
    def key(self) -> str:
        """What opens it on that page."""
        return self.duty.place


def read_contract_duties(session: Session, today: date) -> tuple[KnownContractDuty, ...]:
    """Every day that is known, by day."""
    contracts = rows.every(session, ServiceContract)
    concessions = rows.every(session, Concession)
    invoices = rows.every(session, Invoice, state=_WITH_DAYS)
    if not (contracts or concessions or invoices):
        return ()
    around = Around.read(session, today)
    found = [*_of_contracts(session, around), *_of_concessions(around), *_of_invoices(contracts, invoices)]
    return tuple(sorted(found, key=lambda known: (known.duty.on, known.duty.key, known.title, known.duty.name)))


@dataclass(frozen=True, slots=True)
class Parts:
    """What has days of its own in the contracts, by contract; each table is read once."""

    milestones: dict[ContractId, tuple[Milestone, ...]]
    fees: dict[ContractId, tuple[Fee, ...]]
    readings: dict[ContractId, tuple[tuple[str, Reading], ...]]  # with the name of their indicator

    @classmethod
    def read(cls, session: Session, contract_id: ContractId | None = None) -> "Parts":
        """Those of all contracts, or of one."""
        where = {} if contract_id is None else {"contract_id": contract_id}
        indicators = {one.id: one for one in rows.every(session, Indicator, **where)}
        found = grouped(rows.every(session, Reading, indicator_id=frozenset(indicators)), lambda one: one.indicator_id)
        named = [(one, reading) for one in indicators.values() for reading in found.get(one.id, ())]
        return cls(
            milestones=grouped(rows.every(session, Milestone, **where), lambda one: one.contract_id),
            fees=grouped(rows.every(session, Fee, **where), lambda one: one.contract_id),
            readings={
                contract: tuple((one.name, reading) for one, reading in ours)
                for contract, ours in grouped(named, lambda pair: pair[0].contract_id).items()
            },
        )


def duties_in(session: Session, around: Around, contract: ServiceContract) -> tuple[ContractDuty, ...]:
    """Those of one contract."""
    return _duties(Parts.read(session, contract.id), around, contract)


def _duties(parts: Parts, around: Around, contract: ServiceContract) -> tuple[ContractDuty, ...]:
    end = effective_end(around.clocks_of(contract))
    dates = ContractDates(
        contract=contract,
        own_end=end.on if end and end.layers == (Layer.L2,) else None,
        milestones=parts.milestones.get(contract.id, ()),
        guarantees=tuple(of_contract(around.guarantees, contract.id)),
        contacts=tuple(of_contract(around.contacts, contract.id)),
        changes=tuple(of_contract(around.changes, contract.id)),
        fees=parts.fees.get(contract.id, ()),
        readings=parts.readings.get(contract.id, ()),
        maintenance_until=around.maintenance_of(contract),
    )
    return duties_of_contract(dates, around.today)


def duties_in_concession(around: Around, concession: Concession) -> tuple[ContractDuty, ...]:
    """Those of one concession."""
    return duties_of_concession(
        concession,
        of_concession(around.guarantees, concession.id),
        of_concession(around.contacts, concession.id),
        of_concession(around.changes, concession.id),
    )


def standing(known: Iterable[KnownContractDuty], today: date) -> tuple[KnownContractDuty, ...]:
    """Those that are late or to come."""
    return tuple(one for one in known if one.duty.stands(today))


def _of_contracts(session: Session, around: Around) -> Iterator[KnownContractDuty]:
    parts = Parts.read(session)
    for contract in around.contracts:
        for duty in _duties(parts, around, contract):
            yield KnownContractDuty(duty, contract.title)


def _of_concessions(around: Around) -> Iterator[KnownContractDuty]:
    for concession in around.concessions.values():
        for duty in duties_in_concession(around, concession):
            yield KnownContractDuty(duty, concession.title)


def _of_invoices(contracts: Iterable[ServiceContract], invoices: Iterable[Invoice]) -> Iterator[KnownContractDuty]:
    titles = {contract.id: contract.title for contract in contracts}
    for invoice in invoices:
        title = titles.get(invoice.contract_id, "") if invoice.contract_id is not None else ""
        for duty in duties_of_invoice(invoice):
            yield KnownContractDuty(duty, title)
