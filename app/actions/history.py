# SPDX-License-Identifier: EUPL-1.2
"""Looking at the history, one step back and one forward."""

from app.actions.changes import Changes, changes_of_tables
from app.domain.history import EntryId, HistoryEntry, UndoState
from app.store import Store, search
from app.store import history as statements


def list_history(store: Store, limit: int = 100) -> list[HistoryEntry]:
    """The newest entries first, without their changes."""
    with store.read() as session:
        return statements.list_entries(session, limit)


def show_entry(store: Store, entry_id: EntryId) -> HistoryEntry:
    """One entry with each field that it changed."""
    with store.read() as session:
        return statements.read_entry(session, entry_id)


def undo_state(store: Store) -> UndoState:
    """What one step back or forward would do now."""
    with store.read() as session:
        return statements.undo_state(session)


def undo_last(store: Store) -> tuple[HistoryEntry, Changes]:
    """Take back the last action; UserError when there is none."""
    with store.step() as session:
        entry, touched = statements.step_back(session, store.now(), store.who)
        search.refresh(session, touched)
    return entry, changes_of_tables({table for table, _key in touched})


def redo_last(store: Store) -> tuple[HistoryEntry, Changes]:
    """Do again the action taken back last; UserError when there is none."""
    with store.step() as session:
        entry, touched = statements.step_forward(session, store.now(), store.who)
        search.refresh(session, touched)
    return entry, changes_of_tables({table for table, _key in touched})
