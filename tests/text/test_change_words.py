# SPDX-License-Identifier: EUPL-1.2
"""The lists of ANAC are whole, each key in words, under the kinds of change that they belong to."""

from app.domain.contract_changes import (
    CHANGE_KINDS,
    CUP_REASONS,
    EARLY_ENDS,
    LETTERS,
    MODIFICATION_REASONS,
    PRICE_REVISION_REASONS,
)
from app.text.change_words import change_kind_label, change_reason_label, change_reasons, letter_label

LISTS = {
    "addendum": MODIFICATION_REASONS,
    "price_revision": PRICE_REVISION_REASONS,
    "termination": EARLY_ENDS,
    "withdrawal": EARLY_ENDS,
    "cup_change": CUP_REASONS,
    "suspension": (),
}


def test_every_kind_has_its_word() -> None:
    assert len({change_kind_label(kind) for kind in CHANGE_KINDS}) == len(CHANGE_KINDS)
    assert not {change_kind_label(kind) for kind in CHANGE_KINDS} & set(CHANGE_KINDS)


def test_every_reason_of_a_list_is_offered_in_words() -> None:
    for kind, keys in LISTS.items():
        assert [key for key, _words in change_reasons(kind)] == list(keys)
        assert all(words and words != key for key, words in change_reasons(kind))


def test_nothing_chosen_is_said_as_nothing() -> None:
    assert change_reason_label("addendum", "") == letter_label("") == ""
    assert change_reason_label("price_revision", "1") == "Clausola del bando"
    assert [letter_label(letter)[:1] for letter in LETTERS if letter] == ["a", "b", "c"]
