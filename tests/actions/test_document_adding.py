# SPDX-License-Identifier: EUPL-1.2
"""Several files at once: one action for those that can be added, a reason for each of the others."""

from pathlib import Path

import pytest

from app.actions import documents, history
from app.actions.document_adding import add_documents
from app.errors import UserError
from app.store import Store
from app.text import action_title


def test_what_can_be_added_is_added_in_one_step(store: Store, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.txt", "manca.txt", "b.txt", "vuoto.txt")]
    for file in (files[0], files[2]):
        file.write_text(file.name)
    files[3].touch()
    outcome = add_documents(store, files, kind="letter")
    assert [documents.show_document(store, one).document.name for one in outcome.added] == ["a.txt", "b.txt"]
    assert [(one.file.name, one.error.code) for one in outcome.refused] == [
        ("manca.txt", "document.missing"),
        ("vuoto.txt", "document.empty"),
    ]
    assert outcome.changes.documents
    entry = history.list_history(store)[0]
    assert action_title(entry.title, entry.params) == "Documenti aggiunti: 2"
    history.undo_last(store)
    assert documents.list_documents(store) == []


def test_one_file_is_named_and_none_changes_nothing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    add_documents(store, [tmp_path / "a.txt"])
    entry = history.list_history(store)[0]
    assert action_title(entry.title, entry.params) == "Documento aggiunto: a.txt"
    outcome = add_documents(store, [tmp_path])
    assert (outcome.added, outcome.changes.history, len(outcome.refused)) == ((), False, 1)


def test_stopped_in_the_middle_nothing_is_written(store: Store, tmp_path: Path) -> None:
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for file in files:
        file.write_text(file.name)
    answers = iter((False, True))
    with pytest.raises(UserError) as told:
        add_documents(store, files, is_cancelled=lambda: next(answers))
    assert told.value.code == "document.cancelled"
    assert documents.list_documents(store) == []
