# SPDX-License-Identifier: EUPL-1.2
"""Steps of a contract: the states in order, what stops a step, and going back."""

from datetime import date
from decimal import Decimal

import pytest

from app.actions.contract_steps import take_contract_step
from app.actions.contracts import correct_contract, show_contract
from app.actions.documents import add_document
from app.actions.history import undo_last
from app.domain.concessions import CLOSING_ITEMS, ContractId
from app.domain.contract_states import ContractState, ContractStep
from app.domain.documents import DocumentId
from app.errors import UserError
from app.store import Store
from tests.contracts import STARTED, a_contract, carry_contract

_ACCEPTED = date(2026, 2, 20)


def _refused(store: Store, contract_id: ContractId, step: ContractStep, on: date, reason: str = "") -> str:
    before = show_contract(store, contract_id)
    with pytest.raises(UserError) as refused:
        take_contract_step(store, contract_id, step, on, reason=reason)
    assert show_contract(store, contract_id) == before
    return refused.value.code


def test_acceptance_asks_for_its_minutes_and_keeps_them_in_the_plan(store: Store) -> None:
    contract_id = a_contract(store)
    carry_contract(store, contract_id, ContractState.ACTIVATING)
    assert _refused(store, contract_id, ContractStep.PASS_ACCEPTANCE, _ACCEPTED) == "contract.no_minutes"
    document_id, _changes = add_document(store, b"%PDF-1.4 verbale", "verbale.pdf")
    take_contract_step(store, contract_id, ContractStep.PASS_ACCEPTANCE, _ACCEPTED, document_id=document_id)
    view = show_contract(store, contract_id)
    point = next(one for one in view.milestones if one.key == "acceptance")
    assert (view.contract.state, point.done_on, point.document_id) == (ContractState.ACCEPTED, _ACCEPTED, document_id)


def test_going_live_waits_for_what_the_service_needs_first(store: Store) -> None:
    contract_id, needed = a_contract(store, service_code="PAB-02"), a_contract(store, service_code="PAB-01")
    assert "PAB-01" in {one.code for one in show_contract(store, contract_id).prerequisites}
    carry_contract(store, contract_id, ContractState.ACCEPTED)
    assert _refused(store, contract_id, ContractStep.GO_LIVE, STARTED) == "contract.prerequisite_not_active"
    take_contract_step(
        store, contract_id, ContractStep.GO_LIVE, STARTED, overridden=["prerequisite.not_active"], reason="Con altri"
    )
    assert show_contract(store, contract_id).contract.state is ContractState.ACTIVE
    assert show_contract(store, contract_id).steps[-1].overridden == ("prerequisite.not_active",)
    carry_contract(store, needed, ContractState.ACTIVE)
    found = next(one for one in show_contract(store, contract_id).prerequisites if one.code == "PAB-01")
    assert (found.is_active, found.contract_id) == (True, needed)


def test_nothing_is_set_aside_without_a_reason(store: Store) -> None:
    contract_id = a_contract(store)
    carry_contract(store, contract_id, ContractState.ACTIVATING)
    with pytest.raises(UserError, match=r"contract\.override_without_reason"):
        take_contract_step(
            store, contract_id, ContractStep.PASS_ACCEPTANCE, _ACCEPTED, overridden=["acceptance.no_minutes"]
        )


def test_a_service_that_pnrr_paid_goes_on_for_its_five_years(store: Store) -> None:
    contract_id = a_contract(store, is_funded=True)
    carry_contract(store, contract_id, ContractState.CLOSING)
    assert _refused(store, contract_id, ContractStep.CEASE, date(2026, 11, 1)) == "contract.maintenance_unknown"
    seen = show_contract(store, contract_id).contract.version
    correct_contract(store, contract_id, seen, paid_on=date(2024, 5, 2))
    assert show_contract(store, contract_id).maintenance_until == date(2029, 12, 31)
    refused = _refused(store, contract_id, ContractStep.CEASE, date(2026, 11, 1), reason="Il Sindaco vuole così")
    assert refused == "contract.maintenance_running"
    assert "maintenance.must_go_on" in {one.code for one in show_contract(store, contract_id).warnings}


def test_the_end_of_what_pnrr_paid_is_stopped_when_it_is_begun(store: Store) -> None:
    contract_id, on = a_contract(store, is_funded=True, paid_on=date(2024, 5, 2)), date(2026, 11, 1)
    carry_contract(store, contract_id, ContractState.ACTIVE)
    with pytest.raises(UserError) as refused:
        take_contract_step(store, contract_id, ContractStep.BEGIN_CLOSING, on, reason="Basta")
    assert (refused.value.code, refused.value.params) == (
        "contract.closing_too_early",
        {"until": date(2029, 12, 31)},
    )
    aside = ("maintenance.must_go_on",)
    take_contract_step(store, contract_id, ContractStep.BEGIN_CLOSING, on, reason="Cambio", overridden=aside)
    assert show_contract(store, contract_id).steps[-1].overridden == aside


