# SPDX-License-Identifier: EUPL-1.2
"""The days of a running concession: what must be done by then, what ends, each with the rule behind it.

The days of the membership itself (its end, renewal, withdrawal) are those of `accession_dates`, and not said twice.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.concessions import (
    Concession,
    ConcessionId,
    Contact,
    ContractId,
    Guarantee,
    Milestone,
    ServiceContract,
)
from app.domain.contract_changes import SUBSTITUTION_DAYS, ContractChange
from app.domain.contract_states import OVER, RUNNING
from app.domain.fees import Fee
from app.domain.invoices import Invoice, InvoiceId, InvoiceState
from app.domain.refusal import refusal_due
from app.domain.service_levels import Reading

PAYMENT_DAYS = 30
"""An invoice is paid within so many days of its delivery (D.Lgs. 231/2002), where it names no day."""

_STAYS_LATE = ("invoice_payment", "guarantee_ends", "mandate_ends", "cloud_ends", "milestone", "service_ends", "reply")
_ASKS_FOR_US = ("invoice_refusal", "invoice_payment", "milestone")
_OPEN = (InvoiceState.RECEIVED, InvoiceState.APPROVED, InvoiceState.COMMITTED, InvoiceState.SETTLED)


@dataclass(frozen=True, slots=True)
class ContractDuty:
    """A day of a contract, of a concession or of an invoice."""

    key: str
    on: date
    name: str = ""  # what tells it from others of its kind: the issuer, the person, a point of our own
    contract_id: ContractId | None = None
    concession_id: ConcessionId | None = None
    invoice_id: InvoiceId | None = None
    part: str = ""  # the section of the page on which it is seen to
    point: str = ""  # of the plan of activation: a key of MILESTONES

    def is_late(self, today: date) -> bool:
        """True where the day has passed and something is still to be done."""
        return self.key in _STAYS_LATE and self.on < today

    def stands(self, today: date) -> bool:
        """True while it is late or still to come."""
        return self.on >= today or self.is_late(today)

    def asks_for_us(self, today: date, within: int) -> bool:
        """True where the office has to act now: a duty of ours, late or near."""
        if self.key == "reply":
            return self.is_late(today)  # until then it is the supplier who acts
        return self.key in _ASKS_FOR_US and self.stands(today) and (self.on - today).days <= within

    @property
    def page(self) -> str:
        """The page that shows what it is about."""
        if self.invoice_id is not None:
            return "invoices"
        return "contract" if self.contract_id is not None else "concession"

    @property
    def place(self) -> str:
        """The key of that page."""
        if self.invoice_id is not None:
            return str(self.invoice_id)
        of = self.contract_id if self.contract_id is not None else self.concession_id
        return f"{of}:{self.part}" if self.part else str(of)


@dataclass(frozen=True, slots=True)
class ContractDates:
    """What the days of one contract follow from."""

    contract: ServiceContract
    own_end: date | None  # where neither membership nor concession end as early: their days are said by them
    milestones: tuple[Milestone, ...] = ()
    guarantees: tuple[Guarantee, ...] = ()
    contacts: tuple[Contact, ...] = ()
    changes: tuple[ContractChange, ...] = ()
    fees: tuple[Fee, ...] = ()
    readings: tuple[tuple[str, Reading], ...] = ()  # name of the indicator, what was read
    maintenance_until: date | None = None


def duties_of_contract(dates: ContractDates, today: date) -> tuple[ContractDuty, ...]:
    """All days of a contract that is not over; of one that is, the duty of keeping."""
    contract = dates.contract
    if contract.state in OVER:
        return tuple(_maintenance(dates, today))
    found = [*_ends(dates), *_milestones(dates), *_guarantees(dates.guarantees, contract.id, None)]
    found += [*_mandates(dates.contacts, contract.id, None), *_index(dates, today), *_replies(dates)]
    found += [*_suspension_ends(dates.changes, contract.id, None), *_maintenance(dates, today)]
    return tuple(sorted(found, key=lambda duty: (duty.on, duty.key, duty.name)))


def duties_of_concession(
    concession: Concession,
    guarantees: Iterable[Guarantee],
    contacts: Iterable[Contact],
    changes: Iterable[ContractChange],
) -> tuple[ContractDuty, ...]:
    """All days of a concession that is not concluded."""
    if concession.state in ("CONCL", "COLL"):
        return ()
    found = [*_guarantees(tuple(guarantees), None, concession.id)]
    found += [*_mandates(tuple(contacts), None, concession.id)]
    found += [*_suspension_ends(tuple(changes), None, concession.id)]
    found += [*_substitution(tuple(changes), concession.id)]
    if concession.ends_on:
        found.append(ContractDuty("concession_ends", concession.ends_on, concession_id=concession.id))
    return tuple(sorted(found, key=lambda duty: (duty.on, duty.key, duty.name)))


def duties_of_invoice(invoice: Invoice) -> tuple[ContractDuty, ...]:
    """The last day to refuse it, and the day by which it is paid; a credit note has neither."""
    if invoice.is_credit or invoice.state not in _OPEN:
        return ()
    name = f"{invoice.supplier}, n. {invoice.number}" if invoice.supplier else invoice.number
    found: list[ContractDuty] = []
    received = invoice.received_on
    if received and invoice.state is InvoiceState.RECEIVED:
        found.append(ContractDuty("invoice_refusal", refusal_due(received), name, invoice_id=invoice.id))
    pay_by = invoice.due_on or (received + timedelta(PAYMENT_DAYS) if received else None)
    if pay_by:
        found.append(ContractDuty("invoice_payment", pay_by, name, invoice_id=invoice.id))
    return tuple(found)


def next_adjustment(fee: Fee, today: date) -> date | None:
    """The next day on which the fee follows its index: the first one, then each year."""
    first = fee.index_first_on
    if not fee.index_name or first is None:
        return None
    if first >= today:
        return first
    year = today.year if _same_day(first, today.year) >= today else today.year + 1
    return _same_day(first, year)


def _ends(dates: ContractDates) -> Iterator[ContractDuty]:
    contract = dates.contract
    if dates.own_end:
        yield ContractDuty("service_ends", dates.own_end, contract_id=contract.id, part="closing")
    if contract.cloud_until:
        yield ContractDuty("cloud_ends", contract.cloud_until, contract_id=contract.id, part="contract")
    if contract.funded_until:
        yield ContractDuty("funded_ends", contract.funded_until, contract_id=contract.id, part="money")


def _milestones(dates: ContractDates) -> Iterator[ContractDuty]:
    if dates.contract.state in RUNNING:
        return
    for one in dates.milestones:
        if one.planned_on and one.done_on is None:
            name = "" if one.key else one.title
            yield ContractDuty("milestone", one.planned_on, name, dates.contract.id, part="activation", point=one.key)


def _guarantees(
    guarantees: tuple[Guarantee, ...], contract_id: ContractId | None, concession_id: ConcessionId | None
) -> Iterator[ContractDuty]:
    """Those in force that nothing of their kind outlasts; one that is released asks for nothing."""
    held = [one for one in guarantees if one.released_on is None]
    for one in held:
        if one.ends_on and not any(_outlasts(other.ends_on, one.ends_on) for other in held if other.kind == one.kind):
            yield ContractDuty("guarantee_ends", one.ends_on, one.issuer, contract_id, concession_id, part="people")


def _mandates(
    contacts: tuple[Contact, ...], contract_id: ContractId | None, concession_id: ConcessionId | None
) -> Iterator[ContractDuty]:
    """Those that no other person of the same role outlasts."""
    for one in contacts:
        others = (other for other in contacts if other.role == one.role and other.id != one.id)
        if one.until and not any(_outlasts(other.until, one.until) for other in others):
            yield ContractDuty("mandate_ends", one.until, one.name, contract_id, concession_id, part="people")


def _outlasts(other: date | None, on: date) -> bool:
    return other is None or other > on


def _index(dates: ContractDates, today: date) -> Iterator[ContractDuty]:
    for fee in dates.fees:
        following = next_adjustment(fee, today)
        if following and (fee.ends_on is None or following <= fee.ends_on):
            yield ContractDuty("index", following, fee.title, contract_id=dates.contract.id, part="fees")


def _replies(dates: ContractDates) -> Iterator[ContractDuty]:
    for name, reading in dates.readings:
        if reading.reply_by and reading.replied_on is None and reading.contested_on and not reading.waived_reason:
            yield ContractDuty("reply", reading.reply_by, name, contract_id=dates.contract.id, part="levels")


def _suspension_ends(
    changes: tuple[ContractChange, ...], contract_id: ContractId | None, concession_id: ConcessionId | None
) -> Iterator[ContractDuty]:
    for change in changes:
        if change.kind == "suspension" and change.until:
            yield ContractDuty("suspension_ends", change.until, change.act, contract_id, concession_id, part="changes")


def _substitution(changes: tuple[ContractChange, ...], concession_id: ConcessionId) -> Iterator[ContractDuty]:
    if any(change.kind == "substitution" for change in changes):
        return
    for change in changes:
        if change.kind == "termination" and change.on:
            last = change.on + timedelta(SUBSTITUTION_DAYS)
            yield ContractDuty("substitution", last, change.act, concession_id=concession_id, part="changes")


def _maintenance(dates: ContractDates, today: date) -> Iterator[ContractDuty]:
    if dates.maintenance_until and dates.maintenance_until >= today:
        yield ContractDuty("maintenance_ends", dates.maintenance_until, contract_id=dates.contract.id, part="closing")


def _same_day(first: date, year: int) -> date:
    try:
        return first.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 2, 28)
