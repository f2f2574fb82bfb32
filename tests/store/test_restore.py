# SPDX-License-Identifier: EUPL-1.2
"""Taking a copy back: only a whole copy of ours, with the journals moved away, from whatever state of the store."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.actions import backup as actions
from app.actions import municipality
from app.actions.backup import BackupFile
from app.actions.municipality import municipality_of_code
from app.actions.workspace import Workspace
from app.errors import EnvironmentFault, FaultKind, UserError
from app.store import Store, backup, restore
from app.store.measure import manifest_of
from tests.conftest import NOW
from tests.store.test_history import dump


@pytest.fixture
def copy(workspace: Workspace, store: Store) -> BackupFile:
    """A copy of Aprica, after which someone was added."""
    made = actions.back_up(workspace, store)
    municipality.add_person(store, "rup", "Carla")
    return made


def asides(workspace: Workspace, pattern: str = "*.sostituito-*[0-9]") -> list[str]:
    return sorted(path.name for path in workspace.folder.glob(pattern))


def other_copy(tmp_path: Path, istat: str) -> Path:
    """A copy of another comune, without its manifest."""
    other = Workspace(tmp_path / "altro", clock=lambda: NOW)
    other.folder.mkdir()
    made = actions.back_up(other, other.choose(istat)).path
    other.close()
    return Path(shutil.copy(made, tmp_path / "altra copia.sqlite"))


def test_what_was_there_is_kept_aside_and_copied(workspace: Workspace, copy: BackupFile) -> None:
    """Reliability D9."""
    actions.restore(workspace, copy.path)
    (aside,) = asides(workspace)
    with closing(sqlite3.connect(workspace.folder / aside)) as connection:
        assert connection.execute("SELECT name FROM person").fetchall() == [("Carla",)]
    assert [made.reason for made in actions.list_backups(workspace)] == ["restore", "asked"]


def test_two_restores_in_one_second_keep_both(workspace: Workspace, copy: BackupFile) -> None:
    actions.restore(workspace, copy.path)
    actions.restore(workspace, copy.path)
    assert len(asides(workspace)) == 2


@pytest.mark.parametrize("suffix", ["-journal", "-wal", "-shm"])
def test_a_stale_journal_goes_with_the_store_it_belongs_to(
    workspace: Workspace, store: Store, copy: BackupFile, suffix: str
) -> None:
    """Reliability D9: played into the new file, it gave 31 rows for 1, and the check said ok."""
    workspace.close()
    store.path.with_name(store.path.name + suffix).write_bytes(b"stale")
    restore.put_back(store.path, copy.path, NOW)
    assert not store.path.with_name(store.path.name + suffix).exists()
    (aside,) = asides(workspace, f"*.sostituito-*{suffix}")
    assert (workspace.folder / aside).read_bytes() == b"stale"


@pytest.mark.parametrize("state", ["damaged", "gone", "text", "newer"])
def test_a_store_in_any_state_is_replaced(workspace: Workspace, store: Store, copy: BackupFile, state: str) -> None:
    workspace.close()
    expected = 0 if state == "gone" else 1
    if state == "gone":
        store.path.unlink()
    elif state == "text":
        store.path.write_text("testo")
    elif state == "newer":
        with closing(sqlite3.connect(store.path)) as connection:
            connection.execute("PRAGMA user_version=99")
    else:
        content = bytearray(store.path.read_bytes())
        content[4096:40960] = b"\xff" * 36864
        store.path.write_bytes(content)
    restored = actions.restore(workspace, copy.path)
    assert municipality.list_people(restored) == []
    assert actions.check(restored).is_sound
    assert len(asides(workspace)) >= expected


def test_a_new_computer_takes_its_store_from_a_copy(tmp_path: Path, copy: BackupFile) -> None:
    fresh = Workspace(tmp_path / "nuovo", clock=lambda: NOW)
    fresh.folder.mkdir()
    try:
        restored = actions.restore(fresh, copy.path)
        assert (restored.path.name, fresh.settings.current_store) == ("comune-a337.sqlite", "comune-a337.sqlite")
        assert municipality.show_office(restored).name == "Aprica"
    finally:
        fresh.close()


def test_a_copy_of_another_comune_is_refused_without_its_manifest(
    workspace: Workspace, store: Store, tmp_path: Path
) -> None:
    before = dump(store)
    with pytest.raises(UserError, match=r"backup\.other_municipality"):
        actions.restore(workspace, other_copy(tmp_path, "017197"))
    assert dump(workspace.need_store()) == before


@pytest.mark.parametrize("has_copies", [True, False], ids=["known by its copies", "known by its name"])
def test_a_copy_of_another_comune_is_refused_for_a_damaged_store(
    workspace: Workspace, store: Store, copy: BackupFile, tmp_path: Path, *, has_copies: bool
) -> None:
    assert copy.belfiore == "A337"
    workspace.close()
    store.path.write_bytes(store.path.read_bytes()[:5000])
    before = store.path.read_bytes()
    if not has_copies:
        shutil.rmtree(workspace.folder / "backups")
    with pytest.raises(UserError, match=r"backup\.other_municipality"):
        actions.restore(workspace, other_copy(tmp_path, "017197"))
    assert store.path.read_bytes() == before


def test_homonyms_are_not_the_same_comune(workspace: Workspace, tmp_path: Path) -> None:
    ours, theirs = municipality_of_code("016065"), municipality_of_code("075096")
    assert ours.name == theirs.name == "Castro"
    workspace.choose(ours.istat)
    with pytest.raises(UserError, match=r"backup\.other_municipality"):
        actions.restore(workspace, other_copy(tmp_path, theirs.istat))


def test_the_store_is_no_copy_of_itself(workspace: Workspace, store: Store, tmp_path: Path) -> None:
    link = tmp_path / "collegamento.sqlite"
    link.symlink_to(store.path)
    for file in (store.path, link):
        with pytest.raises(UserError, match=r"backup\.on_itself"):
            actions.restore(workspace, file)
        with pytest.raises(UserError, match=r"backup\.on_itself"):
            actions.back_up(workspace, store, file)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("missing", "backup.missing"),
        ("text", "backup.not_ours"),
        ("other program", "backup.not_ours"),
        ("byte", "backup.changed"),
        ("cut", "backup.damaged"),
        ("newer", "store.newer"),
    ],
)
def test_what_is_no_whole_copy_is_refused_with_its_reason(
    workspace: Workspace, copy: BackupFile, change: str, code: str
) -> None:
    """Reliability D8: a copy is read in full before the store is touched."""
    content = copy.path.read_bytes()
    if change != "byte":
        manifest_of(copy.path).unlink()
    if change == "missing":
        copy.path.unlink()
    elif change == "text":
        copy.path.write_text("testo")
    elif change == "byte":
        copy.path.write_bytes(content[:9000] + bytes([content[9000] ^ 1]) + content[9001:])
    elif change == "cut":
        copy.path.write_bytes(content[: len(content) // 2])
    else:
        pragma = "application_id=42" if change == "other program" else "user_version=99"
        with closing(sqlite3.connect(copy.path)) as connection:
            connection.execute(f"PRAGMA {pragma}")
    before = dump(workspace.need_store())
    with pytest.raises(UserError) as caught:
        actions.restore(workspace, copy.path)
    assert caught.value.code == code
    assert dump(workspace.need_store()) == before
    assert asides(workspace) == []


@pytest.mark.parametrize("moment", ["prepared", "moved", "journal left"])
def test_a_restore_that_was_cut_off_is_finished_or_dropped(
    workspace: Workspace, store: Store, copy: BackupFile, moment: str
) -> None:
    """Reliability K5: at each rename, the old store or the new one, never none and never an old journal in the new."""
    people = municipality.list_people(store)
    workspace.close()
    path = store.path
    shutil.copy(copy.path, path.with_name(f".{path.name}.restoring"))
    if moment != "prepared":
        path.rename(path.with_name(f"{path.name}.sostituito-20261123T080000"))
    if moment == "journal left":
        path.with_name(path.name + "-journal").write_bytes(b"stale")
    opened = workspace.need_store()
    assert municipality.list_people(opened) == (people if moment == "prepared" else [])
    assert not path.with_name(f".{path.name}.restoring").exists()
    if moment == "journal left":
        assert path.with_name(f"{path.name}.sostituito-20261123T080000-journal").read_bytes() == b"stale"


def test_what_was_badly_written_is_not_put_in_place(
    workspace: Workspace, store: Store, copy: BackupFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(store)
    monkeypatch.setattr(restore, "digest", lambda _file: "another")
    manifest_of(copy.path).unlink()
    with pytest.raises(EnvironmentFault) as caught:
        actions.restore(workspace, copy.path)
    assert caught.value.kind is FaultKind.DAMAGED
    assert dump(workspace.need_store()) == before
    assert asides(workspace) == []


def test_looking_at_a_copy_tells_whose_it_is_also_without_a_manifest(copy: BackupFile) -> None:
    looked = restore.verify(copy.path)
    manifest_of(copy.path).unlink()
    bare = restore.verify(copy.path)
    assert replace(bare, made_at=looked.made_at, is_verified=True, reason="asked") == looked
    assert (bare.municipality, bare.belfiore, backup.read_backup(copy.path).is_verified) == ("Aprica", "A337", False)
