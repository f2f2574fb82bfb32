# SPDX-License-Identifier: EUPL-1.2
"""Index-linking: the formula, threshold and cap, which month counts, what is missing."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.fees import THRESHOLDS
from app.domain.indexation import adjusted, adjustment_days, adjustment_on
from tests.fees import fee, index

_VALUES = st.decimals("10", "400", places=1)
_AMOUNTS = st.decimals("0", "1000000", places=2)
_PERCENT = st.one_of(st.none(), st.decimals("0", "20", places=2))


@pytest.mark.parametrize(
    ("base", "value", "share", "threshold", "kind", "cap", "amount"),
    [
        ("100", "103", None, None, "whole", None, "10300.00"),
        ("113.9", "121.2", "75", None, "whole", None, "10480.68"),  # 10.000 x (1 + 0,75 x 7,3/113,9) = 10.480,6848
        ("100", "102", None, "2", "whole", None, "10000.00"),
        ("100", "102.1", None, "2", "whole", None, "10210.00"),
        ("100", "102.1", None, "2", "excess", None, "10010.00"),
        ("100", "97", None, "2", "excess", None, "9900.00"),
        ("100", "110", "75", None, "whole", "5", "10500.00"),
        ("100", "90", None, None, "whole", "5", "9500.00"),
        ("100", "105", "0", None, "whole", None, "10000.00"),
    ],
)
def test_by_hand(base: str, value: str, share: str, threshold: str, kind: str, cap: str, amount: str) -> None:
    """Amounts reckoned by hand on 10.000,00."""
    told = [Decimal(one) if one else None for one in (share, threshold, cap)]
    found = adjusted(Decimal(10000), Decimal(base), Decimal(value), told[0], told[1], kind, told[2])
    assert str(found.amount) == amount
    assert found.working[-1].result == found.amount


@settings(max_examples=500)
@given(_AMOUNTS, _VALUES, _VALUES, _VALUES, _PERCENT, _PERCENT, _PERCENT, st.sampled_from(THRESHOLDS))
def test_a_higher_index_never_lowers_the_amount(
    amount: Decimal,
    base: Decimal,
    one: Decimal,
    other: Decimal,
    share: Decimal | None,
    threshold: Decimal | None,
    cap: Decimal | None,
    kind: str,
) -> None:
    """Monotone in the index, within the cap, untouched up to the threshold."""
    low, high = sorted((one, other))
    of_low = adjusted(amount, base, low, share, threshold, kind, cap)
    of_high = adjusted(amount, base, high, share, threshold, kind, cap)
    assert of_low.amount <= of_high.amount
    if cap is not None:
        most = amount * cap / 100 + Decimal("0.01")
        assert abs(of_low.amount - amount) <= most
        assert abs(of_high.amount - amount) <= most
        assert abs(of_high.counted) <= cap
    if threshold is not None and abs(high / base - 1) * 100 < threshold - Decimal("0.000001"):
        assert of_high.amount == amount


@settings(max_examples=200)
@given(_AMOUNTS, _VALUES, _VALUES)
def test_rounding_down_and_up_hold_the_exact_amount_between(amount: Decimal, base: Decimal, value: Decimal) -> None:
    """The three roundings differ by a cent at most."""
    down, up = (adjusted(amount, base, value, rounding=how).amount for how in ("down", "up"))
    assert down <= adjusted(amount, base, value).amount <= up <= down + Decimal("0.01")


def test_which_month_counts() -> None:
    """Each anniversary of the first adjustment takes the month so many months before; nothing before the first."""
    one = fee(index_name="FOI", index_base=date(2024, 12, 1), index_lag=2, index_first_on=date(2026, 3, 1))
    values = (index(date(2024, 12, 1), "100"), index(date(2026, 1, 1), "101"))
    assert adjustment_on(one, date(2026, 2, 28), values).number == 0
    first = adjustment_on(one, date(2027, 2, 28), values)
    assert (first.number, first.on, first.month) == (1, date(2026, 3, 1), date(2026, 1, 1))
    assert first.pair == values
    second = adjustment_on(one, date(2027, 3, 1), values)
    assert (second.number, second.month, second.pair, second.has_base) == (2, date(2027, 1, 1), None, True)
    assert adjustment_days(one, date(2026, 1, 1), date(2028, 2, 28)) == (date(2026, 3, 1), date(2027, 3, 1))


def test_values_of_two_bases_are_never_mixed() -> None:
    """A value of base 2025 does not follow one of base 2015; with both pairs the newer base is taken."""
    one = fee(index_name="foi ", index_base=date(2024, 12, 1), index_lag=0, index_first_on=date(2026, 1, 1))
    old, new = index(date(2024, 12, 1), "120.3"), index(date(2026, 1, 1), "101", base="2025")
    assert adjustment_on(one, date(2026, 1, 1), (old, new)).pair is None
    both = (old, new, index(date(2024, 12, 1), "99", base="2025"), index(date(2026, 1, 1), "122"))
    pair = adjustment_on(one, date(2026, 1, 1), both).pair
    assert pair is not None
    assert {value.base for value in pair} == {"2025"}


def test_a_clause_without_its_dates_is_missing_its_index() -> None:
    """The name alone adjusts nothing and is told."""
    found = adjustment_on(fee(index_name="FOI"), date(2027, 1, 1), ())
    assert (found.number, found.pair) == (1, None)
