# SPDX-License-Identifier: EUPL-1.2
"""Opening a store in the order of reliability D6: lock, kind of file, version, soundness, schema.

Any failure leaves the file as it was.
"""

import contextlib
import os
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from app.errors import EnvironmentFault, FaultKind, UserError
from app.files import flush_folder
from app.store import attachments, backup, opened_copies, restore
from app.store.engine import APPLICATION_ID, MAGIC, check_length, full_check, make_engine, pragma, quick_check
from app.store.faults import fault, sorting
from app.store.lock import StoreLock
from app.store.migrate import SCHEMA_VERSION, migrate
from app.store.store import Clock, Store

_PRIVATE_FILE = 0o600


def open_store(path: Path, *, who: str, clock: Clock) -> Store:
    """Open a store that exists; see the errors of `app.text.sentences` under store and environment."""
    with sorting(path):
        if path.is_dir():
            raise UserError("store.not_ours", file=path.name)
        if not path.exists() and not restore.is_restoring(path):
            raise fault(FaultKind.GONE, path)
        lock = hold(path, clock(), who)
        try:
            if lock:
                restore.finish_restoring(path)
                _tidy_attachments(path)
            return _open(path, lock, who, clock)
        except BaseException:
            if lock:
                lock.release(is_clean=not lock.was_unclean)
            raise


def create_store(path: Path, *, who: str, clock: Clock) -> Store:
    """Make an empty store of the newest schema; a half-made one never bears the name."""
    part = path.with_name(f".{path.name}.new")
    check_length(backup.longest_name(path))
    with sorting(path):
        try:
            _make(part)
            part.rename(path)
        finally:
            for file in (part, part.with_name(part.name + "-journal")):
                file.unlink(missing_ok=True)
        flush_folder(path.parent)
    return open_store(path, who=who, clock=clock)


def hold(path: Path, now: datetime, who: str) -> StoreLock | None:
    """The lock on a store, or None where the folder or the file may only be read; the file may be missing."""
    if not all(_may_write(place) for place in (path, path.parent) if place.exists()):
        return None
    lock = StoreLock(path)
    try:
        lock.take(now, who)
    except PermissionError:
        return None
    return lock


def _tidy_attachments(path: Path) -> None:
    """Take away what a killed program left beside the attachments; where that fails, it harms nobody."""
    opened_copies.remove_copies(path)
    with contextlib.suppress(OSError):
        attachments.remove_leftovers(attachments.folder_of(path))


def _may_write(place: Path) -> bool:
    return os.access(place, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _make(part: Path) -> None:
    engine = make_engine(part)
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT, _PRIVATE_FILE))
    try:
        with engine.begin() as connection:
            migrate(connection)
    finally:
        engine.dispose()


def _open(path: Path, lock: StoreLock | None, who: str, clock: Clock) -> Store:
    _refuse_other_files(path)
    engine = make_engine(path, is_read_only=lock is None)
    try:
        with engine.execution_options(reads=True).begin() as connection:
            version = int(pragma(connection, "user_version"))
            if pragma(connection, "application_id") != APPLICATION_ID:
                raise UserError("store.not_ours", file=path.name)
            if version > SCHEMA_VERSION:
                raise UserError("store.newer", file=path.name, found=version, known=SCHEMA_VERSION)
            if lock is None and version < SCHEMA_VERSION:
                raise UserError("store.older_read_only", file=path.name)
            is_unclean = lock is not None and lock.was_unclean
            if full_check(connection) if is_unclean else quick_check(connection):
                raise fault(FaultKind.DAMAGED, path)
        if lock and version < SCHEMA_VERSION:
            _bring_up_to_date(path, engine, clock())
    except BaseException as error:
        engine.dispose()
        if isinstance(error, EnvironmentFault | UserError):
            raise
        with sorting(path):
            raise
    return Store(path, engine, lock, who=who, clock=clock, is_read_only=lock is None)


def _refuse_other_files(path: Path) -> None:
    """Look at the first bytes before SQLite does: an empty file would open as a valid empty store.

    The file is read here, before any connection of this process exists (reliability D3).
    """
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise UserError("store.not_ours", file=path.name)


def _bring_up_to_date(path: Path, engine: Engine, now: datetime) -> None:
    backup.copy_engine(engine, path, now, reason="migration")
    with engine.begin() as connection:
        migrate(connection)
        if full_check(connection):
            raise fault(FaultKind.DAMAGED, path)
