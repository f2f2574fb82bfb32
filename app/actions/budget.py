# SPDX-License-Identifier: EUPL-1.2
"""What the contracts cost by financial year and chapter, and the budget lines that a clerk writes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.actions.budget_split import asked_in
from app.actions.changes import Changes
from app.actions.fees import schedule_in
from app.domain.budget import MoneyCase, YearMoney, by_heading, reckon, total_of
from app.domain.budget_owners import paying_contracts
from app.domain.concessions import SPENDINGS, BudgetLine, Concession, ConcessionId, ContractId, ServiceContract
from app.domain.contract_states import ContractState
from app.domain.dates import FIRST_YEAR, LAST_YEAR
from app.domain.fees import Instalment
from app.domain.invoices import Invoice, InvoiceMatch, Payment
from app.domain.money import checked_amount
from app.errors import UserError
from app.store import Session, Store, rows

CHANGED = Changes(concessions=True, invoices=True)
AHEAD = 3
FIELDS = ("year", "chapter", "spending", "planned", "committed", "commitment", "committed_on", "act", "note")


@dataclass(frozen=True, slots=True)
class MoneyView:
    """The money of one contract, or of one concession of the comune's own."""

    contract: ServiceContract | None
    concession: Concession | None
    years: tuple[YearMoney, ...]  # by heading
    lines: tuple[BudgetLine, ...]
    payments: tuple[Payment, ...]  # the newest first
    invoices: tuple[Invoice, ...]
    today: date

    @property
    def title(self) -> str:
        """What it is called."""
        return next((one.title for one in (self.contract, self.concession) if one is not None), "")

    @property
    def supplier(self) -> str:
        """Who is paid."""
        if self.contract is not None:
            return self.contract.supplier
        return self.concession.concessionaire if self.concession is not None else ""

    @property
    def cig(self) -> str:
        """The code under which it is paid."""
        if self.contract is not None:
            return self.contract.cig
        return self.concession.parent_cig if self.concession is not None else ""

    @property
    def cup(self) -> str:
        """The code of the project that it belongs to."""
        return next((one.cup for one in (self.contract, self.concession) if one is not None), "")

    def total(self, year: int) -> YearMoney:
        """All of a year."""
        return total_of(self.years, year)


@dataclass(frozen=True, slots=True)
class BudgetView:
    """The money of all contracts in a financial year and in those ahead."""

    year: int
    years: tuple[int, ...]  # the year and those ahead
    known_years: tuple[int, ...]  # every year that has money, and the present one
    money: tuple[MoneyView, ...]
    rows: tuple[YearMoney, ...]  # by heading, of the years shown
    totals: tuple[YearMoney, ...]  # one for each of the years shown

    def along(self, parts: Iterable[YearMoney]) -> tuple[YearMoney, ...]:
        """What of these belongs to each of the years shown."""
        told = tuple(parts)
        return tuple(total_of(told, year) for year in self.years)

    def of(self, chapter: str, spending: str) -> tuple[MoneyView, ...]:
        """The contracts that a chapter pays in the years shown."""
        return tuple(
            view
            for view in self.money
            if any((one.chapter, one.spending) == (chapter, spending) and one.year in self.years for one in view.years)
        )


def show_budget(store: Store, year: int | None = None, ahead: int = AHEAD) -> BudgetView:
    """The money of all contracts and concessions; `year` None is the present one."""
    today = store.today()
    first = today.year if year is None else year
    with store.read() as session:
        money = _all_money(store, session, today, date(max(first + ahead, today.year), 12, 31))
    years = tuple(range(first, first + ahead + 1))
    parts = [part for view in money for part in view.years]
    return BudgetView(
        year=first,
        years=years,
        known_years=tuple(sorted({part.year for part in parts} | {today.year, first})),
        money=money,
        rows=by_heading(part for part in parts if part.year in years),
        totals=tuple(total_of(parts, one) for one in years),
    )


