# SPDX-License-Identifier: EUPL-1.2
"""The open store: reading, and writing as one named action in one transaction."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from app.domain.dates import to_rome
from app.domain.history import EntryKind
from app.errors import EnvironmentFault, FaultKind
from app.models import HistoryChangeRecord, HistoryEntryRecord, OfficeRecord
from app.store import history, opened_copies, search
from app.store.faults import fault, sorting
from app.store.lock import StoreLock

Clock = Callable[[], datetime]
_IS_SAVED = "is_saved"  # on the session of an action that changed something


class Store:
    """One comune's file, held until `close`; used by one thread."""

    def __init__(
        self, path: Path, engine: Engine, lock: StoreLock | None, *, who: str, clock: Clock, is_read_only: bool
    ) -> None:
        self.path = path
        self.who = who
        self.is_read_only = is_read_only
        self.saved_at: datetime | None = None
        self._engine = engine
        self._lock = lock
        self._clock = clock

    def now(self) -> datetime:
        """The time in UTC, from the clock that the store was opened with."""
        return self._clock()

    def today(self) -> date:
        """The day on the clock of Rome."""
        return to_rome(self.now()).date()

    @property
    def engine(self) -> Engine:
        """The engine, for what only SQLite can do (backup, check)."""
        return self._engine

    @property
    def is_example(self) -> bool:
        """True for the store of the invented comune."""
        with self.read() as session:
            return bool(session.scalar(select(OfficeRecord.is_example)))

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one state of the store and changes nothing."""
        with (
            sorting(self.path),
            Session(self._engine.execution_options(reads=True), autoflush=False, info={"reads": True}) as session,
        ):
            yield session
            session.rollback()

    @contextmanager
    def write(self, title: str, *, is_undoable: bool = True, goes_on: bool = False, **params: str) -> Iterator[Session]:
        """One action: all or nothing, one entry in the history, one step back.

        An action that changes nothing leaves no entry. The title is a code of `app.text.titles`. One that
        `goes_on` (a text saved while it is typed) becomes one with the same action of the same person just before it.
        """
        with self._transaction() as session:
            recorder = history.Recorder(session)
            yield session
            session.flush()
            changes = recorder.changes()
            if changes:
                entry = self._entry(title, params, is_undoable=is_undoable)
                earlier = history.same_just_before(session, entry, changes) if goes_on else None
                self._note(session, entry, changes)
                if earlier:
                    history.absorb(session, earlier, changes)
                search.refresh(session, [(change.table_name, change.row_key) for change in changes])

    @contextmanager
    def step(self) -> Iterator[Session]:
        """A step back or forward over an action; it writes its own entry."""
        with self._transaction() as session:
            session.info[_IS_SAVED] = True
            yield session

    def mark(self, title: str, **params: str) -> None:
        """Write into the history something that happened to the store as a whole; it has no way back."""
        with self._transaction() as session:
            self._note(session, self._entry(title, params, is_undoable=False), [])

    def close(self) -> None:
        """Let go of the file; the next start sees a clean end."""
        self._engine.dispose()
        opened_copies.remove_copies(self.path)
        if self._lock:
            self._lock.release()

    @contextmanager
    def _transaction(self) -> Iterator[Session]:
        if self.is_read_only:
            raise fault(FaultKind.READ_ONLY, self.path)
        with sorting(self.path), Session(self._engine) as session:
            yield session
            session.flush()
            last = session.scalars(select(HistoryEntryRecord.id).order_by(HistoryEntryRecord.id.desc())).first()
            self._commit(session, last)
        if session.info.get(_IS_SAVED):
            self.saved_at = self.now()

    @staticmethod
    def _note(session: Session, entry: HistoryEntryRecord, changes: list[HistoryChangeRecord]) -> None:
        history.write_entry(session, entry, changes)
        session.info[_IS_SAVED] = True

    def _commit(self, session: Session, last: int | None) -> None:
        """Commit; where that fails, look before anyone tries again (reliability D11)."""
        try:
            with sorting(self.path):
                session.commit()
        except EnvironmentFault:
            session.rollback()
            if last is None or not self._has_entry(last):
                raise

    def _has_entry(self, entry_id: int) -> bool:
        with self.read() as session:
            return session.get(HistoryEntryRecord, entry_id) is not None

    def _entry(self, title: str, params: dict[str, str], *, is_undoable: bool) -> HistoryEntryRecord:
        return HistoryEntryRecord(
            at=self.now(),
            who=self.who,
            kind=EntryKind.ACTION.value,
            title=title,
            params=params,
            of_entry_id=None,
            is_undone=False,
            is_undoable=is_undoable,
        )
