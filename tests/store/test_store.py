# SPDX-License-Identifier: EUPL-1.2
"""One action is one transaction, one entry, one step back."""

import pytest

from app.actions import municipality
from app.actions.workspace import Workspace
from app.domain.history import EntryKind
from app.errors import EnvironmentFault, FaultKind, Stale, UserError
from app.store import Store, history
from app.store import municipality as statements


def test_write_keeps_who_when_action_and_both_values(store: Store) -> None:
    office = municipality.show_office(store)
    municipality.correct_office(store, office.version, pec="protocollo@pec.example")
    with store.read() as session:
        entry = history.list_entries(session, 1)[0]
        change = history.read_entry(session, entry.id).changes[0]
    assert (entry.title, entry.kind, entry.who, entry.at) == (
        "municipality.corrected", EntryKind.ACTION, store.who, store.now(),
    )  # fmt: skip
    assert (change.table, change.field, change.old, change.new) == ("municipality", "pec", "", "protocollo@pec.example")


def test_an_error_inside_leaves_neither_change_nor_entry(store: Store) -> None:
    before = _entries(store)
    with pytest.raises(UserError):
        _correct_and_fail(store)
    assert municipality.show_office(store).pec == ""
    assert _entries(store) == before


def test_an_action_that_changes_nothing_leaves_no_entry(store: Store) -> None:
    before = _entries(store)
    municipality.correct_office(store, 1, pec="")
    assert _entries(store) == before


def test_a_row_changed_meanwhile_is_refused(store: Store) -> None:
    office = municipality.show_office(store)
    municipality.correct_office(store, office.version, phone="0342 1")
    with pytest.raises(Stale):
        municipality.correct_office(store, office.version, phone="0342 2")
    assert municipality.show_office(store).phone == "0342 1"


def test_two_programs_cannot_hold_one_store(store: Store, workspace: Workspace) -> None:
    other = Workspace(workspace.folder, clock=workspace.clock)
    with pytest.raises(EnvironmentFault) as caught:
        other.open_current()
    assert caught.value.kind is FaultKind.LOCKED
    assert store.who in str(caught.value.params["owner"])


def test_files_are_private(store: Store) -> None:
    assert store.path.stat().st_mode & 0o077 == 0
    assert store.path.parent.stat().st_mode & 0o077 == 0


def test_settings_of_the_engine_are_those_decided(store: Store) -> None:
    with store.engine.connect() as connection:
        values = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "trusted_schema",
                "secure_delete",
                "locking_mode",
            )
        }
    assert values == {
        "journal_mode": "truncate", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "secure_delete": 1,
        "locking_mode": "exclusive",
    }  # fmt: skip


def _entries(store: Store) -> int:
    with store.read() as session:
        return len(history.list_entries(session, 1000))


def _correct_and_fail(store: Store) -> None:
    with store.write("municipality.corrected") as session:
        statements.correct_office(session, 1, {"pec": "x"})
        session.flush()
        raise UserError("record.gone")
