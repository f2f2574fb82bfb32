# SPDX-License-Identifier: EUPL-1.2
"""Amounts: what a clerk types is read exactly to the cent or refused, never rounded (reliability I4)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import Ambiguous, from_cents, read_amount, to_cents
from app.errors import UserError
from app.text import amount as written

CENTS = st.integers(-(10**14) + 1, 10**14 - 1)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.234,50", "1234.50"),
        ("1234,50", "1234.50"),
        ("1234.50", "1234.50"),  # the keypad has a point
        ("12.50", "12.50"),
        ("1,234.50", "1234.50"),
        ("1 234,50", "1234.50"),
        ("1\N{NO-BREAK SPACE}234,50", "1234.50"),
        ("1.234.567", "1234567.00"),
        ("1,234,567", "1234567.00"),
        ("€ 1.000", "1000.00"),
        ("1.000 €", "1000.00"),
        ("€1.234,5", "1234.50"),
        ("1.234,50\N{NO-BREAK SPACE}€", "1234.50"),
        ("EUR 12", "12.00"),
        ("12euro", "12.00"),
        ("0", "0.00"),
        ("007", "7.00"),
        (",5", "0.50"),
        (".05", "0.05"),
        ("-0,00", "0.00"),
        ("-12,30", "-12.30"),
        ("\N{MINUS SIGN}12,30", "-12.30"),
        ("+12", "12.00"),
        ("1000+250", "1250.00"),
        ("1.000,50 + 250 - 0,25", "1250.25"),
        ("€ 1.000 + € 2.000", "3000.00"),
        ("999.999.999.999,99", "999999999999.99"),
    ],
)
def test_read(text: str, amount: str) -> None:
    assert str(read_amount(text)) == amount


@pytest.mark.parametrize(
    ("text", "whole", "short"),
    [
        ("1.234", "1234.00", "1.23"),
        ("1.000", "1000.00", "1.00"),
        ("1,234", "1234.00", "1.23"),
        ("€ 1,234", "1234.00", "1.23"),
        ("999.999", "999999.00", "1000.00"),
        ("10 + 1.234", "1234.00", "1.23"),
    ],
)
def test_ambiguous_is_asked_with_both_readings(text: str, whole: str, short: str) -> None:
    with pytest.raises(Ambiguous) as asked:
        read_amount(text)
    assert [str(reading) for reading in asked.value.readings] == [whole, short]
    assert asked.value.params["first"] == Decimal(whole)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "amount.empty"),
        (" € ", "amount.empty"),
        ("0,005", "amount.too_many_decimals"),
        ("0.500", "amount.too_many_decimals"),
        ("1.234,567", "amount.too_many_decimals"),
        ("1234.567", "amount.too_many_decimals"),
        ("1e3", "amount.unreadable"),
        ("١٢", "amount.unreadable"),
        ("１２", "amount.unreadable"),  # noqa: RUF001 - wide digits are the point
        ("1.23.456", "amount.unreadable"),
        ("1.234.50", "amount.unreadable"),
        ("12.34,50", "amount.unreadable"),
        ("1234,", "amount.unreadable"),
        (",", "amount.unreadable"),
        ("5%", "amount.unreadable"),
        ("--5", "amount.unreadable"),
        ("5-", "amount.unreadable"),
        ("1 2", "amount.unreadable"),
        ("NaN", "amount.unreadable"),
        ("inf", "amount.unreadable"),
        ("0x10", "amount.unreadable"),
        ("1_000", "amount.unreadable"),
        ("9" * 201, "amount.unreadable"),
        ("1000000000000", "amount.too_large"),
        ("9" * 100, "amount.too_large"),
        ("999999999999 + 1", "amount.too_large"),
    ],
)
def test_refused(text: str, code: str) -> None:
    with pytest.raises(UserError) as refusal:
        read_amount(text)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    "amount", ["0.005", "1.0000000000000000000000000000001", "NaN", "Infinity", "1e40", "1e-999999"]
)
def test_what_is_no_amount_has_no_cents(amount: str) -> None:
    with pytest.raises(ValueError, match=r"cent|amount"):
        to_cents(Decimal(amount))


@given(CENTS)
def test_cents_and_back(cents: int) -> None:
    assert to_cents(from_cents(cents)) == cents
    assert str(from_cents(cents)).split(".")[1].isdigit()


@given(CENTS)
def test_what_is_written_is_read_as_it_was(cents: int) -> None:
    amount = from_cents(cents)
    assert read_amount(written(amount)) == amount
    assert read_amount(f"{amount:.2f}") == amount
    assert read_amount(f"€ {written(amount)}") == amount


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=5))
def test_a_sum_is_the_sum_of_its_parts(parts: list[int]) -> None:
    text = " + ".join(written(from_cents(part)) for part in parts)
    assert read_amount(text) == from_cents(sum(parts))


@given(st.text(alphabet="0123456789.,+- €eE", max_size=14) | st.text(max_size=14))
def test_any_text_is_read_to_the_cent_or_refused(text: str) -> None:
    found = amount_or_code(text)
    if isinstance(found, str):
        assert found.startswith("amount.")
    else:
        assert from_cents(to_cents(found)) == found
        assert found.as_tuple().exponent == -2


def amount_or_code(text: str) -> Decimal | str:
    try:
        return read_amount(text)
    except UserError as error:
        return error.code
