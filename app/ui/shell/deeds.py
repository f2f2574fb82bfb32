# SPDX-License-Identifier: EUPL-1.2
"""What the menus do to the archive from every page: one step back, one forward, a copy now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.text import _, action_title

if TYPE_CHECKING:
    from app.actions.workspace import Workspace
    from app.domain.history import HistoryEntry
    from app.store.backup import BackupFile
    from app.ui.tasks import Tasks

Say = Callable[[str], None]


def take_back(asker: QObject, tasks: Tasks, say: Say) -> None:
    """Take back the last action and say which."""
    from app.actions.history import undo_last

    tasks.act(asker, undo_last, lambda done: say(_("Annullato: {title}").format(title=_title(done[0]))))


def do_again(asker: QObject, tasks: Tasks, say: Say) -> None:
    """Do again what was taken back and say which."""
    from app.actions.history import redo_last

    tasks.act(asker, redo_last, lambda done: say(_("Ripetuto: {title}").format(title=_title(done[0]))))


def copy_now(asker: QObject, tasks: Tasks, workspace: Workspace, say: Say) -> None:
    """Make a verified copy, tell the pages, and say its name."""
    from app.actions import backup
    from app.actions.changes import Changes

    def tell(made: BackupFile) -> None:
        tasks.changed.emit(Changes(history=False, backups=True))
        say(_("Copia di sicurezza fatta e verificata: {file}").format(file=made.path.name))

    tasks.query(asker, lambda store: backup.back_up(workspace, store), tell)


def _title(entry: HistoryEntry) -> str:
    return action_title(entry.title, entry.params)
