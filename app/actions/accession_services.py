# SPDX-License-Identifier: EUPL-1.2
"""The services of a request: chosen with what they need first, counted, costed from the act, or declined."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from app.actions.changes import Changes
from app.domain.accession_states import TAKE_SERVICES, State
from app.domain.accessions import Accession, AccessionId, Choice, RequestedService, RequestedServiceId
from app.domain.catalogue import Service, is_paid_by, prerequisite_order
from app.domain.codes import check_cig, check_cup
from app.domain.funding import Project, Status
from app.errors import UserError
from app.store import Session, Store
from app.store import accessions as statements
from app.store import catalogue as catalogue_statements
from app.store import funding as funding_statements

_CHANGED = Changes(accessions=True)
_FIELDS = ("quantity", "unit", "cup", "cig", "once", "yearly", "cost_source", "note", "reason")
_ASKED = ("quantity", "unit", "cup")
"""What the request itself says of a service: it may change as long as the services may."""
_MOST_OF_ONE = 1_000_000
_MOST_EURO = Decimal(1_000_000_000)


@dataclass(frozen=True, slots=True)
class ServicePlan:
    """What asking for some services means, before anything is written."""

    wanted: tuple[Service, ...]
    prerequisites: tuple[Service, ...]  # needed first and not yet spoken of, each before what needs it
    settled: tuple[RequestedService, ...]  # needed, and already in the request or set aside there
    funded: tuple[tuple[Service, tuple[Project, ...]], ...]  # already paid by public money: not twice


def plan_services(store: Store, codes: Sequence[str], accession_id: AccessionId | None = None) -> ServicePlan:
    """Look at what some services need and who pays them; nothing is written."""
    with store.read() as session:
        services = catalogue_statements.list_services(session)
        projects = funding_statements.list_projects(session)
        there = statements.list_requested(session, accession_id) if accession_id else []
    by_code = {service.code: service for service in services}
    wanted = tuple(code.upper() for code in codes)
    ordered = [by_code[code] for code in prerequisite_order(wanted, _without_settled(services, there))]
    spoken_of = {service.code for service in there}
    return ServicePlan(
        wanted=tuple(service for service in ordered if service.code in wanted),
        prerequisites=tuple(one for one in ordered if one.code not in wanted and one.code not in spoken_of),
        settled=tuple(one for one in there if one.code in {service.code for service in ordered}),
        funded=tuple((service, paid) for service in ordered if (paid := _paid(service, projects))),
    )


def choose_services(store: Store, accession_id: AccessionId, codes: Sequence[str]) -> Changes:
    """Ask for services, and for what they need first unless that was declined or is had already."""
    accession = _need_open(store, accession_id)
    with store.write("accession.services_chosen", centre=accession.centre_name, codes=", ".join(codes)) as session:
        add_services(session, accession_id, codes)
    return _CHANGED


def add_services(session: Session, accession_id: AccessionId, codes: Iterable[str]) -> None:
    """Write services and what they need, each once; one set aside is asked for when it is named itself."""
    wanted = [code.upper() for code in codes]
    services = catalogue_statements.list_services(session)
    by_code = {service.code: service for service in services}
    there = {service.code: service for service in statements.list_requested(session, accession_id)}
    for code in prerequisite_order(wanted, _without_settled(services, there.values())):
        if code not in there:
            statements.add_requested(
                session, accession_id, code=code, name=by_code[code].name, choice=Choice.REQUESTED.value
            )
        elif code in wanted and there[code].choice is not Choice.REQUESTED:
            statements.change_requested(session, there[code].id, None, choice=Choice.REQUESTED.value, reason="")


def decline_service(store: Store, accession_id: AccessionId, code: str, reason: str) -> Changes:
    """Do without a service that another needs; UserError without a reason."""
    return _set_aside(store, accession_id, code, Choice.DECLINED, reason)


def have_already(store: Store, accession_id: AccessionId, code: str, reason: str) -> Changes:
    """Say that we have a service from elsewhere, and from where."""
    return _set_aside(store, accession_id, code, Choice.ALREADY, reason)


def correct_service(store: Store, requested_id: RequestedServiceId, seen: int, **fields: Any) -> Changes:  # noqa: ANN401 - _FIELDS
    """Save quantity, codes, cost from the act, note; Stale when it changed since it was shown.

    UserError `accession.quantity_out_of_range`, `accession.amount_out_of_range`, `accession.cost_without_act` for a
    figure whose act is not named: no figure is kept that no act gives. What the request says of the service is closed
    with the choice of services; the note and the costs are not.
    """
    unknown = [name for name in fields if name not in _FIELDS]
    if unknown:
        raise UserError("accession.unknown_field", name=", ".join(unknown), known=", ".join(_FIELDS))
    with store.read() as session:
        requested = statements.read_requested(session, requested_id)
        accession = statements.read_accession(session, requested.accession_id)
    checked = _checked(requested, fields)
    if any(checked.get(name, getattr(requested, name)) != getattr(requested, name) for name in _ASKED):
        _check_open(accession)
    title = "accession.service_corrected"
    with store.write(title, goes_on=True, code=requested.code, centre=accession.centre_name) as session:
        statements.change_requested(session, requested_id, seen, **checked)
    return _CHANGED


def drop_service(store: Store, accession_id: AccessionId, code: str) -> Changes:
    """Take a service out of a request that has not left."""
    accession = _need_open(store, accession_id)
    requested = _requested(store, accession_id, code)
    with store.write("accession.service_dropped", code=requested.code, centre=accession.centre_name) as session:
        statements.remove_requested(session, requested.id)
    return _CHANGED


def _set_aside(store: Store, accession_id: AccessionId, code: str, choice: Choice, reason: str) -> Changes:
    accession = _need_open(store, accession_id)
    if not reason.strip():
        raise UserError("accession.service_reason_missing", code=code)
    title = f"accession.service_{choice.value}"
    with store.write(title, code=code.upper(), centre=accession.centre_name) as session:
        service = catalogue_statements.read_service(session, code)
        there = [one for one in statements.list_requested(session, accession_id) if one.code == service.code]
        values = {"choice": choice.value, "reason": reason.strip()}
        if there:
            statements.change_requested(session, there[0].id, None, **values)
        else:
            statements.add_requested(session, accession_id, code=service.code, name=service.name, **values)
    return _CHANGED


def _need_open(store: Store, accession_id: AccessionId) -> Accession:
    """The procedure, while its services may still change: before the signature, or when additions are asked."""
    with store.read() as session:
        accession = statements.read_accession(session, accession_id)
    _check_open(accession)
    return accession


def _check_open(accession: Accession) -> None:
    if accession.state is State.SIGNED:
        raise UserError("accession.services_signed")
    if accession.state not in TAKE_SERVICES:
        raise UserError("accession.services_closed", state=accession.state.value)


def _requested(store: Store, accession_id: AccessionId, code: str) -> RequestedService:
    with store.read() as session:
        for requested in statements.list_requested(session, accession_id):
            if requested.code == code.upper():
                return requested
    raise UserError("accession.service_not_there", code=code)


def _without_settled(services: Iterable[Service], there: Iterable[RequestedService]) -> list[Service]:
    """The services, where one that was set aside needs nothing more: its own needs are somebody else's."""
    aside = {requested.code for requested in there if requested.choice is not Choice.REQUESTED}
    return [replace(service, prerequisites=()) if service.code in aside else service for service in services]


