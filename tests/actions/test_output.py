# SPDX-License-Identifier: EUPL-1.2
"""Trouble with a file that the clerk asked for is told of that file, with the right kind."""

import errno
from pathlib import Path

import pytest

from app.actions.output import writing
from app.errors import EnvironmentFault, FaultKind, UserError
from app.files import write_atomically
from app.text import sentence


@pytest.mark.parametrize(
    ("code", "kind"),
    [(errno.ENOSPC, FaultKind.FULL), (errno.EACCES, FaultKind.READ_ONLY), (errno.EROFS, FaultKind.READ_ONLY)],
)
def test_a_disk_that_is_full_or_closed_is_of_the_environment(tmp_path: Path, code: int, kind: FaultKind) -> None:
    with pytest.raises(EnvironmentFault) as caught, writing(tmp_path / "elenco.csv"):
        raise OSError(code, "x")
    assert caught.value.kind is kind


@pytest.mark.parametrize(
    ("name", "reason"),
    [("no/elenco.csv", "la cartella non c'è"), ("cartella", "cartella"), ("x" * 300, "il nome è troppo lungo")],
)
def test_a_place_that_takes_no_file_is_said_with_its_reason(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "cartella").mkdir()
    with pytest.raises(UserError, match=r"file\.not_written") as caught, writing(tmp_path / name):
        write_atomically(tmp_path / name, b"x")
    assert reason in sentence(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["cartella"]


def test_another_error_is_no_trouble_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), writing(tmp_path / "x"):
        raise ZeroDivisionError
