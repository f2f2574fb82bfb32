# SPDX-License-Identifier: EUPL-1.2
"""Gathering all that the rules read about a procedure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.domain.accession_case import AccessionCase
from app.domain.accession_states import Kind
from app.domain.accessions import Accession, AccessionId
from app.domain.catalogue import Centre, Service
from app.domain.funding import Project
from app.domain.municipality import Office, Person
from app.domain.procedures import Template
from app.errors import UserError
from app.formats.procedures import load_template, shipped_folder
from app.store import Session, Store
from app.store import accessions as statements
from app.store import acts as act_statements
from app.store import catalogue as catalogue_statements
from app.store import documents as document_statements
from app.store import funding as funding_statements
from app.store import municipality as municipality_statements


def template_of(store: Store, kind: Kind, centre: str) -> Template:
    """The template of the comune's own folder `procedures/`, or else ours."""
    return load_template(kind, centre, own_folders(store))


def own_folders(store: Store) -> tuple[Path, ...]:
    """Where templates of procedures are looked for, the comune's own first."""
    return store.path.parent / "procedures", shipped_folder()


def read_case(store: Store, session: Session, accession_id: AccessionId) -> AccessionCase:
    """One procedure with everything that its rules look at."""
    accession = statements.read_accession(session, accession_id)
    return _case(store, session, accession, _Around.read(session))


def read_cases(store: Store, session: Session) -> list[AccessionCase]:
    """Every procedure, the newest first; what they share is read once."""
    if not statements.list_accessions(session):
        return []
    around = _Around.read(session)
    return [_case(store, session, accession, around) for accession in around.accessions]


@dataclass(frozen=True, slots=True)
class _Around:
    """What all procedures share."""

    office: Office
    people: tuple[Person, ...]
    catalogue: Mapping[str, Service]
    projects: tuple[Project, ...]
    centres: Mapping[str, Centre]
    accessions: tuple[Accession, ...]

    @classmethod
    def read(cls, session: Session) -> "_Around":
        office = municipality_statements.read_office(session)
        if office is None:
            raise UserError("store.none")
        return cls(
            office=office,
            people=tuple(municipality_statements.list_people(session)),
            catalogue={service.code: service for service in catalogue_statements.list_services(session)},
            projects=tuple(funding_statements.list_projects(session)),
            centres={centre.code: centre for centre in catalogue_statements.list_centres(session)},
            accessions=tuple(statements.list_accessions(session)),
        )


def _case(store: Store, session: Session, accession: Accession, around: _Around) -> AccessionCase:
    return AccessionCase(
        accession=accession,
        items=tuple(statements.list_items(session, accession.id)),
        services=tuple(statements.list_requested(session, accession.id)),
        acts=tuple(act_statements.list_acts(session, accession.id)),
        documents=tuple(document_statements.list_documents(session, accession.id)),
        steps=tuple(statements.list_steps(session, accession.id)),
        office=around.office,
        people=around.people,
        catalogue=around.catalogue,
        projects=around.projects,
        centre=around.centres.get(accession.centre_code),
        others=tuple(other for other in around.accessions if other.id != accession.id),
        template_body=template_of(store, accession.kind, accession.centre_code).body,
        edition_expired_on=_expiry(session, accession.centre_code, store.today()),
        today=store.today(),
    )


def at_day(case: AccessionCase, day: date) -> AccessionCase:
    """The same procedure looked at on another day."""
    return replace(case, today=day)


def _expiry(session: Session, centre_code: str, today: date) -> date | None:
    """The day on which what the centre published ran out; None where nothing runs out or nothing ran out yet."""
    until = catalogue_statements.valid_until(session, centre_code)
    return until if until and until < today else None
