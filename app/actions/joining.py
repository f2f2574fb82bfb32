# SPDX-License-Identifier: EUPL-1.2
"""Before joining: which centres could give some services, what that takes, and where we already stand with each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.actions.accession_cases import template_of
from app.actions.accession_opening import open_accession
from app.actions.accession_services import choose_services
from app.actions.centres import ours_with
from app.actions.changes import Changes
from app.domain.accession_states import ENDED, MEMBER, TAKE_SERVICES, Kind
from app.domain.accessions import Accession, AccessionId
from app.domain.catalogue import Centre, Service
from app.domain.centres import InCatchment, in_catchment
from app.domain.procedures import Template
from app.errors import UserError
from app.store import Store
from app.store import accessions as accession_statements
from app.store import catalogue as statements
from app.store import municipality as municipality_statements


@dataclass(frozen=True, slots=True)
class JoiningOption:
    """A centre that could be joined for the services wanted."""

    centre: Centre
    place: InCatchment
    offers: tuple[str, ...]  # the wanted codes that a source shows it offers
    open_one: Accession | None  # our request on its way there
    member: Accession | None  # our membership there
    expired_on: date | None  # what its publisher told last has run out
    template: Template

    @property
    def takes_services(self) -> bool:
        """Whether our request there, if there is one, still takes services: not signed, or additions asked."""
        return self.open_one is None or self.open_one.state in TAKE_SERVICES


@dataclass(frozen=True, slots=True)
class JoiningPlan:
    """What there is to choose from: centres shown to offer what is wanted first, those meant for us before others."""

    wanted: tuple[Service, ...]
    options: tuple[JoiningOption, ...]
    services: tuple[Service, ...]  # of the catalogue, to choose from where none is wanted yet

    def offering(self) -> tuple[JoiningOption, ...]:
        """The centres that a source shows to offer every service wanted; none where none is wanted."""
        return tuple(one for one in self.options if one.offers and len(one.offers) == len(self.wanted))

    def option(self, code: str) -> JoiningOption:
        """The option of a centre."""
        return next(one for one in self.options if one.centre.code == code)


def plan_joining(store: Store, codes: Sequence[str] = ()) -> JoiningPlan:
    """Look at every centre for some services; nothing is written. UserError for a service that is not there."""
    with store.read() as session:
        wanted = tuple(statements.read_service(session, code) for code in codes)
        services = statements.list_services(session)
        centres = statements.list_centres(session)
        accessions = accession_statements.list_accessions(session)
        office = municipality_statements.read_office(session)
        until = {centre.code: statements.valid_until(session, centre.code) for centre in centres}
    if office is None:
        raise UserError("store.none")
    options = [_option(store, centre, wanted, accessions, (office.province, until[centre.code])) for centre in centres]
    return JoiningPlan(wanted, tuple(sorted(options, key=_rank)), tuple(services))


def start_joining(store: Store, centre_code: str, codes: Sequence[str]) -> tuple[AccessionId, Changes]:
    """Ask a centre for services: in the request on its way there, or in a new one with its checklist.

    UserError `accession.services_closed` when that request has left.
    """
    with store.read() as session:
        centre = statements.read_centre(session, centre_code)
        found = _open_one(ours_with(centre, accession_statements.list_accessions(session)))
    if found is None:
        return open_accession(store, centre.code, Kind.JOIN, codes)
    return found.id, choose_services(store, found.id, codes) if codes else Changes(history=False)


def _option(
    store: Store,
    centre: Centre,
    wanted: Sequence[Service],
    accessions: Sequence[Accession],
    known: tuple[str, date | None],
) -> JoiningOption:
    province, until = known
    ours = ours_with(centre, accessions)
    return JoiningOption(
        centre=centre,
        place=in_catchment(centre, province),
        offers=tuple(service.code for service in wanted if service.code in centre.services),
        open_one=_open_one(ours),
        member=next((one for one in ours if one.state in MEMBER), None),
        expired_on=until if until and until < store.today() else None,
        template=template_of(store, Kind.JOIN, centre.code),
    )


def _open_one(ours: Sequence[Accession]) -> Accession | None:
    return next((one for one in ours if one.kind is Kind.JOIN and one.state not in (*MEMBER, *ENDED)), None)


def _rank(option: JoiningOption) -> tuple[bool, int, bool, bool]:
    """The more of what is wanted, the earlier; then a request or membership of ours, then those meant for us."""
    is_ours = bool(option.open_one or option.member)
    return (
        option.centre.is_withdrawn,
        -len(option.offers),
        option.place is not InCatchment.INSIDE,
        not is_ours,
    )