def show_money(
    store: Store, *, contract_id: ContractId | None = None, concession_id: ConcessionId | None = None
) -> MoneyView:
    """The money of one contract or of one concession; UserError `record.gone`."""
    today = store.today()
    with store.read() as session:
        return money_in(store, session, today, contract_id=contract_id, concession_id=concession_id)


def money_of(
    store: Store, *, contract_id: ContractId | None = None, concession_id: ConcessionId | None = None
) -> tuple[YearMoney, ...]:
    """The same by year and chapter alone."""
    return show_money(store, contract_id=contract_id, concession_id=concession_id).years


def money_in(
    store: Store,
    session: Session,
    today: date,
    *,
    contract_id: ContractId | None = None,
    concession_id: ConcessionId | None = None,
) -> MoneyView:
    """The same, for other actions within one transaction; the schedule is looked at until three years ahead."""
    if (contract_id is None) == (concession_id is None):
        raise UserError("budget.of_one")
    until = date(today.year + AHEAD, 12, 31)
    where = {"contract_id": contract_id} if contract_id is not None else {"concession_id": concession_id}
    known = MoneyCase(
        lines=tuple(rows.every(session, BudgetLine, **where)), payments=tuple(rows.every(session, Payment, **where))
    )
    if contract_id is None:
        contracts = rows.every(session, ServiceContract, concession_id=concession_id)
        payers = set(paying_contracts(known.payments, contracts, known.lines).values())
        if len(payers) == 1:  # what it pays is under the chapter of that contract
            payer = next(one for one in contracts if one.id in payers)
            known = replace(known, chapter=payer.chapter, spending=payer.spending)
        return _view(today, None, rows.read(session, Concession, concession_id or 0), known)
    contract = rows.read(session, ServiceContract, contract_id)
    invoices = tuple(rows.every(session, Invoice, contract_id=contract_id))
    known = replace(known, payments=(*known.payments, *_of_its_concession(session, contract)))
    told = replace(
        known,
        instalments=_instalments(session, contract, until),
        invoices=invoices,
        matches=tuple(match for one in invoices for match in rows.every(session, InvoiceMatch, invoice_id=one.id)),
        asked=asked_in(store, session, invoices, known.payments),
    )
    return _view(today, contract, None, told)


def add_budget_line(
    store: Store,
    *,
    year: int,
    contract_id: ContractId | None = None,
    concession_id: ConcessionId | None = None,
    **fields: Any,  # noqa: ANN401 - the other FIELDS
) -> tuple[int, Changes]:
    """Write what is planned or committed for a year; UserError `budget.*`."""
    values = _checked({"year": year, **fields})
    if (contract_id is None) == (concession_id is None):
        raise UserError("budget.of_one")
    with store.read() as session:
        name = _name_of(session, contract_id, concession_id)
    with store.write("budget.line_added", year=str(values["year"]), name=name) as session:
        line_id = rows.add(session, BudgetLine, contract_id=contract_id, concession_id=concession_id, **values)
        return line_id, CHANGED


def correct_budget_line(store: Store, line_id: int, seen: int | None, **fields: Any) -> Changes:  # noqa: ANN401 - FIELDS
    """Change fields of a line; Stale when it changed since version `seen` (None: as it is now)."""
    values = _checked(fields)
    with store.read() as session:
        line = rows.read(session, BudgetLine, line_id)
        name = _name_of(session, line.contract_id, line.concession_id)
    with store.write("budget.line_corrected", year=str(values.get("year", line.year)), name=name) as session:
        rows.change(session, BudgetLine, line_id, seen, **values)
    return CHANGED


def remove_budget_line(store: Store, line_id: int) -> Changes:
    """Take out a line."""
    with store.read() as session:
        line = rows.read(session, BudgetLine, line_id)
        name = _name_of(session, line.contract_id, line.concession_id)
    with store.write("budget.line_removed", year=str(line.year), name=name) as session:
        rows.remove(session, BudgetLine, line_id)
    return CHANGED


