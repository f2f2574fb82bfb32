# SPDX-License-Identifier: EUPL-1.2
"""The money of the contracts by year and chapter, as the office reads it."""

from datetime import date
from decimal import Decimal

import pytest

from app.actions.budget import (
    add_budget_line,
    correct_budget_line,
    money_of,
    remove_budget_line,
    show_budget,
    show_money,
)
from app.actions.history import redo_last, undo_last
from app.actions.payments import pay
from app.domain.contract_states import ContractState
from app.errors import Stale, UserError
from app.store import Store
from tests.concessions_money import add_concession, add_contract, add_invoice


def test_a_year_says_what_is_planned_committed_invoiced_paid_and_left(store: Store) -> None:
    contract = add_contract(store)
    add_invoice(store, contract, "122.00", date(2027, 4, 1))
    pay(store, contract_id=contract, on=date(2027, 3, 5), amount=Decimal("300.00"))
    [money] = money_of(store, contract_id=contract)
    assert (money.year, money.chapter, money.spending) == (2027, "1080", "purchase")
    assert (money.planned, money.committed, money.invoiced) == (Decimal(1000), Decimal(900), Decimal("122.00"))
    assert (money.paid, money.left, money.commitments) == (Decimal(300), Decimal(600), ("45/2027",))
    undo_last(store)
    assert money_of(store, contract_id=contract)[0].left == Decimal(900)
    redo_last(store)
    assert money_of(store, contract_id=contract)[0].left == Decimal(600)


def test_the_budget_puts_the_contracts_of_a_chapter_together(store: Store) -> None:
    add_contract(store)
    second = add_contract(store, "Pagamenti", chapter="1080")
    third = add_contract(store, "Quota del centro", chapter="1090", spending="transfer")
    concession = add_concession(store)
    add_budget_line(store, concession_id=concession, year=2029, chapter="2000", planned=Decimal("50.00"))
    add_budget_line(store, contract_id=second, year=2031, planned=Decimal("50.00"))
    view = show_budget(store, 2027)
    assert view.years == (2027, 2028, 2029, 2030)
    assert [(one.year, one.chapter, one.spending, one.planned) for one in view.rows] == [
        (2027, "1080", "purchase", Decimal(2000)),
        (2027, "1090", "transfer", Decimal(1000)),
        (2029, "2000", "", Decimal(50)),
    ]
    assert [total.planned for total in view.totals] == [Decimal(3000), None, Decimal(50), None]
    assert view.known_years == (2026, 2027, 2029, 2031)
    assert [one.title for one in view.of("1080", "purchase")] == ["Protocollo informatico", "Pagamenti"]
    assert [one.title for one in view.of("1090", "transfer")] == ["Quota del centro"]
    assert third in {one.contract.id for one in view.money if one.contract}


def test_each_contract_reads_alike_alone_and_among_the_others(store: Store) -> None:
    contracts = [add_contract(store, title) for title in ("Uno", "Due")]
    pay(store, contract_id=contracts[0], on=date(2027, 3, 5), amount=Decimal("300.00"))
    among = {view.title: view for view in show_budget(store, 2027).money}
    assert show_money(store, contract_id=contracts[0]) == among["Uno"]
    assert show_money(store, contract_id=contracts[1]) == among["Due"]


def test_the_present_year_is_the_usual_one(store: Store) -> None:
    assert show_budget(store).years == (2026, 2027, 2028, 2029)
    assert show_budget(store).money == ()


def test_a_refused_service_costs_nothing(store: Store) -> None:
    contract = add_contract(store, state=ContractState.REFUSED)
    assert [one.planned_from for one in money_of(store, contract_id=contract)] == ["line"]


def test_a_concession_of_our_own_has_its_lines(store: Store) -> None:
    concession = add_concession(store)
    line_id, _changes = add_budget_line(
        store, concession_id=concession, year=2027, planned=Decimal(9), spending="purchase"
    )
    view = show_money(store, concession_id=concession)
    assert (view.title, view.total(2027).planned, view.contract) == ("Pubblica illuminazione", Decimal(9), None)
    correct_budget_line(store, line_id, 1, committed=Decimal("8.5"), chapter=" 1080 ")
    with pytest.raises(Stale):
        correct_budget_line(store, line_id, 1, committed=Decimal(8))
    [money] = money_of(store, concession_id=concession)
    assert (money.committed, money.chapter) == (Decimal("8.50"), "1080")
    remove_budget_line(store, line_id)
    assert money_of(store, concession_id=concession) == ()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"year": None}, "budget.year_missing"),
        ({"year": 207}, "budget.year_unlikely"),
        ({"spending": "gift"}, "budget.spending_unknown"),
        ({"planned": Decimal(-1)}, "budget.amount_negative"),
        ({"committed": Decimal("0.001")}, "amount.too_many_decimals"),
        ({"price": Decimal(1)}, "budget.unknown_field"),
        ({"concession_id": 1}, "budget.of_one"),
    ],
)
def test_what_cannot_be_is_refused(store: Store, fields: dict[str, object], code: str) -> None:
    contract = add_contract(store)
    told: dict[str, object] = {"year": 2028, **fields}
    with pytest.raises(UserError) as refusal:
        add_budget_line(store, contract_id=contract, **told)  # type: ignore[arg-type] # what the type forbids is tried
    assert refusal.value.code == code
    assert [one.year for one in show_money(store, contract_id=contract).lines] == [2027]


def test_money_is_of_one_thing(store: Store) -> None:
    with pytest.raises(UserError) as refusal:
        show_money(store)
    assert refusal.value.code == "budget.of_one"


def test_a_payment_on_a_concession_is_taken_from_its_only_contract(store: Store) -> None:
    concession = add_concession(store)
    contract = add_contract(store, concession_id=concession)
    add_contract(store, "Rifiutato", concession_id=concession, state=ContractState.REFUSED, chapter="9")
    pay(store, concession_id=concession, on=date(2027, 3, 5), amount=Decimal("100.00"))
    first, second = show_budget(store, 2027).rows
    assert (first.chapter, first.paid, first.left) == ("1080", Decimal(100), Decimal(800))
    assert (second.chapter, second.paid) == ("9", Decimal(0))
    assert show_budget(store, 2027).totals[0].paid == Decimal(100)
    view = show_money(store, contract_id=contract)
    assert ([one.amount for one in view.payments], view.total(2027).left) == ([Decimal(100)], Decimal(800))
    [own] = show_money(store, concession_id=concession).years
    assert (own.chapter, own.paid) == ("1080", Decimal(100))


def test_a_payment_on_a_concession_that_plans_or_has_many_contracts_stays_there(store: Store) -> None:
    concession = add_concession(store)
    contract = add_contract(store, concession_id=concession)
    line, _changes = add_budget_line(store, concession_id=concession, year=2027, planned=Decimal("50.00"))
    pay(store, concession_id=concession, on=date(2027, 3, 5), amount=Decimal("10.00"))
    assert money_of(store, contract_id=contract)[0].left == Decimal(900)
    assert money_of(store, concession_id=concession)[0].left == Decimal(40)
    remove_budget_line(store, line)
    other = add_contract(store, "Secondo", concession_id=concession, chapter="1090")
    assert [money_of(store, contract_id=one)[0].left for one in (contract, other)] == [Decimal(900)] * 2
    pay(store, concession_id=concession, on=date(2027, 3, 5), amount=Decimal("10.00"), chapter="1090")
    assert [money_of(store, contract_id=one)[0].left for one in (contract, other)] == [Decimal(900), Decimal(890)]
    assert show_budget(store, 2027).totals[0].paid == Decimal(20)
