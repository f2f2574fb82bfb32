# SPDX-License-Identifier: EUPL-1.2
"""A process killed while it adds documents leaves no row without its file (reliability K6, D10)."""

import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from app.actions import documents
from app.actions.backup import check
from app.actions.workspace import Workspace
from app.store import Store, attachments

_ROUNDS = 14
_SIZE = 400_000

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forking and SIGKILL are not there")


def test_a_killed_addition_is_whole_or_was_never_there(workspace: Workspace, store: Store) -> None:
    """At any moment: while the bytes are written, between file and row, while the row is written."""
    start = time.monotonic()
    documents.add_document(store, os.urandom(_SIZE), "misura.bin")
    duration = time.monotonic() - start
    workspace.close()
    chance = random.Random(6)
    halves = 0
    for _round in range(_ROUNDS):
        begun, told = os.pipe()
        pid = _add_for_ever(workspace.folder, told)
        assert os.read(begun, 1) == b"."
        time.sleep(chance.uniform(0, 2 * duration))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(begun)
        os.close(told)
        halves += len(list(attachments.folder_of(store.path).glob(".*.part")))
        again = workspace.need_store()
        outcome = check(again)
        assert (outcome.is_sound, outcome.missing, outcome.changed) == (True, (), ())
        assert list(attachments.folder_of(store.path).glob(".*.part")) == []
        for one in documents.list_documents(again):
            assert len(documents.content_of(again, one.id)) == one.bytes == _SIZE
        workspace.close()
    assert halves > 0
    assert len(documents.list_documents(workspace.need_store())) > _ROUNDS


@pytest.mark.usefixtures("store")
def test_between_file_and_row_there_is_a_file_that_nobody_names(workspace: Workspace) -> None:
    """The one order that there is: a row is written when its file lies in its place, so the reverse cannot be."""
    workspace.close()
    pid = os.fork()
    if not pid:
        try:
            child = Workspace(workspace.folder).need_store()
            documents.keep_document(child, b"solo il file", "a.txt")
            os.kill(os.getpid(), signal.SIGKILL)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL
    again = workspace.need_store()
    outcome = check(again)
    assert (outcome.is_whole, outcome.orphans, documents.list_documents(again)) == (True, 1, [])
    documents.add_document(again, b"solo il file", "a.txt")
    outcome = check(again)
    assert (outcome.is_whole, outcome.orphans, outcome.documents) == (True, 0, 1)


def _add_for_ever(folder: Path, told: int) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        child = Workspace(folder).need_store()
        while True:
            documents.add_document(child, os.urandom(_SIZE), "documento.bin")
            os.write(told, b".")
    finally:
        os._exit(1)
