# SPDX-License-Identifier: EUPL-1.2
"""Opening in the order of reliability D6, and any failure leaves the file as it was."""

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.actions import backup, funding, municipality
from app.actions.workspace import Workspace
from app.errors import CampanileError, EnvironmentFault, FaultKind, UserError
from app.paths import data_folder
from app.store import Store, create_store, opening
from app.store.migrate import SCHEMA_VERSION
from tests.conftest import NOW

_PAGE = 4096
_NOBODY = 65534


def _noting(checks: list[str], name: str, real: Callable[[Connection], list[str]]) -> Callable[[Connection], list[str]]:
    def check(connection: Connection) -> list[str]:
        checks.append(name)
        return real(connection)

    return check


@pytest.fixture
def closed(workspace: Workspace, store: Store) -> Path:
    """The file of Aprica, closed."""
    workspace.close()
    return store.path


def change(path: Path, statement: str) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


def refused(workspace: Workspace, path: Path) -> CampanileError:
    """The error of opening; the bytes of the file are as before, and the next one may try."""
    before, stamp = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(CampanileError) as caught:
        workspace.need_store()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, stamp)
    assert workspace.store is None
    return caught.value


@pytest.mark.parametrize(
    "content",
    [b"", b"testo", b"%PDF-1.7\n", b"PK\x03\x04" + b"\0" * 500, b"SQLite format 2\x00" + b"\0" * 500],
    ids=["empty", "text", "pdf", "zip", "other magic"],
)
def test_the_first_bytes_are_looked_at_before_sqlite_does(workspace: Workspace, closed: Path, content: bytes) -> None:
    """Reliability D6: SQLite opens an empty file as a valid empty store."""
    closed.write_bytes(content)
    assert refused(workspace, closed).code == "store.not_ours"


def test_the_store_of_another_program_is_refused(workspace: Workspace, closed: Path) -> None:
    """Reliability D6: application_id."""
    change(closed, "PRAGMA application_id=42")
    assert refused(workspace, closed).code == "store.not_ours"


