# SPDX-License-Identifier: EUPL-1.2
"""The contracts of the example: invented, in every state, and always with something near and something late."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.actions.budget import money_of
from app.actions.concessions import list_concessions, show_concession
from app.actions.contracts import show_contract, survey_contracts
from app.actions.invoices import list_invoices, show_invoice
from app.actions.workspace import Workspace
from app.domain.clocks import Layer
from app.domain.codes import check_cig, check_cup
from app.domain.contract_states import ContractState
from app.store import Store


@pytest.fixture(params=["2026-11-23", "2027-01-01", "2028-02-29", "2027-08-16", "2031-10-31"])
def on_a_day(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """The example, opened for the first time on one of several awkward days."""
    folder = tmp_path / "dati"
    folder.mkdir(mode=0o700)
    made = Workspace(folder, clock=lambda: datetime.fromisoformat(request.param).replace(hour=9, tzinfo=UTC))
    yield made.open_example()
    made.close()


def test_whenever_it_is_opened_contracts_run_begin_and_end(on_a_day: Store) -> None:
    contracts = survey_contracts(on_a_day)
    assert len(contracts) == 8
    states = [row.contract.state for row in contracts]
    assert states.count(ContractState.ACTIVE) == 5
    assert {ContractState.ACTIVATING, ContractState.CLOSING, ContractState.CEASED} < set(states)
    for row in contracts:
        taken = [step.on for step in show_contract(on_a_day, row.contract.id).steps]
        assert taken == sorted(taken)
        assert taken[-1] <= on_a_day.today()
    codes = {warning.code for row in contracts for warning in row.warnings}
    assert {"clock.contract_outlasts_membership", "dpa.missing", "mandate.lapses_soon"} <= codes


def test_three_clocks_and_a_concession_of_its_own(example: Store) -> None:
    rows = {row.contract.title: row for row in survey_contracts(example)}
    end = rows["Incassi con pagoPA"].effective_end
    assert end is not None
    assert end.layers == (Layer.L1,)
    own = [one for one in list_concessions(example) if one.is_ours]
    assert [one.kind for one in own] == ["public_lighting"]
    view = show_concession(example, own[0].id)
    assert [one.title for one in view.contracts] == ["Illuminazione pubblica"]
    assert {"bond.lapses_soon", "insurance.lapsed"} <= {warning.code for warning in view.warnings}


def test_nothing_of_it_is_somebodys(example: Store) -> None:
    for row in survey_contracts(example):
        contract = row.contract
        assert not contract.cig or check_cig(contract.cig).is_usual
        assert not contract.cup or check_cup(contract.cup).is_usual
        assert contract.spending == "transfer" or any(word in contract.supplier for word in ("Inventati", "Inventata"))
        assert contract.iban == ""
        for contact in show_contract(example, contract.id).contacts:
            assert contact.email.endswith(".example")
            assert contact.phone == ""


def test_whenever_it_is_opened_an_invoice_is_paid_one_waits_for_money_and_two_for_us(on_a_day: Store) -> None:
    rows = {row.invoice.number: row for row in list_invoices(on_a_day)}
    states = {number: row.invoice.state.value for number, row in rows.items()}
    assert states == {"18/E": "paid", "27/E": "received", "98": "settled", "112": "received"}
    wrong = show_invoice(on_a_day, rows["27/E"].invoice.id)
    assert [check.code for check in wrong.checks if check.outcome == "wrong"] == ["cig"]
    assert wrong.clock.is_running
    fresh = show_invoice(on_a_day, rows["112"].invoice.id)
    assert not [check for check in fresh.checks if check.outcome == "wrong"]
    assert fresh.clock.days_left == 3
    assert fresh.proposals
    assert all("Inventat" in row.invoice.supplier for row in rows.values())


def test_its_money_adds_up(on_a_day: Store) -> None:
    lighting = next(row for row in survey_contracts(on_a_day) if row.contract.title == "Illuminazione pubblica")
    money = money_of(on_a_day, contract_id=lighting.contract.id)
    assert sum(one.paid for one in money) > 0
    assert sum(one.invoiced for one in money) > 0
