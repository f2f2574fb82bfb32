# SPDX-License-Identifier: EUPL-1.2
"""A process killed while it makes copies leaves only whole ones in the list (reliability K4, D7)."""

import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from app.actions import backup as actions
from app.actions.workspace import Workspace
from app.store import Store, backup, restore
from tests.store.test_history import dump

_ROUNDS = 12


@pytest.mark.skipif(sys.platform == "win32", reason="forking and SIGKILL are not there")
def test_killed_copies_are_never_listed(workspace: Workspace, store: Store) -> None:
    """K4: the store is untouched, what is listed is whole, what was half made goes with the next copy."""
    before = dump(store)
    start = time.monotonic()
    actions.back_up(workspace, store)
    duration = time.monotonic() - start
    workspace.close()
    folder = backup.folder_of(store.path)
    chance = random.Random(7)
    halves = 0
    for _round in range(_ROUNDS):
        done, told = os.pipe()
        pid = _copy_for_ever(workspace.folder, told)
        assert os.read(done, 1) == b"."  # one copy is whole; the next is being made
        time.sleep(chance.uniform(0, duration))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(done)
        os.close(told)
        halves += len(list(folder.glob(".*.part")))
    assert halves > 0
    listed = actions.list_backups(workspace)
    assert len(listed) > _ROUNDS
    for copy in listed:
        assert restore.verify(copy.path).rows["service"] == 93
    assert dump(workspace.need_store()) == before
    actions.back_up(workspace, workspace.need_store())
    assert list(folder.glob(".*")) == []


def _copy_for_ever(folder: Path, told: int) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        workspace = Workspace(folder)
        while True:
            actions.back_up(workspace, workspace.need_store())
            os.write(told, b".")
    finally:
        os._exit(1)
