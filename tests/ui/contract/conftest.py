# SPDX-License-Identifier: EUPL-1.2
"""A clerk before one contract, on any part of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.actions.changes import Changes
from app.actions.contracts import ContractView, show_contract
from app.domain.concessions import ContractId
from app.domain.contract_states import ContractState
from app.store import Store
from app.ui.contract.page import ContractPage
from tests.contracts import a_contract, carry_contract
from tests.ui.clerk import Clerk

Sit = Callable[..., ContractPage]


def seen(clerk: Clerk, number: int = 1) -> ContractView:
    """The contract as the store has it."""
    found: list[ContractView] = []
    clerk.window.tasks.query(clerk.window, lambda store: show_contract(store, ContractId(number)), found.append)
    clerk.waits()
    return found[0]


@pytest.fixture
def sit(new_clerk: Clerk) -> Sit:
    """Open a contract in a state, and go to a part of it: `sit("people", ContractState.ACTIVE)`."""

    def at(part: str = "", state: ContractState = ContractState.REQUESTED, **fields: object) -> ContractPage:
        def fill(store: Store) -> Changes:
            contract_id = a_contract(store, **fields)
            carry_contract(store, contract_id, state)
            return Changes.all()

        new_clerk.window.tasks.act(new_clerk.window, fill)
        page = new_clerk.opens("contract", f"1:{part}" if part else "1")
        assert isinstance(page, ContractPage)
        return page

    return at
