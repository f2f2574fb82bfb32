# SPDX-License-Identifier: EUPL-1.2
"""What the window around the pages shows of the store, read in the store's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.actions.workspace import Workspace
    from app.domain.catalogue import EditionInfo
    from app.domain.history import UndoState
    from app.domain.municipality import Office
    from app.store import Store

    Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Situation:
    """The frame of the window after the last action; times in UTC."""

    office: Office
    edition: EditionInfo | None
    undo: UndoState
    saved_at: datetime | None
    backup_at: datetime | None
    data_as_of: date | None
    is_read_only: bool


def read_situation(store: Store) -> Situation:
    """Read everything that head, foot and menus show."""
    from app.actions.history import list_history, undo_state
    from app.actions.overview import look_over

    seen = look_over(store, store.today())
    newest = list_history(store, limit=1)
    return Situation(
        office=seen.office,
        edition=seen.edition,
        undo=undo_state(store),
        saved_at=store.saved_at or (newest[0].at if newest else None),
        backup_at=seen.last_backup.made_at if seen.last_backup else None,
        data_as_of=seen.fresh[1] if seen.fresh else None,
        is_read_only=store.is_read_only,
    )


class Opener:
    """Opens the data folder in the store's thread; `workspace` is there once it was tried."""

    def __init__(self, folder: Path, store_url: str, clock: Clock | None = None) -> None:
        self._folder = folder
        self._clock = clock
        self._store_url = store_url
        self.workspace: Workspace | None = None

    def __call__(self) -> Store | None:
        """The current store, or None when no comune was chosen yet."""
        from app.actions.workspace import Workspace, utc_now

        if self.workspace is None:
            self.workspace = Workspace(self._folder, clock=self._clock or utc_now, store_url=self._store_url)
        return self.workspace.open_current()

    def without_example(self) -> Store | None:
        """Remove the invented comune, and open the one that is left, if there is one."""
        if self.workspace is None:
            return None
        self.workspace.remove_example()
        return self.workspace.open_current()
