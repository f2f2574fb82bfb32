# SPDX-License-Identifier: EUPL-1.2
"""Every error of SQLite and of the disk, sorted once: the clerk's five kinds, or a bug."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.errors import EnvironmentFault, FaultKind, kind_of
from app.text import _

_BY_CODE = {
    sqlite3.SQLITE_FULL: FaultKind.FULL,
    sqlite3.SQLITE_BUSY: FaultKind.LOCKED,
    sqlite3.SQLITE_LOCKED: FaultKind.LOCKED,
    sqlite3.SQLITE_READONLY: FaultKind.READ_ONLY,
    sqlite3.SQLITE_PERM: FaultKind.READ_ONLY,
    sqlite3.SQLITE_AUTH: FaultKind.READ_ONLY,
    sqlite3.SQLITE_CORRUPT: FaultKind.DAMAGED,
    sqlite3.SQLITE_NOTADB: FaultKind.DAMAGED,
    sqlite3.SQLITE_IOERR: FaultKind.GONE,
    sqlite3.SQLITE_CANTOPEN: FaultKind.GONE,
    sqlite3.SQLITE_PROTOCOL: FaultKind.LOCKED,
}
_PRIMARY = 0xFF  # the low byte of an extended result code


def sort_sqlite(error: sqlite3.Error, place: Path) -> EnvironmentFault | None:
    """The clerk's kind of an SQLite error, or None for a bug of ours."""
    extended = getattr(error, "sqlite_errorcode", None)
    if extended is None:
        return None
    kind = _BY_CODE.get(extended & _PRIMARY)
    if extended == sqlite3.SQLITE_READONLY_DBMOVED:
        kind = FaultKind.GONE
    if kind is FaultKind.GONE and place.parent.exists() and extended & _PRIMARY == sqlite3.SQLITE_CANTOPEN:
        kind = FaultKind.READ_ONLY
    return fault(kind, place) if kind else None


def sort_os(error: OSError, place: Path) -> EnvironmentFault | None:
    """The clerk's kind of an error of the disk, or None for a bug of ours."""
    kind = kind_of(error)
    return fault(kind, place) if kind else None


def fault(kind: FaultKind, place: Path, owner: str = "") -> EnvironmentFault:
    """A fault that names the place and, when locked, who has it."""
    return EnvironmentFault(kind, place=place.name, owner=owner or _("un altro programma"))


@contextmanager
def sorting(place: Path) -> Iterator[None]:
    """Turn the trouble of the environment into `EnvironmentFault`; let bugs through as they are."""
    try:
        yield
    except DBAPIError as error:
        cause = error.orig
        sorted_fault = sort_sqlite(cause, place) if isinstance(cause, sqlite3.Error) else None
        if sorted_fault:
            raise sorted_fault from error
        raise
    except sqlite3.Error as error:
        sorted_fault = sort_sqlite(error, place)
        if sorted_fault:
            raise sorted_fault from error
        raise
    except OSError as error:
        sorted_fault = sort_os(error, place)
        if sorted_fault:
            raise sorted_fault from error
        raise
