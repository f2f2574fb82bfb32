# SPDX-License-Identifier: EUPL-1.2
"""Numbers of service levels: each way to write one, each refusal, and back again without loss."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.level_numbers import read_number
from app.errors import UserError
from app.text.number_words import typed_number

NUMBERS = st.decimals(Decimal(-999999), Decimal(999999), places=3)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("99,5", "99.5"),
        ("99.5", "99.5"),
        (" 99,50 % ", "99.50"),
        ("4 ore", "4"),
        ("1.234,5", "1234.5"),
        ("1 234", "1234"),
        ("12.345.678", "12345678"),
        ("-0,5", "-0.5"),
        ("\N{MINUS SIGN}3", "-3"),
        ("0.999", "0.999"),
    ],
)
def test_a_number_is_read_as_the_office_writes_it(text: str, number: str) -> None:
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("  ", "level.number_missing"),
        ("poco", "level.number_unreadable"),
        ("1,2,3", "level.number_unreadable"),
        ("=1+1", "level.number_unreadable"),
        ("99.954", "level.number_ambiguous"),
        ("1234567890123456", "level.number_too_long"),
    ],
)
def test_what_is_no_number_is_refused(text: str, code: str) -> None:
    with pytest.raises(UserError) as refused:
        read_number(text)
    assert refused.value.code == code


@given(NUMBERS)
def test_what_stands_in_a_field_is_read_again(number: Decimal) -> None:
    assert read_number(typed_number(number)) == number
