# SPDX-License-Identifier: EUPL-1.2
"""What the first page tells of the contracts: how many, what they cost this year, their days, what is ours to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.actions.contract_cases import instalments_of
from app.actions.contract_duties import KnownContractDuty, read_contract_duties, standing
from app.actions.contracts import fee_of_year
from app.domain.concessions import ServiceContract
from app.domain.contract_states import group_of
from app.domain.deadlines import SOON_DAYS
from app.domain.invoices import Invoice, InvoiceState
from app.store import Session, rows

_NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class ContractCounts:
    """How many contracts are on their way, run, are over; and the invoices that nobody has examined."""

    coming: int = 0
    running: int = 0
    over: int = 0
    invoices_to_examine: int = 0

    @property
    def standing(self) -> int:
        """The contracts that are not over."""
        return self.coming + self.running


@dataclass(frozen=True, slots=True)
class Running:
    """All of it, read in one go; the fee in euro with VAT."""

    counts: ContractCounts = ContractCounts()
    year_fee: Decimal = _NOTHING  # of the contracts whose fee is known to the last instalment
    without_fee: int = 0  # contracts that run, and of whose fee of the year something is still to be written
    duties: tuple[KnownContractDuty, ...] = ()  # by day
    first: KnownContractDuty | None = None  # late, or near and ours

    def standing(self, today: date) -> tuple[KnownContractDuty, ...]:
        """The days that are late or still to come."""
        return standing(self.duties, today)

    def days(self, today: date) -> list[date]:
        """The same as days alone."""
        return [known.duty.on for known in self.standing(today)]


def read_running(session: Session, today: date) -> Running:
    """The contracts as they stand on a day."""
    contracts = rows.every(session, ServiceContract)
    known = read_contract_duties(session, today)
    year_fee, without_fee = _year(session, contracts, today)
    return Running(
        counts=_counts(contracts, rows.every(session, Invoice, state=InvoiceState.RECEIVED.value)),
        year_fee=year_fee,
        without_fee=without_fee,
        duties=known,
        first=next((one for one in known if one.duty.asks_for_us(today, SOON_DAYS)), None),
    )


def _counts(contracts: Iterable[ServiceContract], received: list[Invoice]) -> ContractCounts:
    groups = [group_of(contract.state) for contract in contracts]
    return ContractCounts(groups.count("coming"), groups.count("running"), groups.count("over"), len(received))


def _year(session: Session, contracts: Iterable[ServiceContract], today: date) -> tuple[Decimal, int]:
    """What is due in the year, as the list of contracts adds it up, and of how many that run it is not known."""
    total, unknown = _NOTHING, 0
    for contract in contracts:
        fee = fee_of_year(instalments_of(session, contract, today), today.year)
        total += fee or _NOTHING
        unknown += fee is None and group_of(contract.state) == "running"
    return total, unknown
