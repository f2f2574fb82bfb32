# SPDX-License-Identifier: EUPL-1.2
"""What a contract still wants, by its state and by what it pays."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.actions.budget import money_of
from app.actions.contracts import show_contract
from app.actions.fees import add_fee, correct_fee
from app.domain.contract_gaps import GAPS, gaps_of
from app.domain.contract_states import ContractState
from app.store import Store
from app.text import money
from app.text.budget_words import bar_words
from tests.contracts import a_contract


def test_all_that_is_empty_is_missing_until_it_is_over(store: Store) -> None:
    empty = {"supplier": "", "cig": "", "starts_on": None, "ends_on": None}
    contract = show_contract(store, a_contract(store, **empty)).contract
    assert gaps_of(contract, has_fee=False, lacks_vat=True) == GAPS
    assert gaps_of(replace(contract, state=ContractState.CEASED), has_fee=False) == ()
    assert "cig" not in gaps_of(replace(contract, spending="transfer"), has_fee=False)
    full = replace(
        contract, supplier="a", supplier_vat="1", cig="X", starts_on=date(2026, 1, 1), ends_on=date(2027, 1, 1)
    )
    assert gaps_of(full, has_fee=True) == ()


def test_a_fee_without_its_vat_is_told_where_the_rest_is(store: Store) -> None:
    number = a_contract(store, starts_on=date(2026, 1, 1), ends_on=date(2027, 12, 31))
    fee = {"model": "canone_fisso", "title": "Canone", "amount": Decimal("270.00"), "period": "yearly"}
    fee_id, _changes = add_fee(store, number, **fee)
    assert "vat" in show_contract(store, number).gaps
    [year] = [one for one in money_of(store, contract_id=number) if one.year == store.today().year]
    assert (year.planned, year.before_vat) == (None, Decimal("270.00"))
    assert f"Di rate per {money(Decimal('270.00'))} manca l'aliquota IVA" in bar_words(year)
    correct_fee(store, fee_id, 1, vat_rate=Decimal(22))
    assert "vat" not in show_contract(store, number).gaps
