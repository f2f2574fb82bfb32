# SPDX-License-Identifier: EUPL-1.2
"""Copies of the store, taking one back, and looking whether all is sound."""

from dataclasses import dataclass
from pathlib import Path

from app.actions.history import list_history
from app.actions.municipality import show_office
from app.actions.workspace import Workspace
from app.domain.dates import to_rome
from app.domain.file_names import shown_name
from app.errors import EnvironmentFault, FaultKind, UserError
from app.store import Session, Store, attachments, backup, engine, history, kept_documents, measure
from app.store import restore as restoring
from app.store.attachments import IsCancelled, Progress
from app.store.backup import BackupFile
from app.store.documents import list_documents
from app.store.faults import fault, sorting
from app.store.opening import hold
from app.text import moment

__all__ = [
    "BackupFile", "CheckOutcome", "back_up", "back_up_if_due", "check", "last_backup", "list_backups", "look_at_copy",
    "mend_documents", "remove_loose_files", "restore",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """The result of looking through the whole store."""

    is_sound: bool
    findings: tuple[str, ...]
    rows: dict[str, int]
    documents: int = 0  # files that were read and compared
    missing: tuple[str, ...] = ()  # names of documents whose file is gone
    changed: tuple[str, ...] = ()  # names of documents whose file is not what was added
    orphans: int = 0  # files that no document names: of removed ones, and of cut additions
    loose: int = 0  # those of them that no step back names either

    @property
    def is_whole(self) -> bool:
        """True where the store is sound and every document has its file."""
        return self.is_sound and not self.missing and not self.changed


def back_up(workspace: Workspace, store: Store, target: Path | None = None) -> BackupFile:
    """Make a verified copy now, in the usual folder or as the file asked for."""
    return _copy(workspace, store, "asked", target)


def back_up_if_due(workspace: Workspace, store: Store) -> BackupFile | None:
    """Make the copy of the day, unless nothing was saved since the last one."""
    if store.is_read_only or not _is_due(store):
        return None
    made = _copy(workspace, store, "daily", None)
    with sorting(store.path):
        backup.thin_out(backup.folder_of(store.path), workspace.clock())
    return made


def last_backup(store: Store) -> BackupFile | None:
    """The newest verified copy in the usual folder."""
    found = backup.list_backups(backup.folder_of(store.path))
    return next((copy for copy in found if copy.is_verified), None)


def list_backups(workspace: Workspace) -> list[BackupFile]:
    """The copies of the current store, newest first; works also when the store does not open."""
    path = workspace.current_path()
    return backup.list_backups(backup.folder_of(path)) if path else []


def look_at_copy(workspace: Workspace, file: Path) -> BackupFile:
    """What a copy holds that lies anywhere, read in full; UserError when it is none of ours or damaged.

    The store itself is refused unread: closing its file would give up the lock of this process (reliability D3).
    """
    _refuse_the_store(workspace, file.absolute())
    return restoring.verify(file)


def restore(workspace: Workspace, file: Path) -> Store:
    """Put a copy in the place of the store, after a copy of what is there; gives the store, open.

    Works also where the store is damaged or gone, and on a computer that has none yet. UserError for a copy of
    another comune, EnvironmentFault while another program has the store.
    """
    file = file.absolute()
    _refuse_the_store(workspace, file)
    copy = restoring.verify(file)
    path = workspace.current_path() or workspace.path_of(copy.belfiore)
    ours = _keep_what_is_there(workspace, path)
    if ours.belfiore and copy.belfiore and ours.belfiore != copy.belfiore:
        raise UserError("backup.other_municipality", file=file.name, name=copy.municipality, ours=ours.name)
    workspace.close()
    _put_back(workspace, path, file)
    store = workspace.adopt(path)
    store.mark("store.restored", made_at=moment(copy.made_at))
    return store


def check(store: Store, progress: Progress | None = None, is_cancelled: IsCancelled | None = None) -> CheckOutcome:
    """Read the whole store and count its rows, then every file of its documents; progress counts the files."""
    with sorting(store.path), store.engine.execution_options(reads=True).begin() as connection:
        findings = engine.full_check(connection)
        rows = measure.count_rows(connection) if not findings else {}
    if findings:
        return CheckOutcome(is_sound=False, findings=tuple(findings), rows=rows)
    with store.read() as session:
        documents = list_documents(session)
        remembered = _remembered(session)
    found = attachments.check(store.path, (one.sha256 for one in documents), progress, is_cancelled)
    return CheckOutcome(
        is_sound=True,
        findings=(),
        rows=rows,
        documents=len({one.sha256 for one in documents}),
        missing=tuple(shown_name(one.name) for one in documents if one.sha256 in found.missing),
        changed=tuple(shown_name(one.name) for one in documents if one.sha256 in found.changed),
        orphans=len(found.orphans),
        loose=len(set(found.orphans) - remembered),
    )


def mend_documents(store: Store) -> int:
    """Put files of documents that are missing or changed right from the usual copies; gives how many are whole again.

    The store itself and everything that was done since the copy stay as they are.
    """
    with store.read() as session:
        named = [one.sha256 for one in list_documents(session)]
    found = attachments.check(store.path, named)
    with sorting(store.path):
        broken = (*found.missing, *found.changed)
        folder = attachments.folder_of(store.path)
        return len(kept_documents.mend(broken, backup.folder_of(store.path), folder))


def remove_loose_files(store: Store) -> int:
    """Take away files that neither a document nor a step back names: of what was refused or cut; gives how many."""
    if store.is_read_only:  # whoever holds the store may be adding one just now
        raise fault(FaultKind.READ_ONLY, store.path)
    with store.read() as session:
        wanted = _remembered(session)
    folder = attachments.folder_of(store.path)
    with sorting(store.path):
        loose = attachments.kept_in(folder) - wanted
        kept_documents.remove_unnamed(folder, wanted)
    return len(loose)


def _remembered(session: Session) -> set[str]:
    """The hashes of all documents that there are or were."""
    return {one.sha256 for one in list_documents(session)} | history.ever_in(session, "document", "sha256")


@dataclass(frozen=True, slots=True)
class _Whose:
    """The comune of a store, as far as it can be told."""

    belfiore: str
    name: str


def _keep_what_is_there(workspace: Workspace, path: Path) -> _Whose:
    """Copy the store as it is, where it still opens; gives whose it is, also where it does not."""
    try:
        store = workspace.open_current()
        if store:
            _copy(workspace, store, "restore", None)
            office = show_office(store)
            return _Whose(office.belfiore, office.name)
    except EnvironmentFault as trouble:
        if trouble.kind not in (FaultKind.DAMAGED, FaultKind.GONE):
            raise
    except UserError:  # no store of ours, or one without a comune: the file is kept aside all the same
        pass
    copies = [copy for copy in backup.list_backups(backup.folder_of(path)) if copy.belfiore]
    if copies:
        return _Whose(copies[0].belfiore, copies[0].municipality)
    return _Whose(workspace.belfiore_of(path), path.name)


def _put_back(workspace: Workspace, path: Path, file: Path) -> None:
    with sorting(path):
        lock = hold(path, workspace.clock(), workspace.who)
        if lock is None:
            raise fault(FaultKind.READ_ONLY, path)
        try:
            restoring.put_back(path, file, workspace.clock())
        finally:
            lock.release()


def _is_due(store: Store) -> bool:
    last = last_backup(store)
    if last is None:
        return True
    newest = list_history(store, limit=1)
    return bool(newest) and newest[0].at > last.made_at and store.today() > to_rome(last.made_at).date()


def _refuse_the_store(workspace: Workspace, file: Path) -> None:
    path = workspace.current_path()
    if path and _is_same(file, path):
        raise UserError("backup.on_itself")


def _is_same(one: Path, other: Path) -> bool:
    return one == other or (one.exists() and other.exists() and one.samefile(other))


def _copy(workspace: Workspace, store: Store, reason: str, target: Path | None) -> BackupFile:
    if target and _is_same(target.absolute(), store.path):
        raise UserError("backup.on_itself")
    return backup.copy_engine(store.engine, store.path, workspace.clock(), reason=reason, target=target)