def _all_money(store: Store, session: Session, today: date, until: date) -> tuple[MoneyView, ...]:
    """Each table is read once."""
    lines, payments = rows.every(session, BudgetLine), rows.every(session, Payment)
    invoices, matches = rows.every(session, Invoice), rows.every(session, InvoiceMatch)
    asked = asked_in(store, session, invoices, payments)
    contracts = rows.every(session, ServiceContract)
    payers = paying_contracts(payments, contracts, lines)
    found = []
    for contract in contracts:
        own = tuple(one for one in invoices if one.contract_id == contract.id)
        numbers = {one.id for one in own}
        case = MoneyCase(
            lines=tuple(one for one in lines if one.contract_id == contract.id),
            instalments=_instalments(session, contract, until),
            invoices=own,
            matches=tuple(one for one in matches if one.invoice_id in numbers),
            payments=tuple(one for one in payments if payers.get(one.id, one.contract_id) == contract.id),
            asked=asked,
        )
        found.append(_view(today, contract, None, case))
    for concession in rows.every(session, Concession):
        told = tuple(one for one in lines if one.concession_id == concession.id)
        paid = tuple(one for one in payments if one.concession_id == concession.id and one.id not in payers)
        if told or paid or concession.is_ours:
            found.append(_view(today, None, concession, MoneyCase(lines=told, payments=paid)))
    return tuple(found)


def _of_its_concession(session: Session, contract: ServiceContract) -> tuple[Payment, ...]:
    """What was paid on the concession of a contract and is taken from that contract."""
    if contract.concession_id is None:
        return ()
    payments = rows.every(session, Payment, concession_id=contract.concession_id)
    contracts = rows.every(session, ServiceContract, concession_id=contract.concession_id)
    payers = paying_contracts(
        payments, contracts, rows.every(session, BudgetLine, concession_id=contract.concession_id)
    )
    return tuple(one for one in payments if payers.get(one.id) == contract.id)


def _view(today: date, contract: ServiceContract | None, concession: Concession | None, known: MoneyCase) -> MoneyView:
    """What is known of the money, under the chapter of the contract where nothing else is told."""
    case = replace(
        known,
        chapter=contract.chapter if contract is not None else known.chapter,
        spending=contract.spending if contract is not None else known.spending,
        payments=tuple(sorted(known.payments, key=lambda payment: (payment.on, payment.id), reverse=True)),
    )
    return MoneyView(contract, concession, reckon(case), case.lines, case.payments, case.invoices, today)


def _instalments(session: Session, contract: ServiceContract, until: date) -> tuple[Instalment, ...]:
    """What falls due until the end of a year; nothing of a service that was refused."""
    if contract.state is ContractState.REFUSED:
        return ()
    return tuple(one for one in schedule_in(session, contract.id, until) if one.year <= until.year)


def _checked(fields: Mapping[str, Any]) -> dict[str, Any]:
    unknown = [name for name in fields if name not in FIELDS]
    if unknown:
        raise UserError("budget.unknown_field", name=unknown[0])
    values: dict[str, Any] = {name: one.strip() if isinstance(one, str) else one for name, one in fields.items()}
    if "year" in values and values["year"] is None:
        raise UserError("budget.year_missing")
    if "year" in values and not FIRST_YEAR <= values["year"] <= LAST_YEAR:
        raise UserError("budget.year_unlikely", year=str(values["year"]), first=FIRST_YEAR, last=LAST_YEAR)
    if values.get("spending", "") not in ("", *SPENDINGS):
        raise UserError("budget.spending_unknown")
    for name in ("planned", "committed"):
        if values.get(name) is not None:
            values[name] = checked_amount(values[name])
            if values[name] < 0:
                raise UserError("budget.amount_negative")
    return values


def _name_of(session: Session, contract_id: int | None, concession_id: int | None) -> str:
    if contract_id is not None:
        return rows.read(session, ServiceContract, contract_id).title
    return rows.read(session, Concession, concession_id or 0).title
