# SPDX-License-Identifier: EUPL-1.2
"""What head, foot and menus show of the store."""

from pathlib import Path

from app.actions import backup, municipality
from app.actions.workspace import Workspace
from app.store import Store
from app.ui.shell.situation import Opener, read_situation
from tests.conftest import NOW


def test_it_is_that_of_the_store(workspace: Workspace, example: Store) -> None:
    seen = read_situation(example)
    assert (seen.office.name, seen.office.is_example, seen.is_read_only) == ("Borgo di Prova", True, False)
    assert seen.edition is not None
    assert seen.backup_at is None
    assert seen.data_as_of is not None
    municipality.correct_office(example, seen.office.version, pec="uno@pec.example")
    backup.back_up(workspace, example)
    later = read_situation(example)
    assert later.undo.undo is not None
    assert later.undo.undo.title == "municipality.corrected"
    assert (later.backup_at, later.saved_at) == (NOW, NOW)


def test_nothing_is_opened_before_a_comune_is_chosen(tmp_path: Path) -> None:
    opener = Opener(tmp_path, "", lambda: NOW)
    assert opener.without_example() is None
    assert opener() is None
    assert opener.workspace is not None
    assert list(tmp_path.glob("*.sqlite")) == []


def test_without_the_example_the_other_comune_is_open(tmp_path: Path) -> None:
    made = Workspace(tmp_path, clock=lambda: NOW)
    made.choose("014004")
    made.open_example()
    made.close()
    opener = Opener(tmp_path, "", lambda: NOW)
    store = opener()
    assert store is not None
    assert store.is_example
    left = opener.without_example()
    assert left is not None
    assert municipality.show_office(left).name == "Aprica"
    left.close()
