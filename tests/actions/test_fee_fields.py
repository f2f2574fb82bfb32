# SPDX-License-Identifier: EUPL-1.2
"""Fields of a fee as they are kept."""

from datetime import date
from decimal import Decimal

import pytest

from app.actions.fee_fields import FIELDS, checked_fields, checked_figure
from app.errors import UserError


def test_text_is_trimmed_and_the_base_month_begins_on_its_first_day() -> None:
    found = checked_fields({"title": " Canone ", "index_base": date(2026, 12, 31), "amount": Decimal(12)})
    assert found == {"title": "Canone", "index_base": date(2026, 12, 1), "amount": Decimal("12.00")}


def test_six_decimals_are_kept() -> None:
    assert checked_figure(Decimal("0.123456")) == Decimal("0.123456")
    assert "position" not in FIELDS


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_year_that_no_act_names_is_refused(day: date) -> None:
    with pytest.raises(UserError, match=r"contract\.year_unlikely"):
        checked_fields({"index_base": day})


def test_a_whole_number_is_an_amount_and_a_word_is_none() -> None:
    assert checked_fields({"amount": 5, "percent": 2}) == {"amount": Decimal("5.00"), "percent": Decimal(2)}
    for told in ({"amount": "5"}, {"vat_rate": 0.22}, {"quantity": True}):
        with pytest.raises(UserError, match=r"fee\.unknown_key"):
            checked_fields(told)
