# SPDX-License-Identifier: EUPL-1.2
"""What a contract still wants, by its state and by what it pays."""

from dataclasses import replace
from datetime import date

from app.actions.contracts import show_contract
from app.domain.contract_gaps import GAPS, gaps_of
from app.domain.contract_states import ContractState
from app.store import Store
from tests.contracts import a_contract


def test_all_that_is_empty_is_missing_until_it_is_over(store: Store) -> None:
    empty = {"supplier": "", "cig": "", "starts_on": None, "ends_on": None}
    contract = show_contract(store, a_contract(store, **empty)).contract
    assert gaps_of(contract, has_fee=False) == GAPS
    assert gaps_of(replace(contract, state=ContractState.CEASED), has_fee=False) == ()
    assert "cig" not in gaps_of(replace(contract, spending="transfer"), has_fee=False)
    full = replace(
        contract, supplier="a", supplier_vat="1", cig="X", starts_on=date(2026, 1, 1), ends_on=date(2027, 1, 1)
    )
    assert gaps_of(full, has_fee=True) == ()
