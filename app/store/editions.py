# SPDX-License-Identifier: EUPL-1.2
"""Statements that take a signed edition in: services and centres added, changed or withdrawn, never deleted."""

import dataclasses
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.catalogue import Catalogue, Centre, Service
from app.domain.editions import EditionDifference, EditionHead
from app.models import CentreRecord, EditionRecord, ServiceRecord

Record = TypeVar("Record", ServiceRecord, CentreRecord)


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
    told: tuple[Sequence[Service], Sequence[Centre]],
    key_id: str,
) -> None:
    """Write what an edition tells; what it no longer tells of its own is withdrawn, all else stays as it was."""
    services, centres = told
    _write(session, ServiceRecord, services, key_id)
    _write(session, CentreRecord, centres, key_id)
    for gone in difference.services.withdrawn:
        session.get_one(ServiceRecord, gone.code).is_withdrawn = True
    for left in difference.centres.withdrawn:
        session.get_one(CentreRecord, left.code).is_withdrawn = True


def _write(session: Session, table: type[Record], told: Sequence[Service | Centre], key_id: str) -> None:
    """Each in its row; a new one comes after all others, for the search index keeps its places by that."""
    known = {record.code: record for record in session.scalars(select(table))}
    place = max((record.position for record in known.values()), default=-1)
    for one in told:
        record = known.get(one.code)
        if record is None:
            place += 1
            record = table(code=one.code, position=place)
            session.add(record)
        _set(record, one, key_id)
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
