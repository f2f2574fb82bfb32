# SPDX-License-Identifier: EUPL-1.2
"""Fields and days as they are written on the command line."""

from datetime import date
from decimal import Decimal

import pytest

from app.cli.accession_fields import read_fields, read_option_amount
from app.errors import UserError

TODAY = date(2026, 11, 23)


def test_each_field_is_read_as_what_it_holds() -> None:
    pairs = ("ends_on=oggi", "answer_days=45", "signer_is_delegate=no", "note= a b ", "starts_on=")
    assert read_fields(pairs, TODAY) == {
        "ends_on": TODAY,
        "answer_days": 45,
        "signer_is_delegate": False,
        "note": "a b",
        "starts_on": None,
    }


@pytest.mark.parametrize("text", ["answer_days=1e3", "answer_days=٣", "answer_days=9999999999", "answer_days=-1"])
def test_a_number_is_written_in_digits(text: str) -> None:
    with pytest.raises(UserError, match=r"accession\.number_unreadable"):
        read_fields([text], TODAY)


def test_a_field_wants_its_sign() -> None:
    with pytest.raises(UserError, match=r"words\.no_field"):
        read_fields(["note"], TODAY)


def test_an_option_that_was_not_given_is_nothing() -> None:
    assert read_option_amount(None) is None
    assert read_option_amount("1,50") == Decimal("1.50")
