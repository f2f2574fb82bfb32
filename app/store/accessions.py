# SPDX-License-Identifier: EUPL-1.2
"""Statements on accessions, their checklists, services and steps."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.accession_states import Actor, Kind, State, Step, Transition
from app.domain.accessions import (
    Accession,
    AccessionId,
    ChecklistItem,
    Choice,
    ItemId,
    RequestedService,
    RequestedServiceId,
    Slot,
    StepTaken,
)
from app.domain.documents import DocumentId
from app.errors import Stale, UserError
from app.models import AccessionItemRecord, AccessionRecord, AccessionServiceRecord, AccessionStepRecord

_AMOUNTS = {"once": "once_cents", "yearly": "yearly_cents"}


def list_accessions(session: Session) -> list[Accession]:
    """All procedures, the newest first."""
    query = select(AccessionRecord).order_by(AccessionRecord.id.desc())
    return [_accession(record) for record in session.scalars(query)]


def read_accession(session: Session, accession_id: AccessionId) -> Accession:
    """One procedure; UserError when there is none."""
    return _accession(_get(session, accession_id))


def accession_of_reference(session: Session, reference: str) -> Accession | None:
    """The procedure that a package names, if it is ours."""
    record = session.scalars(select(AccessionRecord).where(AccessionRecord.reference == reference)).first()
    return _accession(record) if record else None


def add_accession(session: Session, **values: Any) -> AccessionId:  # noqa: ANN401 - columns of the table
    """Write a new procedure; gives its id."""
    record = AccessionRecord(**values)
    session.add(record)
    session.flush()
    return AccessionId(record.id)


def change_accession(
    session: Session,
    accession_id: AccessionId,
    seen: int | None,
    **values: Any,  # noqa: ANN401 - columns of the table
) -> None:
    """Change fields; Stale when it changed since version `seen` (None: whatever it is now)."""
    record = _get(session, accession_id)
    _check_seen(record, seen)
    for name, value in values.items():
        setattr(record, name, value)


def remove_accession(session: Session, accession_id: AccessionId) -> None:
    """Remove a procedure with its checklist, services and steps; its documents and acts are let go of elsewhere."""
    for table in (AccessionItemRecord, AccessionServiceRecord, AccessionStepRecord):
        for record in session.scalars(select(table).where(table.accession_id == accession_id)):
            session.delete(record)
    session.flush()
    session.delete(_get(session, accession_id))


def move(  # noqa: PLR0913 - the columns of a step
    session: Session,
    accession: Accession,
    way: Transition,
    *,
    on: date,
    at: datetime,
    number: str = "",
    number_on: date | None = None,
    reason: str = "",
    answer_by: date | None = None,
    document_id: DocumentId | None = None,
    overridden: Iterable[str] = (),
) -> None:
    """Write a step and the state that it leads to."""
    record = _get(session, accession.id)
    record.state = way.target.value
    step = AccessionStepRecord(
        accession_id=accession.id,
        step=way.step.value,
        from_state=accession.state.value,
        to_state=way.target.value,
        on=on,
        number=number,
        number_on=number_on,
        reason=reason,
        answer_by=answer_by,
        revision=record.revision,
        document_id=document_id,
        overridden=list(overridden),
        at=at,
    )
    session.add(step)
    session.flush()


def list_items(session: Session, accession_id: AccessionId) -> list[ChecklistItem]:
    """The checklist in its order."""
    query = select(AccessionItemRecord).where(AccessionItemRecord.accession_id == accession_id)
    ordered = query.order_by(AccessionItemRecord.position, AccessionItemRecord.id)
    return [_item(record) for record in session.scalars(ordered)]


def add_items(session: Session, accession_id: AccessionId, items: Iterable[dict[str, Any]]) -> None:
    """Write lines of a checklist."""
    session.add_all(AccessionItemRecord(accession_id=accession_id, **values) for values in items)
    session.flush()


def change_item(session: Session, item_id: ItemId, seen: int, **values: Any) -> None:  # noqa: ANN401 - columns
    """Change fields of a line; Stale when it changed since it was shown."""
    record = _get_item(session, item_id)
    _check_seen(record, seen)
    for name, value in values.items():
        setattr(record, name, value)


def read_item(session: Session, item_id: ItemId) -> ChecklistItem:
    """One line of a checklist; UserError when it is gone."""
    return _item(_get_item(session, item_id))


def remove_item(session: Session, item_id: ItemId) -> None:
    """Take out a line."""
    session.delete(_get_item(session, item_id))


def list_requested(session: Session, accession_id: AccessionId) -> list[RequestedService]:
    """The services of a request in the order in which they were chosen."""
    query = select(AccessionServiceRecord).where(AccessionServiceRecord.accession_id == accession_id)
    return [_requested(record) for record in session.scalars(query.order_by(AccessionServiceRecord.id))]


def add_requested(session: Session, accession_id: AccessionId, **values: Any) -> RequestedServiceId:  # noqa: ANN401 - columns
    """Write a service of a request."""
    record = AccessionServiceRecord(
        **{
            "accession_id": accession_id,
            "reason": "",
            "quantity": None,
            "unit": "",
            "cup": "",
            "cig": "",
            "cost_source": "",
            "answer": "",
            "note": "",
            **_in_cents(values),
        }
    )
    session.add(record)
    session.flush()
    return RequestedServiceId(record.id)


def change_requested(
    session: Session,
    requested_id: RequestedServiceId,
    seen: int | None,
    **values: Any,  # noqa: ANN401 - columns of the table
) -> None:
    """Change fields of a service; amounts as `once` and `yearly` in euro. Stale when it changed since it was shown."""
    record = _get_requested(session, requested_id)
    _check_seen(record, seen)
    for name, value in _in_cents(values).items():
        setattr(record, name, value)


def read_requested(session: Session, requested_id: RequestedServiceId) -> RequestedService:
    """One service of a request; UserError when it is gone."""
    return _requested(_get_requested(session, requested_id))


def remove_requested(session: Session, requested_id: RequestedServiceId) -> None:
    """Take a service out of its request."""
    session.delete(_get_requested(session, requested_id))


def list_steps(session: Session, accession_id: AccessionId) -> list[StepTaken]:
    """The steps taken, the first one first."""
    query = select(AccessionStepRecord).where(AccessionStepRecord.accession_id == accession_id)
    return [_step(record) for record in session.scalars(query.order_by(AccessionStepRecord.id))]


def _get(session: Session, accession_id: AccessionId) -> AccessionRecord:
    record = session.get(AccessionRecord, accession_id)
    if record is None:
        raise UserError("accession.unknown", id=accession_id)
    return record


def _get_item(session: Session, item_id: ItemId) -> AccessionItemRecord:
    record = session.get(AccessionItemRecord, item_id)
    if record is None:
        raise UserError("record.gone")
    return record


def _get_requested(session: Session, requested_id: RequestedServiceId) -> AccessionServiceRecord:
    record = session.get(AccessionServiceRecord, requested_id)
    if record is None:
        raise UserError("record.gone")
    return record


def _check_seen(record: AccessionRecord | AccessionItemRecord | AccessionServiceRecord, seen: int | None) -> None:
    if seen is not None and record.version != seen:
        raise Stale("record.changed_elsewhere")


def _in_cents(values: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in values.items() if name not in _AMOUNTS}
    for name, column in _AMOUNTS.items():
        if name in values:
            kept[column] = None if values[name] is None else int(values[name] * 100)
    return kept


def _accession(record: AccessionRecord) -> Accession:
    values = {name: getattr(record, name) for name in Accession.__slots__}
    return Accession(**{**values, "kind": Kind(record.kind), "state": State(record.state)})


def _item(record: AccessionItemRecord) -> ChecklistItem:
    values = {name: getattr(record, name) for name in ChecklistItem.__slots__}
    slots = tuple(Slot(**{**slot, "formats": tuple(slot["formats"])}) for slot in record.slots)
    return ChecklistItem(**{**values, "actor": Actor(record.actor), "slots": slots})


def _requested(record: AccessionServiceRecord) -> RequestedService:
    names = [name for name in RequestedService.__slots__ if name not in _AMOUNTS]
    amounts = {name: _euro(getattr(record, column)) for name, column in _AMOUNTS.items()}
    values = {name: getattr(record, name) for name in names}
    return RequestedService(**{**values, **amounts, "choice": Choice(record.choice)})


def _euro(cents: int | None) -> Decimal | None:
    return None if cents is None else Decimal(cents).scaleb(-2)


def _step(record: AccessionStepRecord) -> StepTaken:
    values = {name: getattr(record, name) for name in StepTaken.__slots__}
    return StepTaken(
        **{
            **values,
            "step": Step(record.step),
            "from_state": State(record.from_state),
            "to_state": State(record.to_state),
            "overridden": tuple(record.overridden),
        }
    )
