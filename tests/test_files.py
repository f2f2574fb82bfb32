# SPDX-License-Identifier: EUPL-1.2
"""Writing whole files or nothing."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from app import files
from app.files import write_atomically


def test_replaces_the_old_file_and_leaves_no_neighbour(tmp_path: Path) -> None:
    target = tmp_path / "prova.txt"
    target.write_bytes(b"vecchio")
    write_atomically(target, b"nuovo")
    assert target.read_bytes() == b"nuovo"
    assert list(tmp_path.iterdir()) == [target]
    assert target.stat().st_mode & 0o077 == 0


def test_a_name_as_long_as_the_disk_takes_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("è" * 125 + ".pdf")
    write_atomically(target, b"nuovo")
    assert [file.name for file in tmp_path.iterdir()] == [target.name]


def test_a_folder_that_cannot_be_written_keeps_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "cartella"
    target.mkdir()
    (target / "dentro").write_bytes(b"x")
    with pytest.raises(OSError, match=os.strerror(21)):
        write_atomically(target, b"nuovo")
    assert [path.name for path in tmp_path.iterdir()] == ["cartella"]


@pytest.mark.skipif(sys.platform != "linux", reason="reads the mounts of Linux")
def test_disk_of_a_folder_is_that_of_the_nearest_mount(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    share = tmp_path / "rete comunale"
    mounts = tmp_path / "mounts"
    place = str(share).replace(" ", "\\040")
    told = ["disco / ext4 rw 0 0", f"nas:/c {place} nfs4 rw 0 0", "rotta"]
    mounts.write_text("\n".join(told), encoding="utf-8")
    monkeypatch.setattr(files, "_MOUNTS", mounts)
    assert files.disk_kind(share / "campanile") == "nfs4"
    assert files.disk_kind(tmp_path / "altrove") == "ext4"


@pytest.mark.skipif(sys.platform != "linux", reason="reads the mounts of Linux")
def test_system_that_tells_no_mounts_gives_no_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(files, "_MOUNTS", tmp_path / "nulla")
    assert files.disk_kind(tmp_path) == ""


def test_a_disk_that_cannot_flush_a_folder_has_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some disks of the network refuse that call; an error of the disk itself still goes up."""
    flush = os.fsync

    def refusing(code: int) -> None:
        def refuse(handle: int) -> None:
            if stat.S_ISDIR(os.fstat(handle).st_mode):
                raise OSError(code, "x")
            flush(handle)

        monkeypatch.setattr(os, "fsync", refuse)

    refusing(errno.EINVAL)
    write_atomically(tmp_path / "x", b"new")
    assert (tmp_path / "x").read_bytes() == b"new"
    refusing(errno.EIO)
    with pytest.raises(OSError, match="x"):
        write_atomically(tmp_path / "x", b"newer")
