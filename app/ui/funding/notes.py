# SPDX-License-Identifier: EUPL-1.2
"""The notes on their way into the archive: one after the other, and nothing typed is dropped when one is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.funding import Project, ProjectId
from app.errors import CampanileError
from app.text import sentence

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.store import Store
    from app.ui.tasks import Tasks


class Notes(QObject):
    """Each note is saved on the one that was seen; `refused` gives the project and the sentence."""

    refused = Signal(object, str)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._seen: dict[ProjectId, Project] = {}
        self._saving: dict[ProjectId, str] = {}
        self._waiting: dict[ProjectId, str] = {}
        self._refused: dict[ProjectId, tuple[str, str]] = {}

    def see(self, project: Project) -> None:
        """The clerk sees this one now; while a note is being saved, its answer says what comes next."""
        if project.id not in self._saving:
            self._seen[project.id] = project

    def write(self, project_id: ProjectId, text: str) -> None:
        """Save a note, after the one that is being saved."""
        self._refused.pop(project_id, None)
        if project_id in self._saving:
            self._waiting[project_id] = text
            return
        self._saving[project_id] = text
        seen = self._seen[project_id]
        self._tasks.act(
            self,
            lambda store: _annotate(store, seen, text),
            lambda done: self._on_saved(project_id, done[0]),
            lambda error: self._on_refused(project_id, text, error),
        )

    def unsaved(self, project_id: ProjectId) -> tuple[str, str] | None:
        """The text that was refused, with the sentence that said why."""
        return self._refused.get(project_id)

    def typed(self, project: Project) -> str:
        """What the clerk last wrote about a project, saved or not."""
        refused, _why = self._refused.get(project.id, (project.note, ""))
        return self._waiting.get(project.id, self._saving.get(project.id, refused))

    def _on_saved(self, project_id: ProjectId, project: Project) -> None:
        self._saving.pop(project_id, None)
        self._seen[project_id] = project
        if project_id in self._waiting:
            self.write(project_id, self._waiting.pop(project_id))

    def _on_refused(self, project_id: ProjectId, text: str, error: CampanileError) -> None:
        self._saving.pop(project_id, None)
        text = self._waiting.pop(project_id, text)
        told = sentence(error)
        self._refused[project_id] = (text, told)
        self.refused.emit(project_id, told)


def _annotate(store: Store, seen: Project, note: str) -> tuple[Project, Changes]:
    """Save a note unless someone wrote another one meanwhile; an import that changed the rest is no obstacle.

    The project that it leaves comes from the same job, so that nothing can come between.
    """
    from app.actions.funding import annotate_project, show_project

    now = show_project(store, seen.id).project
    version = now.version if now.note == seen.note else seen.version
    changes = annotate_project(store, seen.id, version, note)
    return show_project(store, seen.id).project, changes
