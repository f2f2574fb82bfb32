# SPDX-License-Identifier: EUPL-1.2
"""Places that are not a readable file of a sane size are refused before reading."""

import os
import tracemalloc
from pathlib import Path

import pytest

from app.errors import UserError
from app.formats import open_data_bytes
from app.formats.open_data import read_open_data
from tests.open_data_rows import (
    IPA_CODE,
    of_others,
    row,
    write_open_data,
)

ROWS = [*of_others(3), row(), *of_others(3)]


def refusal(path: Path) -> UserError:
    with pytest.raises(UserError) as found:
        read_open_data(path, IPA_CODE, ())
    assert found.value.params["file"] == path.name
    return found.value


def test_a_missing_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "non_c_e.csv").code == "open_data.missing"
    assert refusal(write_open_data(tmp_path / "file.csv", ROWS) / "dentro.csv").code == "open_data.missing"


def test_a_name_with_a_nul(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a\0b").code == "open_data.missing"


def test_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "open_data.is_folder"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert refusal(tmp_path / "pipe.csv").code == "open_data.not_a_file"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices on this system")
def test_a_device(tmp_path: Path) -> None:
    (tmp_path / "zero.csv").symlink_to("/dev/zero")
    assert refusal(tmp_path / "zero.csv").code == "open_data.not_a_file"


def test_a_name_too_long(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("x" * 300)).code == "open_data.unreadable"


def test_too_big_is_refused_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    with path.open("wb") as file:
        file.truncate(open_data_bytes.MAX_BYTES + 1)
    tracemalloc.start()
    error = refusal(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (error.code, error.params["limit"]) == ("open_data.too_big", 200)
    assert peak < 1_000_000
