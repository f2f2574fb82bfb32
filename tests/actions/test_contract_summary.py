# SPDX-License-Identifier: EUPL-1.2
"""What the list of parts is told: counts of what is left to do, and what is left of the year."""

from datetime import date
from decimal import Decimal

from app.actions.budget import add_budget_line
from app.actions.contract_summary import money_of_year, summarize_contract
from app.actions.fees import add_fee
from app.actions.levels import type_reading
from app.store import Store
from tests import concessions_money as money
from tests import levels


def test_an_empty_contract_has_nothing_to_say(store: Store) -> None:
    summary = summarize_contract(store, levels.add_contract(store))
    assert (summary.has_fee, summary.instalments, summary.late) == (False, 0, 0)
    assert (summary.invoices, summary.to_examine, summary.indicators, summary.to_contest) == (0, 0, 0, 0)
    assert summary.money.left is None


def test_it_counts_what_is_left_to_do(store: Store) -> None:
    contract_id = levels.add_contract(store)
    add_fee(store, contract_id, model="canone_fisso", period="quarterly", amount=Decimal("100.00"), title="Canone")
    levels.add_invoice(store, contract_id)
    indicator_id = levels.availability(store, contract_id)
    type_reading(store, indicator_id, date(2026, 3, 1), Decimal("97.0"))
    year = store.today().year
    add_budget_line(store, contract_id=contract_id, year=year, planned=Decimal("500.00"))
    summary = summarize_contract(store, contract_id)
    assert (summary.year, summary.has_fee, summary.instalments) == (year, True, 4)
    assert (summary.invoices, summary.to_examine) == (1, 1)
    assert (summary.indicators, summary.to_contest) == (1, 1)
    assert summary.to_read > 0
    assert summary.money.left == Decimal("500.00")


def test_a_concession_tells_its_own_year(store: Store) -> None:
    concession_id = money.add_concession(store)
    assert money_of_year(store, concession_id).left is None
    add_budget_line(store, concession_id=concession_id, year=store.today().year, planned=Decimal("70.00"))
    assert money_of_year(store, concession_id).left == Decimal("70.00")
