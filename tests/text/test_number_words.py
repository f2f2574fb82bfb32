# SPDX-License-Identifier: EUPL-1.2
"""Numbers that are no amounts, as they are shown and as they stand in a field."""

from decimal import Decimal

from app.text.number_words import numbered, shown_number, typed_number


def test_nothing_is_shown_as_nothing() -> None:
    assert shown_number(None) == ""
    assert shown_number(Decimal("1000000.50")) == "1.000.000,5"
    assert shown_number(Decimal("-1234.5")) == "-1.234,5"
    assert typed_number(Decimal("1234.50")) == "1234,5"


def test_a_number_is_called_one_once() -> None:
    assert [numbered(one) for one in ("", "4511/2026", "A7")] == ["", "n. 4511/2026", "n. A7"]
    assert [numbered(one) for one in ("Prot. 4511", "prot 4511")] == ["Prot. 4511", "prot 4511"]
