# SPDX-License-Identifier: EUPL-1.2
"""Documents as a clerk adds, corrects, removes and takes them back; what is refused leaves nothing."""

from datetime import date
from pathlib import Path

import pytest

from app.actions import acts, documents, history
from app.actions.accession_opening import remove_accession
from app.actions.accessions import show_accession
from app.domain.accession_states import State
from app.domain.accessions import AccessionId
from app.domain.documents import DocumentId
from app.errors import Stale, UserError
from app.store import Store, attachments
from app.store import documents as statements
from app.text import action_title, sentence
from tests.accessions import carry, open_join

PDF = b"%PDF-1.7 delibera"


def refused(code: str, *arguments: object, **facts: object) -> UserError:
    with pytest.raises(UserError) as told:
        documents.add_document(*arguments, **facts)  # type: ignore[arg-type] # each test says what it gives
    assert told.value.code == code
    assert sentence(told.value).count(". ") >= 1
    return told.value


@pytest.fixture
def join(store: Store) -> AccessionId:
    """A procedure that is a draft."""
    return open_join(store)


def test_a_file_is_added_with_what_is_known_of_it(store: Store, tmp_path: Path, join: AccessionId) -> None:
    source = tmp_path / "Delibera 31 città.pdf"
    source.write_bytes(b"contenuto")
    document_id, changes = documents.add_document(
        store, source, kind="resolution", accession_id=join, item_key="resolution",
        protocol_number=" 4512/2026 ", protocol_on=date(2026, 11, 6), title="La delibera",
    )  # fmt: skip
    assert (changes.documents, changes.accessions) == (True, True)
    view = documents.show_document(store, document_id)
    one = view.document
    assert (one.name, one.kind, one.origin, one.bytes) == (source.name, "resolution", "added", 9)
    assert (one.protocol_number, one.protocol_on, one.title) == ("4512/2026", date(2026, 11, 6), "La delibera")
    assert one.added_at == store.now()
    assert view.accession is not None
    assert view.accession.id == join
    assert (view.is_there, view.is_whole, view.match) == (True, True, "")
    assert documents.content_of(store, document_id) == b"contenuto"
    assert documents.list_documents(store, join) == documents.list_documents(store) == [one]
    entry = history.list_history(store)[0]
    assert action_title(entry.title, entry.params) == f"Documento aggiunto: {source.name}"


def test_it_counts_for_the_checklist(store: Store, join: AccessionId) -> None:
    view = show_accession(store, join).item("resolution")
    assert view is not None
    lacking = {one.name for one in view.missing if one.code == "document.none"}
    assert "resolution" in lacking
    documents.add_document(store, b"x", "delibera.pdf", kind="resolution", accession_id=join, item_key="resolution")
    view = show_accession(store, join).item("resolution")
    assert view is not None
    assert "resolution" not in {one.name for one in view.missing if one.code == "document.none"}


def test_the_name_is_kept_as_it_came_and_shown_so_that_nothing_hides(store: Store) -> None:
    hostile = "delibera\u202efdp.exe"
    document_id, _changes = documents.add_document(store, b"x", hostile)
    one = documents.show_document(store, document_id).document
    assert (one.name, one.kind) == (hostile, "other")
    assert history.list_history(store)[0].params["name"] == "delibera«U+202E»fdp.exe"


def test_what_cannot_be_added_leaves_nothing(store: Store, tmp_path: Path, join: AccessionId) -> None:
    (tmp_path / "vuoto.pdf").touch()
    refused("document.is_folder", store, tmp_path)
    refused("document.missing", store, tmp_path / "via.pdf")
    refused("document.empty", store, tmp_path / "vuoto.pdf")
    refused("document.is_the_store", store, store.path)
    assert "proposal" in str(refused("document.unknown_kind", store, PDF, "a.txt", kind="boh").params["known"])
    refused("accession.unknown", store, PDF, "a.txt", accession_id=AccessionId(99))
    refused("document.unknown_line", store, PDF, "a.txt", accession_id=join, item_key="boh")
    refused("document.unknown_line", store, PDF, "a.txt", item_key="resolution")
    refused("document.unknown", store, PDF, "a.txt", given_out_id=DocumentId(99))
    added, _changes = documents.add_document(store, b"non generato", "a.txt")
    refused("document.not_a_draft", store, PDF, "a.txt", given_out_id=added)
    assert [one.id for one in documents.list_documents(store)] == [added]
    kept = attachments.kept_in(attachments.folder_of(store.path))
    assert kept == {documents.list_documents(store)[0].sha256}
    with pytest.raises(UserError):
        documents.check_source(store, tmp_path)


def test_progress_is_told_and_it_can_be_stopped(store: Store, tmp_path: Path) -> None:
    source = tmp_path / "grande.txt"
    source.write_bytes(b"x" * 2_500_000)
    steps: list[int] = []
    documents.add_document(store, source, progress=lambda done, _total: steps.append(done))
    assert steps == sorted(steps)
    assert steps[-1] == 2_500_000
    refused("document.cancelled", store, source, is_cancelled=lambda: True)
    assert len(documents.list_documents(store)) == 1


