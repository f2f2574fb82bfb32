# SPDX-License-Identifier: EUPL-1.2
"""One program at a time on a store; the second is told who has it and since when, and nothing stays stuck."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions import backup, municipality
from app.actions.workspace import Workspace
from app.errors import EnvironmentFault, FaultKind
from app.store import Store
from app.store.lock import StoreLock
from app.text import sentence
from tests.conftest import NOW

_ROOT = Path(__file__).resolve().parents[2]
_HOLD = """
import sys, time
from datetime import datetime, timezone
from pathlib import Path
from app.actions.workspace import Workspace
clock = lambda: datetime(2026, 11, 23, 8, 0, tzinfo=timezone.utc)
workspace = Workspace(Path(sys.argv[1]), clock=clock)
workspace.change_settings(who="Carla Esempi")
workspace.need_store()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(workspace: Workspace, store: Store) -> Iterator[subprocess.Popen[str]]:
    """Another process that has our store open."""
    workspace.close()
    assert store.path.exists()
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(workspace.folder)],
        cwd=_ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_the_second_program_is_told_who_has_it_and_since_when(
    workspace: Workspace, holder: subprocess.Popen[str]
) -> None:
    """Reliability M1."""
    assert holder.poll() is None
    with pytest.raises(EnvironmentFault) as caught:
        workspace.need_store()
    assert caught.value.kind is FaultKind.LOCKED
    told = sentence(caught.value)
    assert "Carla Esempi" in told
    assert "23/11/2026 09:00" in told  # the clock of Rome, wherever the computer thinks it is


def test_a_restore_under_another_program_is_refused(
    workspace: Workspace, aprica_folder: Path, holder: subprocess.Popen[str]
) -> None:
    assert holder.poll() is None
    (copy,) = aprica_folder.glob("*.sqlite")
    before = sorted(path.name for path in workspace.folder.iterdir())
    inode = (workspace.folder / copy.name).stat().st_ino
    with pytest.raises(EnvironmentFault) as caught:
        backup.restore(workspace, copy)
    assert caught.value.kind is FaultKind.LOCKED
    assert (workspace.folder / copy.name).stat().st_ino == inode
    assert sorted(path.name for path in workspace.folder.iterdir()) == before


def test_a_killed_program_leaves_no_lock_and_the_next_looks_closer(
    workspace: Workspace, holder: subprocess.Popen[str]
) -> None:
    """Reliability K10: the system drops the lock, the name that stays tells of the unclean end."""
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    lock = StoreLock(workspace.folder / "comune-a337.sqlite")
    lock.take(NOW, "x")
    assert lock.was_unclean
    lock.release(is_clean=False)
    assert municipality.show_office(workspace.need_store()).name == "Aprica"


def test_fifty_kills_in_a_row_leave_nothing_stuck(workspace: Workspace, store: Store) -> None:
    """Reliability K10, with a lock alone: taking it needs no more than the file."""
    workspace.close()
    for _round in range(50):
        if not (pid := os.fork()):
            StoreLock(store.path).take(NOW, "x")
            os.kill(os.getpid(), signal.SIGKILL)
        os.waitpid(pid, 0)
    lock = StoreLock(store.path)
    lock.take(NOW, "x")
    assert lock.was_unclean
    lock.release()


def test_a_clean_end_clears_the_name(tmp_path: Path) -> None:
    lock = StoreLock(tmp_path / "x.sqlite")
    lock.take(NOW, "Carla")
    assert json.loads(lock.path.read_text())["who"] == "Carla"
    size = lock.path.stat().st_size
    lock.release()
    assert (lock.path.read_text().strip(), lock.path.stat().st_size) == ("", size)
    again = StoreLock(tmp_path / "x.sqlite")
    again.take(NOW, "Dina")
    assert not again.was_unclean
    again.release()


def test_a_very_long_name_is_cut_and_still_read(tmp_path: Path) -> None:
    lock, other = StoreLock(tmp_path / "x.sqlite"), StoreLock(tmp_path / "x.sqlite")
    lock.take(NOW, "è" * 300)
    with pytest.raises(EnvironmentFault) as caught:
        other.take(NOW, "x")
    assert "è" * 60 in str(caught.value.params["owner"])
    lock.release()


def test_a_disk_without_room_for_the_name_keeps_nobody_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reliability D1f: on a full disk one still reads, prints elsewhere, and copies to a stick."""

    def full(_handle: int, _content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    lock = StoreLock(tmp_path / "x.sqlite")
    lock.take(NOW, "Carla")
    with pytest.raises(EnvironmentFault):
        StoreLock(tmp_path / "x.sqlite").take(NOW, "Dina")
    lock.release()
