# SPDX-License-Identifier: EUPL-1.2
"""The copy of the day, the list of copies, the check: what the window and the command line do with them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.actions import backup, municipality
from app.actions.workspace import Workspace
from app.errors import EnvironmentFault, UserError
from app.store import Store
from tests.conftest import NOW, open_copy


class Clock:
    """A clock that a test sets on."""

    now = NOW

    def __call__(self) -> datetime:
        """The time that was set."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, aprica_folder: Path, clock: Clock) -> Iterator[Workspace]:
    """Aprica under a clock that moves."""
    workspace = Workspace(tmp_path, clock=clock)
    open_copy(workspace, aprica_folder)
    yield workspace
    workspace.close()


def test_the_first_copy_is_made_at_once_and_the_next_after_a_day_with_changes(office: Workspace, clock: Clock) -> None:
    store = office.need_store()
    assert backup.back_up_if_due(office, store) is not None
    assert backup.back_up_if_due(office, store) is None
    clock.now += timedelta(days=2)
    assert backup.back_up_if_due(office, store) is None  # nothing was saved
    municipality.add_person(store, "rup", "Carla")
    made = backup.back_up_if_due(office, store)
    assert made is not None
    assert (made.reason, made.is_verified, made.rows["person"], made.made_at) == ("daily", True, 1, clock.now)


def test_what_was_saved_another_time_is_copied_though_nothing_is_saved_today(office: Workspace, clock: Clock) -> None:
    """The window was closed an hour after the copy of that day; the clerk comes back and only looks."""
    backup.back_up_if_due(office, office.need_store())
    clock.now += timedelta(hours=1)
    municipality.add_person(office.need_store(), "rup", "Carla")
    assert backup.back_up_if_due(office, office.need_store()) is None
    office.close()
    clock.now += timedelta(days=7)
    made = backup.back_up_if_due(office, office.need_store())
    assert made is not None
    assert made.rows["person"] == 1


def test_another_day_is_another_day_also_before_a_day_has_passed(office: Workspace, clock: Clock) -> None:
    backup.back_up_if_due(office, office.need_store())
    clock.now += timedelta(hours=23)
    municipality.add_person(office.need_store(), "rup", "Carla")
    assert backup.back_up_if_due(office, office.need_store()) is not None


def test_the_open_store_is_not_looked_at_as_a_copy(office: Workspace) -> None:
    """Reliability D3: whoever reads the file of the open store gives up its lock."""
    store = office.need_store()
    with pytest.raises(UserError, match=r"backup\.on_itself"):
        backup.look_at_copy(office, store.path)
    made = backup.back_up(office, store)
    assert backup.look_at_copy(office, made.path).rows == made.rows


def test_a_clock_set_back_makes_no_copy_and_takes_none_away(office: Workspace, clock: Clock) -> None:
    store = office.need_store()
    backup.back_up_if_due(office, store)
    municipality.add_person(store, "rup", "Carla")
    clock.now -= timedelta(days=2200)
    assert backup.back_up_if_due(office, store) is None
    assert len(backup.list_backups(office)) == 1


def test_the_last_copy_is_the_newest_verified_one(office: Workspace, clock: Clock) -> None:
    store = office.need_store()
    assert backup.last_backup(store) is None
    first = backup.back_up(office, store)
    clock.now += timedelta(hours=1)
    second = backup.back_up(office, store)
    assert backup.last_backup(store) == second
    second.path.write_bytes(second.path.read_bytes()[:-1])
    assert backup.last_backup(store) == first
    assert [copy.is_verified for copy in backup.list_backups(office)] == [False, True]


def test_copies_are_listed_also_where_the_store_does_not_open(office: Workspace) -> None:
    store = office.need_store()
    made = backup.back_up(office, store)
    office.close()
    store.path.write_bytes(store.path.read_bytes()[:5000])
    with pytest.raises(EnvironmentFault):
        office.need_store()
    assert backup.list_backups(office) == [made]


def test_a_folder_without_a_comune_has_no_copies(workspace: Workspace) -> None:
    assert backup.list_backups(workspace) == []


def test_the_check_counts_every_table(example: Store) -> None:
    outcome = backup.check(example)
    assert (outcome.is_sound, outcome.findings) == (True, ())
    assert (outcome.rows["project"], outcome.rows["municipality"], outcome.rows["service"]) == (9, 1, 93)


def test_the_check_finds_a_reference_that_leads_nowhere(store: Store) -> None:
    with store.engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA foreign_keys=OFF")
        driver.execute("INSERT INTO history_change VALUES (NULL, 999999, 'x', 'x', NULL, NULL)")
    outcome = backup.check(store)
    assert not outcome.is_sound
    assert any("history_change" in finding for finding in outcome.findings)