def test_its_end_is_begun_freely_once_the_same_service_runs_under_another_contract(store: Store) -> None:
    contract_id, other = a_contract(store, is_funded=True, paid_on=date(2024, 5, 2)), a_contract(store)
    for one in (contract_id, other):
        carry_contract(store, one, ContractState.ACTIVE)
    take_contract_step(store, contract_id, ContractStep.BEGIN_CLOSING, date(2026, 11, 1), reason="Cambio")
    assert show_contract(store, contract_id).contract.state is ContractState.CLOSING


def test_it_may_end_once_the_same_service_runs_under_another_contract(store: Store) -> None:
    contract_id, other = a_contract(store, is_funded=True, paid_on=date(2024, 5, 2)), a_contract(store)
    carry_contract(store, contract_id, ContractState.CLOSING)
    carry_contract(store, other, ContractState.ACTIVE)
    take_contract_step(store, contract_id, ContractStep.CEASE, date(2026, 11, 1))
    assert show_contract(store, contract_id).contract.state is ContractState.CEASED


def test_it_may_end_when_its_five_years_are_over(store: Store) -> None:
    contract_id = a_contract(store, is_funded=True, paid_on=date(2020, 5, 2))
    carry_contract(store, contract_id, ContractState.CEASED)
    assert show_contract(store, contract_id).contract.state is ContractState.CEASED


def test_closing_writes_what_the_end_asks_for_and_goes_back_in_one_step(store: Store) -> None:
    contract_id = a_contract(store, value=Decimal("1000.00"))
    carry_contract(store, contract_id, ContractState.ACTIVE)
    before = show_contract(store, contract_id)
    take_contract_step(store, contract_id, ContractStep.BEGIN_CLOSING, date(2026, 10, 1), reason="Scadenza")
    assert tuple(one.key for one in show_contract(store, contract_id).closing) == CLOSING_ITEMS
    undo_last(store)
    after = show_contract(store, contract_id)
    assert (after.closing, after.steps, after.contract) == (before.closing, before.steps, before.contract)


@pytest.mark.parametrize(
    ("step", "on", "reason", "code"),
    [
        (ContractStep.SUSPEND, date(2026, 10, 1), "", "contract.reason_missing"),
        (ContractStep.SUSPEND, date(2026, 12, 1), "Guasto", "contract.step_in_future"),
        (ContractStep.SUSPEND, date(2026, 1, 1), "Guasto", "contract.step_before_last"),
        (ContractStep.CEASE, date(2026, 10, 1), "Guasto", "contract.step_impossible"),
    ],
)
def test_a_step_that_cannot_be_is_refused(store: Store, step: ContractStep, on: date, reason: str, code: str) -> None:
    contract_id = a_contract(store)
    carry_contract(store, contract_id, ContractState.ACTIVE)
    assert _refused(store, contract_id, step, on, reason=reason) == code


@pytest.mark.parametrize("stood", [ContractState.ACTIVATING, ContractState.ACCEPTED, ContractState.ACTIVE])
def test_an_end_that_is_given_up_leaves_the_service_where_it_stood(store: Store, stood: ContractState) -> None:
    contract_id = a_contract(store)
    carry_contract(store, contract_id, stood)
    for step in (ContractStep.BEGIN_CLOSING, ContractStep.GIVE_UP_CLOSING):
        take_contract_step(store, contract_id, step, date(2026, 10, 1), reason="Ripensamento")
    assert show_contract(store, contract_id).contract.state is stood


def test_a_funded_service_that_never_went_live_ends_with_its_renunciation(store: Store) -> None:
    contract_id, paid = a_contract(store, is_funded=True), a_contract(store, is_funded=True, paid_on=date(2024, 5, 2))
    for one in (contract_id, paid):
        carry_contract(store, one, ContractState.ACTIVATING)
        aside = ("maintenance.must_go_on",)
        take_contract_step(
            store, one, ContractStep.BEGIN_CLOSING, date(2026, 10, 1), reason="Rinuncia", overridden=aside
        )
    on = date(2026, 11, 1)
    assert _refused(store, contract_id, ContractStep.CEASE, on) == "contract.renunciation_needs_reason"
    assert _refused(store, paid, ContractStep.CEASE, on, reason="Rinuncia") == "contract.maintenance_running"
    take_contract_step(store, contract_id, ContractStep.CEASE, on, reason="Rinuncia al finanziamento")
    assert show_contract(store, contract_id).contract.state is ContractState.CEASED


def test_a_document_that_is_not_there_proves_nothing(store: Store) -> None:
    contract_id = a_contract(store)
    with pytest.raises(UserError, match=r"document\.unknown"):
        take_contract_step(
            store, contract_id, ContractStep.BEGIN_ACTIVATION, date(2026, 2, 1), document_id=DocumentId(999)
        )
    assert show_contract(store, contract_id).steps == ()


def test_a_stop_that_does_not_stand_any_more_asks_for_no_reason_and_is_not_kept(store: Store) -> None:
    contract_id = a_contract(store)
    carry_contract(store, contract_id, ContractState.ACTIVATING)
    document_id, _changes = add_document(store, b"%PDF-1.4 verbale", "verbale.pdf")
    aside = ["acceptance.no_minutes"]
    take_contract_step(
        store, contract_id, ContractStep.PASS_ACCEPTANCE, _ACCEPTED, document_id=document_id, overridden=aside
    )
    assert show_contract(store, contract_id).steps[-1].overridden == ()
