# SPDX-License-Identifier: EUPL-1.2
"""Watches a whole working day for anyone who opens the store file while SQLite holds it (reliability D3, M2).

    python -m tests.faults.live_store FOLDER

Closing such a file drops the locks of the process on it, and another program may then write. Prints one JSON
line: what was done, and where a store was opened by other means.
"""

import contextlib
import json
import os
import sys
import traceback
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.actions import (
    backup,
    catalogue,
    document_files,
    documents,
    example,
    export,
    funding,
    history,
    municipality,
    open_data,
    overview,
)
from app.actions.workspace import Workspace
from app.errors import UserError
from app.store import Store

found: list[str] = []
watched: set[str] = set()


def main() -> int:
    """Do all that a clerk does; exit status 1 when someone opened a live store, or the watch itself is blind."""
    folder = Path(sys.argv[1])
    sys.addaudithook(_watch)
    done = _work(folder)
    workspace = Workspace(folder)
    live = workspace.need_store().path
    seen = len(found)
    live.open("rb").close()  # the very deed that is forbidden: the watch must see it
    is_awake = len(found) == seen + 1
    workspace.close()
    report = {"done": done, "found": found[:seen], "is_awake": is_awake, "watched": len(watched)}
    sys.stdout.write(json.dumps(report) + "\n")
    return 0 if is_awake and not found[:seen] else 1


def _work(folder: Path) -> list[str]:
    clock = iter(datetime(2026, 11, 2, 8, tzinfo=UTC) + timedelta(minutes=minute) for minute in range(100_000))
    workspace = Workspace(folder, clock=lambda: next(clock))
    workspace.choose("014004")
    workspace.open_example()
    store = workspace.need_store()
    store = _change_and_step_back(workspace)
    copy = backup.back_up(workspace, store)
    backup.back_up_if_due(workspace, store)
    backup.back_up(workspace, store, folder / "altrove.sqlite")
    outcome = backup.check(store)
    export.export_table(store, "funding", folder / "finanziamenti.csv")
    overview.look_over(store, store.now().date())
    store = backup.restore(workspace, copy.path)
    store = workspace.choose("014004")
    workspace.open_current()
    workspace.remove_example()
    workspace.close()
    return ["create", "import", "undo", "redo", "backup", "check", "export", "restore"] if outcome.is_sound else []


def _change_and_step_back(workspace: Workspace) -> Store:
    store = workspace.need_store()
    open_data.import_previews(store, open_data.preview_files(store, example.example_files()))
    office = municipality.show_office(store)
    municipality.correct_office(store, office.version, pec="comune@pec.example")
    catalogue.star_service(store, "PAB-02", is_starred=True)
    history.undo_last(store)
    history.redo_last(store)
    funding.list_projects(store)
    added, _changes = documents.add_document(store, b"delibera", "delibera.txt")
    document_files.open_copy(store, added)
    document_files.save_document_as(store, added, store.path.parent / "fuori.txt")
    with contextlib.suppress(UserError):
        documents.add_document(store, store.path)  # refused unread
    return store


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event != "open" or not isinstance(arguments[0], str | bytes | os.PathLike):
        return
    path = str(Path(os.fsdecode(arguments[0])).absolute())
    if not path.endswith(".sqlite"):
        return
    watched.add(path)
    if path in _held():
        found.append("".join(traceback.format_stack(limit=6)))


def _held() -> set[str]:
    """The files that this process has open, as the system tells."""
    held = set()
    for handle in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(OSError):  # the one that lists them is gone by now
            held.add(str(handle.readlink()))
    return held


if __name__ == "__main__":
    sys.exit(main())
