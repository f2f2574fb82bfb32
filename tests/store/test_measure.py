# SPDX-License-Identifier: EUPL-1.2
"""The measure of a store and of its copy, and the manifest that tells it."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.actions.workspace import Workspace
from app.store import Store
from app.store.engine import APPLICATION_ID
from app.store.measure import (
    application_id_of,
    digest,
    manifest,
    manifest_of,
    measure,
    measure_file,
    read_manifest,
)
from tests.conftest import NOW


def test_the_measure_of_a_closed_file_is_that_of_the_open_store(workspace: Workspace, example: Store) -> None:
    with example.engine.execution_options(reads=True).begin() as connection:
        opened = measure(connection)
    workspace.close()
    assert measure_file(example.path) == opened
    assert (opened["application_id"], opened["belfiore"], opened["rows"]["project"]) == (APPLICATION_ID, "X000", 9)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM person WHERE id = 1",
        "UPDATE project SET amount_cents = amount_cents + 1 WHERE id = 1",
        "PRAGMA user_version=99",
        "PRAGMA application_id=2",
        "UPDATE municipality SET name = 'Altro'",
    ],
)
def test_what_a_copy_must_not_lack_changes_its_measure(example_folder: Path, tmp_path: Path, statement: str) -> None:
    """Reliability D8: the check of SQLite alone would find nothing wrong in any of these."""
    (store,) = example_folder.glob("*.sqlite")
    copy = Path(shutil.copy(store, tmp_path / "copia.sqlite"))
    before = measure_file(copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute(statement)
        connection.commit()
    after = measure_file(copy)
    assert after["findings"] == []
    assert after != before


def test_a_manifest_tells_what_was_measured(example_folder: Path, tmp_path: Path) -> None:
    (store,) = example_folder.glob("*.sqlite")
    copy = Path(shutil.copy(store, tmp_path / "copia.sqlite"))
    measured = measure_file(copy)
    manifest_of(copy).write_bytes(manifest(measured, copy, NOW, "asked"))
    told = read_manifest(copy)
    assert (told["sha256"], told["bytes"], told["made_at"]) == (digest(copy), copy.stat().st_size, NOW.isoformat())
    assert {name: told[name] for name in ("rows", "project_cents", "schema")} == {
        name: measured[name] for name in ("rows", "project_cents", "schema")
    }
    assert application_id_of(copy) == APPLICATION_ID


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"program": "other"}', b"\xff"])
def test_what_is_no_manifest_of_ours_is_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.sqlite"
    assert read_manifest(file) == {}
    manifest_of(file).write_bytes(content)
    assert read_manifest(file) == {}
    manifest_of(file).write_text(json.dumps({"program": "campanile", "bytes": 1}))
    assert read_manifest(file)["bytes"] == 1
