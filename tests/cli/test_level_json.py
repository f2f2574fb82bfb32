# SPDX-License-Identifier: EUPL-1.2
"""Service levels as JSON: every digit of a number, two decimals of an amount, nothing for what is not known."""

from decimal import Decimal

from app.cli.level_json import indicator_json
from tests.levels import indicator


def test_numbers_keep_their_digits_and_amounts_have_two() -> None:
    shown = indicator_json(indicator(target=Decimal("99.950"), penalty_amount=Decimal(100), cap_amount=None))
    assert (shown["target"], shown["penalty_amount"], shown["cap_amount"]) == ("99.950", "100.00", None)
