# SPDX-License-Identifier: EUPL-1.2
"""The gaps of a draft are counted, and named where the file is signed as it is."""

from app.text.draft_words import gaps_line


def test_gaps_are_counted_and_named_in_a_file_to_be_signed() -> None:
    assert gaps_line((), is_signed=True) == ""
    assert gaps_line(("luogo",), is_signed=True).startswith("Nel file da firmare 1 parte è da completare: luogo.")
    told = gaps_line(("luogo", "obblighi e garanzie"), is_signed=True)
    assert "2 parti sono da completare: luogo, obblighi e garanzie." in told


def test_a_draft_to_be_worked_on_only_says_how_many() -> None:
    assert gaps_line(("a", "b"), is_signed=False) == "Nella bozza 2 parti sono da completare, tra parentesi quadre."
    assert "1 parte è" in gaps_line(("a",), is_signed=False)
