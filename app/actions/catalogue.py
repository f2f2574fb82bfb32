# SPDX-License-Identifier: EUPL-1.2
"""Browsing the catalogue: what is on offer, from whom, what it needs first, what we think of it."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from app.actions.changes import Changes
from app.actions.own_services import OwnUse, own_uses
from app.domain.calls import Call
from app.domain.catalogue import Centre, EditionInfo, Service, ServiceMark, is_paid_by
from app.domain.funding import Project
from app.formats.catalogue import centres_path, first_edition_path, read_catalogue, read_centres
from app.formats.reference import load_calls
from app.store import Store, search
from app.store import catalogue as statements
from app.store import funding as funding_statements
from app.text.catalogue_labels import area_label

_ALL = 10_000
CHANGED = Changes(catalogue=True)


@dataclass(frozen=True, slots=True)
class CatalogueFilter:
    """Which services are wanted; every part that is given must hold."""

    text: str = ""
    area: str = ""
    measure: str = ""
    addressee: str = ""
    centre: str = ""
    starred: bool = False
    mandatory: bool = False
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A service in a list."""

    service: Service
    mark: ServiceMark
    centres: tuple[str, ...]  # names of the centres that a source shows to offer it


Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class CatalogueAnswer:
    """The services found; each count is of what its filter would find, the other filters standing."""

    services: tuple[ServiceRow, ...]
    total: int
    areas: Counts
    measures: Counts
    addressees: Counts
    centres: Counts  # by centre code
    starred: int
    mandatory: int
    edition: EditionInfo | None


@dataclass(frozen=True, slots=True)
class ServiceCard:
    """All we know of one service."""

    service: Service
    mark: ServiceMark
    edition: EditionInfo | None
    prerequisites: tuple[Service, ...]
    needed_by: tuple[Service, ...]
    centres: tuple[Centre, ...]
    projects: tuple[Project, ...]  # our funded projects of its measure
    calls: tuple[Call, ...]  # the calls for comuni of its measure, the last to close first
    uses: tuple[OwnUse, ...] = ()  # a membership or a request of ours that has it


def load_first_edition(store: Store) -> Changes:
    """Load the edition that the program brings, into a store that has none."""
    with store.write("catalogue.edition_loaded", is_undoable=False, edition="1") as session:
        if statements.read_edition(session) is None:
            edition, centres = read_catalogue(first_edition_path()), read_centres(centres_path())
            statements.load_edition(session, edition, centres, store.now())
    return CHANGED


def search_services(store: Store, wanted: CatalogueFilter = CatalogueFilter()) -> CatalogueAnswer:
    """Services that match, in the order of the edition, or of the words found when there is a text."""
    with store.read() as session:
        services = statements.list_services(session)
        marks = statements.list_marks(session)
        centres = statements.list_centres(session)
        edition = statements.read_edition(session)
        found = search.find(session, wanted.text, ["service"], _ALL) if search.has_words(wanted.text) else None
    if found is not None:
        by_code = {service.code: service for service in services}
        services = [by_code[hit.key] for hit in found]
    rows = [_row(service, marks, centres) for service in services]
    matching = [row for row in rows if _fits(row, wanted, centres)]
    return CatalogueAnswer(
        services=tuple(matching[: wanted.limit]),
        total=len(matching),
        areas=_count(rows, replace(wanted, area=""), centres, lambda row: [row.service.area]),
        measures=_count(rows, replace(wanted, measure=""), centres, lambda row: [row.service.measure or ""]),
        addressees=_count(rows, replace(wanted, addressee=""), centres, lambda row: row.service.addressees),
        centres=_count(rows, replace(wanted, centre=""), centres, lambda row: _codes(row, centres)),
        starred=sum(_fits(row, replace(wanted, starred=True), centres) for row in rows),
        mandatory=sum(_fits(row, replace(wanted, mandatory=True), centres) for row in rows),
        edition=edition,
    )


def show_service(store: Store, code: str) -> ServiceCard:
    """One service with what it needs, what needs it, who offers it and what we were paid for it."""
    with store.read() as session:
        service = statements.read_service(session, code)
        services = statements.list_services(session)
        centres = statements.list_centres(session)
        projects = funding_statements.list_projects(session)
        mark = statements.read_mark(session, service.code)
        edition = statements.read_edition(session)
        uses = own_uses(session).get(service.code, ())
    return ServiceCard(
        service=service,
        mark=mark,
        edition=edition,
        prerequisites=tuple(other for other in services if other.code in service.prerequisites),
        needed_by=tuple(other for other in services if service.code in other.prerequisites),
        centres=tuple(centre for centre in centres if service.code in centre.services),
        projects=tuple(project for project in projects if is_paid_by(service, project.measure, project.call)),
        calls=_calls_of(service),
        uses=tuple(use for use in uses if use.kind in ("membership", "request")),
    )


def star_service(store: Store, code: str, *, is_starred: bool) -> Changes:
    """Set or take away the star of a service."""
    title = "catalogue.service_starred" if is_starred else "catalogue.service_unstarred"
    with store.write(title, code=code) as session:
        statements.star(session, statements.read_service(session, code).code, is_starred=is_starred)
    return CHANGED


def note_service(store: Store, code: str, seen: int, note: str) -> Changes:
    """Replace the private note of a service; Stale when it changed since it was shown."""
    with store.write("catalogue.service_noted", goes_on=True, code=code) as session:
        statements.annotate(session, statements.read_service(session, code).code, seen, note)
    return CHANGED


def _calls_of(service: Service) -> tuple[Call, ...]:
    ours = (call for call in load_calls() if call.is_for_municipalities)
    found = (call for call in ours if is_paid_by(service, call.measure, call.title))
    return tuple(sorted(found, key=lambda call: call.closes_on, reverse=True))


def _row(service: Service, marks: dict[str, ServiceMark], centres: Iterable[Centre]) -> ServiceRow:
    mark = marks.get(service.code) or ServiceMark(service.code, is_starred=False, note="", version=0)
    return ServiceRow(service, mark, tuple(centre.name for centre in centres if service.code in centre.services))


def _codes(row: ServiceRow, centres: Iterable[Centre]) -> list[str]:
    return [centre.code for centre in centres if row.service.code in centre.services]


def _fits(row: ServiceRow, wanted: CatalogueFilter, centres: Iterable[Centre]) -> bool:
    service = row.service
    return (
        wanted.area in ("", service.area, area_label(service.area))
        and wanted.measure in ("", service.measure)
        and (not wanted.addressee or wanted.addressee in service.addressees)
        and (not wanted.centre or wanted.centre in _codes(row, centres))
        and (not wanted.starred or row.mark.is_starred)
        and (not wanted.mandatory or service.is_mandatory is True)
    )


def _count(
    rows: Iterable[ServiceRow],
    wanted: CatalogueFilter,
    centres: Iterable[Centre],
    values: Callable[[ServiceRow], Iterable[str]],
) -> Counts:
    fitting = [row for row in rows if _fits(row, wanted, centres)]
    counter = Counter(value for row in fitting for value in values(row) if value)
    return tuple(counter.items())
