# SPDX-License-Identifier: EUPL-1.2
"""The attachments of copies: kept once, named in the manifest, counted, brought back, let go with the last copy."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from app.actions import backup as actions
from app.actions import documents
from app.actions.workspace import Workspace
from app.domain.documents import DocumentId
from app.store import Store, attachments, backup, kept_documents, restore
from app.store.measure import manifest_of
from tests.conftest import NOW

Filled = tuple[Store, list[DocumentId]]


def add(store: Store, text: str) -> DocumentId:
    return documents.add_document(store, text.encode(), f"{text}.txt")[0]


def place(store: Store, document_id: DocumentId) -> Path:
    return attachments.place_of(store.path, documents.show_document(store, document_id).document.sha256)


def files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def damage(file: Path) -> None:
    """Flip one bit where the file lies, as an old disk does."""
    content = bytearray(file.read_bytes())
    content[0] ^= 1
    with file.open("r+b") as opened:
        opened.write(content)


@pytest.fixture
def filled(store: Store) -> Filled:
    """Three documents, two of them of the same bytes."""
    added = [add(store, "uno"), add(store, "due")]
    added.append(documents.add_document(store, b"due", "copia.txt")[0])
    return store, added


def test_two_copies_keep_each_file_once_and_name_it(workspace: Workspace, filled: Filled) -> None:
    store, added = filled
    first = actions.back_up(workspace, store)
    shared = kept_documents.shared_folder(first.path.parent)
    before = {file: file.stat().st_mtime_ns for file in files(shared)}
    second = actions.back_up(workspace, store)
    assert {file: file.stat().st_mtime_ns for file in files(shared)} == before
    assert len(before) == 2
    told = json.loads(manifest_of(second.path).read_bytes())
    assert {(one["sha256"], one["bytes"], one["name"]) for one in told["documents"]} == {
        (place(store, added[0]).name, 3, "uno.txt"),
        (place(store, added[1]).name, 3, "copia.txt"),
    }
    assert (second.documents, second.lacking) == (2, ())
    looked = restore.verify(second.path)
    assert (looked.documents, looked.lacking) == (2, ())


def test_a_damaged_sector_of_the_disk_does_not_reach_the_copy(workspace: Workspace, filled: Filled) -> None:
    """Reliability O7: flagged by name, the others usable, restorable from the copy."""
    store, added = filled
    actions.back_up(workspace, store)
    damage(place(store, added[0]))
    place(store, added[1]).unlink()
    outcome = actions.check(store)
    assert (outcome.is_sound, outcome.is_whole) == (True, False)
    assert (outcome.changed, outcome.missing) == (("uno.txt",), ("due.txt", "copia.txt"))
    assert outcome.documents == 2
    assert actions.mend_documents(store) == 2
    assert actions.check(store).is_whole
    assert documents.content_of(store, added[0]) == b"uno"
    assert actions.mend_documents(store) == 0


def test_restoring_brings_the_files_back_first(workspace: Workspace, filled: Filled) -> None:
    store, added = filled
    copy = actions.back_up(workspace, store)
    damage(place(store, added[0]))
    place(store, added[1]).unlink()
    restored = actions.restore(workspace, copy.path)
    assert actions.check(restored).is_whole
    assert [documents.content_of(restored, one) for one in added] == [b"uno", b"due", b"due"]


def test_a_copy_by_name_travels_with_its_files(workspace: Workspace, filled: Filled, tmp_path: Path) -> None:
    store, added = filled
    target = tmp_path / "chiavetta" / "copia.sqlite"
    copy = actions.back_up(workspace, store, target)
    beside = target.with_name("copia.sqlite.documents")
    assert (copy.documents, len(files(beside))) == (2, 2)
    stray = beside / "lettera.odt"
    stray.write_text("del clerk")
    documents.remove_document(store, added[0])
    add(store, "tre")
    assert actions.back_up(workspace, store, target).documents == 2
    assert sorted(file.read_text() for file in files(beside)) == ["del clerk", "due", "tre"]
    other = Workspace(tmp_path / "altro computer", clock=lambda: NOW)
    other.folder.mkdir()
    moved = tmp_path / "altrove"
    target.parent.rename(moved)
    taken = actions.restore(other, moved / "copia.sqlite")
    assert actions.check(taken).is_whole
    assert sorted(documents.content_of(taken, one.id) for one in documents.list_documents(taken)) == [
        b"due",
        b"due",
        b"tre",
    ]
    other.close()


def test_a_copy_that_lacks_a_file_says_so_and_is_a_copy_all_the_same(workspace: Workspace, filled: Filled) -> None:
    store, added = filled
    place(store, added[0]).unlink()
    copy = actions.back_up(workspace, store)
    assert (copy.is_verified, copy.documents, copy.lacking) == (True, 2, ("uno.txt",))
    shared = kept_documents.shared_folder(copy.path.parent)
    damage(attachments.place_in(shared, place(store, added[1]).name))
    assert restore.verify(copy.path).lacking == ("uno.txt", "copia.txt")
    restored = actions.restore(workspace, copy.path)
    assert actions.check(restored).missing == ("uno.txt",)


def test_files_go_with_the_last_copy_that_names_them(store: Store) -> None:
    old = add(store, "vecchio")
    for days in (5.1, 5.2):
        backup.copy_engine(store.engine, store.path, NOW - timedelta(days=days), reason="daily")
    documents.remove_document(store, old)
    kept = add(store, "nuovo")
    backup.copy_engine(store.engine, store.path, NOW - timedelta(days=5), reason="daily")
    folder = backup.folder_of(store.path)
    shared = kept_documents.shared_folder(folder)
    (shared / ".0123.part").write_bytes(b"mezzo")
    assert len(backup.thin_out(folder, NOW)) == 2
    assert [file.read_text() for file in files(shared)] == ["nuovo"]
    assert place(store, kept).exists()
    for copy in backup.list_backups(folder):
        assert restore.verify(copy.path).lacking == ()


def test_a_copy_that_cannot_be_read_keeps_all_files(store: Store) -> None:
    removed = add(store, "tolto")
    copy = backup.copy_engine(store.engine, store.path, NOW, reason="daily")
    documents.remove_document(store, removed)
    copy.path.write_bytes(b"guasta")
    backup.thin_out(backup.folder_of(store.path), NOW)
    assert len(files(kept_documents.shared_folder(copy.path.parent))) == 1


def test_the_example_goes_with_its_files(workspace: Workspace, example: Store) -> None:
    add(example, "prova")
    actions.back_up(workspace, example)
    workspace.remove_example()
    assert [file.name for file in workspace.folder.rglob("*") if file.is_file() and "esempio" in str(file)] == []
