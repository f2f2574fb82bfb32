# SPDX-License-Identifier: EUPL-1.2
"""Statements that take a signed edition in: services and centres added, changed or withdrawn, never deleted."""

import dataclasses
from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.catalogue import Catalogue, Centre, Service
from app.domain.editions import EditionDifference, EditionHead
from app.models import CentreRecord, EditionRecord, ServiceRecord


def has_edition(session: Session, key_ids: Collection[str], sequence: int) -> bool:
    """Whether the edition of that sequence, of one of these keys, is there: a step back may have taken it out."""
    query = select(EditionRecord.id).where(EditionRecord.key_id.in_(key_ids), EditionRecord.sequence == sequence)
    return session.scalars(query.limit(1)).first() is not None


def brought_by(session: Session, key_ids: Collection[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The codes of the services and of the centres that one of these keys told of last."""
    services = select(ServiceRecord.code).where(ServiceRecord.key_id.in_(key_ids))
    centres = select(CentreRecord.code).where(CentreRecord.key_id.in_(key_ids))
    return frozenset(session.scalars(services)), frozenset(session.scalars(centres))


def brought_by_others(session: Session, key_ids: Collection[str]) -> frozenset[str]:
    """The codes of the services that the key of another publisher told of last."""
    query = select(ServiceRecord.code).where(ServiceRecord.key_id.not_in([*key_ids, ""]))
    return frozenset(session.scalars(query))


def add_edition(
    session: Session, head: EditionHead, catalogue: Catalogue, key_id: str, sha256: str, at: datetime
) -> None:
    """Write down that an edition came in."""
    session.add(
        EditionRecord(
            number=head.edition,
            title=catalogue.title,
            publisher=head.publisher,
            published_on=head.published_on,
            loaded_at=at,
            key_id=key_id,
            sequence=head.sequence,
            valid_from=head.valid_from,
            valid_until=head.valid_until,
            sha256=sha256,
        )
    )


def take_in(
    session: Session,
    difference: EditionDifference,
    told: tuple[Iterable[Service], Iterable[Centre]],
    key_id: str,
) -> None:
    """Write what an edition tells; what it no longer tells of its own is withdrawn, all else stays as it was."""
    services, centres = told
    for service in services:
        _write_service(session, service, key_id)
    for centre in centres:
        _write_centre(session, centre, key_id)
    for gone in difference.services.withdrawn:
        session.get_one(ServiceRecord, gone.code).is_withdrawn = True
    for left in difference.centres.withdrawn:
        session.get_one(CentreRecord, left.code).is_withdrawn = True


def _write_service(session: Session, service: Service, key_id: str) -> None:
    record = session.get(ServiceRecord, service.code)
    if record is None:
        record = ServiceRecord(code=service.code, position=_next_place(session, ServiceRecord))
        session.add(record)
    _set(record, service, key_id)
    session.flush()


def _write_centre(session: Session, centre: Centre, key_id: str) -> None:
    record = session.get(CentreRecord, centre.code)
    if record is None:
        record = CentreRecord(code=centre.code, position=_next_place(session, CentreRecord))
        session.add(record)
    _set(record, centre, key_id)
    session.flush()


def _set(record: ServiceRecord | CentreRecord, told: Service | Centre, key_id: str) -> None:
    """Only what differs: a row that an edition tells as it was is left alone, but for who told it."""
    values = {field.name: _plain(getattr(told, field.name)) for field in dataclasses.fields(told)}
    for name, value in {**values, "key_id": key_id}.items():
        if getattr(record, name) != value:
            setattr(record, name, value)


def _plain(value: object) -> object:
    """A value as the table holds it: lists, and sources and facts as their fields."""
    if not isinstance(value, tuple):
        return value
    return [dataclasses.asdict(one) if dataclasses.is_dataclass(one) else one for one in value]  # type: ignore[arg-type] # an instance, never a class


def _next_place(session: Session, table: type[ServiceRecord] | type[CentreRecord]) -> int:
    """After all others: the search index keeps its places by it."""
    last = session.scalar(select(func.max(table.position)))
    return 0 if last is None else last + 1
