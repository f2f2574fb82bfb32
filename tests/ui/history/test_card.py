# SPDX-License-Identifier: EUPL-1.2
"""What an entry changed, field by field."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLabel, QWidget

from app.domain.history import FieldChange
from app.ui.history.card import HistoryCard
from tests.ui.history.test_words import entry


def test_old_and_new_stand_side_by_side_and_own_fields_are_left_out(show: Callable[[QWidget], None]) -> None:
    card = HistoryCard()
    show(card)
    changes = (
        FieldChange("person", "1", "since", "2026-01-01", "2027-03-05"),
        FieldChange("person", "1", "phone", "", "0342 1"),
        FieldChange("project", "9", "natural_key", "x", "y"),
    )
    card.show_entry(replace(entry(), changes=changes), is_next=True)
    words = [label.text() for label in card.findChildren(QLabel)]
    assert "01/01/2026 → 05/03/2027" in words
    assert "(vuoto) → 0342 1" in words
    assert "Persona" in words
    assert not any("natural_key" in word or word == "Progetto" for word in words)


def test_a_thing_that_is_new_or_gone_is_named(show: Callable[[QWidget], None]) -> None:
    card = HistoryCard()
    show(card)
    changes = (
        FieldChange("person", "1", "name", None, "Anna"),
        FieldChange("person", "2", "name", "Bruno", None),
    )
    card.show_entry(replace(entry(), changes=changes), is_next=False)
    words = [label.text() for label in card.findChildren(QLabel)]
    assert "Persona: voce nuova · Anna" in words
    assert "Persona: voce eliminata · Bruno" in words


def test_a_long_list_says_how_many_are_left(show: Callable[[QWidget], None]) -> None:
    card = HistoryCard()
    show(card)
    changes = tuple(FieldChange("person", str(number), "name", None, f"N{number}") for number in range(30))
    card.show_entry(replace(entry(), changes=changes), is_next=False)
    assert "E altre 5 voci." in [label.text() for label in card.findChildren(QLabel)]
