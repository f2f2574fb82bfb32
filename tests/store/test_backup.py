# SPDX-License-Identifier: EUPL-1.2
"""Copies that were read back, and taking one back."""

import hashlib
import json
import os
import sqlite3
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

import app
from app.actions import backup as actions
from app.actions import funding, municipality
from app.actions.history import list_history
from app.actions.workspace import Workspace
from app.domain.money import to_cents
from app.errors import EnvironmentFault, UserError
from app.store import Store, backup
from app.store.engine import APPLICATION_ID
from app.store.measure import manifest_of, measure_file
from app.store.migrate import SCHEMA_VERSION
from tests.conftest import NOW
from tests.store.test_history import dump


def test_a_copy_has_the_rows_of_the_store_and_a_manifest(workspace: Workspace, store: Store) -> None:
    copy = actions.back_up(workspace, store)
    manifest = json.loads((copy.path.parent / (copy.path.name + ".json")).read_bytes())
    assert copy.is_verified
    assert copy.rows["municipality"] == 1
    assert copy.rows["service"] == manifest["rows"]["service"] > 0
    assert copy.path.stat().st_mode & 0o077 == 0
    assert list(copy.path.parent.glob(".*")) == []


def test_rows_and_sums_of_the_copy_are_those_of_the_store(workspace: Workspace, example: Store) -> None:
    """Reliability D8: a copy is verified when its kind, schema, rows and sums are those of the store."""
    copy = actions.back_up(workspace, example)
    manifest = json.loads(manifest_of(copy.path).read_bytes())
    projects = funding.list_projects(example)
    with closing(sqlite3.connect(copy.path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("SELECT count(*), sum(amount_cents) FROM project").fetchone() == (
            len(projects), sum(to_cents(project.amount) for project in projects),
        )  # fmt: skip
    assert manifest["rows"]["project"] == copy.rows["project"] == len(projects)
    assert manifest["project_cents"] == sum(to_cents(project.amount) for project in projects)
    assert (manifest["schema"], manifest["program_version"]) == (SCHEMA_VERSION, app.__version__)
    assert manifest["sha256"] == hashlib.sha256(copy.path.read_bytes()).hexdigest()
    assert (manifest["bytes"], manifest["municipality"]) == (copy.path.stat().st_size, "Borgo di Prova")


def test_a_copy_that_differs_from_the_store_gets_no_name(
    workspace: Workspace, example: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reliability D7 and D8: the copy has its name only after it was counted."""
    monkeypatch.setattr(backup, "measure_file", lambda file: measure_file(file) | {"project_cents": 1})
    with pytest.raises(EnvironmentFault, match=r"damaged"):
        actions.back_up(workspace, example)
    assert list(backup.folder_of(example.path).iterdir()) == []


def test_a_copy_by_name_replaces_an_older_copy_and_nothing_else(
    workspace: Workspace, store: Store, tmp_path: Path
) -> None:
    target = tmp_path / "chiavetta" / "copia.sqlite"
    assert actions.back_up(workspace, store, target).is_verified
    municipality.add_person(store, "rup", "Carla")
    assert actions.back_up(workspace, store, target).rows["person"] == 1
    letter = tmp_path / "lettera.odt"
    letter.write_text("Egregio")
    with pytest.raises(UserError, match=r"backup\.occupied"):
        actions.back_up(workspace, store, letter)
    assert letter.read_text() == "Egregio"
    assert sorted(path.name for path in target.parent.iterdir()) == ["copia.sqlite", "copia.sqlite.json"]


def test_what_an_interrupted_copy_left_goes_with_the_next_one(workspace: Workspace, store: Store) -> None:
    """Reliability D7: a half-made copy is never listed, and cleaned."""
    folder = actions.back_up(workspace, store).path.parent
    for name in (".x.sqlite.part", ".x.sqlite.part-journal"):
        (folder / name).write_bytes(b"half")
    actions.back_up(workspace, store)
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


@pytest.mark.skipif(sys.platform == "win32", reason="limits of another kind")
def test_a_copy_that_finds_no_room_leaves_nothing_and_harms_nothing(workspace: Workspace, store: Store) -> None:
    """Reliability D2f: what was half written is removed, older copies stay."""
    first = actions.back_up(workspace, store)
    before, listed = dump(store), sorted(first.path.parent.iterdir())
    workspace.close()
    if not (pid := os.fork()):
        os._exit(_copy_without_room(workspace))
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == EnvironmentFault.exit_status
    assert sorted(first.path.parent.iterdir()) == listed
    assert dump(workspace.need_store()) == before


def _copy_without_room(workspace: Workspace) -> int:
    import resource

    try:
        store = workspace.need_store()
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        actions.back_up(workspace, store)
    except EnvironmentFault as fault:
        return fault.exit_status
    return 0


def test_restoring_brings_back_every_row(workspace: Workspace, store: Store) -> None:
    municipality.add_person(store, "rup", "Carla")
    before = dump(store)
    copy = actions.back_up(workspace, store)
    municipality.add_person(store, "dpo", "Dina")
    restored = actions.restore(workspace, copy.path)
    assert dump(restored) == before
    assert len(list(workspace.folder.glob("*.sostituito-*"))) >= 1


def test_restoring_is_in_the_history(workspace: Workspace, store: Store) -> None:
    copy = actions.back_up(workspace, store)
    restored = actions.restore(workspace, copy.path)
    assert list_history(restored, 1)[0].title == "store.restored"


@pytest.mark.parametrize(
    "content",
    [b"", b"testo", b"PK\x03\x04" * 100],
    ids=["empty", "text", "zip"],
)
def test_what_is_no_copy_is_refused_and_the_store_stays(
    workspace: Workspace, store: Store, tmp_path: Path, content: bytes
) -> None:
    before = dump(store)
    file = tmp_path / "copia.sqlite"
    file.write_bytes(content)
    with pytest.raises(UserError, match=r"backup\.not_ours"):
        actions.restore(workspace, file)
    assert dump(workspace.need_store()) == before


def test_a_copy_with_one_changed_byte_is_refused(workspace: Workspace, store: Store) -> None:
    copy = actions.back_up(workspace, store)
    content = bytearray(copy.path.read_bytes())
    content[len(content) // 2] ^= 1
    copy.path.write_bytes(content)
    with pytest.raises(UserError, match=r"backup\.changed"):
        actions.restore(workspace, copy.path)


def test_the_copy_of_another_comune_is_refused(workspace: Workspace, store: Store) -> None:
    copy = actions.back_up(workspace, store)
    other = workspace.choose("017197")
    before = dump(other)
    with pytest.raises(UserError, match=r"backup\.other_municipality"):
        actions.restore(workspace, copy.path)
    assert dump(workspace.need_store()) == before


def test_an_interrupted_restoring_is_finished_at_the_next_start(workspace: Workspace, store: Store) -> None:
    copy = actions.back_up(workspace, store)
    before = dump(store)
    workspace.close()
    path = store.path
    path.with_name(f".{path.name}.restoring").write_bytes(copy.path.read_bytes())
    path.replace(path.with_name(path.name + ".aside"))
    assert dump(workspace.need_store()) == before


def test_choosing_the_comune_again_finishes_an_interrupted_restoring_too(workspace: Workspace, store: Store) -> None:
    """The store has no name at that moment: a new one in its place would throw the copy away."""
    municipality.add_person(store, "rup", "Carla")
    copy = actions.back_up(workspace, store)
    workspace.close()
    path = store.path
    path.with_name(f".{path.name}.restoring").write_bytes(copy.path.read_bytes())
    path.replace(path.with_name(path.name + ".aside"))
    assert [person.name for person in municipality.list_people(workspace.choose("014004"))] == ["Carla"]


def test_half_made_copies_are_never_listed_and_are_cleaned(workspace: Workspace, store: Store) -> None:
    actions.back_up(workspace, store)
    folder = backup.folder_of(store.path)
    (folder / ".x.sqlite.part").write_bytes(b"half")
    assert len(actions.list_backups(workspace)) == 1
    backup.thin_out(folder, NOW)
    assert not (folder / ".x.sqlite.part").exists()


def test_thinning_keeps_what_was_asked_for_and_the_newest(store: Store) -> None:
    folder = backup.folder_of(store.path)
    for days in (0, 1, 5, 5.5, 40, 41, 200, 201):
        backup.copy_engine(store.engine, store.path, NOW - timedelta(days=days), reason="daily")
    asked = backup.copy_engine(store.engine, store.path, NOW - timedelta(days=5.2), reason="asked")
    removed = backup.thin_out(folder, NOW)
    kept = backup.list_backups(folder)
    assert asked.path in [copy.path for copy in kept]
    assert NOW in [copy.made_at for copy in kept]
    assert 0 < len(removed) < 5
    assert len(kept) + len(removed) == 9


def test_a_copy_that_is_not_whole_takes_no_other_s_place(store: Store) -> None:
    folder = backup.folder_of(store.path)
    good, cut = (
        backup.copy_engine(store.engine, store.path, NOW - timedelta(days=days), reason="daily") for days in (5.2, 5.1)
    )
    cut.path.write_bytes(cut.path.read_bytes()[:-1])
    assert backup.thin_out(folder, NOW) == []
    assert good.path.exists()


def test_a_clock_set_back_removes_nothing(store: Store) -> None:
    folder = backup.folder_of(store.path)
    for days in range(4):
        backup.copy_engine(store.engine, store.path, NOW - timedelta(days=days), reason="daily")
    assert backup.thin_out(folder, NOW - timedelta(days=2200)) == []
