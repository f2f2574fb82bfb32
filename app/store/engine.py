# SPDX-License-Identifier: EUPL-1.2
"""The engine on one SQLite file, with the settings of reliability D1-D5 and D17.

We send BEGIN ourselves, so that a change of the schema rolls back like any other; one connection
holds the file for as long as the store is open.
"""

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event

from app.errors import UserError

APPLICATION_ID = 0x43414D50  # "CAMP"
MAGIC = b"SQLite format 3\x00"
_LONGEST_PATH = 480  # bytes; SQLite itself fails above about 512
_BUSY_MS = 200

_ON_CONNECT = (
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA synchronous=FULL",
    "PRAGMA temp_store=MEMORY",
    f"PRAGMA busy_timeout={_BUSY_MS}",
)


def make_engine(path: Path, *, is_read_only: bool = False) -> Engine:
    """An engine whose one connection is opened at first use; UserError for a path SQLite cannot take."""
    check_length(path)
    if is_read_only:
        url = URL.create("sqlite", database=f"{path.as_uri()}?mode=ro", query={"uri": "true"})
        engine = create_engine(url, creator=lambda: _connect_read_only(path), poolclass=StaticPool)
    else:
        url = URL.create("sqlite", database=str(path))
        engine = create_engine(url, connect_args={"isolation_level": None}, poolclass=StaticPool)
    event.listen(engine, "connect", _settle_read_only if is_read_only else _settle)
    event.listen(engine, "begin", _begin)
    return engine


def check_length(path: Path) -> None:
    """Refuse a path that SQLite could not open: UserError "store.path_too_long"."""
    length = len(os.fsencode(path))
    if length > _LONGEST_PATH:
        raise UserError("store.path_too_long", bytes=length, limit=_LONGEST_PATH)


def _connect_read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)


def _settle(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in _ON_CONNECT:
        connection.execute(pragma)
    mode = connection.execute("PRAGMA journal_mode=TRUNCATE").fetchone()[0]
    if mode != "truncate":
        message = f"journal mode is {mode}"
        raise RuntimeError(message)


def _settle_read_only(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in ("PRAGMA foreign_keys=ON", "PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON"):
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get("reads", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def pragma(connection: Connection, name: str) -> Any:  # noqa: ANN401 - a pragma gives a number or a word
    """The value of a pragma."""
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def quick_check(connection: Connection) -> list[str]:
    """What SQLite finds wrong in the file; empty when it is sound."""
    rows = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA quick_check(20)")]
    return [] if rows == ["ok"] else rows


def full_check(connection: Connection) -> list[str]:
    """The thorough check with indexes and foreign keys; empty when all is sound."""
    rows = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
    broken = [f"foreign key: {row[0]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
    return ([] if rows == ["ok"] else rows) + broken
