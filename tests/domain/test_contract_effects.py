# SPDX-License-Identifier: EUPL-1.2
"""What a change does to what it changes."""

from datetime import date
from decimal import Decimal

from app.domain.contract_changes import CHANGE_KINDS
from app.domain.contract_effects import REASONS, addenda_share, current_value, effects_of
from tests.domain.test_contract_warnings import change


def test_a_contract_and_a_concession_take_it_under_their_own_names() -> None:
    told = {
        "new_ends_on": date(2030, 1, 1),
        "new_cig": "94566301F3",
        "new_supplier": "Nuova",
        "new_cup": "",
        "act": "x",
    }
    assert effects_of(told, is_concession=False) == {
        "ends_on": date(2030, 1, 1),
        "cig": "94566301F3",
        "supplier": "Nuova",
    }
    assert set(effects_of(told, is_concession=True)) == {"ends_on", "parent_cig", "concessionaire"}


def test_the_value_grows_and_shrinks_with_the_changes() -> None:
    changes = [change(value=Decimal("100.00")), change(value=Decimal("-30.50")), change()]
    assert current_value(Decimal("1000.00"), changes) == Decimal("1069.50")
    assert current_value(None, changes) is None


def test_every_list_is_that_of_a_kind_of_change() -> None:
    assert set(REASONS) <= set(CHANGE_KINDS)
    assert all(REASONS.values())


def test_addenda_are_summed_but_for_clear_clauses() -> None:
    changes = [
        change(value=Decimal("46.00")),
        change(value=Decimal("46.00"), letter="c"),
        change(value=Decimal("30.00"), letter="a"),
        change(value=Decimal("5.00"), kind="price_revision"),
    ]
    assert addenda_share(Decimal("100.00"), changes) == (2, Decimal("0.92"))
    assert addenda_share(None, changes) == (2, None)
    assert addenda_share(Decimal("100.00"), []) == (0, None)
