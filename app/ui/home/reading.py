# SPDX-License-Identifier: EUPL-1.2
"""All that Inizio shows, read in one go in the store's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.text import weekday

if TYPE_CHECKING:
    from app.actions.overview import Overview
    from app.domain.funding import Project
    from app.store import Store


@dataclass(frozen=True, slots=True)
class HomeView:
    """The situation of a day, with the projects that its lines lead to."""

    seen: Overview
    today: date
    weekday: str
    projects: Mapping[int, Project]
    labels: Mapping[str, str]  # the short name of each call

    def project_of(self, call: str, cup: str) -> Project | None:
        """The project that an import line means; None where it is no more."""
        same = [project for project in self.projects.values() if project.call == call]
        return next((project for project in same if project.cup == cup), None)

    def label(self, call: str) -> str:
        """The short name of a call."""
        return self.labels.get(call, call)


def read_home(store: Store) -> HomeView:
    """Read the overview of today and what its lines are called."""
    from app.actions.funding import call_label, list_projects
    from app.actions.overview import look_over

    today = store.today()
    seen = look_over(store, today)
    projects = list_projects(store)
    calls = {project.call for project in projects} | {change.call for change in seen.news}
    return HomeView(
        seen=seen,
        today=today,
        weekday=weekday(today),
        projects={project.id: project for project in projects},
        labels={call: call_label(call) for call in calls},
    )
