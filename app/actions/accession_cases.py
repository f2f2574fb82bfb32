# SPDX-License-Identifier: EUPL-1.2
"""Gathering all that the rules read about a procedure."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from app.domain.accession_case import AccessionCase
from app.domain.accession_states import Kind
from app.domain.accessions import Accession, AccessionId
from app.domain.catalogue import Centre
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
    office = municipality_statements.read_office(session)
    if office is None:
        raise UserError("store.none")
    centre = _centre(session, accession)
    return AccessionCase(
        accession=accession,
        items=tuple(statements.list_items(session, accession_id)),
        services=tuple(statements.list_requested(session, accession_id)),
        acts=tuple(act_statements.list_acts(session, accession_id)),
        documents=tuple(document_statements.list_documents(session, accession_id)),
        steps=tuple(statements.list_steps(session, accession_id)),
        office=office,
        people=tuple(municipality_statements.list_people(session)),
        catalogue={service.code: service for service in catalogue_statements.list_services(session)},
        projects=tuple(funding_statements.list_projects(session)),
        centre=centre,
        others=tuple(other for other in statements.list_accessions(session) if other.id != accession_id),
        template_body=template_of(store, accession.kind, accession.centre_code).body,
        edition_expired_on=_expiry(session, accession.centre_code, store.today()),
        today=store.today(),
    )


def read_cases(store: Store, session: Session) -> list[AccessionCase]:
    """Every procedure, the newest first."""
    return [read_case(store, session, accession.id) for accession in statements.list_accessions(session)]


def at_day(case: AccessionCase, day: date) -> AccessionCase:
    """The same procedure looked at on another day."""
    return replace(case, today=day)


def _centre(session: Session, accession: Accession) -> Centre | None:
    centres = catalogue_statements.list_centres(session)
    return next((centre for centre in centres if centre.code == accession.centre_code), None)


def _expiry(session: Session, centre_code: str, today: date) -> date | None:
    """The day on which what the centre published ran out; None where nothing runs out or nothing ran out yet."""
    until = catalogue_statements.valid_until(session, centre_code)
    return until if until and until < today else None
