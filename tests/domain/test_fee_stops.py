# SPDX-License-Identifier: EUPL-1.2
"""When a fee goes on though its service stands still."""

from datetime import date
from typing import Any

from app.domain.contract_changes import ContractChange
from app.domain.contract_states import ContractState
from app.domain.fee_stops import fee_goes_on
from tests.concessions_money import instalment
from tests.domain.test_contract_warnings import change
from tests.fees import suspension

TODAY = date(2026, 11, 23)
_YEAR = instalment(date(2026, 1, 1), date(2026, 12, 31), "100.00")


def _stop(**told: Any) -> ContractChange:  # noqa: ANN401 - its fields
    return change(**{"kind": "suspension", "effective_on": date(2026, 5, 1), "until": date(2026, 5, 31), **told})


def test_a_service_that_is_suspended_costs_until_the_fee_is() -> None:
    state = ContractState.SUSPENDED
    assert fee_goes_on(state, (), (), (_YEAR,), TODAY)
    assert not fee_goes_on(state, (), (suspension(date(2026, 11, 1), None),), (_YEAR,), TODAY)
    assert fee_goes_on(state, (), (suspension(date(2026, 11, 1), date(2026, 11, 20)),), (_YEAR,), TODAY)
    assert not fee_goes_on(ContractState.ACTIVE, (), (), (_YEAR,), TODAY)
    assert not fee_goes_on(state, (), (), (), TODAY)


def test_a_suspension_by_an_act_counts_on_its_days() -> None:
    state = ContractState.ACTIVE
    assert fee_goes_on(state, (_stop(),), (), (_YEAR,), TODAY)
    assert not fee_goes_on(state, (_stop(),), (suspension(date(2026, 5, 1), date(2026, 5, 31)),), (_YEAR,), TODAY)
    assert not fee_goes_on(state, (_stop(),), (), (instalment(date(2026, 6, 1), date(2026, 6, 30), "1.00"),), TODAY)
    assert not fee_goes_on(state, (_stop(effective_on=None, on=None),), (), (_YEAR,), TODAY)
    assert not fee_goes_on(state, (_stop(),), (), (instalment(*_DAYS, "1.00", is_free=True),), TODAY)


_DAYS = (date(2026, 1, 1), date(2026, 12, 31))


def test_one_that_was_resumed_long_ago_is_past() -> None:
    told = {"effective_on": date(2025, 5, 1), "until": None}
    last_year = instalment(date(2025, 1, 1), date(2025, 12, 31), "100.00")
    resumed = change(kind="resumption", effective_on=date(2025, 6, 1))
    assert fee_goes_on(ContractState.ACTIVE, (_stop(**told),), (), (last_year,), TODAY)
    assert not fee_goes_on(ContractState.ACTIVE, (_stop(**told), resumed), (), (last_year,), TODAY)
