# SPDX-License-Identifier: EUPL-1.2
"""The form of a person."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.municipality import Person, PersonId
from app.ui.settings.person_editor import PersonEditor, person_values

ANNA = Person(PersonId(1), "dpo", "Anna", "anna@example.org", "", date(2027, 3, 5), None, 1)


def test_a_person_is_shown_and_read_back_as_it_is(show: Callable[[QWidget], None]) -> None:
    editor = PersonEditor({}, lambda: date(2026, 11, 23))
    show(editor)
    editor.show_person(ANNA)
    assert editor.title.text() == "Anna"
    assert editor.since.hint.text() == "Venerdì"
    assert not editor.save_button.isEnabled()
    read = editor.read()
    assert read is not None
    assert read == {name: getattr(ANNA, name) for name in person_values(ANNA)}


def test_a_new_person_cannot_be_removed(show: Callable[[QWidget], None]) -> None:
    editor = PersonEditor({}, lambda: date(2026, 11, 23))
    show(editor)
    editor.show_person(None)
    assert editor.title.text() == "Nuova persona"
    assert editor.remove_button.isHidden()


def test_a_day_that_is_none_is_not_read(show: Callable[[QWidget], None]) -> None:
    editor = PersonEditor({}, lambda: date(2026, 11, 23))
    show(editor)
    editor.show_person(ANNA)
    editor.until.edit.setText("31/02/2027")
    assert editor.read() is None
    assert editor.until.has_error
