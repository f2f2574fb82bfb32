# SPDX-License-Identifier: EUPL-1.2
"""Reading a contract for its page, in the thread of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.actions.contracts import ContractView
    from app.domain.concessions import ContractId
    from app.store import Store


def read_contract(store: Store, wanted: ContractId | None) -> ContractView | None:
    """The contract wanted, or the first; None where there is none."""
    from app.actions.contracts import show_contract, survey_contracts

    if wanted is None:
        known = survey_contracts(store)
        return show_contract(store, known[0].contract.id) if known else None
    return show_contract(store, wanted)
