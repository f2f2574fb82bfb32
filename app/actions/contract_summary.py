# SPDX-License-Identifier: EUPL-1.2
"""What the list of the parts of a contract or of a concession says of its money, invoices and service levels."""

from dataclasses import dataclass

from app.actions.budget import show_money
from app.actions.instalments import show_standings
from app.actions.levels import levels_of_year, list_indicators
from app.domain.budget import YearMoney
from app.domain.concessions import ConcessionId, ContractId
from app.domain.invoices import Invoice, InvoiceState
from app.domain.level_stages import Stage
from app.store import Store, rows


@dataclass(frozen=True, slots=True)
class ContractSummary:
    """Counts, and the money of the running year."""

    year: int
    has_fee: bool
    instalments: int  # charged to the running year
    late: int  # instalments of any year whose invoice should have been paid
    invoices: int
    to_examine: int
    money: YearMoney
    indicators: int
    to_read: int  # periods of the running year and of the one before
    to_contest: int
    to_decide: int


def summarize_contract(store: Store, contract_id: ContractId) -> ContractSummary:
    """Read what is left to do in a contract; UserError `record.gone`."""
    schedule = show_standings(store, contract_id)
    money = show_money(store, contract_id=contract_id)
    year = money.today.year
    levels = [levels_of_year(store, contract_id, one) for one in (year - 1, year)]
    with store.read() as session:
        invoices = rows.every(session, Invoice, contract_id=contract_id)
    return ContractSummary(
        year=year,
        has_fee=bool(schedule.fees),
        instalments=sum(one.year == year and not one.is_free for one in schedule.instalments),
        late=len(schedule.late),
        invoices=len(invoices),
        to_examine=sum(one.state is InvoiceState.RECEIVED for one in invoices),
        money=money.total(year),
        indicators=len(list_indicators(store, contract_id)),
        to_read=sum(one.count(Stage.TO_READ) for one in levels),
        to_contest=sum(one.count(Stage.TO_CONTEST) for one in levels),
        to_decide=sum(one.count(Stage.TO_DECIDE) for one in levels),
    )


def money_of_year(store: Store, concession_id: ConcessionId) -> YearMoney:
    """The money of a concession in the running year; UserError `record.gone`."""
    money = show_money(store, concession_id=concession_id)
    return money.total(money.today.year)
