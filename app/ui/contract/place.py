# SPDX-License-Identifier: EUPL-1.2
"""What each form of a contract or of a concession is given: the desk, whose it is, what was typed, reading again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from app.domain.concessions import ConcessionId, ContractId, Owner
from app.domain.dates import to_rome
from app.ui.accession.place import Drafts

if TYPE_CHECKING:
    from app.actions.concessions import ConcessionView
    from app.actions.contracts import ContractView
    from app.store import Store
    from app.ui.desk import Desk

    View = ContractView | ConcessionView


@dataclass(frozen=True, slots=True)
class OwnerPlace:
    """One contract or one concession, as its forms see it."""

    desk: Desk
    owner: Owner
    read_again: Callable[[], None]

    def today(self) -> date:
        """The day on the clock of Rome."""
        return to_rome(self.desk.workspace.clock()).date()

    @property
    def drafts(self) -> Drafts:
        """What was typed into any contract or concession and is not in the store, by thing and field."""
        return drafts_of(self.desk)

    def of(self, part: str) -> str:
        """The key of what is typed into a part."""
        return f"{owner_key(self.owner)}:{part}"

    def read(self, store: Store) -> View:
        """The contract or the concession as it is now."""
        from app.actions.concessions import show_concession
        from app.actions.contracts import show_contract

        owner = self.owner
        if owner.contract_id is not None:
            return show_contract(store, owner.contract_id)
        return show_concession(store, ConcessionId(owner.concession_id or 0))


def owner_of(view: View) -> Owner:
    """Whose parts a view shows."""
    contract = getattr(view, "contract", None)
    if contract is not None:
        return Owner(contract_id=contract.id)
    concession = view.concession
    if concession is None:
        raise ValueError("a view of nothing")
    return Owner(concession_id=concession.id)


def owner_key(owner: Owner) -> str:
    """`contract3` or `concession1`."""
    return f"contract{owner.contract_id}" if owner.contract_id is not None else f"concession{owner.concession_id}"


def drafts_of(desk: Desk) -> Drafts:
    """What was typed and is not in the store, kept beyond the end of the program."""
    found: Any = desk.typed.setdefault("contract", {})
    return found if isinstance(found, dict) else {}


def forget_drafts(desk: Desk, owner: Owner) -> None:
    """A number may come again after a step back: what was typed under it belongs to the one that is gone."""
    drafts, start = drafts_of(desk), f"{owner_key(owner)}:"
    for key in [key for key in drafts if key.startswith(start)]:
        del drafts[key]


def contract_of(owner: Owner) -> ContractId:
    """The contract of a part that only contracts have."""
    if owner.contract_id is None:
        raise ValueError("a part of a contract")
    return owner.contract_id
