# SPDX-License-Identifier: EUPL-1.2
"""Copies of the store, taking one back, and looking whether all is sound."""

from dataclasses import dataclass
from pathlib import Path

from app.actions.municipality import show_office
from app.actions.workspace import Workspace
from app.errors import CampanileError, UserError
from app.store import Store, backup, engine
from app.store.backup import BackupFile
from app.store.faults import sorting
from app.text import moment

__all__ = ["BackupFile", "CheckOutcome", "back_up", "back_up_if_due", "check", "last_backup", "list_backups", "restore"]


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """The result of looking through the whole store."""

    is_sound: bool
    findings: tuple[str, ...]
    rows: dict[str, int]


def back_up(workspace: Workspace, store: Store, target: Path | None = None) -> BackupFile:
    """Make a verified copy now, in the usual folder or as the file asked for."""
    return _copy(workspace, store, "asked", target)


def back_up_if_due(workspace: Workspace, store: Store) -> BackupFile | None:
    """Make the copy of the day, unless nothing was saved since the last one."""
    last = last_backup(store)
    now = workspace.clock()
    is_due = last is None or (store.saves > 0 and (now - last.made_at).days >= 1)
    if store.is_read_only or not is_due:
        return None
    made = _copy(workspace, store, "daily", None)
    with sorting(store.path):
        backup.thin_out(backup.folder_of(store.path), now)
    return made


def last_backup(store: Store) -> BackupFile | None:
    """The newest verified copy in the usual folder."""
    found = backup.list_backups(backup.folder_of(store.path))
    return next((copy for copy in found if copy.is_verified), None)


def list_backups(workspace: Workspace) -> list[BackupFile]:
    """The copies of the current store, newest first; works also when the store does not open."""
    path = workspace.current_path()
    return backup.list_backups(backup.folder_of(path)) if path else []


def restore(workspace: Workspace, file: Path) -> Store:
    """Put a copy in the place of the store, after a copy of what is there; gives the store, open."""
    path = workspace.current_path()
    if path is None:
        raise UserError("store.none")
    if file.absolute() == path.absolute():
        raise UserError("backup.on_itself")
    copy = backup.verify(file)
    name = _keep_what_is_there(workspace)
    if name and copy.municipality and name != copy.municipality:
        raise UserError("backup.other_municipality", file=file.name, name=copy.municipality, ours=name)
    workspace.close()
    backup.put_back(path, file, workspace.clock())
    store = workspace.need_store()
    store.mark("store.restored", made_at=moment(copy.made_at))
    return store


def check(store: Store) -> CheckOutcome:
    """Read the whole store and count its rows."""
    with sorting(store.path), store.engine.execution_options(reads=True).begin() as connection:
        findings = engine.full_check(connection)
        rows = backup.count_rows(connection) if not findings else {}
    return CheckOutcome(not findings, tuple(findings), rows)


def _keep_what_is_there(workspace: Workspace) -> str:
    """Copy the store as it is, where it still opens; gives the name of its comune."""
    try:
        store = workspace.need_store()
        _copy(workspace, store, "restore", None)
        return show_office(store).name
    except CampanileError:
        return ""


def _copy(workspace: Workspace, store: Store, reason: str, target: Path | None) -> BackupFile:
    folder = target.absolute().parent if target else backup.folder_of(store.path)
    if target and target.absolute() == store.path:
        raise UserError("backup.on_itself")
    return backup.copy_engine(store.engine, folder, workspace.clock(), reason=reason, target=target)
