# SPDX-License-Identifier: EUPL-1.2
"""The figures of the first page: where we stand, what is next, what is new."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.actions.accession_overview import Procedures, read_procedures
from app.actions.backup import last_backup
from app.actions.concession_overview import Running, read_running
from app.domain.catalogue import EditionInfo
from app.domain.deadlines import SOON_DAYS, KnownDeadline, known_deadlines
from app.domain.funding import FundingChange, FundingTotals, Project, Status, totals
from app.domain.municipality import Office, Person
from app.errors import UserError
from app.formats.reference import load_time_limits
from app.store import Store
from app.store import catalogue as catalogue_statements
from app.store import funding as funding_statements
from app.store import municipality as office_statements
from app.store.backup import BackupFile
from app.store.funding import ImportSummary

STARTING_POINTS = ("comune", "office", "open_data", "catalogue", "backup")


@dataclass(frozen=True, slots=True)
class YearMoney:
    """Money of one year: granted by the year of the decree, paid by the year of the payment."""

    year: int
    granted: Decimal
    paid: Decimal


@dataclass(frozen=True, slots=True)
class MeasureMoney:
    """Projects and money of one measure, without the renounced ones."""

    measure: str
    projects: int
    granted: Decimal
    paid: Decimal


@dataclass(frozen=True, slots=True)
class StartingPoint:
    """One of the five first things to do."""

    key: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """All figures of the first page, read in one go."""

    office: Office
    people: tuple[Person, ...]
    totals: FundingTotals
    by_year: tuple[YearMoney, ...]
    by_measure: tuple[MeasureMoney, ...]
    services: int
    starred: int
    edition: EditionInfo | None
    starting_points: tuple[StartingPoint, ...]
    deadlines: tuple[KnownDeadline, ...]
    procedures: Procedures
    running: Running
    overdue: int  # of the deadlines of projects, the days of procedures and of contracts; so are the next two
    next_30_days: int
    days_to_next: int | None
    last_import: ImportSummary | None
    fresh: tuple[date, date] | None  # how fresh the data of our projects are: the oldest and the newest
    news: tuple[FundingChange, ...]
    last_backup: BackupFile | None


def look_over(store: Store, today: date) -> Overview:
    """Read the whole situation on a day."""
    with store.read() as session:
        office = office_statements.read_office(session)
        if office is None:
            raise UserError("store.none")
        people = office_statements.list_people(session)
        projects = funding_statements.list_projects(session)
        edition = catalogue_statements.read_edition(session)
        marks = catalogue_statements.list_marks(session)
        imports = funding_statements.list_imports(session)
        news = funding_statements.list_changes(session, imports[0].id) if imports else []
        procedures = read_procedures(store, session, today)
        running = read_running(session, today)
    copy = last_backup(store)
    deadlines = _deadlines(projects)
    days = [(deadline.due_on - today).days for deadline in deadlines if deadline.is_open(today)]
    days += [(on - today).days for on in (*procedures.days(today), *running.days(today))]
    ahead = [left for left in days if left >= 0]
    return Overview(
        office=office,
        people=tuple(people),
        totals=totals(projects),
        by_year=_by_year(projects),
        by_measure=_by_measure(projects),
        services=edition.services if edition else 0,
        starred=sum(mark.is_starred for mark in marks.values()),
        edition=edition,
        starting_points=_starting_points(office, people, is_imported=bool(imports), edition=edition, copy=copy),
        deadlines=deadlines,
        procedures=procedures,
        running=running,
        overdue=sum(left < 0 for left in days),
        next_30_days=sum(0 <= left <= SOON_DAYS for left in days),
        days_to_next=min(ahead, default=None),
        last_import=imports[0] if imports else None,
        fresh=_fresh(projects, imports),
        news=tuple(news),
        last_backup=copy,
    )


def _fresh(projects: Iterable[Project], imports: Sequence[ImportSummary]) -> tuple[date, date] | None:
    """By what told us of our projects; a later file that does not name them makes them no fresher."""
    days = [project.as_of for project in projects] or [brought.as_of for brought in imports[:1]]
    return (min(days), max(days)) if days else None


def _deadlines(projects: Iterable[Project]) -> tuple[KnownDeadline, ...]:
    limits = load_time_limits()
    found: list[KnownDeadline] = []
    for project in projects:
        own = tuple(limit for limit in limits if limit.call in ("", project.call))
        found.extend(known_deadlines(project, own))
    return tuple(sorted(found, key=lambda deadline: (deadline.due_on, deadline.project_call)))


def _by_year(projects: Iterable[Project]) -> tuple[YearMoney, ...]:
    granted: dict[int, Decimal] = defaultdict(Decimal)
    paid: dict[int, Decimal] = defaultdict(Decimal)
    for project in projects:
        if project.status is not Status.RENOUNCED and project.funded_on:
            granted[project.funded_on.year] += project.amount
        if project.status is Status.PAID and project.status_on:
            paid[project.status_on.year] += project.amount
    years = sorted({*granted, *paid})
    whole = range(years[0], years[-1] + 1) if years else ()
    return tuple(YearMoney(year, granted[year], paid[year]) for year in whole)


def _by_measure(projects: Iterable[Project]) -> tuple[MeasureMoney, ...]:
    groups: dict[str, list[Project]] = defaultdict(list)
    for project in projects:
        if project.status is not Status.RENOUNCED:
            groups[project.measure].append(project)
    return tuple(
        MeasureMoney(
            measure,
            len(group),
            sum((project.amount for project in group), Decimal()),
            sum((project.amount for project in group if project.status is Status.PAID), Decimal()),
        )
        for measure, group in sorted(groups.items())
    )


def _starting_points(
    office: Office, people: Iterable[Person], *, is_imported: bool, edition: EditionInfo | None, copy: BackupFile | None
) -> tuple[StartingPoint, ...]:
    has_office = bool(office.pec) and {"rup", "secretary"} <= {person.role for person in people}
    done = (True, has_office, is_imported, edition is not None, copy is not None)
    return tuple(StartingPoint(key, is_done) for key, is_done in zip(STARTING_POINTS, done, strict=True))
