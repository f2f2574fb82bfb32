# SPDX-License-Identifier: EUPL-1.2
"""Stopping a service and its fee together, or the service alone and being told so."""

from datetime import date
from decimal import Decimal

import pytest

from app.actions.contract_changes import add_change
from app.actions.contract_steps import take_contract_step
from app.actions.contracts import show_contract
from app.actions.fees import add_fee, resume, show_schedule, suspend
from app.actions.history import undo_last
from app.domain.concessions import ContractId, Owner
from app.domain.contract_states import ContractState, ContractStep
from app.errors import UserError
from app.store import Store
from tests.contracts import a_contract, carry_contract

_ON = date(2026, 11, 1)


@pytest.fixture
def contract_id(store: Store) -> ContractId:
    """An active contract that costs 1.200,00 a year."""
    made = a_contract(store)
    add_fee(store, made, amount=Decimal(1200), vat_rate=Decimal(22), period="monthly")
    carry_contract(store, made, ContractState.ACTIVE)
    return made


def _days(store: Store, contract_id: ContractId) -> list[tuple[date, date | None, str]]:
    return [(one.starts_on, one.ends_on, one.reason) for one in show_schedule(store, contract_id).suspensions]


def _is_told(store: Store, contract_id: ContractId) -> bool:
    return "fee.goes_on" in {one.code for one in show_contract(store, contract_id).warnings}


def test_the_step_stops_the_fee_and_lets_it_go_on(store: Store, contract_id: ContractId) -> None:
    take_contract_step(store, contract_id, ContractStep.SUSPEND, _ON, reason="Guasto", with_fee=True)
    assert _days(store, contract_id) == [(_ON, None, "Guasto")]
    assert show_contract(store, contract_id).fee_is_stopped
    assert not _is_told(store, contract_id)
    take_contract_step(store, contract_id, ContractStep.RESUME, date(2026, 11, 20), with_fee=True)
    assert _days(store, contract_id) == [(_ON, date(2026, 11, 19), "Guasto")]
    undo_last(store)
    undo_last(store)
    assert _days(store, contract_id) == []
    assert show_contract(store, contract_id).contract.state is ContractState.ACTIVE


def test_a_stop_and_its_end_on_one_day_have_never_been(store: Store, contract_id: ContractId) -> None:
    take_contract_step(store, contract_id, ContractStep.SUSPEND, _ON, reason="Guasto", with_fee=True)
    take_contract_step(store, contract_id, ContractStep.RESUME, _ON, with_fee=True)
    assert _days(store, contract_id) == []


def test_a_service_that_stops_alone_is_told(store: Store, contract_id: ContractId) -> None:
    take_contract_step(store, contract_id, ContractStep.SUSPEND, _ON, reason="Guasto")
    assert _days(store, contract_id) == []
    assert _is_told(store, contract_id)
    suspend(store, contract_id, _ON)
    assert not _is_told(store, contract_id)


def test_the_change_stops_the_fee_on_its_days(store: Store, contract_id: ContractId) -> None:
    owner, last_on = Owner(contract_id=contract_id), date(2026, 11, 30)
    add_change(store, owner, "suspension", on=_ON, until=last_on)
    assert _is_told(store, contract_id)
    undo_last(store)
    add_change(store, owner, "suspension", on=_ON, until=last_on, act="Determina 4", with_fee=True)
    assert _days(store, contract_id) == [(_ON, last_on, "Determina 4")]
    assert not _is_told(store, contract_id)


def test_a_resumption_ends_what_lasts(store: Store, contract_id: ContractId) -> None:
    owner = Owner(contract_id=contract_id)
    with pytest.raises(UserError, match=r"fee\.suspension_start_missing"):
        add_change(store, owner, "suspension", with_fee=True)
    add_change(store, owner, "suspension", effective_on=_ON, with_fee=True)
    add_change(store, owner, "resumption", effective_on=date(2026, 11, 11), with_fee=True)
    assert [days[:2] for days in _days(store, contract_id)] == [(_ON, date(2026, 11, 10))]


def test_only_one_stop_lasts_at_a_time(store: Store, contract_id: ContractId) -> None:
    suspend(store, contract_id, _ON)
    with pytest.raises(UserError, match=r"fee\.suspended_already"):
        suspend(store, contract_id, date(2027, 1, 1))
    resume(store, contract_id, date(2026, 11, 30))
    suspend(store, contract_id, date(2027, 1, 1))
    assert len(_days(store, contract_id)) == 2


@pytest.mark.parametrize("days", [(date(1, 1, 1), None), (_ON, date(9999, 12, 31))])
def test_a_year_that_nobody_meant_is_refused(
    store: Store, contract_id: ContractId, days: tuple[date, date | None]
) -> None:
    with pytest.raises(UserError, match=r"contract\.year_unlikely"):
        suspend(store, contract_id, *days)
    assert _days(store, contract_id) == []
