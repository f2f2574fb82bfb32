# SPDX-License-Identifier: EUPL-1.2
"""Statements on the catalogue, the centres and what our office added to services."""

import dataclasses
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.catalogue import Catalogue, Centre, EditionInfo, Fact, Service, ServiceMark, Source
from app.errors import Stale, UserError
from app.models import CentreRecord, EditionRecord, ServiceMarkRecord, ServiceRecord

_LISTS = ("addressees", "fee_models", "prerequisites", "keywords")
_SOURCES = ("legal_basis", "sources")


def load_edition(session: Session, catalogue: Catalogue, centres: tuple[Centre, ...], at: datetime) -> None:
    """Write an edition into a store that has no service yet."""
    session.add(
        EditionRecord(
            number=catalogue.edition,
            title=catalogue.title,
            publisher=catalogue.publisher,
            published_on=catalogue.published_on,
            loaded_at=at,
            key_id="",
            sequence=catalogue.edition,
            valid_from=None,
            valid_until=None,
            sha256="",
        )
    )
    session.add_all(_service_record(position, service) for position, service in enumerate(catalogue.services))
    session.add_all(_centre_record(position, centre) for position, centre in enumerate(centres))


def read_edition(session: Session) -> EditionInfo | None:
    """The edition loaded last, or None."""
    record = session.scalars(select(EditionRecord).order_by(EditionRecord.id.desc()).limit(1)).first()
    if record is None:
        return None
    services = session.scalar(select(func.count()).select_from(ServiceRecord)) or 0
    return EditionInfo(
        number=record.number,
        title=record.title,
        publisher=record.publisher,
        published_on=record.published_on,
        loaded_at=record.loaded_at,
        services=services,
        key_id=record.key_id,
        valid_until=record.valid_until,
    )


def valid_until(session: Session, centre_code: str) -> date | None:
    """The last day of what the publisher of a centre told last; None for what runs out never."""
    centre = session.get(CentreRecord, centre_code)
    if centre is None or not centre.key_id:
        return None
    query = select(EditionRecord.valid_until).where(EditionRecord.key_id == centre.key_id)
    return session.scalars(query.order_by(EditionRecord.id.desc()).limit(1)).first()


def list_services(session: Session) -> list[Service]:
    """All services in the order of the edition."""
    return [_service(record) for record in session.scalars(select(ServiceRecord).order_by(ServiceRecord.position))]


def read_service(session: Session, code: str) -> Service:
    """One service by its code, in any case of letters; UserError when there is none."""
    record = session.get(ServiceRecord, code.upper())
    if record is None:
        raise UserError("catalogue.unknown_service", code=code)
    return _service(record)


def list_centres(session: Session) -> list[Centre]:
    """All centres in the order of the edition."""
    return [_centre(record) for record in session.scalars(select(CentreRecord).order_by(CentreRecord.position))]


def read_centre(session: Session, code: str) -> Centre:
    """One centre by its code, in any case of letters; UserError when there is none."""
    found = next((centre for centre in list_centres(session) if centre.code.lower() == code.lower()), None)
    if found is None:
        raise UserError("catalogue.unknown_centre", code=code)
    return found


def list_marks(session: Session) -> dict[str, ServiceMark]:
    """What our office added, by code."""
    return {record.code: _mark(record) for record in session.scalars(select(ServiceMarkRecord))}


def read_mark(session: Session, code: str) -> ServiceMark:
    """What our office added to one service; version 0 when nothing."""
    record = session.get(ServiceMarkRecord, code)
    return _mark(record) if record else ServiceMark(code, is_starred=False, note="", version=0)


def star(session: Session, code: str, *, is_starred: bool) -> None:
    """Set or take away the star of a service."""
    _mark_record(session, code).is_starred = is_starred


def annotate(session: Session, code: str, seen: int, note: str) -> None:
    """Replace the private note of a service; Stale when it changed since it was shown."""
    if read_mark(session, code).version != seen:
        raise Stale("record.changed_elsewhere")
    _mark_record(session, code).note = note


def _mark_record(session: Session, code: str) -> ServiceMarkRecord:
    record = session.get(ServiceMarkRecord, code)
    if record is None:
        record = ServiceMarkRecord(code=code, is_starred=False, note="")
        session.add(record)
    return record


def _mark(record: ServiceMarkRecord) -> ServiceMark:
    return ServiceMark(record.code, record.is_starred, record.note, record.version)


def _service_record(position: int, service: Service) -> ServiceRecord:
    values = {name: getattr(service, name) for name in Service.__slots__}
    lists = {name: list(values[name]) for name in _LISTS}
    sources = {name: [dataclasses.asdict(source) for source in values[name]] for name in _SOURCES}
    return ServiceRecord(position=position, key_id="", **{**values, **lists, **sources})


def _service(record: ServiceRecord) -> Service:
    values = {name: getattr(record, name) for name in Service.__slots__}
    lists = {name: tuple(values[name]) for name in _LISTS}
    sources = {name: tuple(Source(**source) for source in values[name]) for name in _SOURCES}
    return Service(**{**values, **lists, **sources})


def _centre_record(position: int, centre: Centre) -> CentreRecord:
    return CentreRecord(
        code=centre.code,
        position=position,
        name=centre.name,
        lead_authority=centre.lead_authority,
        kind=centre.kind,
        province=centre.province,
        catchment=list(centre.catchment),
        services=list(centre.services),
        facts=[dataclasses.asdict(fact) for fact in centre.facts],
        key_id="",
        is_withdrawn=centre.is_withdrawn,
    )


def _centre(record: CentreRecord) -> Centre:
    return Centre(
        code=record.code,
        name=record.name,
        lead_authority=record.lead_authority,
        kind=record.kind,
        province=record.province,
        catchment=tuple(record.catchment),
        services=tuple(record.services),
        facts=tuple(Fact(**fact) for fact in record.facts),
        is_withdrawn=record.is_withdrawn,
    )
