# SPDX-License-Identifier: EUPL-1.2
"""The step back and forward: undo(do(x)) is x, whatever was done."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.actions import catalogue, municipality
from app.actions import history as actions
from app.actions.workspace import Workspace
from app.domain.history import EntryKind
from app.errors import Stale, UserError
from app.models import Base
from app.store import Store
from tests.conftest import NOW, open_copy

_HISTORY = {"history_entry", "history_change"}


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the history."""
    with store.read() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key.columns))]
            for table in Base.metadata.sorted_tables
            if table.name not in _HISTORY
        }


def test_undo_and_redo_bring_back_each_state(store: Store) -> None:
    states = [dump(store)]
    person = municipality.add_person(store, "rup", "Carla")
    states.append(dump(store))
    municipality.correct_person(store, person, 1, name="Carla B.")
    states.append(dump(store))
    municipality.remove_person(store, person, 2)
    states.append(dump(store))
    for expected in reversed(states[:-1]):
        actions.undo_last(store)
        assert dump(store) == expected
    for expected in states[1:]:
        actions.redo_last(store)
        assert dump(store) == expected


def test_a_new_action_closes_the_way_forward(store: Store) -> None:
    municipality.add_person(store, "rup", "Carla")
    actions.undo_last(store)
    municipality.add_person(store, "rup", "Dina")
    assert actions.undo_state(store).redo is None
    with pytest.raises(UserError, match=r"history\.nothing_to_redo"):
        actions.redo_last(store)


def test_the_founding_of_the_store_has_no_way_back(store: Store) -> None:
    with pytest.raises(UserError, match=r"history\.nothing_to_undo"):
        actions.undo_last(store)
    assert municipality.show_office(store).name == "Aprica"


def test_history_shows_the_action_and_the_step_back(store: Store) -> None:
    municipality.add_person(store, "rup", "Carla")
    actions.undo_last(store)
    step, action = actions.list_history(store, 2)
    assert (step.kind, action.kind, action.is_undone) == (EntryKind.UNDO, EntryKind.ACTION, True)
    assert step.title == action.title == "person.added"
    turned = {(change.field, change.old, change.new) for change in actions.show_entry(store, step.id).changes}
    assert ("name", "Carla", None) in turned


def test_a_step_back_over_rows_changed_from_outside_is_refused(store: Store) -> None:
    municipality.add_person(store, "rup", "Carla")
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE person SET phone = '1'")
    with pytest.raises(Stale):
        actions.undo_last(store)
    assert [person.name for person in municipality.list_people(store)] == ["Carla"]


_STEPS = st.lists(st.sampled_from(["add", "correct", "remove", "office", "undo", "redo"]), max_size=25)


@given(steps=_STEPS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_walk_can_be_taken_back_to_the_start(
    steps: list[str], tmp_path_factory: pytest.TempPathFactory, aprica_folder: Path
) -> None:
    workspace = Workspace(tmp_path_factory.mktemp("walk"))
    try:
        store = open_copy(workspace, aprica_folder)
        start = dump(store)
        for number, step in enumerate(steps):
            _do(store, step, number)
        end = dump(store)
        count = 0
        while actions.undo_state(store).undo:
            actions.undo_last(store)
            count += 1
        assert dump(store) == start
        for _step in range(count):
            actions.redo_last(store)
        assert dump(store) == end
    finally:
        workspace.close()


def _do(store: Store, step: str, number: int) -> None:
    people = municipality.list_people(store)
    state = actions.undo_state(store)
    if step == "add":
        municipality.add_person(store, "other", f"Persona {number}")
    elif step == "office":
        municipality.correct_office(store, municipality.show_office(store).version, phone=str(number))
    elif step == "correct" and people:
        municipality.correct_person(store, people[0].id, people[0].version, email=f"{number}@x.example")
    elif step == "remove" and people:
        municipality.remove_person(store, people[-1].id, people[-1].version)
    elif step == "undo" and state.undo:
        actions.undo_last(store)
    elif step == "redo" and state.redo:
        actions.redo_last(store)


def test_a_text_saved_while_it_is_typed_is_one_action(store: Store) -> None:
    for seen, note in enumerate(("Chie", "Chiedere in rag", "Chiedere in ragioneria"), start=0):
        catalogue.note_service(store, "PAB-01", seen, note)
    (entry,) = [entry for entry in actions.list_history(store) if entry.title == "catalogue.service_noted"]
    shown = actions.show_entry(store, entry.id)
    notes = [(change.old, change.new) for change in shown.changes if change.field == "note"]
    assert notes == [(None, "Chiedere in ragioneria")]
    actions.undo_last(store)
    assert catalogue.show_service(store, "PAB-01").mark.note == ""
    actions.redo_last(store)
    assert catalogue.show_service(store, "PAB-01").mark.note == "Chiedere in ragioneria"


def test_what_lies_between_or_is_another_thing_begins_anew(store: Store) -> None:
    catalogue.note_service(store, "PAB-01", 0, "uno")
    catalogue.note_service(store, "PAB-02", 0, "altro servizio")
    catalogue.note_service(store, "PAB-01", 1, "due")
    actions.undo_last(store)
    assert catalogue.show_service(store, "PAB-01").mark.note == "uno"
    actions.redo_last(store)
    catalogue.note_service(store, "PAB-01", 2, "tre")
    actions.undo_last(store)
    assert catalogue.show_service(store, "PAB-01").mark.note == "due"


def test_another_person_or_another_hour_begins_anew(store: Store) -> None:
    catalogue.note_service(store, "PAB-01", 0, "uno")
    store.who = "Bruno Finto"
    catalogue.note_service(store, "PAB-01", 1, "due")
    later = Store(
        store.path, store.engine, None, who=store.who, clock=lambda: NOW + timedelta(minutes=11), is_read_only=False
    )
    catalogue.note_service(later, "PAB-01", 2, "tre")
    assert sum(entry.title == "catalogue.service_noted" for entry in actions.list_history(store)) == 3