def test_a_store_of_a_newer_program_is_refused_with_both_versions(workspace: Workspace, closed: Path) -> None:
    """Reliability D6: user_version."""
    change(closed, f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    error = refused(workspace, closed)
    assert (error.code, error.params["found"], error.params["known"]) == (
        "store.newer", SCHEMA_VERSION + 1, SCHEMA_VERSION,
    )  # fmt: skip


@pytest.mark.parametrize("content", [b"\x00" * _PAGE, b"\xff" * _PAGE], ids=["zeroed", "ones"])
def test_damaged_pages_are_found(workspace: Workspace, closed: Path, content: bytes) -> None:
    """Reliability D6: quick_check at each opening; every third page of the whole file is tried."""
    whole = closed.read_bytes()
    pages = range(1, len(whole) // _PAGE, 7)
    found = 0
    for page in pages:
        closed.write_bytes(whole[: page * _PAGE] + content + whole[(page + 1) * _PAGE :])
        error = refused(workspace, closed)
        assert isinstance(error, EnvironmentFault)
        found += error.kind is FaultKind.DAMAGED
    assert found == len(pages)


def test_a_cut_file_is_found(workspace: Workspace, closed: Path) -> None:
    whole = closed.read_bytes()
    for length in (100, _PAGE, len(whole) // 2, len(whole) - _PAGE):
        closed.write_bytes(whole[:length])
        error = refused(workspace, closed)
        assert error.code == "environment.damaged", length


def test_after_an_unclean_end_the_whole_file_is_checked(
    workspace: Workspace, closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reliability D6: the name that a killed program left asks for the thorough check, a clean end for the quick."""
    checks: list[str] = []
    for name in ("quick_check", "full_check"):
        monkeypatch.setattr(opening, name, _noting(checks, name, getattr(opening, name)))
    workspace.need_store()
    workspace.close()
    closed.with_name(closed.name + ".lock").write_text('{"who": "x"}')
    workspace.need_store()
    workspace.close()
    workspace.need_store()
    assert checks == ["quick_check", "full_check", "quick_check"]


def test_a_missing_file_is_gone_and_nothing_is_made_in_its_place(workspace: Workspace, closed: Path) -> None:
    closed.rename(closed.with_name("altrove"))
    before = sorted(workspace.folder.iterdir())
    with pytest.raises(EnvironmentFault) as caught:
        workspace.need_store()
    assert caught.value.kind is FaultKind.GONE
    assert sorted(workspace.folder.iterdir()) == before


def test_a_missing_folder_is_gone(workspace: Workspace, closed: Path) -> None:
    shutil.move(workspace.folder, workspace.folder.with_name("staccato"))
    with pytest.raises(EnvironmentFault) as caught:
        workspace.need_store()
    assert caught.value.kind is FaultKind.GONE
    assert not closed.parent.exists()


def test_a_folder_that_goes_away_while_open_is_gone(workspace: Workspace, store: Store) -> None:
    """Reliability D5f: the saving is refused; what was saved is in the file."""
    away = workspace.folder.with_name("staccato")
    workspace.folder.rename(away)
    with pytest.raises(EnvironmentFault) as caught:
        municipality.add_person(store, "rup", "Carla")
    assert caught.value.kind is FaultKind.GONE
    away.rename(workspace.folder)
    workspace.close()
    assert municipality.list_people(workspace.need_store()) == []


@pytest.fixture
def foreign(aprica_folder: Path) -> Iterator[Workspace]:
    """A data folder of someone else, that we may only read: by another user where we are root, else by its modes."""
    is_root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:  # outside of pytest's own folder, which is closed to others
        folder = Path(name)
        shutil.copytree(aprica_folder, folder, dirs_exist_ok=True)
        places = [folder, *folder.iterdir()]
        for place in places:
            place.chmod(0o555 if place.is_dir() else 0o444)
        opened = Workspace(folder, clock=lambda: NOW)
        if is_root:
            os.seteuid(_NOBODY)
        try:
            yield opened
        finally:
            opened.close()
            if is_root:
                os.seteuid(0)
            for place in places:
                place.chmod(0o700)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="users and modes of another kind")
def test_what_may_only_be_read_is_read_and_not_written(foreign: Workspace) -> None:
    """Reliability D4f: opened read-only, every writing refused with its kind, no lock left behind."""
    before = sorted(foreign.folder.iterdir())
    store = foreign.need_store()
    assert store.is_read_only
    assert municipality.show_office(store).name == "Aprica"
    assert funding.list_projects(store) == []
    with pytest.raises(EnvironmentFault) as caught:
        municipality.add_person(store, "rup", "Carla")
    assert caught.value.kind is FaultKind.READ_ONLY
    with pytest.raises(EnvironmentFault) as caught:
        backup.back_up(foreign, store)
    assert caught.value.kind is FaultKind.READ_ONLY
    assert sorted(foreign.folder.iterdir()) == before


def test_a_store_that_could_not_be_made_leaves_nothing(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_connection: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(opening, "migrate", full)
    with pytest.raises(sqlite3.OperationalError):
        workspace.choose("014004")
    assert list(workspace.folder.iterdir()) == []


def test_everything_is_private_whatever_the_umask(tmp_path: Path) -> None:
    """Reliability D20: 0600 in a 0700 folder, under a umask of 022."""
    before = os.umask(0o022)
    try:
        workspace = Workspace(data_folder(tmp_path / "dati"), clock=lambda: NOW)
        store = workspace.choose("014004")
        municipality.add_person(store, "rup", "Carla")
        copy = backup.back_up(workspace, store)
        backup.restore(workspace, copy.path)
        workspace.close()
    finally:
        os.umask(before)
    found = [workspace.folder, *workspace.folder.rglob("*")]
    assert len(found) > 8
    assert {path.stat().st_mode & 0o777 for path in found if path.is_dir()} == {0o700}
    assert {path.stat().st_mode & 0o777 for path in found if path.is_file()} == {0o600}


def test_creating_over_a_leftover_of_a_killed_creation_works(tmp_path: Path) -> None:
    (tmp_path / ".x.sqlite.new").write_bytes(b"half")
    create_store(tmp_path / "x.sqlite", who="x", clock=lambda: NOW).close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.sqlite", "x.sqlite.lock"]


def test_a_path_with_a_user_error_is_no_fault(workspace: Workspace) -> None:
    with pytest.raises(UserError, match=r"store\.none"):
        workspace.need_store()
