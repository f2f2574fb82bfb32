# SPDX-License-Identifier: EUPL-1.2
"""Writing whole files or nothing."""

import os
from pathlib import Path

import pytest

from app.files import write_atomically


def test_replaces_the_old_file_and_leaves_no_neighbour(tmp_path: Path) -> None:
    target = tmp_path / "prova.txt"
    target.write_bytes(b"vecchio")
    write_atomically(target, b"nuovo")
    assert target.read_bytes() == b"nuovo"
    assert list(tmp_path.iterdir()) == [target]
    assert target.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_written_keeps_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "cartella"
    target.mkdir()
    (target / "dentro").write_bytes(b"x")
    with pytest.raises(OSError, match=os.strerror(21)):
        write_atomically(target, b"nuovo")
    assert [path.name for path in tmp_path.iterdir()] == ["cartella"]
