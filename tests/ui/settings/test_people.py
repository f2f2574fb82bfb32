# SPDX-License-Identifier: EUPL-1.2
"""A clerk adds, corrects and removes the people of the office."""

from datetime import date

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton

from tests.ui.clerk import Clerk
from tests.ui.settings.conftest import busy_store, open_part, people_of


def test_someone_is_added_with_days_typed_at_will_and_undone(new_clerk: Clerk) -> None:
    people = open_part(new_clerk, "people").people
    assert new_clerk.sees("Ancora nessuno", people)
    new_clerk.clicks(new_clerk.finds(QPushButton, "Aggiungi una persona"))
    editor = people.editor
    assert new_clerk.focus is editor.fields["name"].field
    new_clerk.types("Dora Nuova")
    new_clerk.types("oggi", editor.since.field)
    new_clerk.types("5/3/27", editor.until.field)
    new_clerk.presses("Tab")
    assert editor.until.text() == "05/03/2027"
    assert editor.until.hint.text() == "Venerdì"
    new_clerk.clicks(editor.save_button)
    (added,) = people_of(new_clerk)
    assert (added.name, added.role) == ("Dora Nuova", "rup")
    assert (added.since, added.until) == (date(2026, 11, 23), date(2027, 3, 5))
    assert people.table.current().id == added.id
    assert new_clerk.sees("Salvato: Dora Nuova")
    new_clerk.presses("Ctrl+Z")
    assert people_of(new_clerk) == []
    assert new_clerk.sees("Ancora nessuno", people)


def test_someone_is_corrected(clerk: Clerk) -> None:
    people = open_part(clerk, "people").people
    people.table.select(lambda person: person.role == "rup")
    clerk.waits()
    role = people.editor.fields["role"].field
    assert isinstance(role, QComboBox)
    role.setFocus()
    clerk.presses("Down")
    clerk.types("0342 1", people.editor.fields["phone"].field)
    clerk.clicks(people.editor.save_button)
    changed = next(person for person in people_of(clerk) if person.name == "Carla Esempi")
    assert (changed.role, changed.phone) == ("rtd", "0342 1")


def test_someone_is_removed_and_the_toast_brings_them_back(clerk: Clerk) -> None:
    people = open_part(clerk, "people").people
    before = people_of(clerk)
    clerk.clicks(people.editor.remove_button)
    assert len(people_of(clerk)) == len(before) - 1
    clerk.clicks(clerk.finds(QPushButton, "Annulla"))
    assert people_of(clerk) == before or [one.name for one in people_of(clerk)] == [one.name for one in before]


def test_a_missing_name_and_a_day_that_is_none_are_told_beside_the_field(clerk: Clerk) -> None:
    people = open_part(clerk, "people").people
    before = people_of(clerk)
    people.add()
    editor = people.editor
    clerk.types("29/02/2027", editor.since.field)
    clerk.clicks(editor.save_button)
    assert editor.since.error.text() == "Il giorno «29/02/2027» non esiste. È rimasta la data di prima. Correggilo."
    assert editor.since.text() == "29/02/2027"
    editor.since.field.setFocus()
    clerk.presses("Ctrl+A")
    clerk.types("1/1/26")
    clerk.clicks(editor.save_button)
    assert editor.fields["name"].error.text().startswith("Manca il nome della persona.")
    clerk.types("Eva", editor.fields["name"].field)
    clerk.types("1/1/25", editor.until.field)
    clerk.clicks(editor.save_button)
    assert editor.until.error.text().startswith("La fine dell'incarico viene prima dell'inizio.")
    assert people_of(clerk) == before


def test_what_is_typed_for_one_stays_theirs_while_another_is_looked_at(clerk: Clerk) -> None:
    people = open_part(clerk, "people").people
    clerk.types("12345", people.editor.fields["phone"].field)
    people.table.view.setFocus()
    clerk.presses("Down")
    assert people.editor.fields["phone"].text() == ""
    clerk.presses("Up")
    assert people.editor.fields["phone"].text() == "12345"
    clerk.clicks(people.editor.leave_button)
    assert people.editor.fields["phone"].text() == ""


def test_a_double_click_adds_one_person(new_clerk: Clerk) -> None:
    people = open_part(new_clerk, "people").people
    people.add()
    QTest.keyClicks(people.editor.fields["name"].field, "Dora Nuova")
    with busy_store(new_clerk):
        people.editor.save_button.click()
        people.editor.save_button.click()
    assert [person.name for person in people_of(new_clerk)] == ["Dora Nuova"]


def test_what_is_typed_for_someone_stays_while_someone_else_is_saved(clerk: Clerk) -> None:
    people = open_part(clerk, "people").people
    mayor, rup = (next(row for row in people.table.rows() if row.role == role) for role in ("mayor", "rup"))
    people.table.select(lambda person: person.id == mayor.id)
    QTest.keyClicks(people.editor.fields["phone"].field, "11")
    people.table.select(lambda person: person.id == rup.id)
    QTest.keyClicks(people.editor.fields["phone"].field, "22")
    with busy_store(clerk):
        people.editor.save_button.click()
        people.table.select(lambda person: person.id == mayor.id)
    assert people.editor.fields["phone"].text() == "11"
    assert clerk.sees(f"Salvato: {rup.name}")
    assert {person.role: person.phone for person in people_of(clerk)}["rup"] == "22"
    people.table.select(lambda person: person.id == rup.id)
    assert people.editor.form.changed() == {}
