# SPDX-License-Identifier: EUPL-1.2
"""The history: rows before and after each action, written in its transaction, and the step back.

The recorder listens to one session. What it writes down is enough to take the action back or do
it again, whatever the table; only the search index, which is derived, follows afterwards.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Table,
    and_,
    delete,
    event,
    exists,
    func,
    insert,
    inspect,
    select,
    update,
)
from sqlalchemy.orm import Session, UOWTransaction, aliased

from app.domain.history import EntryId, EntryKind, FieldChange, HistoryEntry, UndoState
from app.errors import Stale, UserError
from app.models import Base, HistoryChangeRecord, HistoryEntryRecord

Row = dict[str, Any]
_SHORT_WHILE = timedelta(minutes=10)
_OWN_TABLES = {HistoryEntryRecord.__tablename__, HistoryChangeRecord.__tablename__}


class Recorder:
    """Notes each row that a session touches, in the order of the first touch."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._before: dict[tuple[str, str], Row | None] = {}
        event.listen(session, "before_flush", self._note_old_rows)
        event.listen(session, "after_flush", self._note_new_rows)

    def _note_old_rows(self, session: Session, _context: UOWTransaction, _instances: object) -> None:
        for record in [*session.dirty, *session.deleted]:
            table = inspect(record).mapper.local_table
            if isinstance(table, Table) and table.name not in _OWN_TABLES:
                key = _key_of(record)
                self._before.setdefault((table.name, key), _read(session, table, key))

    def _note_new_rows(self, session: Session, _context: UOWTransaction) -> None:
        for record in session.new:
            table = inspect(record).mapper.local_table
            if isinstance(table, Table) and table.name not in _OWN_TABLES:
                self._before.setdefault((table.name, _key_of(record)), None)

    def changes(self) -> list[HistoryChangeRecord]:
        """What really changed, after the last flush."""
        found = []
        for (table_name, key), before in self._before.items():
            after = _read(self._session, Base.metadata.tables[table_name], key)
            if before != after:
                found.append(HistoryChangeRecord(table_name=table_name, row_key=key, before=before, after=after))
        return found


def write_entry(session: Session, entry: HistoryEntryRecord, changes: Iterable[HistoryChangeRecord]) -> int:
    """Write an action and its changes; a new action closes the way forward by being the last."""
    session.add(entry)
    session.flush()
    for change in changes:
        change.entry_id = entry.id
        session.add(change)
    session.flush()
    return entry.id


def same_just_before(
    session: Session, entry: HistoryEntryRecord, changes: Iterable[HistoryChangeRecord]
) -> HistoryEntryRecord | None:
    """The last entry, where it is the same action of the same person on the same rows, a short while ago."""
    last = session.scalars(select(HistoryEntryRecord).order_by(HistoryEntryRecord.id.desc()).limit(1)).first()
    if last is None or last.is_undone or not last.is_undoable or entry.at - last.at > _SHORT_WHILE:
        return None
    if (last.kind, last.title, last.params, last.who) != (entry.kind, entry.title, entry.params, entry.who):
        return None
    rows = {(change.table_name, change.row_key) for change in changes}
    return last if rows == {(change.table_name, change.row_key) for change in _changes(session, last.id)} else None


def absorb(session: Session, earlier: HistoryEntryRecord, changes: Iterable[HistoryChangeRecord]) -> None:
    """Let these changes, already written, begin where the earlier entry began, and take that one out.

    The new entry is the one that stays: a commit whose outcome is not known is looked up by its number.
    """
    before = {(change.table_name, change.row_key): change.before for change in _changes(session, earlier.id)}
    for change in changes:
        change.before = before[change.table_name, change.row_key]
    session.execute(delete(HistoryChangeRecord).where(HistoryChangeRecord.entry_id == earlier.id))
    session.delete(earlier)
    session.flush()


def ever_in(session: Session, table: str, column: str) -> set[str]:
    """Every value that a column had before or after an action: what a step back may want again."""
    query = select(HistoryChangeRecord.before, HistoryChangeRecord.after).where(HistoryChangeRecord.table_name == table)
    return {str(row[column]) for rows in session.execute(query) for row in rows if row and column in row}


def undo_state(session: Session) -> UndoState:
    """The action that one step back would undo, and the one that a step forward would redo."""
    undo, redo = _next_undo(session), _next_redo(session)
    return UndoState(
        undo=_row(undo) if undo and undo.is_undoable else None,
        redo=_row(redo) if redo else None,
    )


def step_back(session: Session, at: datetime, who: str) -> tuple[HistoryEntry, list[tuple[str, str]]]:
    """Undo the last action; gives it and the rows touched. UserError when there is none."""
    entry = _next_undo(session)
    if entry is None or not entry.is_undoable:
        raise UserError("history.nothing_to_undo")
    touched = _apply(session, reversed(_changes(session, entry.id)), is_back=True)
    _note_step(session, entry, EntryKind.UNDO, at, who)
    return _row(entry), touched


def step_forward(session: Session, at: datetime, who: str) -> tuple[HistoryEntry, list[tuple[str, str]]]:
    """Redo the action undone last; gives it and the rows touched. UserError when there is none."""
    entry = _next_redo(session)
    if entry is None:
        raise UserError("history.nothing_to_redo")
    touched = _apply(session, _changes(session, entry.id), is_back=False)
    _note_step(session, entry, EntryKind.REDO, at, who)
    return _row(entry), touched


def list_entries(session: Session, limit: int) -> list[HistoryEntry]:
    """The newest entries first, without their changes."""
    query = select(HistoryEntryRecord).order_by(HistoryEntryRecord.id.desc()).limit(limit)
    return [_row(entry) for entry in session.scalars(query)]


