# SPDX-License-Identifier: EUPL-1.2
"""The fees of a contract in a real store: written, corrected, reckoned, suspended, taken back."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.actions.budget import money_of
from app.actions.contracts import survey_contracts
from app.actions.fee_readings import type_reading
from app.actions.fees import (
    add_fee,
    correct_fee,
    correct_suspension,
    list_fees,
    remove_fee,
    remove_suspension,
    resume,
    schedule_in,
    show_schedule,
    suspend,
)
from app.actions.history import redo_last, undo_last
from app.actions.invoices import match, unmatch
from app.domain.concessions import ContractId, ServiceContract
from app.domain.contract_states import ContractState
from app.domain.fees import FeeId
from app.errors import Stale, UserError
from app.store import Store, rows
from tests.concessions_money import add_invoice
from tests.contracts import a_contract, carry_contract


def add_contract(store: Store, **told: Any) -> ContractId:  # noqa: ANN401 - fields of the contract
    usual = {"title": "Contratto di prova", "state": ContractState.ACTIVE, "starts_on": date(2027, 1, 1)}
    with store.write("example.filled") as session:
        return ContractId(rows.add(session, ServiceContract, **{**usual, "ends_on": date(2028, 12, 31), **told}))


def _fee(store: Store, **told: Any) -> tuple[ContractId, FeeId]:  # noqa: ANN401 - fields of the fee
    contract = add_contract(store)
    fee_id, changes = add_fee(store, contract, **{"amount": Decimal(1200), "vat_rate": Decimal(22), **told})
    assert changes.concessions
    return contract, fee_id


def test_a_fee_gives_its_instalments_and_years(store: Store) -> None:
    contract, fee_id = _fee(store, period="quarterly", due_days=30)
    view = show_schedule(store, contract)
    assert [str(one.net) for one in view.instalments] == ["300.00"] * 8
    assert [(one.year, str(one.gross)) for one in view.years] == [(2027, "1464.00"), (2028, "1464.00")]
    assert (view.fee(fee_id).title, view.gaps, view.until) == ("Canone fisso", (), date(2028, 12, 31))
    with store.read() as session:
        assert schedule_in(session, contract, date(2027, 5, 1)) == view.instalments[:2]


def test_what_the_fee_does_not_say_its_contract_does(store: Store) -> None:
    contract = add_contract(store, funded_until=date(2027, 12, 31), chapter="1080", spending="purchase")
    add_fee(store, contract, amount=Decimal(1200), vat_rate=Decimal(22))
    first, second = show_schedule(store, contract).instalments
    assert (first.is_funded, second.is_funded) == (True, False)
    assert (first.chapter, first.spending) == ("1080", "purchase")
    add_fee(store, contract, amount=Decimal(1), chapter="1090", spending="transfer")
    assert {one.chapter for one in show_schedule(store, contract).instalments} == {"1080", "1090"}


def test_a_contract_without_an_end_is_shown_some_years_ahead(store: Store) -> None:
    contract = add_contract(store, ends_on=None)
    fee_id, _changes = add_fee(store, contract, amount=Decimal(12))
    view = show_schedule(store, contract)
    assert (view.until, view.gaps) == (date(2029, 12, 31), ((fee_id, ("end",)),))


def test_correcting_undoing_and_what_changed_elsewhere(store: Store) -> None:
    contract, fee_id = _fee(store)
    correct_fee(store, fee_id, 1, amount=Decimal("2400.00"), title=" ", model="quota_adesione")
    assert list_fees(store, contract)[0].title == "Quota di adesione"
    with pytest.raises(Stale):
        correct_fee(store, fee_id, 1, amount=Decimal(1))
    undo_last(store)
    assert list_fees(store, contract)[0].amount == Decimal(1200)
    redo_last(store)
    assert list_fees(store, contract)[0].amount == Decimal(2400)


def test_a_fee_keeps_the_instalments_that_invoices_pay(store: Store) -> None:
    contract, fee_id = _fee(store, period="monthly")
    invoice_id = add_invoice(store, contract, "122.00", date(2027, 2, 28))
    match(store, invoice_id, [(fee_id, date(2027, 2, 1), Decimal(100))])
    for told in ({"period": "quarterly"}, {"starts_on": date(2027, 1, 15)}, {"ends_on": date(2027, 1, 31)}):
        with pytest.raises(UserError, match=r"fee\.matched_periods"):
            correct_fee(store, fee_id, list_fees(store, contract)[0].version, **told)
    assert len(show_schedule(store, contract).instalments) == 24
    correct_fee(store, fee_id, list_fees(store, contract)[0].version, amount=Decimal(2400), ends_on=date(2027, 6, 30))
    unmatch(store, invoice_id)
    correct_fee(store, fee_id, list_fees(store, contract)[0].version, period="quarterly")


def test_removing_takes_the_readings_along_and_undo_brings_them_back(store: Store) -> None:
    contract, fee_id = _fee(store, model="consumo", unit_price=Decimal("0.5"), period="yearly")
    type_reading(store, fee_id, date(2027, 1, 1), Decimal(10))
    remove_fee(store, fee_id)
    assert show_schedule(store, contract).instalments == ()
    undo_last(store)
    assert [str(one.net) for one in show_schedule(store, contract).instalments] == ["5.00", "None"]


def test_suspensions_are_written_ended_corrected_and_taken_out(store: Store) -> None:
    contract, _id = _fee(store, period="monthly")
    suspension_id, _changes = suspend(store, contract, date(2027, 2, 1), reason=" Fermo ")
    assert {str(one.net) for one in show_schedule(store, contract).instalments[1:]} == {"0.00"}
    resume(store, contract, date(2027, 2, 28))
    assert [str(one.net) for one in show_schedule(store, contract).instalments[:3]] == ["100.00", "0.00", "100.00"]
    with pytest.raises(UserError, match=r"fee\.not_suspended"):
        resume(store, contract, date(2027, 5, 1))
    kept = show_schedule(store, contract).suspensions[0]
    assert kept.reason == "Fermo"
    correct_suspension(store, suspension_id, kept.version, starts_on=date(2027, 3, 1), ends_on=date(2027, 3, 31))
    assert [str(one.net) for one in show_schedule(store, contract).instalments[:3]] == ["100.00", "100.00", "0.00"]
    remove_suspension(store, suspension_id)
    assert show_schedule(store, contract).suspensions == ()
    with pytest.raises(UserError, match=r"fee\.suspension_start_missing"):
        suspend(store, contract, None)
    with pytest.raises(UserError, match=r"fee\.term_reversed"):
        suspend(store, contract, date(2027, 2, 1), date(2027, 1, 1))


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"colour": "x"}, "fee.unknown_field"),
        ({"model": "x"}, "fee.unknown_key"),
        ({"period": "x"}, "fee.unknown_key"),
        ({"spending": "x"}, "fee.unknown_key"),
        ({"amount": Decimal(-1)}, "fee.negative"),
        ({"amount": Decimal("0.001")}, "amount.too_many_decimals"),
        ({"unit_price": Decimal("0.0000001")}, "fee.too_fine"),
        ({"quantity": Decimal(10) ** 12}, "fee.too_large"),
        ({"quantity": Decimal("NaN")}, "fee.too_large"),
        ({"vat_rate": Decimal(122)}, "fee.percent_unlikely"),
        ({"due_days": -1}, "fee.count_unlikely"),
        ({"starts_on": date(2027, 2, 1), "ends_on": date(2027, 1, 1)}, "fee.term_reversed"),
    ],
)
def test_what_no_act_holds_is_refused_and_nothing_is_written(store: Store, told: dict[str, Any], code: str) -> None:
    contract = add_contract(store)
    with pytest.raises(UserError) as refused:
        add_fee(store, contract, **told)
    assert refused.value.code == code
    assert list_fees(store, contract) == []


def test_a_service_that_ceased_costs_until_that_day_and_nothing_after(store: Store) -> None:
    contract = a_contract(store, starts_on=date(2026, 1, 1), ends_on=date(2027, 12, 31))
    add_fee(store, contract, amount=Decimal(1200), vat_rate=Decimal(22), period="monthly")
    carry_contract(store, contract, ContractState.CEASED)
    view = show_schedule(store, contract)
    last = view.instalments[-1]
    assert (last.starts_on, last.ends_on) == (date(2026, 11, 1), date(2026, 11, 1))
    [year] = view.years
    assert [(one.year, one.planned) for one in money_of(store, contract_id=contract)] == [(2026, year.gross)]
    assert survey_contracts(store)[0].year_fee == year.gross
