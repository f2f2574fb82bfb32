# SPDX-License-Identifier: EUPL-1.2
"""Damaged, missing and half written attachments, and the copies that other programs open (reliability K6, O7, G5).

Processes killed at any moment of an addition are in test_kill_documents.py.
"""

from __future__ import annotations

import os
import signal
import stat
import sys
from pathlib import Path

import pytest

from app.actions import backup, document_files, documents
from app.actions.accession_folder import write_folder
from app.actions.document_survey import survey_documents
from app.actions.workspace import Workspace
from app.domain.documents import DocumentId
from app.errors import UserError
from app.store import Store, attachments, opened_copies
from app.text import sentence
from tests.conftest import NOW
from tests.sending import sent_join

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="forking and SIGKILL are not there")


def place(store: Store, document_id: DocumentId) -> Path:
    return attachments.place_of(store.path, documents.show_document(store, document_id).document.sha256)


def added(store: Store, count: int) -> list[DocumentId]:
    return [documents.add_document(store, b"delibera %d" % number, f"{number}.pdf")[0] for number in range(count)]


@POSIX
@pytest.mark.parametrize("before", ["replace", "fsync"])
def test_k6_a_kill_at_each_call_of_the_system_leaves_no_row_without_its_file(
    workspace: Workspace, store: Store, before: str
) -> None:
    """Killed before the n-th rename or flush of an addition: as it was, or the whole of it."""
    seen = set()
    workspace.close()
    for number in range(1, 12):
        pid = os.fork()
        if not pid:
            _add_until(workspace.folder, before, number)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        again = workspace.need_store()
        outcome = backup.check(again)
        assert (outcome.is_sound, outcome.missing, outcome.changed) == (True, (), ())
        listed = documents.list_documents(again)
        for one in listed:
            assert documents.content_of(again, one.id).startswith(b"numero ")
        assert not list(attachments.folder_of(store.path).rglob("*.part"))
        seen.add((code, outcome.orphans > 0))
        workspace.close()
        if code == 0:
            break
    assert {code for code, _orphan in seen} == {0, -signal.SIGKILL}


def _add_until(folder: Path, call: str, number: int) -> None:
    """In a process of its own: add a document and die just before the system is called for the n-th time."""
    try:
        child = Workspace(folder, clock=lambda: NOW).need_store()
        left = number
        owner: object = os if call == "fsync" else Path
        real = getattr(owner, call)

        def dying(*words: object) -> object:
            nonlocal left
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*words)

        setattr(owner, call, dying)
        documents.add_document(child, b"numero %d" % number, f"{number}.txt")
        os._exit(0)
    finally:
        os._exit(1)


def test_o7_a_changed_byte_and_a_missing_file_are_told_by_name_and_the_others_are_usable(
    workspace: Workspace, store: Store, tmp_path: Path
) -> None:
    changed, missing, whole = added(store, 3)
    backup.back_up(workspace, store)
    content = bytearray(place(store, changed).read_bytes())
    for position in range(len(content)):
        content[position] ^= 1
        place(store, changed).write_bytes(content)
        outcome = backup.check(store)
        assert (outcome.is_whole, outcome.changed, outcome.missing) == (False, ("0.pdf",), ())
        content[position] ^= 1
    content[0] ^= 1
    place(store, changed).write_bytes(content)
    place(store, missing).unlink()
    outcome = backup.check(store)
    assert (outcome.changed, outcome.missing) == (("0.pdf",), ("1.pdf",))
    views = [documents.show_document(store, one) for one in (changed, missing, whole)]
    assert [(view.is_there, view.is_whole) for view in views] == [(True, False), (False, False), (True, True)]
    for document_id, code in ((changed, "document.file_changed"), (missing, "document.file_missing")):
        for ask in (documents.content_of, document_files.open_copy, document_files.preview_document):
            with pytest.raises(UserError) as refused:
                ask(store, document_id)
            assert refused.value.code == code
            assert f"{document_id - 1}.pdf" in sentence(refused.value)
    assert documents.content_of(store, whole) == b"delibera 2"
    target = document_files.save_document_as(store, whole, tmp_path / "salvata.pdf")
    assert target.read_bytes() == b"delibera 2"
    assert len(survey_documents(store).documents) == 3


def test_o7_restoring_a_copy_brings_damaged_and_missing_files_back(workspace: Workspace, store: Store) -> None:
    ids = added(store, 3)
    made = backup.back_up(workspace, store)
    place(store, ids[0]).write_bytes(b"guasta")
    place(store, ids[1]).unlink()
    again = backup.restore(workspace, made.path)
    assert backup.check(again).is_whole
    assert [documents.content_of(again, one) for one in ids] == [b"delibera 0", b"delibera 1", b"delibera 2"]


def test_o7_a_damaged_file_is_never_given_to_the_registry(store: Store, tmp_path: Path) -> None:
    accession_id = sent_join(store)
    document = documents.list_documents(store, accession_id)[0]
    place(store, document.id).write_bytes(b"guasta")
    with pytest.raises(UserError) as refused:
        write_folder(store, accession_id, tmp_path / "fascicolo")
    assert refused.value.code == "document.file_changed"
    assert document.name in sentence(refused.value)
    assert not list(tmp_path.glob("*fascicolo*"))


def test_g5_copies_are_private_and_gone_at_the_end_and_at_the_next_start(workspace: Workspace, store: Store) -> None:
    (document_id,) = added(store, 1)
    copies = [document_files.open_copy(store, document_id) for _time in range(3)]
    folder = opened_copies.folder_of(store.path)
    assert len(set(copies)) == 3
    if sys.platform != "win32":
        assert {stat.S_IMODE(copy.stat().st_mode) for copy in copies} == {0o600}
        above = [copies[0].parent, folder, attachments.folder_of(store.path)]
        assert {stat.S_IMODE(one.stat().st_mode) for one in above} == {0o700}
    copies[0].write_bytes(b"cambiata da un altro programma")
    assert documents.content_of(store, document_id) == b"delibera 0"
    assert backup.check(store).is_whole
    workspace.close()
    assert not folder.exists()
    assert documents.content_of(workspace.need_store(), document_id) == b"delibera 0"


@POSIX
def test_g5_a_killed_program_leaves_copies_only_until_the_next_start(workspace: Workspace, store: Store) -> None:
    (document_id,) = added(store, 1)
    folder = opened_copies.folder_of(store.path)
    workspace.close()
    pid = os.fork()
    if not pid:
        try:
            os.umask(0)
            document_files.open_copy(Workspace(workspace.folder).need_store(), document_id)
            os.kill(os.getpid(), signal.SIGKILL)
        finally:
            os._exit(1)
    os.waitpid(pid, 0)
    (left,) = [file for file in folder.rglob("*") if file.is_file()]
    assert stat.S_IMODE(left.stat().st_mode) == 0o600
    assert stat.S_IMODE(left.parent.stat().st_mode) == 0o700
    workspace.need_store()
    assert not folder.exists()
