# SPDX-License-Identifier: EUPL-1.2
"""The register of acts: written down, corrected while typed, taken out, taken back."""

from datetime import date

import pytest

from app.actions import acts, documents, history
from app.actions.accessions import show_accession
from app.domain.acts import ActId
from app.errors import Stale, UserError
from app.store import Store
from tests.accessions import open_join

RESOLVED, PUBLISHED = date(2026, 9, 20), date(2026, 9, 22)


def test_an_act_is_registered_and_seen_by_its_procedure(store: Store) -> None:
    join = open_join(store)
    file, _changes = documents.add_document(store, b"delibera", "delibera.txt", kind="resolution", accession_id=join)
    act_id, changes = acts.register_act(
        store, kind="resolution", body="council", number=" 31 ", on=RESOLVED, subject="Adesione", accession_id=join,
        published_on=PUBLISHED, document_id=file,
    )  # fmt: skip
    assert (changes.documents, changes.accessions) == (True, True)
    view = acts.show_act(store, act_id)
    assert (view.act.number, view.act.body, view.act.is_immediate) == ("31", "council", False)
    assert view.accession is not None
    assert view.document is not None
    assert (view.accession.id, view.document.id) == (join, file)
    assert (view.enforceable_on, view.computed_published_until) == (date(2026, 10, 3), date(2026, 10, 7))
    assert acts.list_acts(store, join) == acts.list_acts(store) == [view.act]
    assert show_accession(store, join).case.act("resolution") == view.act
    assert documents.show_document(store, file).acts == (view.act,)
    assert history.list_history(store)[0].params == {"act": "Delibera n. 31"}


def test_the_day_of_the_clerk_holds_with_its_reason(store: Store) -> None:
    act_id, _changes = acts.register_act(store, kind="resolution", on=RESOLVED, published_on=PUBLISHED)
    acts.correct_act(store, act_id, None, enforceable_on=date(2026, 10, 18), enforceable_reason="dalla fine")
    view = acts.show_act(store, act_id)
    assert (view.enforceable_on, view.computed_enforceable_on) == (date(2026, 10, 18), date(2026, 10, 3))


def test_what_is_typed_letter_by_letter_is_one_entry(store: Store) -> None:
    act_id, _changes = acts.register_act(store, kind="determination")
    for number in ("1", "12", "124"):
        acts.correct_act(store, act_id, acts.show_act(store, act_id).act.version, number=number)
    assert [entry.title for entry in history.list_history(store)[:2]] == ["act.corrected", "act.registered"]
    with pytest.raises(Stale):
        acts.correct_act(store, act_id, 1, number="9")
    history.undo_last(store)
    assert acts.show_act(store, act_id).act.number == ""
    history.redo_last(store)
    assert acts.show_act(store, act_id).act.number == "124"


def test_what_cannot_stand_is_refused_and_nothing_is_written(store: Store) -> None:
    act_id, _changes = acts.register_act(store, kind="resolution", on=RESOLVED)
    before = acts.list_acts(store)
    for fields, code in (
        ({"published_on": date(2026, 9, 1)}, "act.published_before"),
        ({"document_id": 99}, "document.unknown"),
        ({"accession_id": 99}, "accession.unknown"),
    ):
        with pytest.raises(UserError) as told:
            acts.correct_act(store, act_id, None, **fields)
        assert told.value.code == code
        with pytest.raises(UserError):
            acts.register_act(store, kind="resolution", on=RESOLVED, **fields)
    assert acts.list_acts(store) == before
    for deed in (acts.show_act, acts.remove_act):
        with pytest.raises(UserError) as gone:
            deed(store, ActId(99))
        assert gone.value.code == "act.unknown"


def test_another_act_with_the_same_number_in_the_year_is_told(store: Store) -> None:
    first, _one = acts.register_act(store, kind="resolution", body="council", number="31", on=RESOLVED)
    acts.register_act(store, kind="resolution", body="council", number="31", on=date(2025, 9, 1))
    acts.register_act(store, kind="resolution", body="executive", number="31", on=RESOLVED)
    second, _two = acts.register_act(store, kind="resolution", body="council", number="31")
    assert [one.id for one in acts.show_act(store, second).namesakes] == [first, first + 1]
    assert [one.id for one in acts.show_act(store, first).namesakes] == [second]


def test_a_file_that_is_taken_off_leaves_its_act(store: Store) -> None:
    file, _changes = documents.add_document(store, b"x", "a.txt")
    act_id, _changes = acts.register_act(store, kind="other", document_id=file)
    documents.remove_document(store, file)
    assert acts.show_act(store, act_id).act.document_id is None
    history.undo_last(store)
    assert acts.show_act(store, act_id).act.document_id == file


def test_an_act_that_is_taken_out_leaves_its_file(store: Store) -> None:
    file, _changes = documents.add_document(store, b"x", "a.txt")
    act_id, _changes = acts.register_act(store, kind="other", document_id=file)
    acts.remove_act(store, act_id)
    assert acts.list_acts(store) == []
    assert documents.content_of(store, file) == b"x"
    history.undo_last(store)
    assert acts.show_act(store, act_id).document is not None
