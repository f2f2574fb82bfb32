# SPDX-License-Identifier: EUPL-1.2
"""Stopping what is due of a contract and letting it go on, within the transaction of whatever asks for it."""

from datetime import date, timedelta

from app.actions.fee_fields import check_term
from app.domain.concessions import ContractId
from app.domain.dates import FIRST_YEAR, LAST_YEAR
from app.domain.fees import FeeSuspension
from app.errors import UserError
from app.store import Session, rows


def stop_fees(
    session: Session, contract_id: ContractId, starts_on: date | None, ends_on: date | None, reason: str
) -> int:
    """Write days on which nothing is due, without a last one while it lasts; UserError `fee.*`.

    One that lasts is ended before another is begun: else the day of going on would end only one of them.
    """
    check_days(starts_on, ends_on)
    lasting = lasting_in(session, contract_id)
    if lasting and ends_on is None:
        raise UserError("fee.suspended_already", on=lasting[0].starts_on)
    told = {"starts_on": starts_on, "ends_on": ends_on, "reason": reason.strip()}
    return rows.add(session, FeeSuspension, contract_id=contract_id, **told)


def end_stops(session: Session, contract_id: ContractId, last_on: date) -> int:
    """Give all that last their last day, and say how many they were; UserError `fee.term_reversed`."""
    check_days(last_on, None)
    lasting = lasting_in(session, contract_id)
    for one in lasting:
        check_term(one.starts_on, last_on)
        rows.change(session, FeeSuspension, one.id, None, ends_on=last_on)
    return len(lasting)


def go_on_from(session: Session, contract_id: ContractId, on: date) -> None:
    """Let what is due go on from a day; a stop of that very day has never been, and one that comes later stays."""
    for one in lasting_in(session, contract_id):
        if one.starts_on < on:
            rows.change(session, FeeSuspension, one.id, None, ends_on=on - timedelta(days=1))
        elif one.starts_on == on:
            rows.remove(session, FeeSuspension, one.id)


def check_days(starts_on: date | None, ends_on: date | None) -> None:
    """Refuse no first day, an end before it, and a year that is a slip of the fingers."""
    if starts_on is None:
        raise UserError("fee.suspension_start_missing")
    for day in (starts_on, ends_on):
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise UserError("contract.year_unlikely", on=day)
    check_term(starts_on, ends_on)


def lasting_in(session: Session, contract_id: ContractId) -> list[FeeSuspension]:
    """The stops of a contract that have no last day."""
    return [one for one in rows.every(session, FeeSuspension, contract_id=contract_id) if one.ends_on is None]
