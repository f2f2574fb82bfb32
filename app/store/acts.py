# SPDX-License-Identifier: EUPL-1.2
"""Statements on the register of acts."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.accessions import AccessionId
from app.domain.acts import Act, ActId
from app.errors import Stale, UserError
from app.models import ActRecord


def list_acts(session: Session, accession_id: AccessionId | None = None) -> list[Act]:
    """The acts of a procedure, or all of them, in the order in which they were registered."""
    query = select(ActRecord).order_by(ActRecord.id)
    if accession_id is not None:
        query = query.where(ActRecord.accession_id == accession_id)
    return [_act(record) for record in session.scalars(query)]


def read_act(session: Session, act_id: ActId) -> Act:
    """One act; UserError when it is gone."""
    return _act(_get(session, act_id))


def add_act(session: Session, **values: Any) -> ActId:  # noqa: ANN401 - columns of the table
    """Register an act; gives its id."""
    empty = dict.fromkeys(("body", "number", "subject", "publication_place", "enforceable_reason", "note"), "")
    record = ActRecord(**{**empty, "is_immediate": False, **values})
    session.add(record)
    session.flush()
    return ActId(record.id)


def correct_act(session: Session, act_id: ActId, seen: int | None, **values: Any) -> None:  # noqa: ANN401 - columns
    """Change fields of an act; Stale when it changed since version `seen` (None: whatever it is now)."""
    record = _get(session, act_id)
    if seen is not None and record.version != seen:
        raise Stale("record.changed_elsewhere")
    for name, value in values.items():
        setattr(record, name, value)


def remove_act(session: Session, act_id: ActId) -> None:
    """Take an act out of the register."""
    session.delete(_get(session, act_id))


def let_go(session: Session, accession_id: AccessionId) -> None:
    """Keep the acts of a procedure that is removed, without it."""
    for record in session.scalars(select(ActRecord).where(ActRecord.accession_id == accession_id)):
        record.accession_id = None


def _get(session: Session, act_id: ActId) -> ActRecord:
    record = session.get(ActRecord, act_id)
    if record is None:
        raise UserError("act.unknown", id=act_id)
    return record


def _act(record: ActRecord) -> Act:
    return Act(**{name: getattr(record, name) for name in Act.__slots__})
