# SPDX-License-Identifier: EUPL-1.2
"""A file that the clerk chose is read whole or refused."""

import os
from pathlib import Path

import pytest

from app.actions.incoming import read_file
from app.errors import UserError


def test_a_file_is_read_whole_up_to_its_limit(tmp_path: Path) -> None:
    file = tmp_path / "f"
    file.write_bytes(b"12345")
    assert read_file(file, 5) == b"12345"
    with pytest.raises(UserError, match=r"document\.too_big"):
        read_file(file, 4)


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    refused = {"manca": "document.missing", "": "document.is_folder", "pipe": "document.not_a_file"}
    for name, code in refused.items():
        with pytest.raises(UserError) as caught:
            read_file(tmp_path / name, 5)
        assert caught.value.code == code
    with pytest.raises(UserError, match=r"document\.not_opened"):
        read_file(Path("a\x00b"), 5)
