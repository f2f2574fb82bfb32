# SPDX-License-Identifier: EUPL-1.2
"""Looking at the history and going back over every kind of action that a clerk has."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.actions import acts, documents, funding, history, municipality, open_data
from app.actions.catalogue import note_service, show_service, star_service
from app.actions.changes import Changes
from app.actions.workspace import Workspace
from app.domain.documents import Document
from app.domain.history import EntryId
from app.errors import UserError
from app.store import Store
from app.text import action_title
from tests.conftest import open_copy
from tests.open_data_rows import row, write_open_data
from tests.store.test_history import dump
from tests.store.test_search import index_rows

Act = Callable[[Store, Path, int], object]


def _correct_office(store: Store, _folder: Path, number: int) -> object:
    seen = municipality.show_office(store).version
    return municipality.correct_office(store, seen, phone=f"0342 {number}", population=1000 + number)


def _correct_person(store: Store, _folder: Path, number: int) -> object:
    people = municipality.list_people(store)
    return people and municipality.correct_person(store, people[0].id, people[0].version, email=f"{number}@x.example")


def _remove_person(store: Store, _folder: Path, number: int) -> object:
    people = municipality.list_people(store)
    chosen = people[number % len(people)] if people else None
    return chosen and municipality.remove_person(store, chosen.id, chosen.version)


def _star(store: Store, _folder: Path, number: int) -> object:
    return star_service(store, "PAB-02", is_starred=bool(number % 2))


def _note_service(store: Store, _folder: Path, number: int) -> object:
    return note_service(store, "PAB-02", show_service(store, "PAB-02").mark.version, f"nota {number}")


def _note_project(store: Store, _folder: Path, number: int) -> object:
    projects = funding.list_projects(store)
    chosen = projects[number % len(projects)]
    return funding.annotate_project(store, chosen.id, chosen.version, f"nota {number}")


def _import(store: Store, folder: Path, number: int) -> object:
    """A newer file each time: a project that changes and one that is new."""
    day = f"{number % 28 + 1:02}"
    rows = [
        row(codice_ipa="c_prova", cod_comune="000000", importo_finanziamento=f"{14000 + number}.0"),
        row(codice_ipa="c_prova", cod_comune="000000", data_invio_candidatura=f"2023-01-{day}T08:00:00.000+0000"),
    ]
    file = write_open_data(folder / f"candidature_2026-09-{day}.csv", rows)
    return open_data.import_previews(store, open_data.preview_files(store, [file]))


def _loose(store: Store) -> list[Document]:
    """Documents on which nothing stands."""
    return [one for one in documents.list_documents(store) if one.name.endswith(".txt")]


def _add_document(store: Store, _folder: Path, number: int) -> object:
    return documents.add_document(store, f"testo {number}".encode(), f"{number}.txt", kind="letter")


def _correct_document(store: Store, _folder: Path, number: int) -> object:
    known = _loose(store)
    return known and documents.correct_document(
        store, known[0].id, known[0].version, title=f"Titolo {number}", protocol_on=date(2026, 1, number + 1)
    )


def _remove_document(store: Store, _folder: Path, number: int) -> object:
    known = _loose(store)
    return known and documents.remove_document(store, known[number % len(known)].id)


def _correct_act(store: Store, _folder: Path, number: int) -> object:
    known = [act for act in acts.list_acts(store) if act.accession_id is None]
    return known and acts.correct_act(store, known[0].id, known[0].version, number=str(number), is_immediate=True)


def _remove_act(store: Store, _folder: Path, number: int) -> object:
    known = [act for act in acts.list_acts(store) if act.accession_id is None]
    return known and acts.remove_act(store, known[number % len(known)].id)


ACTS: tuple[Act, ...] = (
    _correct_office,
    lambda store, _folder, number: municipality.add_person(store, "other", f"Persona {number}"),
    _correct_person,
    _remove_person,
    _star,
    _note_service,
    _note_project,
    _import,
    _add_document,
    _correct_document,
    _remove_document,
    lambda store, _folder, number: acts.register_act(store, kind="other", subject=f"Atto {number}"),
    _correct_act,
    _remove_act,
)


@given(walk=st.lists(st.integers(0, 2 * len(ACTS) + 3), max_size=14))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undo_of_do_is_where_we_were_whatever_was_done(
    walk: list[int], tmp_path_factory: pytest.TempPathFactory, example_folder: Path
) -> None:
    """One step back gives the tables and the very bytes of the index, one forward brings them again."""
    folder = tmp_path_factory.mktemp("walk")
    workspace = Workspace(folder)
    try:
        store = open_copy(workspace, example_folder)
        for number, chosen in enumerate(walk):
            before = dump(store), index_rows(store)
            entries = len(history.list_history(store, 1000))
            ACTS[chosen % len(ACTS)](store, folder, number)
            if len(history.list_history(store, 1000)) == entries:
                assert (dump(store), index_rows(store)) == before  # an action that changes nothing leaves no entry
                continue
            after = dump(store), index_rows(store)
            history.undo_last(store)
            assert (dump(store), index_rows(store)) == before
            history.redo_last(store)
            assert (dump(store), index_rows(store)) == after
            if chosen >= 2 * len(ACTS):
                history.undo_last(store)
    finally:
        workspace.close()


def test_what_a_step_touched_is_told_to_the_screens(example: Store, tmp_path: Path) -> None:
    _note_project(example, tmp_path, 0)
    _entry, changes = history.undo_last(example)
    assert changes == Changes(funding=True)
    _star(example, tmp_path, 1)
    assert history.undo_last(example)[1] == Changes(catalogue=True)
    _correct_office(example, tmp_path, 1)
    assert history.undo_last(example)[1] == Changes(municipality=True)


def test_the_next_step_is_named_before_it_is_taken(example: Store, tmp_path: Path) -> None:
    _correct_office(example, tmp_path, 1)
    state = history.undo_state(example)
    assert state.undo is not None
    assert (action_title(state.undo.title, state.undo.params), state.redo) == ("Modifica dei dati dell'ente", None)
    history.undo_last(example)
    redo = history.undo_state(example).redo
    assert redo is not None
    assert redo.id == state.undo.id


def test_an_import_undone_is_shown_with_its_action(example: Store, tmp_path: Path) -> None:
    projects = funding.list_projects(example)
    _import(example, tmp_path, 3)
    assert len(funding.list_projects(example)) == len(projects) + 2
    history.undo_last(example)
    step, action = history.list_history(example, 2)
    assert (step.title, action.title, action.is_undone) == ("funding.imported", "funding.imported", True)
    assert {change.table for change in history.show_entry(example, action.id).changes} >= {"project", "funding_import"}
    assert funding.list_projects(example) == projects


def test_an_entry_that_is_not_there_is_said(store: Store) -> None:
    with pytest.raises(UserError, match=r"history\.unknown_entry"):
        history.show_entry(store, EntryId(9999))
