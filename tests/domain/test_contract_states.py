# SPDX-License-Identifier: EUPL-1.2
"""The eight states of a contract, and that every way leads somewhere and back where it should."""

import pytest

from app.domain.contract_states import (
    GROUPS,
    OVER,
    WAYS,
    ContractState,
    ContractStep,
    contract_way,
    group_of,
    next_contract_steps,
)
from app.errors import UserError

_BY_THE_BOOK = (
    ContractStep.BEGIN_ACTIVATION,
    ContractStep.PASS_ACCEPTANCE,
    ContractStep.GO_LIVE,
    ContractStep.SUSPEND,
    ContractStep.RESUME,
    ContractStep.BEGIN_CLOSING,
    ContractStep.CEASE,
)


def test_the_whole_life_of_a_service_is_a_way() -> None:
    state = ContractState.REQUESTED
    passed = [state]
    for step in _BY_THE_BOOK:
        state = contract_way(state, step).target
        passed.append(state)
    assert [one.value for one in passed] == [
        *("requested", "activating", "accepted", "active", "suspended", "active", "closing", "ceased"),
    ]


@pytest.mark.parametrize("state", list(ContractState))
def test_only_what_the_table_says_may_follow(state: ContractState) -> None:
    open_steps = {way.step for way in next_contract_steps(state)}
    assert bool(open_steps) is (state not in OVER)
    for step in ContractStep:
        if step in open_steps:
            assert contract_way(state, step) in WAYS
        else:
            with pytest.raises(UserError, match=r"contract\.step_impossible"):
                contract_way(state, step)


def test_every_state_can_be_reached_and_stands_in_a_group() -> None:
    assert {way.target for way in WAYS} | {ContractState.REQUESTED} == set(ContractState)
    assert {group_of(state) for state in ContractState} == set(GROUPS)
