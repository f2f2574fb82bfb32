# SPDX-License-Identifier: EUPL-1.2
"""The engine as reliability D1 to D5 and D17 decided it: settings read back, real transactions, any path."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import inspect
from sqlalchemy.exc import OperationalError

from app.actions import backup, municipality
from app.actions.workspace import Workspace
from app.errors import EnvironmentFault, FaultKind, UserError
from app.store import Store
from app.store.engine import make_engine, pragma
from tests.conftest import NOW

DECIDED = {
    "journal_mode": "truncate",
    "synchronous": 2,  # FULL
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "locking_mode": "exclusive",
    "busy_timeout": 200,
}
FOLDERS = (
    "città di Forlì", "a b", "a#b", "a?mode=memory", "a%20b", "l'ufficio", 'dice "sì"', "due\nrighe", "😀", "-rf",
    "a;b&c", "file:x", ":memory:",
)  # fmt: skip


def test_the_settings_read_back_are_those_decided(store: Store) -> None:
    """Reliability D1, D2 and D5: no WAL, FULL, checks on, one holder."""
    with store.engine.execution_options(reads=True).begin() as connection:
        assert {name: pragma(connection, name) for name in DECIDED} == DECIDED


def test_a_broken_reference_is_refused(store: Store) -> None:
    """Reliability D5: foreign keys are off in SQLite until someone turns them on."""
    with pytest.raises(sqlite3.IntegrityError):
        _raw(store).execute("INSERT INTO history_change VALUES (NULL, 999999, 'x', 'x', NULL, NULL)")


def test_a_schema_that_calls_functions_is_not_trusted(store: Store) -> None:
    """Reliability D5: a trigger that somebody wrote into the file runs nothing that could do harm."""
    raw = _raw(store)
    raw.create_function("boom", 0, lambda: 1)
    raw.execute("CREATE VIEW spy AS SELECT boom() AS found")
    with pytest.raises(sqlite3.OperationalError, match="unsafe use of boom"):
        raw.execute("SELECT found FROM spy").fetchall()


def test_changes_of_the_schema_roll_back(store: Store) -> None:
    """Reliability D4: the driver by itself would have committed the new table."""

    def stop() -> None:
        with store.engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE half (id INTEGER)")
            connection.exec_driver_sql("PRAGMA user_version=77")
            raise _StopError

    with pytest.raises(_StopError):
        stop()
    with store.engine.execution_options(reads=True).begin() as connection:
        assert "half" not in inspect(connection).get_table_names()
        assert pragma(connection, "user_version") != 77


def test_the_journal_is_empty_after_a_commit(store: Store) -> None:
    """Reliability D1: TRUNCATE, so an old journal is never taken for a hot one."""
    municipality.add_person(store, "rup", "Carla")
    assert store.path.with_name(store.path.name + "-journal").stat().st_size == 0
    assert not store.path.with_name(store.path.name + "-wal").exists()


@pytest.mark.parametrize("name", FOLDERS)
def test_any_name_of_a_folder_is_taken_to_the_letter(tmp_path: Path, name: str) -> None:
    """Reliability D17: an address made with an f-string would open another file for `?` and `%20`."""
    folder = tmp_path / name
    folder.mkdir()
    workspace = Workspace(folder, clock=lambda: NOW)
    try:
        store = workspace.choose("014004")
        assert store.path.parent == folder
        municipality.add_person(store, "rup", "Carla")
        copy = backup.back_up(workspace, store)
        assert copy.is_verified
        assert backup.restore(workspace, copy.path).path == store.path
    finally:
        workspace.close()
    assert list(tmp_path.iterdir()) == [folder]
    with closing(sqlite3.connect(f"{store.path.as_uri()}?mode=ro", uri=True)) as connection:
        assert connection.execute("SELECT name FROM person").fetchall() == [("Carla",)]


@pytest.mark.parametrize("name", FOLDERS)
def test_any_name_of_a_store_is_taken_to_the_letter(tmp_path: Path, name: str) -> None:
    """Reliability D17 for `--store`."""
    workspace = Workspace(tmp_path, clock=lambda: NOW, store_url=str(tmp_path / f"{name}.sqlite"))
    try:
        assert workspace.choose("014004").path.name == f"{name}.sqlite"
    finally:
        workspace.close()
    assert (tmp_path / f"{name}.sqlite").stat().st_size > 0


@pytest.mark.parametrize(("length", "is_taken"), [(400, True), (480, False), (520, False)])
def test_a_path_that_is_too_long_is_refused_before_anything_is_made(
    tmp_path: Path, length: int, *, is_taken: bool
) -> None:
    """Reliability D17: SQLite fails above some 512 bytes, and the copies have longer names than the store."""
    folder = tmp_path
    while len(os.fsencode(folder)) < length - 121:
        folder /= "a" * 100
    folder /= "b" * (length - len(os.fsencode(folder)) - len("//comune-a337.sqlite"))
    folder.mkdir(parents=True)
    workspace = Workspace(folder, clock=lambda: NOW)
    try:
        if is_taken:
            store = workspace.choose("014004")
            assert len(os.fsencode(store.path)) == length
            assert backup.back_up(workspace, store).is_verified
            return
        with pytest.raises(UserError, match=r"store\.path_too_long"):
            workspace.choose("014004")
        assert list(folder.iterdir()) == []
    finally:
        workspace.close()


def test_a_full_disk_leaves_all_as_it_was(store: Store) -> None:
    """Reliability D1f, without a disk: SQLite is told that the file may not grow."""
    with store.engine.execution_options(reads=True).begin() as connection:
        pages = pragma(connection, "page_count")
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(EnvironmentFault) as caught:
        _add_people(store, 500)
    assert caught.value.kind is FaultKind.FULL
    kept = municipality.list_people(store)
    assert 0 < len(kept) < 500
    assert backup.check(store).is_sound
    with store.engine.execution_options(reads=True).begin() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 100}")
    _add_people(store, 1)
    assert len(municipality.list_people(store)) == len(kept) + 1


def test_a_file_without_a_folder_is_gone(tmp_path: Path) -> None:
    engine = make_engine(tmp_path / "no" / "x.sqlite")
    with pytest.raises(OperationalError), engine.begin():
        pass
    engine.dispose()


def _add_people(store: Store, count: int) -> None:
    for number in range(count):
        municipality.add_person(store, "other", f"Persona {number} " + "x" * 150)


class _StopError(Exception):
    pass


def _raw(store: Store) -> sqlite3.Connection:
    driver = store.engine.raw_connection().driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver
