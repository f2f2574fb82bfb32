# SPDX-License-Identifier: EUPL-1.2
"""What a faithful copy must have too (reliability D8): kind, version, rows of each table, sums; and its manifest."""

import hashlib
import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

import app
from app.models import Base

Measured = dict[str, Any]
_BLOCK = 1 << 20
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"


def count_rows(connection: Connection) -> dict[str, int]:
    """How many rows each table has; a store of an older schema has fewer tables."""
    names = set(connection.exec_driver_sql(_TABLES).scalars())
    tables = [table for table in Base.metadata.sorted_tables if table.name in names]
    return {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables}


def measure(connection: Connection) -> Measured:
    """The measure of the open store."""
    project = Base.metadata.tables["project"]
    municipality = Base.metadata.tables["municipality"]
    return {
        "application_id": connection.exec_driver_sql("PRAGMA application_id").scalar(),
        "schema": connection.exec_driver_sql("PRAGMA user_version").scalar(),
        "rows": count_rows(connection),
        "project_cents": connection.scalar(select(func.coalesce(func.sum(project.c.amount_cents), 0))),
        "municipality": connection.scalar(select(municipality.c.name)) or "",
        "belfiore": connection.scalar(select(municipality.c.belfiore)) or "",
        "findings": [],
    }


def measure_file(file: Path) -> Measured:
    """The measure of a file that nobody has open, and what SQLite finds wrong in it; sqlite3.Error if unreadable."""
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:

        def one(query: str) -> Any:  # noqa: ANN401 - a number or a word
            row = connection.execute(query).fetchone()
            return row[0] if row else None

        found = [row[0] for row in connection.execute("PRAGMA quick_check(5)")]
        names = {row[0] for row in connection.execute(_TABLES)}
        tables = [table.name for table in Base.metadata.sorted_tables if table.name in names]
        return {
            "application_id": one("PRAGMA application_id"),
            "schema": one("PRAGMA user_version"),
            "rows": {name: one(f'SELECT count(*) FROM "{name}"') for name in tables},  # noqa: S608 - our own names
            "project_cents": one("SELECT coalesce(sum(amount_cents), 0) FROM project"),
            "municipality": one("SELECT name FROM municipality") or "",
            "belfiore": one("SELECT belfiore FROM municipality") or "",
            "findings": [] if found == ["ok"] else found,
        }


def application_id_of(file: Path) -> int:
    """The mark of the program that wrote a file; sqlite3.Error if it is no store at all."""
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        return int(connection.execute("PRAGMA application_id").fetchone()[0])


def digest(file: Path) -> str:
    """The SHA-256 of a file."""
    found = hashlib.sha256()
    with file.open("rb") as opened:
        while block := opened.read(_BLOCK):
            found.update(block)
    return found.hexdigest()


def manifest_of(file: Path) -> Path:
    """Where the manifest of a copy lies: beside it."""
    return file.with_name(file.name + ".json")


def manifest(measured: Measured, file: Path, now: datetime, reason: str, documents: Measured | None = None) -> bytes:
    """The manifest of a copy that was measured, with the attachments that it names."""
    content = {
        "program": "campanile",
        "program_version": app.__version__,
        "made_at": now.astimezone(UTC).isoformat(),
        "reason": reason,
        "sha256": digest(file),
        "bytes": file.stat().st_size,
        **(documents or {}),
        **{name: measured[name] for name in ("schema", "rows", "project_cents", "municipality", "belfiore")},
    }
    return json.dumps(content, indent=2, sort_keys=True).encode()


def read_manifest(file: Path) -> dict[str, Any]:
    """The manifest of a copy; empty where there is none that can be read."""
    try:
        content = json.loads(manifest_of(file).read_bytes())
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) and content.get("program") == "campanile" else {}
