# SPDX-License-Identifier: EUPL-1.2
"""What invoices are looked at with: read once for all of them, or no more than bears on one; found by what it is of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType

from app.actions.fee_schedules import gathered
from app.actions.level_penalties import Deduction, deductions_by_contract
from app.domain.concessions import Concession, ContractId, ServiceContract
from app.domain.grouping import grouped
from app.domain.invoice_matching import plain_code
from app.domain.invoices import CREDIT_NOTES, Invoice, InvoiceId, InvoiceMatch, InvoiceState, Payment
from app.domain.service_levels import Indicator, Reading
from app.store import Session, Store, invoices, municipality, rows

_NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Around:
    """What invoices are looked at with; its groups are made once, when they are first asked for."""

    invoices: tuple[Invoice, ...]  # all, or those that bear on one
    contracts: dict[int, ServiceContract]
    concessions: dict[int, Concession]
    matches: tuple[InvoiceMatch, ...]
    payments: tuple[Payment, ...]
    deductions: Mapping[ContractId, tuple[Deduction, ...]]  # penalties that are due
    refused: frozenset[int]
    fiscal_code: str
    today: date

    def contract_of(self, invoice: Invoice) -> ServiceContract | None:
        """The contract of an invoice."""
        return self.contracts.get(invoice.contract_id or 0)

    def concession_of(self, contract: ServiceContract | None) -> Concession | None:
        """The concession of a contract."""
        return self.concessions.get((contract.concession_id or 0) if contract else 0)

    def to_deduct(self, contract_id: int | None) -> Decimal:
        """The penalties of a contract that no invoice has borne yet."""
        due = self.deductions.get(ContractId(contract_id or 0), ())
        return sum((one.amount for one in due if one.invoice_id is None), _NOTHING)

    def deducted(self, invoice: Invoice) -> Decimal:
        """The penalties taken from an invoice."""
        return sum((one.amount for one in self._deducted.get(invoice.id, ())), _NOTHING)

    def matches_of(self, invoice: Invoice) -> tuple[InvoiceMatch, ...]:
        """What an invoice pays."""
        return self._matches.get(invoice.id, ())

    def matches_to(self, fees: set[int], invoice: Invoice) -> tuple[InvoiceMatch, ...]:
        """What pays these fees, of all invoices but the refused ones; of this one whatever it is."""
        found = [one for fee in sorted(fees) for one in self._matches_to.get(fee, ())]
        kept = (one for one in found if one.invoice_id == invoice.id or one.invoice_id not in self.refused)
        return tuple(sorted(kept, key=lambda one: one.id))

    def payments_of(self, invoice: Invoice) -> tuple[Payment, ...]:
        """What was paid of an invoice."""
        return self._payments.get(invoice.id, ())

    def others_of(self, invoice: Invoice, paying: Iterable[InvoiceId] = ()) -> tuple[Invoice, ...]:
        """The other invoices that bear on one: of its number, file or first day, named by it, credit notes for it.

        Args:
            invoice: the one.
            paying: the invoices that pay what it asks for.
        """
        found = {one.id: one for one in self._by_file.get(invoice.document_id, ())}
        for number in _numbers(invoice):
            found |= {one.id: one for one in self._by_number.get(number, ())}
        found |= {one.id: one for one in self._by_named.get(plain_code(invoice.number), ())}
        found |= {one.id: one for one in self._by_first_day.get(_first_day(invoice), ())}
        found |= {number: self._by_id[number] for number in paying if number in self._by_id}
        found.pop(invoice.id, None)
        return tuple(found[number] for number in sorted(found))

    @cached_property
    def parents(self) -> dict[int, str]:
        """The CIG of each concession."""
        return {key: one.parent_cig for key, one in self.concessions.items()}

    @cached_property
    def offices(self) -> tuple[str, ...]:
        """The codici univoci of all contracts."""
        return tuple({one.office_code for one in self.contracts.values() if one.office_code})

    @cached_property
    def _matches(self) -> dict[int, tuple[InvoiceMatch, ...]]:
        return grouped(self.matches, lambda one: int(one.invoice_id))

    @cached_property
    def _matches_to(self) -> dict[int, tuple[InvoiceMatch, ...]]:
        return grouped(self.matches, lambda one: int(one.fee_id))

    @cached_property
    def _payments(self) -> dict[int, tuple[Payment, ...]]:
        return grouped(self.payments, lambda one: int(one.invoice_id or 0))

    @cached_property
    def _deducted(self) -> dict[int, tuple[Deduction, ...]]:
        return grouped((one for due in self.deductions.values() for one in due), lambda one: int(one.invoice_id or 0))

    @cached_property
    def _by_file(self) -> dict[int, tuple[Invoice, ...]]:
        return grouped(self.invoices, lambda one: one.document_id)

    @cached_property
    def _by_id(self) -> dict[InvoiceId, Invoice]:
        return {one.id: one for one in self.invoices}

    @cached_property
    def _by_first_day(self) -> dict[tuple[int | None, date | None], tuple[Invoice, ...]]:
        return grouped((one for one in self.invoices if one.period_from), _first_day)

    @cached_property
    def _by_number(self) -> dict[str, tuple[Invoice, ...]]:
        return grouped(self.invoices, lambda one: plain_code(one.number))

    @cached_property
    def _by_named(self) -> dict[str, tuple[Invoice, ...]]:
        """Credit notes by the numbers that they name."""
        notes = [one for one in self.invoices if one.is_credit]
        named = [(number, one) for one in notes for number in _numbers(one)]
        return {number: tuple(one for _, one in found) for number, found in grouped(named, lambda one: one[0]).items()}


def read_around(store: Store, session: Session) -> Around:
    """All that invoices are compared with."""
    found = tuple(rows.every(session, Invoice))
    return _around(
        store,
        session,
        found,
        matches=tuple(rows.every(session, InvoiceMatch)),
        payments=tuple(rows.every(session, Payment)),
        deductions=deductions_by_contract(session),
        refused=frozenset(one.id for one in found if one.state is InvoiceState.REFUSED),
    )


def read_around_one(store: Store, session: Session, invoice: Invoice) -> Around:
    """What bears on one invoice, out of however many there are."""
    names = invoices.list_names(session)
    notes = rows.every(session, Invoice, type=frozenset(CREDIT_NOTES))
    wanted = _numbers(invoice)
    near = {one.id for one in names if one.document_id == invoice.document_id or plain_code(one.number) in wanted}
    near |= {one.id for one in notes if plain_code(invoice.number) in _numbers(one)}
    matches = _matches_near(session, invoice, near)
    near |= _asking_alike(session, invoice, matches)
    return _around(
        store,
        session,
        tuple(rows.every(session, Invoice, id=frozenset(near))),
        matches=matches,
        payments=tuple(rows.every(session, Payment, invoice_id=invoice.id)),
        deductions=_deductions_near(session, invoice),
        refused=frozenset(one.id for one in names if one.state == InvoiceState.REFUSED.value),
    )


def read_contracts(store: Store, session: Session) -> Around:
    """The contracts alone, to tell which of them a new invoice belongs to."""
    return _around(store, session)


def _around(
    store: Store,
    session: Session,
    found: tuple[Invoice, ...] = (),
    *,
    matches: tuple[InvoiceMatch, ...] = (),
    payments: tuple[Payment, ...] = (),
    deductions: Mapping[ContractId, tuple[Deduction, ...]] = MappingProxyType({}),
    refused: frozenset[int] = frozenset(),
) -> Around:
    office = municipality.read_office(session)
    return Around(
        invoices=found,
        contracts={one.id: one for one in rows.every(session, ServiceContract)},
        concessions={one.id: one for one in rows.every(session, Concession)},
        matches=matches,
        payments=payments,
        deductions=deductions,
        refused=refused,
        fiscal_code=office.fiscal_code if office else "",
        today=store.today(),
    )


def _matches_near(session: Session, invoice: Invoice, near: set[int]) -> tuple[InvoiceMatch, ...]:
    """Those to the fees of its contract, and those of the invoices beside it."""
    fees_of = gathered(session).fees_of(invoice.contract_id) if invoice.contract_id is not None else None
    fees = frozenset(one.id for one in fees_of.fees) if fees_of else frozenset()
    found = [
        *rows.every(session, InvoiceMatch, fee_id=fees),
        *rows.every(session, InvoiceMatch, invoice_id=frozenset({*near, invoice.id})),
    ]
    return tuple({one.id: one for one in found}[number] for number in sorted({one.id for one in found}))


def _asking_alike(session: Session, invoice: Invoice, matches: Iterable[InvoiceMatch]) -> set[int]:
    """Those that ask for the same days, or pay what fell due of the contract until its last one."""
    if invoice.period_from is None or invoice.contract_id is None:
        return set()
    last = invoice.period_to or invoice.period_from
    same = rows.every(session, Invoice, contract_id=invoice.contract_id, period_from=invoice.period_from)
    return {one.id for one in same} | {int(one.invoice_id) for one in matches if one.period_on <= last}


def _first_day(invoice: Invoice) -> tuple[int | None, date | None]:
    return invoice.contract_id, invoice.period_from


def _deductions_near(session: Session, invoice: Invoice) -> dict[ContractId, tuple[Deduction, ...]]:
    """The penalties of its contract, and of one whose penalty it bears."""
    bears = frozenset(one.indicator_id for one in rows.every(session, Reading, invoice_id=invoice.id))
    of = [one.contract_id for one in rows.every(session, Indicator, id=bears)]
    own = [invoice.contract_id] if invoice.contract_id is not None else []
    return deductions_by_contract(session, frozenset((*of, *own)))


def _numbers(invoice: Invoice) -> set[str]:
    """Its own number, and of a credit note those that it names."""
    named = {plain_code(one.document) for one in invoice.references if one.node == "linked"}
    return {plain_code(invoice.number), *(named if invoice.is_credit else ())}