def _paid(service: Service, projects: Iterable[Project]) -> tuple[Project, ...]:
    standing = (project for project in projects if project.status in (Status.FUNDED, Status.PAID))
    return tuple(project for project in standing if is_paid_by(service, project.measure, project.call))


def _checked(requested: RequestedService, fields: dict[str, Any]) -> dict[str, Any]:
    checked = dict(fields)
    quantity = fields.get("quantity")
    if quantity is not None and not 1 <= quantity <= _MOST_OF_ONE:
        raise UserError("accession.quantity_out_of_range", most=_MOST_OF_ONE)
    for name in ("once", "yearly"):
        amount = fields.get(name)
        if amount is not None and not 0 <= amount < _MOST_EURO:
            raise UserError("accession.amount_out_of_range")
    if fields.get("cup"):
        checked["cup"] = check_cup(fields["cup"]).code
    if fields.get("cig"):
        checked["cig"] = check_cig(fields["cig"]).code
    once, yearly = (fields.get(name, getattr(requested, name)) for name in ("once", "yearly"))
    source = fields.get("cost_source", requested.cost_source)
    if (once is not None or yearly is not None) and not source.strip() and ("once" in fields or "yearly" in fields):
        raise UserError("accession.cost_without_act", code=requested.code)
    if requested.choice is not Choice.REQUESTED and "reason" in fields and not fields["reason"].strip():
        raise UserError("accession.service_reason_missing", code=requested.code)
    return checked
