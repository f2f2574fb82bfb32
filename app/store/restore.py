# SPDX-License-Identifier: EUPL-1.2
"""Taking a copy back: looked at in full, and put in the place of the store together with its journals.

Reliability D9: a store is replaced only after its journal files were moved away with it, for SQLite would play an
old journal into the new file without a word.
"""

import glob
import hashlib
import os
import sqlite3
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from app.errors import FaultKind, UserError
from app.files import flush_folder
from app.store import attachments, kept_documents
from app.store.backup import BackupFile, read_backup
from app.store.engine import APPLICATION_ID, MAGIC
from app.store.faults import fault, sorting
from app.store.measure import application_id_of, digest, measure_file, read_manifest
from app.store.migrate import SCHEMA_VERSION

_PRIVATE_FILE = 0o600
_JOURNALS = ("-journal", "-wal", "-shm")
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
_BLOCK = 1 << 20


def verify(file: Path) -> BackupFile:
    """Read a whole copy again; UserError `backup.*` when it is not what its manifest says.

    Whose it is, is read from the copy itself: a manifest may be missing.
    """
    with sorting(file):
        if not file.is_file():
            raise UserError("backup.missing", file=file.name)
        with file.open("rb") as opened:
            if opened.read(len(MAGIC)) != MAGIC:
                raise UserError("backup.not_ours", file=file.name)
        told = read_manifest(file)
        if told and told.get("sha256") != digest(file):
            raise UserError("backup.changed", file=file.name)
        try:
            if application_id_of(file) != APPLICATION_ID:
                raise UserError("backup.not_ours", file=file.name)
            measured = measure_file(file)
        except sqlite3.DatabaseError as error:
            raise UserError("backup.damaged", file=file.name) from error
        if measured["findings"]:
            raise UserError("backup.damaged", file=file.name)
        if measured["schema"] > SCHEMA_VERSION:
            raise UserError("store.newer", file=file.name, found=measured["schema"], known=SCHEMA_VERSION)
        names = ("rows", "municipality", "belfiore")
        named = kept_documents.named_in(file)
        return replace(
            read_backup(file),
            **{name: measured[name] for name in names},
            documents=len(named),
            lacking=kept_documents.lacking_of(file, named),
        )


def put_back(store: Path, copy: Path, now: datetime) -> Path:
    """Put a verified copy in the place of the store, which the caller holds and has not open.

    Gives the name under which the old one is kept. What came in is read again after it was written; a crash in
    between is finished by `finish_restoring` at the next start. Attachments that it names come back first.
    """
    with sorting(store):
        kept_documents.bring_back(copy, attachments.folder_of(store))
        ready = _restoring(store)
        if _bring(copy, ready) != digest(ready):
            ready.unlink()
            raise fault(FaultKind.DAMAGED, copy)
        aside = _free_aside(store, now)
        for suffix in ("", *_JOURNALS):  # the store first: it must never be seen without its journal
            beside = store.with_name(store.name + suffix)
            if beside.exists():
                beside.replace(aside.with_name(aside.name + suffix))
        flush_folder(store.parent)
        ready.replace(store)
        flush_folder(store.parent)
    return aside


def is_restoring(store: Path) -> bool:
    """True when a restoring was cut off before the copy had the store's name."""
    return _restoring(store).exists()


def finish_restoring(store: Path) -> None:
    """Complete a restoring that was cut off, or drop what it had only prepared."""
    ready = _restoring(store)
    _part(ready).unlink(missing_ok=True)
    if not ready.exists():
        return
    if store.exists():
        ready.unlink()
        return
    aside = max(store.parent.glob(f"{glob.escape(store.name)}.sostituito-*[0-9]"), default=_part(ready))
    for suffix in _JOURNALS:
        beside = store.with_name(store.name + suffix)
        if beside.exists():
            beside.replace(aside.with_name(aside.name + suffix))
    ready.replace(store)
    flush_folder(store.parent)


def _bring(source: Path, target: Path) -> str:
    """Copy, private from the first byte and flushed, through a neighbour; gives the SHA-256 of what was read."""
    found = hashlib.sha256()
    part = _part(target)
    try:
        with source.open("rb") as read, os.fdopen(os.open(part, _NEW_FILE, _PRIVATE_FILE), "wb") as written:
            while block := read.read(_BLOCK):
                found.update(block)
                written.write(block)
            written.flush()
            os.fsync(written.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    flush_folder(target.parent)
    return found.hexdigest()


def _free_aside(store: Path, now: datetime) -> Path:
    name = f"{store.name}.sostituito-{now:%Y%m%dT%H%M%S}"
    aside, count = store.with_name(name), 1
    while aside.exists():
        count += 1
        aside = store.with_name(f"{name}-{count}")
    return aside


def _restoring(store: Path) -> Path:
    return store.with_name(f".{store.name}.restoring")


def _part(file: Path) -> Path:
    return file.with_name(file.name + ".part")
