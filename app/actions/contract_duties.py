# SPDX-License-Identifier: EUPL-1.2
"""The days of all contracts, concessions and invoices, with what each is of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.actions.contract_cases import Around, of_concession, of_contract
from app.domain.clocks import Layer, effective_end
from app.domain.concessions import Concession, Milestone, ServiceContract
from app.domain.contract_duties import (
    ContractDates,
    ContractDuty,
    duties_of_concession,
    duties_of_contract,
    duties_of_invoice,
)
from app.domain.fees import Fee
from app.domain.invoices import Invoice
from app.domain.service_levels import Indicator, Reading
from app.store import Session, rows


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
    invoices = rows.every(session, Invoice)
    if not (contracts or concessions or invoices):
        return ()
    around = Around.read(session, today)
    found = [*_of_contracts(session, around), *_of_concessions(around), *_of_invoices(contracts, invoices)]
    return tuple(sorted(found, key=lambda known: (known.duty.on, known.duty.key, known.title, known.duty.name)))


def duties_in(session: Session, around: Around, contract: ServiceContract) -> tuple[ContractDuty, ...]:
    """Those of one contract."""
    indicators = {one.id: one.name for one in rows.every(session, Indicator, contract_id=contract.id)}
    readings = (
        (name, reading)
        for number, name in indicators.items()
        for reading in rows.every(session, Reading, indicator_id=number)
    )
    end = effective_end(around.clocks_of(contract))
    dates = ContractDates(
        contract=contract,
        own_end=end.on if end and end.layers == (Layer.L2,) else None,
        milestones=tuple(rows.every(session, Milestone, contract_id=contract.id)),
        guarantees=tuple(of_contract(around.guarantees, contract.id)),
        contacts=tuple(of_contract(around.contacts, contract.id)),
        changes=tuple(of_contract(around.changes, contract.id)),
        fees=tuple(rows.every(session, Fee, contract_id=contract.id)),
        readings=tuple(readings),
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
    for contract in around.contracts:
        for duty in duties_in(session, around, contract):
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
