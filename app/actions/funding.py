# SPDX-License-Identifier: EUPL-1.2
"""Funded projects: looking at them, at one of them, and at what the imports changed."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from app.actions.changes import Changes
from app.domain.calls import Call, Composition, Decree, TimeLimit
from app.domain.catalogue import Service, is_paid_by
from app.domain.codes import CodeCheck, check_cup
from app.domain.deadlines import KnownDeadline, known_deadlines
from app.domain.folding import fold, matches
from app.domain.funding import FundingChange, FundingTotals, ImportId, Project, ProjectId, Status, totals
from app.domain.lump_sums import compose, implied_residents
from app.errors import UserError
from app.formats.reference import load_calls, load_decrees, load_lump_sums, load_time_limits
from app.store import Store
from app.store import catalogue as catalogue_statements
from app.store import funding as statements
from app.store.funding import ImportSummary
from app.text.labels import call_month

__all__ = [
    "ImportSummary",
    "ProjectCard",
    "ProjectFilter",
    "Survey",
    "annotate_project",
    "call_label",
    "call_of",
    "list_changes",
    "list_imports",
    "list_projects",
    "project_of_cup",
    "show_project",
    "survey_projects",
]


@dataclass(frozen=True, slots=True)
class ProjectFilter:
    """Which projects are wanted; every part that is given must hold."""

    status: Status | None = None
    call: str = ""
    measure: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Survey:
    """The projects of a filter beside all of them; each count leaves aside its own part of the filter."""

    projects: tuple[Project, ...]
    totals: FundingTotals  # of all projects, whatever the filter
    labels: Mapping[str, str]  # the short name of each call
    by_status: Mapping[Status, int]
    by_call: tuple[tuple[str, int], ...]
    by_measure: tuple[tuple[str, int], ...]
    last_import: ImportSummary | None


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """All we know of one project."""

    project: Project
    call: Call | None
    decree: Decree | None
    composition: Composition | None
    limits: tuple[TimeLimit, ...]
    deadlines: tuple[KnownDeadline, ...]
    cup_check: CodeCheck
    same_cup: tuple[Project, ...]
    changes: tuple[FundingChange, ...]
    services: tuple[Service, ...]


def list_projects(store: Store, wanted: ProjectFilter = ProjectFilter()) -> list[Project]:
    """Projects by measure and decree date."""
    with store.read() as session:
        projects = statements.list_projects(session, wanted.status, wanted.call, wanted.measure)
    return [project for project in projects if _fits(project, wanted)]


def survey_projects(store: Store, wanted: ProjectFilter = ProjectFilter()) -> Survey:
    """All that the list of projects shows, read in one go."""
    with store.read() as session:
        every = statements.list_projects(session)
        imports = statements.list_imports(session)
    return Survey(
        projects=tuple(project for project in every if _fits(project, wanted)),
        totals=totals(every),
        labels={title: call_label(title) for title in {project.call for project in every}},
        by_status=Counter(project.status for project in every if _fits(project, replace(wanted, status=None))),
        by_call=_counted(every, replace(wanted, call=""), lambda project: project.call),
        by_measure=_counted(every, replace(wanted, measure=""), lambda project: project.measure),
        last_import=imports[0] if imports else None,
    )


def show_project(store: Store, project_id: ProjectId) -> ProjectCard:
    """One project with its call, decree, composition, limits, and what imports changed of it."""
    with store.read() as session:
        project = statements.read_project(session, project_id)
        others = [other for other in statements.list_projects(session) if other.id != project.id]
        changes = statements.changes_of(session, project_id)
        services = catalogue_statements.list_services(session)
    limits = tuple(limit for limit in load_time_limits() if limit.call in ("", project.call))
    return ProjectCard(
        project=project,
        call=call_of(project.call),
        decree=_decree_of(project),
        composition=_composition(project, others),
        limits=limits,
        deadlines=known_deadlines(project, limits),
        cup_check=check_cup(project.cup),
        same_cup=tuple(other for other in others if project.cup and other.cup == project.cup),
        changes=tuple(changes),
        services=tuple(service for service in services if is_paid_by(service, project.measure, project.call)),
    )


def project_of_cup(store: Store, cup: str) -> Project:
    """The project of a CUP; of several, the one in force rather than a renounced one. UserError if none."""
    wanted = cup.strip().upper()
    found = [project for project in list_projects(store) if project.cup == wanted]
    if not found:
        raise UserError("funding.unknown_cup", cup=cup)
    return min(found, key=lambda project: project.status is Status.RENOUNCED)


def annotate_project(store: Store, project_id: ProjectId, seen: int, note: str) -> Changes:
    """Replace the note of a project; Stale when it changed since it was shown."""
    with store.write("funding.project_noted", goes_on=True, cup=_cup(store, project_id)) as session:
        statements.annotate(session, project_id, seen, note)
    return Changes(funding=True)


def list_changes(store: Store, import_id: ImportId | None = None) -> list[FundingChange]:
    """What one import changed; without an id, the last one."""
    with store.read() as session:
        if import_id is None:
            imports = statements.list_imports(session)
            if not imports:
                return []
            import_id = imports[0].id
        return statements.list_changes(session, import_id)


def list_imports(store: Store) -> list[ImportSummary]:
    """Imports, newest first."""
    with store.read() as session:
        return statements.list_imports(session)


def call_of(title: str) -> Call | None:
    """The call of a title, to the letter."""
    return next((call for call in load_calls() if call.title == title), None)


def call_label(title: str) -> str:
    """The short name of a call; the title itself where there is none."""
    call = call_of(title)
    return call_month(call.label) if call else title


def _composition(project: Project, others: Iterable[Project]) -> Composition | None:
    """The composition, with the band of residents that the other amounts of the comune tell."""
    parts = load_lump_sums()
    same_body = (other for other in others if other.ipa_code == project.ipa_code)
    residents = implied_residents(((other.amount, other.call) for other in same_body), parts)
    return compose(project.amount, project.call, parts, residents)


def _decree_of(project: Project) -> Decree | None:
    same = (decree for decree in load_decrees() if decree.call == project.call)
    return next((decree for decree in same if decree.window == project.window), None)


def _fits(project: Project, wanted: ProjectFilter) -> bool:
    words = fold(wanted.text)
    return (
        wanted.status in (None, project.status)
        and wanted.call in ("", project.call)
        and wanted.measure in ("", project.measure)
        and (not words or matches(words, _searched(project)))
    )


def _counted(
    projects: Iterable[Project], wanted: ProjectFilter, name: Callable[[Project], str]
) -> tuple[tuple[str, int], ...]:
    counts = Counter(name(project) for project in projects if _fits(project, wanted))
    return tuple(sorted((value, count) for value, count in counts.items() if value))


def _searched(project: Project) -> str:
    parts = (project.call, call_label(project.call), project.cup, project.measure, project.decree, project.note)
    return fold(" ".join(parts))


def _cup(store: Store, project_id: ProjectId) -> str:
    with store.read() as session:
        return statements.read_project(session, project_id).cup
