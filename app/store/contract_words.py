# SPDX-License-Identifier: EUPL-1.2
"""By what a contract or a concession is found beside its own row: its people, guarantees and indicators."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import ConcessionRecord, ContactRecord, GuaranteeRecord, IndicatorRecord, ServiceContractRecord

_PARTS = {"contact": ContactRecord, "guarantee": GuaranteeRecord, "indicator": IndicatorRecord}


def words_of_parts(
    session: Session, *, concession_id: int | None = None, contract_id: int | None = None
) -> tuple[str, ...]:
    """Names and addresses of the people, guarantors with their numbers, names of the indicators."""
    if contract_id is not None:
        of_people, of_guarantees = ContactRecord.contract_id == contract_id, GuaranteeRecord.contract_id == contract_id
    else:
        of_people = ContactRecord.concession_id == concession_id
        of_guarantees = GuaranteeRecord.concession_id == concession_id
    words: list[str] = []
    for person in session.scalars(select(ContactRecord).where(of_people).order_by(ContactRecord.id)):
        words += (person.name, person.email, person.phone)
    for guarantee in session.scalars(select(GuaranteeRecord).where(of_guarantees).order_by(GuaranteeRecord.id)):
        words += (guarantee.issuer, guarantee.number)
    if contract_id is not None:
        names = select(IndicatorRecord.name).where(IndicatorRecord.contract_id == contract_id)
        words += session.scalars(names.order_by(IndicatorRecord.id))
    return tuple(words)


def owners_of_parts(session: Session, touched: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    """Whose parts were touched, by kind and key; a part that was removed no longer says whose, so it may be any's."""
    owners: set[tuple[str, str]] = set()
    for kind, key in touched:
        if kind not in _PARTS:
            continue
        part = session.get(_PARTS[kind], int(key))
        if part is None:
            return _all_owners(session)
        owners |= _owners(getattr(part, "concession_id", None), getattr(part, "contract_id", None))
    return owners


def _all_owners(session: Session) -> set[tuple[str, str]]:
    contracts = session.scalars(select(ServiceContractRecord.id))
    concessions = session.scalars(select(ConcessionRecord.id))
    return {("service_contract", str(number)) for number in contracts} | {
        ("concession", str(number)) for number in concessions
    }


def _owners(concession_id: int | None, contract_id: int | None) -> set[tuple[str, str]]:
    named = (("concession", concession_id), ("service_contract", contract_id))
    return {(kind, str(number)) for kind, number in named if number is not None}
