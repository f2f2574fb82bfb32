# SPDX-License-Identifier: EUPL-1.2
"""Every error of SQLite and of the disk is sorted once: one of the clerk's five kinds, or a bug."""

import errno
import sqlite3
from pathlib import Path

import pytest

from app.errors import EnvironmentFault, FaultKind, UserError
from app.store.faults import fault, sort_sqlite, sorting
from app.text import sentence

KINDS = {
    sqlite3.SQLITE_FULL: FaultKind.FULL,
    sqlite3.SQLITE_BUSY: FaultKind.LOCKED,
    sqlite3.SQLITE_LOCKED: FaultKind.LOCKED,
    sqlite3.SQLITE_READONLY: FaultKind.READ_ONLY,
    sqlite3.SQLITE_CORRUPT: FaultKind.DAMAGED,
    sqlite3.SQLITE_NOTADB: FaultKind.DAMAGED,
    sqlite3.SQLITE_IOERR: FaultKind.GONE,
    sqlite3.SQLITE_IOERR_READ: FaultKind.GONE,  # an operational error, never "damaged": no recovery starts on it
    sqlite3.SQLITE_READONLY_DBMOVED: FaultKind.GONE,
    sqlite3.SQLITE_CONSTRAINT: None,
    sqlite3.SQLITE_ERROR: None,
    sqlite3.SQLITE_MISUSE: None,
}


def failing(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize("code", KINDS)
def test_an_error_of_sqlite_has_its_kind(tmp_path: Path, code: int) -> None:
    found = sort_sqlite(failing(code), tmp_path / "x.sqlite")
    assert (found.kind if found else None) == KINDS[code]


def test_a_file_that_does_not_open_is_closed_to_us_or_gone_with_its_folder(tmp_path: Path) -> None:
    error = failing(sqlite3.SQLITE_CANTOPEN)
    for place, kind in ((tmp_path / "x.sqlite", FaultKind.READ_ONLY), (tmp_path / "no" / "x.sqlite", FaultKind.GONE)):
        found = sort_sqlite(error, place)
        assert found is not None
        assert found.kind is kind


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, FaultKind.FULL),
        (errno.EDQUOT, FaultKind.FULL),
        (errno.EACCES, FaultKind.READ_ONLY),
        (errno.EROFS, FaultKind.READ_ONLY),
        (errno.ENOENT, FaultKind.GONE),
        (errno.EIO, FaultKind.GONE),
        (errno.ESTALE, FaultKind.GONE),
    ],
)
def test_an_error_of_the_disk_has_its_kind(tmp_path: Path, code: int, kind: FaultKind) -> None:
    with pytest.raises(EnvironmentFault) as caught, sorting(tmp_path):
        raise OSError(code, "x")
    assert caught.value.kind is kind


@pytest.mark.parametrize(
    "error", [OSError(errno.EINVAL, "x"), sqlite3.ProgrammingError("x"), ValueError("x"), UserError("store.none")]
)
def test_what_is_no_trouble_of_the_environment_goes_up_as_it_is(tmp_path: Path, error: Exception) -> None:
    with pytest.raises(type(error)) as caught, sorting(tmp_path):
        raise error
    assert caught.value is error


@pytest.mark.parametrize("kind", FaultKind)
def test_every_kind_says_what_was_kept(tmp_path: Path, kind: FaultKind) -> None:
    told = sentence(fault(kind, tmp_path / "x.sqlite"))
    assert "{" not in told
    assert any(word in told for word in ("rimasto", "Nulla è stato cambiato"))
