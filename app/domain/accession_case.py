# SPDX-License-Identifier: EUPL-1.2
"""Everything about one procedure, as the rules look at it: what was chosen, typed, attached and recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.accession_states import LEAVING, Step
from app.domain.accessions import Accession, ChecklistItem, Choice, RequestedService, StepTaken
from app.domain.acts import Act
from app.domain.catalogue import Centre, Service, is_paid_by
from app.domain.documents import Document
from app.domain.funding import Project, Status
from app.domain.municipality import Office, Person


@dataclass(frozen=True, slots=True)
class AccessionCase:
    """One procedure with what its rules read; nothing here is worked out."""

    accession: Accession
    items: tuple[ChecklistItem, ...]
    services: tuple[RequestedService, ...]
    acts: tuple[Act, ...]
    documents: tuple[Document, ...]
    steps: tuple[StepTaken, ...]
    office: Office
    people: tuple[Person, ...]
    catalogue: Mapping[str, Service]
    projects: tuple[Project, ...]
    centre: Centre | None
    others: tuple[Accession, ...]
    template_body: str  # which body the template of the centre says
    edition_expired_on: date | None  # of the publisher that speaks for the centre, where it has
    today: date

    def act(self, kind: str) -> Act | None:
        """The last act of a kind."""
        return next((act for act in reversed(self.acts) if act.kind == kind), None)

    def documents_of(self, item_key: str, kind: str = "") -> tuple[Document, ...]:
        """The documents of a line of the checklist."""
        return tuple(doc for doc in self.documents if doc.item_key == item_key and kind in ("", doc.kind))

    def given_out(self, kind: str) -> Document | None:
        """The last draft of ours of a kind that is to be signed; a correction leaves those before it behind."""
        corrected = self.last(Step.CORRECT)
        drafts = (doc for doc in reversed(self.documents) if doc.kind == kind and doc.origin == "draft")
        return next((doc for doc in drafts if corrected is None or doc.added_at >= corrected.at), None)

    def signed_copy(self, kind: str) -> Document | None:
        """The last signed copy of that draft."""
        draft = self.given_out(kind)
        if draft is None:
            return None
        return next((doc for doc in reversed(self.documents) if doc.given_out_id == draft.id), None)

    def last(self, step: Step) -> StepTaken | None:
        """The last time that a step was taken."""
        return next((taken for taken in reversed(self.steps) if taken.step is step), None)

    @property
    def last_sending(self) -> StepTaken | None:
        """The last time that something left for the centre."""
        return next((taken for taken in reversed(self.steps) if taken.step in LEAVING), None)

    @property
    def package(self) -> Document | None:
        """The package that the next message carries, or that the last one carried."""
        if not self.accession.package_sha256:
            return None
        return next((doc for doc in reversed(self.documents) if doc.is_package), None)

    @property
    def has_package_to_send(self) -> bool:
        """True while the package is one that the centre does not have: each has its own number."""
        return self.package is not None and self.first_sending is None

    @property
    def first_sending(self) -> StepTaken | None:
        """The step with which what is made now left first; None before it."""
        revision = self.accession.revision
        return next((taken for taken in self.steps if taken.step in LEAVING and taken.revision == revision), None)

    def package_of(self, sending: StepTaken) -> Document | None:
        """The package that left with a step, whatever was made since; None where none left with it."""
        leaving = (taken for taken in self.steps if taken.step in LEAVING and taken.revision == sending.revision)
        if next(leaving, sending).id != sending.id:
            return None
        return next((doc for doc in reversed(self.documents) if doc.is_package and doc.added_at <= sending.at), None)

    def has_left(self, package: Document) -> bool:
        """True once a package was sent: it is the proof of what was asked."""
        sending = self.last_sending
        return sending is not None and sending.at >= package.added_at

    @property
    def requested(self) -> tuple[RequestedService, ...]:
        """The services that are asked for."""
        return tuple(service for service in self.services if service.choice is Choice.REQUESTED)

    def lacking_prerequisites(self) -> tuple[tuple[str, str], ...]:
        """Pairs of a requested code and a code that it needs and about which nothing was said."""
        settled = {service.code for service in self.services}
        return tuple(
            (service.code, needed)
            for service in self.requested
            if service.code in self.catalogue
            for needed in self.catalogue[service.code].prerequisites
            if needed not in settled
        )

    def needed_by(self, code: str) -> tuple[str, ...]:
        """The services asked for that need another one first."""
        return tuple(
            service.code
            for service in self.requested
            if service.code in self.catalogue and code in self.catalogue[service.code].prerequisites
        )

    def funded_by(self, code: str) -> tuple[Project, ...]:
        """Our projects, granted or paid, of the measure that typically pays a service."""
        service = self.catalogue.get(code)
        if service is None:
            return ()
        standing = (project for project in self.projects if project.status in (Status.FUNDED, Status.PAID))
        return tuple(project for project in standing if is_paid_by(service, project.measure, project.call))
