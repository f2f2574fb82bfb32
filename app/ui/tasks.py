# SPDX-License-Identifier: EUPL-1.2
"""Work away from the window: one thread that owns the store, one that draws; answers come back to the UI thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from app.errors import CampanileError, Defect, UserError

if TYPE_CHECKING:
    from app.store import Store

    Opener = Callable[[], Store | None]

Then = Callable[[Any], None]
Failed = Callable[[CampanileError], None]
Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Job:
    """One piece of work with the widget that asked for it and what to do with the outcome."""

    asker: QObject
    work: Callable[[], object]
    then: Then | None
    failed: Failed | None
    tells_changes: bool = False
    is_swap: bool = False
    after: Callable[[], None] | None = None
    outcome: object = None
    error: Exception | None = None


class Tasks(QObject):
    """Runs jobs in the order they were asked; a job whose asker is gone is answered to nobody.

    What went wrong is told to who asked, in a box where they have no way to say it. A bug is always a box, and who
    asked hears of it as a `Defect`, so as not to wait for ever. An action that fails is told though its asker is gone.
    """

    changed = Signal(object)  # app.actions.changes.Changes, after an action
    busy = Signal(bool)  # True with the first job, False after the last answer
    failed = Signal(object)  # the error of an action, after it was told
    swapped = Signal()  # another store is open, or none
    _finished = Signal(object)
    _progressed = Signal(object, int, int)

    def __init__(self, opener: Opener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opener = opener
        self._store: Store | None = None
        self._is_open = False
        self._pending = 0
        self._is_closed = False
        self._store_pool = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._draw_pool = ThreadPoolExecutor(1, thread_name_prefix="draw")
        self._finished.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """True while a job runs or its answer is on its way."""
        return self._pending > 0

    def query(self, asker: QObject, ask: Callable[[Store], object], then: Then, failed: Failed | None = None) -> None:
        """Read the store; `then` gets the answer in the UI thread."""
        self._submit(self._store_pool, _Job(asker, lambda: ask(self._need_store()), then, failed))

    def act(
        self,
        asker: QObject,
        do: Callable[[Store], object],
        then: Then | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Write to the store; `do` gives Changes, a tuple that ends with Changes, or something with `.changes`."""
        work = _Job(asker, lambda: do(self._need_store()), then, failed, tells_changes=True)
        self._submit(self._store_pool, work)

    def draw(self, asker: QObject, job: Callable[[], object], then: Then, failed: Failed | None = None) -> None:
        """Do something slow that needs no store: a PDF, a picture, a search of the shipped lists."""
        self._submit(self._draw_pool, _Job(asker, job, then, failed))

    def swap(
        self,
        asker: QObject,
        opener: Opener,
        then: Then | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Let go of the store and open another; after a failure the old one is opened again."""
        job = _Job(asker, lambda: self._swap(opener), then, failed, is_swap=True)
        self._submit(self._store_pool, job)

    def long(
        self,
        asker: QObject,
        job: Callable[[Store, Progress, IsCancelled], object],
        then: Then | None = None,
        failed: Failed | None = None,
        title: str = "",
    ) -> None:
        """Like `act`, for what may take long: a strip with progress and "Interrompi" appears after half a second."""
        from app.ui.widgets.progress import ProgressStrip

        cancelled = threading.Event()
        strip = ProgressStrip(asker, title, cancelled.set)

        def progress(done: int, total: int) -> None:
            self._progressed.emit(strip, done, total)

        work = _Job(
            asker, lambda: job(self._need_store(), progress, cancelled.is_set), then, failed, tells_changes=True
        )
        work.after = lambda: strip.finish() if isValid(strip) else None
        self._submit(self._store_pool, work)

    def close(self) -> None:
        """Finish what was asked, close the store, and let both threads end; answers still on their way are dropped."""
        if self._is_closed:
            return
        self._is_closed = True
        self._store_pool.submit(self._close_store)
        self._store_pool.shutdown(wait=True)
        self._draw_pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, pool: ThreadPoolExecutor, job: _Job) -> None:
        if self._is_closed:
            return
        self._pending += 1
        if self._pending == 1:
            self.busy.emit(True)
        pool.submit(self._run, job)

    def _run(self, job: _Job) -> None:
        try:
            job.outcome = job.work()
        except Exception as error:  # noqa: BLE001 - told in the UI thread: an error the clerk can act on, or a bug
            job.error = error
        self._finished.emit(job)

    def _need_store(self) -> Store:
        if not self._is_open:
            self._is_open = True
            self._store = self._opener()
        if self._store is None:
            raise UserError("store.none")
        return self._store

    def _swap(self, opener: Opener) -> Store | None:
        old, self._store, self._is_open = self._store, None, True
        try:
            self._store = opener()
        except Exception:
            self._reopen()
            raise
        if old is not None and old is not self._store:
            old.close()
        return self._store

    def _reopen(self) -> None:
        try:
            self._store = self._opener()
        except CampanileError:
            _log.warning("the former store does not open again")

    def _close_store(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None

    @Slot(object)
    def _answer(self, job: _Job) -> None:
        try:
            if self._is_closed:
                return
            if job.after:
                job.after()
            self._tell_windows(job)
            self._hand_over(job)
            if job.error is not None and job.tells_changes and isValid(self):
                self.failed.emit(job.error)
        finally:
            self._pending -= 1
            if self._pending == 0 and isValid(self):
                self.busy.emit(False)

    def _hand_over(self, job: _Job) -> None:
        is_there = isValid(job.asker)
        if job.error is None:
            if job.then and is_there:
                job.then(job.outcome)
        elif isinstance(job.error, CampanileError):
            if job.failed and is_there:
                job.failed(job.error)
            elif is_there or job.tells_changes:
                self._tell_refusal(job.asker if is_there else None, job.error)
        else:
            self._tell_bug(job.asker if is_there else None, job.error)
            if job.failed and is_there:
                job.failed(Defect("program.defect"))

    def _tell_windows(self, job: _Job) -> None:
        if job.is_swap and (job.error is None or self._store is None):
            self.swapped.emit()
        if job.error is None and job.tells_changes:
            changes = changes_in(job.outcome)
            if changes is not None:
                self.changed.emit(changes)

    @staticmethod
    def _tell_refusal(asker: QObject | None, error: CampanileError) -> None:
        from app.ui import messages

        _log.info("refused: %s", error.code)
        messages.show_error(asker, error)

    @staticmethod
    def _tell_bug(asker: QObject | None, error: Exception) -> None:
        from app.ui import messages

        _log.error("a job broke", exc_info=error)
        messages.show_bug(asker, error)

    @Slot(object, int, int)
    def _show_progress(self, strip: Any, done: int, total: int) -> None:  # noqa: ANN401 - ProgressStrip, imported late
        if isValid(strip):
            strip.show_progress(done, total)


def changes_in(outcome: object) -> object | None:
    """The Changes of an action: itself, the last of a tuple, or its `.changes`; None where there are none."""
    from app.actions.changes import Changes

    last = outcome[-1] if isinstance(outcome, tuple) and outcome else outcome
    found = last if isinstance(last, Changes) else getattr(outcome, "changes", None)
    return found if isinstance(found, Changes) else None
