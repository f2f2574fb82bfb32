# SPDX-License-Identifier: EUPL-1.2
"""What the card shows of a row, read in the thread of the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import UserError

if TYPE_CHECKING:
    from app.actions.concessions import ConcessionView
    from app.actions.contracts import ContractView
    from app.domain.budget import YearMoney
    from app.store import Store
    from app.ui.concessions.rows import Row


@dataclass(frozen=True, slots=True)
class CardFacts:
    """A contract or a concession with its money of the running year; neither where it is gone meanwhile."""

    row: Row
    contract: ContractView | None = None
    money: YearMoney | None = None
    concession: ConcessionView | None = None


def read_card(store: Store, row: Row) -> CardFacts:
    """Read what the row is about."""
    from app.actions.budget import show_money
    from app.actions.concessions import show_concession
    from app.actions.contracts import show_contract

    try:
        if row.contract is not None:
            contract_id = row.contract.contract.id
            view = show_contract(store, contract_id)
            money = show_money(store, contract_id=contract_id)
            return CardFacts(row, contract=view, money=money.total(view.today.year))
        if row.concession is not None:
            concession = show_concession(store, row.concession.id)
            money = show_money(store, concession_id=row.concession.id)
            is_ours = concession.concession.is_ours or bool(money.years)
            return CardFacts(row, concession=concession, money=money.total(money.today.year) if is_ours else None)
    except UserError as error:
        if error.code not in ("record.gone", "contract.unknown", "concession.unknown"):
            raise
    return CardFacts(row)