def test_the_same_file_elsewhere_is_told_and_kept_once(store: Store) -> None:
    first, _one = documents.add_document(store, b"uguale", "a.txt")
    second, _two = documents.add_document(store, b"uguale", "b.txt")
    view = documents.show_document(store, second)
    assert [one.id for one in view.same_file_elsewhere] == [first]
    assert len(attachments.kept_in(attachments.folder_of(store.path))) == 1


def test_corrections_are_one_entry_while_they_are_typed(store: Store, join: AccessionId) -> None:
    document_id, _changes = documents.add_document(store, b"x", "a.txt")
    for number in ("4", "45", "451"):
        seen = documents.show_document(store, document_id).document.version
        documents.correct_document(store, document_id, seen, protocol_number=number)
    titles = [entry.title for entry in history.list_history(store)]
    assert titles[:2] == ["document.corrected", "document.added"]
    version = documents.show_document(store, document_id).document.version
    documents.correct_document(
        store, document_id, version, kind="opinion", accession_id=join, item_key="proposal", note=" del revisore "
    )
    one = documents.show_document(store, document_id).document
    assert (one.kind, one.accession_id, one.item_key, one.note) == ("opinion", join, "proposal", "del revisore")
    with pytest.raises(Stale):
        documents.correct_document(store, document_id, version, title="vecchia")
    for fields, code in (
        ({"sha256": "0" * 64}, "document.unknown_field"),
        ({"kind": "boh"}, "document.unknown_kind"),
        ({"item_key": "boh"}, "document.unknown_line"),
        ({"accession_id": 99}, "accession.unknown"),
    ):
        with pytest.raises(UserError) as told:
            documents.correct_document(store, document_id, None, **fields)
        assert told.value.code == code
    assert documents.show_document(store, document_id).document == one
    documents.correct_document(store, document_id, None, accession_id=None)
    moved = documents.show_document(store, document_id).document
    assert (moved.accession_id, moved.item_key) == (None, "")


def test_each_action_goes_back_and_forth(store: Store) -> None:
    document_id, _changes = documents.add_document(store, b"x", "a.txt")
    documents.correct_document(store, document_id, None, title="Titolo")
    documents.remove_document(store, document_id)
    assert documents.list_documents(store) == []
    history.undo_last(store)
    assert documents.content_of(store, document_id) == b"x"
    history.undo_last(store)
    assert documents.show_document(store, document_id).document.title == ""
    _entry, changes = history.undo_last(store)
    assert changes.documents
    assert documents.list_documents(store) == []
    for _time in range(2):
        history.redo_last(store)
    assert documents.show_document(store, document_id).document.title == "Titolo"
    assert documents.content_of(store, document_id) == b"x"


def test_what_something_stands_on_is_not_removed(store: Store, join: AccessionId) -> None:
    draft, _changes = documents.add_document(store, b"x", "domanda.txt", kind="request", origin="draft")
    with store.write("document.added", name="b") as session:
        statements.add_document(
            session, sha256="0" * 64, bytes=1, name="b", kind="request", origin="added", given_out_id=draft,
            added_at=store.now(),
        )  # fmt: skip
    with pytest.raises(UserError) as told:
        documents.remove_document(store, draft)
    assert told.value.code == "document.in_use"
    package, _changes = documents.add_document(
        store, b"zip", "p.zip", kind="package", accession_id=join, origin="package"
    )
    carry(store, join, State.SENT)
    with pytest.raises(UserError) as sent:
        documents.remove_document(store, package)
    assert sent.value.code == "document.was_sent"


def test_a_missing_or_changed_file_is_told(store: Store) -> None:
    document_id, _changes = documents.add_document(store, b"come era", "a.txt")
    place = attachments.place_of(store.path, documents.show_document(store, document_id).document.sha256)
    place.write_bytes(b"com'\xe8 ora")
    view = documents.show_document(store, document_id)
    assert (view.is_there, view.is_whole) == (True, False)
    place.write_bytes(b"come ora")
    assert not documents.show_document(store, document_id).is_whole
    with pytest.raises(UserError) as told:
        documents.content_of(store, document_id)
    assert told.value.code == "document.file_changed"
    place.unlink()
    view = documents.show_document(store, document_id)
    assert (view.is_there, view.is_whole) == (False, False)
    with pytest.raises(UserError):
        documents.content_of(store, document_id)


def test_a_document_outlives_its_draft_of_a_procedure(store: Store, join: AccessionId) -> None:
    document_id, _changes = documents.add_document(store, b"x", "a.txt", accession_id=join, item_key="proposal")
    remove_accession(store, join)
    view = documents.show_document(store, document_id)
    assert view.accession is None
    seen = documents.correct_document(store, document_id, view.document.version, title="sola")
    assert seen.documents


def test_the_file_of_an_act_is_named_by_its_act(store: Store, tmp_path: Path) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.PROPOSED)
    act = show_accession(store, accession_id).case.act("resolution")
    assert act is not None
    assert act.document_id is None
    file = tmp_path / "delibera.pdf"
    file.write_bytes(b"delibera")
    document_id, _changes = documents.add_document(
        store, file, kind="resolution", accession_id=accession_id, item_key="resolution"
    )
    assert acts.show_act(store, act.id).act.document_id == document_id
    history.undo_last(store)
    assert acts.show_act(store, act.id).act.document_id is None
