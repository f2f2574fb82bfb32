# SPDX-License-Identifier: EUPL-1.2
"""Fractions to cents."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.rounding import to_the_cent, with_decimals


@pytest.mark.parametrize(
    ("exact", "how", "cents"),
    [
        (Fraction(1, 3), "half_up", "0.33"),
        (Fraction(5, 1000), "half_up", "0.01"),
        (Fraction(-5, 1000), "half_up", "-0.01"),
        (Fraction(19, 1000), "down", "0.01"),
        (Fraction(11, 1000), "up", "0.02"),
        (Fraction(1, 100), "up", "0.01"),
        (Fraction(0), "up", "0.00"),
    ],
)
def test_each_way(exact: Fraction, how: str, cents: str) -> None:
    """Half up is away from nothing."""
    assert str(to_the_cent(exact, how)) == cents


@given(st.fractions(min_value=-(10**9), max_value=10**9))
def test_within_half_a_cent(exact: Fraction) -> None:
    """Never further than half a cent; down never above, up never below."""
    assert abs(Fraction(to_the_cent(exact)) - exact) <= Fraction(1, 200)
    assert abs(Fraction(to_the_cent(exact, "down"))) <= abs(exact) <= abs(Fraction(to_the_cent(exact, "up")))


def test_decimals_as_shown() -> None:
    """Four decimals of a percentage."""
    assert with_decimals(Fraction(200, 3), 4) == Decimal("66.6667")
    assert with_decimals(Fraction(3, 2), 1) == Decimal("1.5")
