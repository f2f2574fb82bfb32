# SPDX-License-Identifier: EUPL-1.2
"""Rows with the words of the office in place of our keys."""

from app.actions.tables import saying, yes_or_no


def test_only_the_named_columns_are_said_and_what_is_empty_stays_empty() -> None:
    say = saying(("kind", "is_there", "note"), kind=str.upper, is_there=yes_or_no)
    assert say(("a", 1, "1")) == ("A", "sì", "1")
    assert say(("", 0, None)) == ("", "no", None)
    assert say((None, None, "")) == (None, None, "")