def read_entry(session: Session, entry_id: EntryId) -> HistoryEntry:
    """One entry with its changes; a step back shows those of its action, turned round."""
    entry = session.get(HistoryEntryRecord, entry_id)
    if entry is None:
        raise UserError("history.unknown_entry")
    is_back = entry.kind == EntryKind.UNDO
    changes = _changes(session, entry.of_entry_id or entry.id)
    return _row(entry, tuple(_field_changes(changes, is_back=is_back)))


def _next_undo(session: Session) -> HistoryEntryRecord | None:
    query = select(HistoryEntryRecord).where(
        HistoryEntryRecord.kind == EntryKind.ACTION, HistoryEntryRecord.is_undone.is_(False)
    )
    return session.scalars(query.order_by(HistoryEntryRecord.id.desc()).limit(1)).first()


def _next_redo(session: Session) -> HistoryEntryRecord | None:
    """The oldest action whose step back came after every action: a new one leaves the others behind."""
    last = session.scalar(select(func.max(HistoryEntryRecord.id)).where(HistoryEntryRecord.kind == EntryKind.ACTION))
    step = aliased(HistoryEntryRecord)
    is_open = exists().where(
        step.of_entry_id == HistoryEntryRecord.id, step.kind == EntryKind.UNDO, step.id > (last or 0)
    )
    query = select(HistoryEntryRecord).where(
        HistoryEntryRecord.kind == EntryKind.ACTION, HistoryEntryRecord.is_undone.is_(True), is_open
    )
    return session.scalars(query.order_by(HistoryEntryRecord.id).limit(1)).first()


def _changes(session: Session, entry_id: int) -> list[HistoryChangeRecord]:
    query = select(HistoryChangeRecord).where(HistoryChangeRecord.entry_id == entry_id)
    return list(session.scalars(query.order_by(HistoryChangeRecord.id)))


def _note_step(session: Session, entry: HistoryEntryRecord, kind: EntryKind, at: datetime, who: str) -> None:
    entry.is_undone = kind is EntryKind.UNDO
    step = HistoryEntryRecord(
        at=at,
        who=who,
        kind=kind.value,
        title=entry.title,
        params=entry.params,
        of_entry_id=entry.id,
        is_undone=False,
        is_undoable=False,
    )
    session.add(step)


def _apply(session: Session, changes: Iterable[HistoryChangeRecord], *, is_back: bool) -> list[tuple[str, str]]:
    touched = []
    for change in changes:
        found, wanted = (change.after, change.before) if is_back else (change.before, change.after)
        table = Base.metadata.tables[change.table_name]
        if not _is_as(_read(session, table, change.row_key), found):
            raise Stale("record.changed_elsewhere")
        _put(session, table, change.row_key, found, wanted)
        touched.append((change.table_name, change.row_key))
    session.expire_all()
    return touched


def _is_as(row: Row | None, found: Row | None) -> bool:
    """Whether a row is as it was left; a column that a later schema added was not there to be left."""
    if row is None or found is None:
        return row is found
    return {name: row.get(name) for name in found} == found


def _put(session: Session, table: Table, key: str, found: Row | None, wanted: Row | None) -> None:
    if wanted is None:
        session.execute(delete(table).where(_is_row(table, key)))
    elif found is None:
        session.execute(insert(table).values(_thaw(table, wanted)))
    else:
        session.execute(update(table).where(_is_row(table, key)).values(_thaw(table, wanted)))


def _read(session: Session, table: Table, key: str) -> Row | None:
    row = session.connection().execute(select(table).where(_is_row(table, key))).mappings().first()
    return {name: _frozen(value) for name, value in row.items()} if row else None


def _is_row(table: Table, key: str) -> ColumnElement[bool]:
    (column,) = table.primary_key.columns
    return and_(column == (int(key) if column.type.python_type is int else key))


def _key_of(record: object) -> str:
    return str(inspect(record, raiseerr=True).mapper.primary_key_from_instance(record)[0])


def _frozen(value: object) -> object:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else value


def _thaw(table: Table, row: Row) -> Row:
    return {name: _thawed(table.columns[name], value) for name, value in row.items()}


def _thawed(column: Column[Any], value: Any) -> Any:  # noqa: ANN401 - whatever the column holds
    kind = column.type.python_type
    if value is not None and kind in (date, datetime):
        return kind.fromisoformat(value)
    return Decimal(value) if value is not None and kind is Decimal else value


def _field_changes(changes: Iterable[HistoryChangeRecord], *, is_back: bool) -> Iterator[FieldChange]:
    for change in changes:
        old, new = (change.after, change.before) if is_back else (change.before, change.after)
        for name in Base.metadata.tables[change.table_name].columns.keys():  # noqa: SIM118 - not a mapping
            was, became = _said(old, name), _said(new, name)
            if was != became and name not in ("id", "version"):
                yield FieldChange(change.table_name, change.row_key, name, was, became)


def _said(row: Row | None, name: str) -> str | None:
    value = row.get(name) if row else None
    return None if value is None else str(value)


def _row(entry: HistoryEntryRecord, changes: tuple[FieldChange, ...] = ()) -> HistoryEntry:
    return HistoryEntry(
        id=EntryId(entry.id),
        at=entry.at,
        who=entry.who,
        kind=EntryKind(entry.kind),
        title=entry.title,
        params=entry.params,
        is_undone=entry.is_undone,
        is_undoable=entry.is_undoable,
        changes=changes,
    )
