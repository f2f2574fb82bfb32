# SPDX-License-Identifier: EUPL-1.2
"""Copies of the store: made by SQLite, read back, counted, and only then given their name.

Reliability D7-D9: a copy that merely opens proves nothing, so it counts as verified when its kind,
version, row counts and sums are those of the store; and a store is replaced only after its journal
files were moved away with it.
"""

import hashlib
import json
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, func, select

import app
from app.errors import FaultKind, UserError
from app.files import flush_folder, write_atomically
from app.models import Base
from app.paths import make_private
from app.store.engine import APPLICATION_ID, MAGIC
from app.store.faults import fault, sorting

_PRIVATE_FILE = 0o600
_SUFFIX = ".sqlite"
_JOURNALS = ("-journal", "-wal", "-shm")
_BLOCK = 1 << 20
_DAYS_KEPT_ALL = 2
_DAYS_KEPT_BY_DAY = 14
_DAYS_KEPT_BY_WEEK = 92


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A copy of the store; `rows` counts each table, `reason` is "asked", "daily", "migration" or "restore"."""

    path: Path
    made_at: datetime  # UTC
    bytes: int
    is_verified: bool
    reason: str
    rows: dict[str, int]
    municipality: str


def folder_of(store: Path) -> Path:
    """Where the copies of a store are kept."""
    return store.parent / "backups" / store.stem


def copy_engine(engine: Engine, folder: Path, now: datetime, *, reason: str, target: Path | None = None) -> BackupFile:
    """Copy the open store, verify the copy, and give it its name and its manifest.

    Must be called outside a transaction: SQLite would wait for itself for ever.
    """
    make_private(folder)
    target = target or _free_name(folder, now)
    part = target.with_name(f".{target.name}.part")
    with sorting(target):
        try:
            with engine.execution_options(reads=True).begin() as connection:
                expected = _measure(connection)
            _copy(engine, part)
            _flush(part)
            if _measure_file(part) != expected:
                raise fault(FaultKind.DAMAGED, part)
            digest, size = _digest(part), part.stat().st_size
            part.replace(target)
            flush_folder(target.parent)
        finally:
            part.unlink(missing_ok=True)
        manifest = _manifest(expected, digest, size, now, reason)
        write_atomically(_manifest_of(target), json.dumps(manifest, indent=2, sort_keys=True).encode())
    return read_backup(target)


def list_backups(folder: Path) -> list[BackupFile]:
    """The copies of a folder, newest first; half-made ones are not copies."""
    files = folder.glob(f"*{_SUFFIX}") if folder.is_dir() else ()
    found = [read_backup(file) for file in files if not file.name.startswith(".")]
    return sorted(found, key=lambda copy: copy.made_at, reverse=True)


def read_backup(file: Path) -> BackupFile:
    """What the manifest beside a copy says; without one it counts as not verified."""
    manifest = _read_manifest(file)
    made_at = manifest.get("made_at")
    return BackupFile(
        path=file,
        made_at=datetime.fromisoformat(made_at) if made_at else datetime.fromtimestamp(file.stat().st_mtime, UTC),
        bytes=file.stat().st_size,
        is_verified=manifest.get("bytes") == file.stat().st_size,
        reason=manifest.get("reason", ""),
        rows=manifest.get("rows", {}),
        municipality=manifest.get("municipality", ""),
    )


def verify(file: Path) -> BackupFile:
    """Read a whole copy again; UserError "backup.not_ours" when it is not what its manifest says."""
    with sorting(file):
        if not file.is_file():
            raise UserError("backup.not_ours", file=file.name, reason="manca il file")
        with file.open("rb") as opened:
            if opened.read(len(MAGIC)) != MAGIC:
                raise UserError("backup.not_ours", file=file.name, reason="non è un archivio")
        manifest = _read_manifest(file)
        if manifest and manifest.get("sha256") != _digest(file):
            raise UserError("backup.not_ours", file=file.name, reason="il contenuto è cambiato")
        try:
            measured = _measure_file(file)
        except sqlite3.DatabaseError as error:
            raise UserError("backup.not_ours", file=file.name, reason="non si legge") from error
        if measured["application_id"] != APPLICATION_ID:
            raise UserError("backup.not_ours", file=file.name, reason="è di un altro programma")
        if measured["findings"]:
            raise UserError("backup.not_ours", file=file.name, reason="è danneggiato")
    return read_backup(file)


def put_back(store: Path, copy: Path, now: datetime) -> Path:
    """Put a verified copy in the place of the closed store; gives the name under which the old one is kept.

    A crash in between is finished by `finish_restoring` at the next start.
    """
    with sorting(store):
        ready = _restoring(store)
        write_atomically(ready, copy.read_bytes())
        aside = store.with_name(f"{store.name}.sostituito-{now:%Y%m%dT%H%M%S}")
        for suffix in ("", *_JOURNALS):
            beside = store.with_name(store.name + suffix)
            if beside.exists():
                beside.replace(aside.with_name(aside.name + suffix))
        ready.replace(store)
        flush_folder(store.parent)
    return aside


def finish_restoring(store: Path) -> None:
    """Complete a restoring that was cut off, or drop what it had only prepared."""
    ready = _restoring(store)
    if not ready.exists():
        return
    if store.exists():
        ready.unlink()
        return
    for suffix in _JOURNALS:
        store.with_name(store.name + suffix).unlink(missing_ok=True)
    ready.replace(store)
    flush_folder(store.parent)


def thin_out(folder: Path, now: datetime) -> list[Path]:
    """Remove daily copies that are no longer needed, and leavings of half-made ones; gives what was removed.

    Kept: all of the last two days, one a day for two weeks, one a week for three months, then one a
    month. Copies that were asked for, or made before a migration or a restore, are never removed; nor
    is anything dated after `now`, since then the clock is not to be trusted.
    """
    removed = []
    kept: set[str] = set()
    for copy in list_backups(folder):
        slot = _slot(copy.made_at, now)
        if copy.reason != "daily" or not slot or slot not in kept:
            kept.add(slot)
            continue
        copy.path.unlink()
        _manifest_of(copy.path).unlink(missing_ok=True)
        removed.append(copy.path)
    for part in folder.glob(".*.part"):
        part.unlink(missing_ok=True)
    return removed


def _slot(made_at: datetime, now: datetime) -> str:
    age = (now - made_at).days
    if age < _DAYS_KEPT_ALL:
        return ""
    if age < _DAYS_KEPT_BY_DAY:
        return f"{made_at:%Y-%m-%d}"
    return f"{made_at:%G-%V}" if age < _DAYS_KEPT_BY_WEEK else f"{made_at:%Y-%m}"


def _free_name(folder: Path, now: datetime) -> Path:
    name = f"{now:%Y-%m-%dT%H%M%SZ}"
    target, count = folder / f"{name}{_SUFFIX}", 1
    while target.exists():
        count += 1
        target = folder / f"{name}-{count}{_SUFFIX}"
    return target


def _copy(engine: Engine, part: Path) -> None:
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT, _PRIVATE_FILE))
    source = engine.raw_connection()
    try:
        driver = source.driver_connection
        with closing(sqlite3.connect(part)) as target:
            if not isinstance(driver, sqlite3.Connection):
                raise TypeError(type(driver))
            driver.backup(target)
    finally:
        source.close()


def count_rows(connection: Connection) -> dict[str, int]:
    """How many rows each table has."""
    tables = Base.metadata.sorted_tables
    return {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables}


def _measure(connection: Connection) -> dict[str, Any]:
    """Kind, version, rows of each table, sum of money: what a faithful copy must have too."""
    project = Base.metadata.tables["project"]
    municipality = Base.metadata.tables["municipality"]
    return {
        "application_id": connection.exec_driver_sql("PRAGMA application_id").scalar(),
        "schema": connection.exec_driver_sql("PRAGMA user_version").scalar(),
        "rows": count_rows(connection),
        "project_cents": connection.scalar(select(func.coalesce(func.sum(project.c.amount_cents), 0))),
        "municipality": connection.scalar(select(municipality.c.name)) or "",
        "findings": [],
    }


def _measure_file(file: Path) -> dict[str, Any]:
    tables = [table.name for table in Base.metadata.sorted_tables]
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:

        def one(query: str) -> Any:  # noqa: ANN401 - a number or a word
            row = connection.execute(query).fetchone()
            return row[0] if row else None

        found = [row[0] for row in connection.execute("PRAGMA quick_check(5)")]
        return {
            "application_id": one("PRAGMA application_id"),
            "schema": one("PRAGMA user_version"),
            "rows": {name: one(f'SELECT count(*) FROM "{name}"') for name in tables},  # noqa: S608 - our own names
            "project_cents": one("SELECT coalesce(sum(amount_cents), 0) FROM project"),
            "municipality": one("SELECT name FROM municipality") or "",
            "findings": [] if found == ["ok"] else found,
        }


def _manifest(measured: dict[str, Any], digest: str, size: int, now: datetime, reason: str) -> dict[str, Any]:
    return {
        "program": "campanile",
        "program_version": app.__version__,
        "made_at": now.astimezone(UTC).isoformat(),
        "reason": reason,
        "sha256": digest,
        "bytes": size,
        **{name: measured[name] for name in ("schema", "rows", "project_cents", "municipality")},
    }


def _read_manifest(file: Path) -> dict[str, Any]:
    try:
        manifest = json.loads(_manifest_of(file).read_bytes())
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def _manifest_of(file: Path) -> Path:
    return file.with_name(file.name + ".json")


def _restoring(store: Path) -> Path:
    return store.with_name(f".{store.name}.restoring")


def _flush(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _digest(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        while block := opened.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
