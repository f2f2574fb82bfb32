# SPDX-License-Identifier: EUPL-1.2
"""The data folder: which store is open, where it lies, who works in it."""

import getpass
from pathlib import Path

import pytest

from app.actions import municipality
from app.actions.workspace import Workspace
from app.errors import UserError
from app.store import Store
from app.store.lock import StoreLock
from tests.conftest import NOW


def test_the_choice_is_kept_for_the_next_start(workspace: Workspace) -> None:
    assert workspace.open_current() is None
    path = workspace.choose("014004").path
    workspace.close()
    again = Workspace(workspace.folder)
    store = again.need_store()
    assert (store.path, municipality.show_office(store).name) == (path, "Aprica")
    again.close()


def test_one_store_is_open_at_a_time_and_others_can_have_the_first(workspace: Workspace) -> None:
    first = workspace.choose("014004")
    workspace.choose("017197")
    lock = StoreLock(first.path)
    lock.take(NOW, "x")
    assert not lock.was_unclean
    lock.release()
    assert [found.name for found in workspace.stores()] == ["A337", "L812"]


def test_choosing_what_is_open_changes_nothing(workspace: Workspace, store: Store) -> None:
    assert workspace.choose("014004") is store
    assert store.saved_at is None


@pytest.mark.parametrize("url", ["postgresql://x/y", "sqlite://", "sqlite:///", "mysql:", "file:x.sqlite", "http://x"])
def test_an_address_that_is_no_file_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(UserError, match=r"store\.unknown_url"):
        Workspace(tmp_path, store_url=url)


@pytest.mark.parametrize("prefix", ["", "sqlite:///"])
def test_a_store_elsewhere_is_taken_as_asked_and_not_kept(
    tmp_path: Path, prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for url in (f"{prefix}{tmp_path}/uno.sqlite", f"{prefix}due.sqlite"):
        workspace = Workspace(tmp_path / "dati", store_url=url)
        workspace.folder.mkdir(exist_ok=True)
        workspace.choose("014004")
        workspace.close()
        assert workspace.settings.current_store == ""
    assert sorted(path.name for path in tmp_path.glob("*.sqlite")) == ["due.sqlite", "uno.sqlite"]


def test_a_store_of_another_comune_is_not_taken_for_the_one_asked(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, store_url=str(tmp_path / "x.sqlite"))
    try:
        workspace.choose("014004")
        with pytest.raises(UserError, match=r"store\.other_municipality"):
            workspace.choose("017197")
        assert municipality.show_office(workspace.need_store()).name == "Aprica"
    finally:
        workspace.close()


def test_who_works_is_in_the_settings_else_of_the_system(workspace: Workspace, store: Store) -> None:
    assert workspace.who == getpass.getuser()
    workspace.change_settings(who="Carla Esempi")
    assert (workspace.who, store.who) == ("Carla Esempi", "Carla Esempi")


def test_an_account_without_a_name_works_too(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found: 12345")

    monkeypatch.setattr(getpass, "getuser", nameless)
    workspace.choose("014004")
    assert workspace.who == "utente senza nome"


def test_the_name_of_a_store_tells_its_comune(workspace: Workspace) -> None:
    for belfiore in ("A337", "L812"):
        assert workspace.belfiore_of(workspace.path_of(belfiore)) == belfiore
    assert workspace.path_of("X000").name == "esempio.sqlite"
    assert workspace.belfiore_of(Path("archivio.sqlite")) == ""
    with pytest.raises(UserError, match=r"store\.none"):
        workspace.path_of("")
