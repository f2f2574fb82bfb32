# SPDX-License-Identifier: EUPL-1.2
"""Statements on our own comune and its people."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.municipality import Office, Person, PersonId
from app.errors import Stale, UserError
from app.models import OfficeRecord, PersonRecord

_ONLY = 1
OFFICE_FIELDS = ("name", "fiscal_code", "pec", "address", "phone", "website", "ipa_code", "population", "patron")
PERSON_FIELDS = ("role", "name", "email", "phone", "since", "until")


def read_office(session: Session) -> Office | None:
    """Our comune, or None in a store that has none yet."""
    record = session.get(OfficeRecord, _ONLY)
    return _office(record) if record else None


def add_office(session: Session, office: Office) -> None:
    """Write our comune for the first time."""
    values = {name: getattr(office, name) for name in Office.__slots__ if name != "version"}
    values["previous_istat"] = list(office.previous_istat)
    session.add(OfficeRecord(id=_ONLY, **values))


def correct_office(session: Session, seen: int, values: dict[str, object]) -> None:
    """Change fields of our comune; Stale when it changed since it was shown."""
    record = session.get_one(OfficeRecord, _ONLY)
    if record.version != seen:
        raise Stale("record.changed_elsewhere")
    for name, value in values.items():
        setattr(record, name, value)


def list_people(session: Session) -> list[Person]:
    """The people of the office, in the order in which they were added."""
    return [_person(record) for record in session.scalars(select(PersonRecord).order_by(PersonRecord.id))]


def add_person(session: Session, values: dict[str, object]) -> PersonId:
    """Add someone; gives the id."""
    record = PersonRecord(**values)
    session.add(record)
    session.flush()
    return PersonId(record.id)


def correct_person(session: Session, person_id: PersonId, seen: int, values: dict[str, object]) -> None:
    """Change fields of someone; Stale when they changed since they were shown."""
    record = _get_person(session, person_id, seen)
    for name, value in values.items():
        setattr(record, name, value)


def remove_person(session: Session, person_id: PersonId, seen: int) -> str:
    """Remove someone; gives the name."""
    record = _get_person(session, person_id, seen)
    session.delete(record)
    return record.name


def _get_person(session: Session, person_id: PersonId, seen: int) -> PersonRecord:
    record = session.get(PersonRecord, person_id)
    if record is None:
        raise UserError("record.gone")
    if record.version != seen:
        raise Stale("record.changed_elsewhere")
    return record


def _office(record: OfficeRecord) -> Office:
    values = {name: getattr(record, name) for name in Office.__slots__}
    return Office(**{**values, "previous_istat": tuple(record.previous_istat)})


def _person(record: PersonRecord) -> Person:
    return Person(**{name: getattr(record, name) for name in Person.__slots__})
