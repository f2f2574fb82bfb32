# SPDX-License-Identifier: EUPL-1.2
"""Which services of the catalogue are ours: asked for, had by a membership, marked by our office, paid by a project."""

from collections import defaultdict
from dataclasses import dataclass

from app.domain.accession_states import ENDED, MEMBER
from app.domain.accessions import Choice
from app.domain.catalogue import is_paid_by
from app.domain.funding import Status
from app.store import Session
from app.store import accessions as accession_statements
from app.store import catalogue as statements
from app.store import funding as funding_statements


@dataclass(frozen=True, slots=True)
class OwnUse:
    """One reason why a service matters to us: "membership", "request", "project", "star" or "note"."""

    kind: str
    detail: str  # the centre, the CUP, or ""
    key: str  # the number of the procedure or of the project that it leads to, or ""


def own_uses(session: Session) -> dict[str, tuple[OwnUse, ...]]:
    """Every service that we use or mean to, with why, by code."""
    uses: defaultdict[str, list[OwnUse]] = defaultdict(list)
    for accession in accession_statements.list_accessions(session):
        if accession.state in ENDED:
            continue
        kind = "membership" if accession.state in MEMBER else "request"
        for asked in accession_statements.list_requested(session, accession.id):
            if asked.choice is Choice.REQUESTED and asked.answer != "refused":
                uses[asked.code].append(OwnUse(kind, accession.centre_name, str(accession.id)))
    projects = [
        project
        for project in funding_statements.list_projects(session)
        if project.status in (Status.FUNDED, Status.PAID)
    ]
    for service in statements.list_services(session):
        for project in projects:
            if is_paid_by(service, project.measure, project.call):
                uses[service.code].append(OwnUse("project", project.cup, str(project.id)))
    for code, mark in statements.list_marks(session).items():
        uses[code] += [OwnUse("star", "", "")] if mark.is_starred else []
        uses[code] += [OwnUse("note", "", "")] if mark.note.strip() else []
    return {code: tuple(found) for code, found in uses.items() if found}
