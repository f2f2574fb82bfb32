# SPDX-License-Identifier: EUPL-1.2
"""Copies of the store: made by SQLite, read back, counted, and only then given their name.

Reliability D7 and D8: a copy that merely opens proves nothing, so it counts as verified when its kind, version,
row counts and sums are those of the store.
"""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from app.errors import FaultKind, UserError
from app.files import flush_folder, write_atomically
from app.paths import make_private
from app.store import attachments, kept_documents
from app.store.engine import check_length
from app.store.faults import fault, sorting
from app.store.measure import manifest, manifest_of, measure, measure_file, read_manifest

_PRIVATE_FILE = 0o600
_SUFFIX = ".sqlite"
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
    belfiore: str
    documents: int = 0  # files that it names
    lacking: tuple[str, ...] = ()  # names of those that were not there whole


def folder_of(store: Path) -> Path:
    """Where the copies of a store are kept."""
    return store.parent / "backups" / store.stem


def longest_name(store: Path) -> Path:
    """The longest path that a copy of this store may come to have."""
    return folder_of(store) / f".2026-12-31T235959Z-99{_SUFFIX}.part-journal"


def copy_engine(engine: Engine, store: Path, now: datetime, *, reason: str, target: Path | None = None) -> BackupFile:
    """Copy the open store with its attachments, verify the copy, and give it its name and its manifest.

    Must be called outside a transaction: SQLite would wait for itself for ever. Without a target, the folder is the
    store's own, and what an interrupted copy left there is removed. A target may replace an older copy, nothing else.
    """
    folder = target.absolute().parent if target else folder_of(store)
    with sorting(target or folder):
        if target and target.exists() and not read_manifest(target):
            raise UserError("backup.occupied", file=target.name)
        make_private(folder)
        documents = kept_documents.own_folder(target) if target else kept_documents.shared_folder(folder)
        if target is None:
            remove_parts(folder)
        target, is_shared = target or _free_name(folder, now), target is None
        part = target.with_name(f".{target.name}.part")
        check_length(part)
        try:
            _copy_and_compare(engine, part)
            named = kept_documents.named_in(part)
            lacking = kept_documents.keep(attachments.folder_of(store), documents, named)
            told = manifest(measure_file(part), part, now, reason, kept_documents.told(named, lacking))
            manifest_of(target).unlink(missing_ok=True)  # never a manifest beside what it does not tell of
            part.replace(target)
            flush_folder(target.parent)
        finally:
            for left in (part, part.with_name(part.name + "-journal")):
                left.unlink(missing_ok=True)
        write_atomically(manifest_of(target), told)
        if not is_shared:
            kept_documents.remove_unnamed(documents, (one.sha256 for one in named))
    return read_backup(target)


def list_backups(folder: Path) -> list[BackupFile]:
    """The copies of a folder, newest first; half-made ones are not copies."""
    files = folder.glob(f"*{_SUFFIX}") if folder.is_dir() else ()
    found = [read_backup(file) for file in files if not file.name.startswith(".")]
    return sorted(found, key=lambda copy: copy.made_at, reverse=True)


def read_backup(file: Path) -> BackupFile:
    """What the manifest beside a copy says; without one it counts as not verified."""
    told = read_manifest(file)
    made_at = told.get("made_at")
    return BackupFile(
        path=file,
        made_at=datetime.fromisoformat(made_at) if made_at else datetime.fromtimestamp(file.stat().st_mtime, UTC),
        bytes=file.stat().st_size,
        is_verified=told.get("bytes") == file.stat().st_size,
        reason=told.get("reason", ""),
        rows=told.get("rows", {}),
        municipality=told.get("municipality", ""),
        belfiore=told.get("belfiore", ""),
        documents=len(told.get("documents", ())),
        lacking=tuple(told.get("documents_lacking", ())),
    )


def thin_out(folder: Path, now: datetime) -> list[Path]:
    """Remove daily copies that are no longer needed, and leavings of half-made ones; gives what was removed.

    Kept: all of the last two days, one a day for two weeks, one a week for three months, then one a
    month. Copies that were asked for, or made before a migration or a restore, are never removed; nor
    is anything dated after `now`, since then the clock is not to be trusted. A copy that is not verified
    stays and counts for nothing. Attachments go when no copy that is left names them.
    """
    removed = []
    kept: set[str] = set()
    for copy in (found for found in list_backups(folder) if found.is_verified):
        slot = _slot(copy.made_at, now)
        if copy.reason != "daily" or not slot or slot not in kept:
            kept.add(slot)
            continue
        copy.path.unlink()
        manifest_of(copy.path).unlink(missing_ok=True)
        removed.append(copy.path)
    remove_parts(folder)
    _remove_unnamed_documents(folder)
    return removed


def remove_parts(folder: Path) -> None:
    """Remove what an interrupted copy left; nobody else is making one, since we hold the store."""
    for part in folder.glob(".*.part*"):
        part.unlink(missing_ok=True)
    attachments.remove_leftovers(kept_documents.shared_folder(folder))


def _remove_unnamed_documents(folder: Path) -> None:
    """A copy that cannot be read may name anything: then all stay."""
    try:
        named = [one.sha256 for copy in list_backups(folder) for one in kept_documents.named_in(copy.path)]
    except sqlite3.Error:
        return
    kept_documents.remove_unnamed(kept_documents.shared_folder(folder), named)


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


def _copy_and_compare(engine: Engine, part: Path) -> None:
    """Copy, flush, and read back; the fault "damaged" where the copy is not what the store is."""
    with engine.execution_options(reads=True).begin() as connection:
        expected = measure(connection)
    _copy(engine, part)
    _flush(part)
    if measure_file(part) != expected:
        raise fault(FaultKind.DAMAGED, part)


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


def _flush(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
