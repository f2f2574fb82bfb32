# SPDX-License-Identifier: EUPL-1.2
"""What a contract costs: its fees, the days on which nothing is due, what was read, and the instalments that follow."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.actions.changes import Changes
from app.actions.fee_fields import DEFAULTS, check_term, checked_fields
from app.actions.fee_schedules import FeesOf, gathered, schedule
from app.actions.fee_stops import check_days, end_stops, stop_fees
from app.domain.concessions import ContractId, ServiceContract
from app.domain.dates import to_rome
from app.domain.fee_schedule import YearTotal, fee_gaps, year_total
from app.domain.fees import Fee, FeeId, FeeReading, FeeSuspension, IndexValue, Instalment
from app.domain.invoices import InvoiceMatch
from app.errors import UserError
from app.store import Session, Store, rows
from app.text.catalogue_labels import fee_model_label

CHANGED = Changes(concessions=True, invoices=True)
AHEAD = 3
"""So many years after the present one are shown of a contract whose end is not known."""


@dataclass(frozen=True, slots=True)
class ScheduleView:
    """The fees of a contract and all that is due by them."""

    contract: ServiceContract
    fees: tuple[Fee, ...]
    instalments: tuple[Instalment, ...]  # by first day
    suspensions: tuple[FeeSuspension, ...]
    readings: tuple[FeeReading, ...]
    index_values: tuple[IndexValue, ...]  # of the indices that the fees name
    gaps: tuple[tuple[FeeId, tuple[str, ...]], ...]  # "start", "end" that a fee lacks
    years: tuple[YearTotal, ...]
    until: date
    today: date

    def fee(self, fee_id: FeeId) -> Fee:
        """One of its fees."""
        return next(one for one in self.fees if one.id == fee_id)


def list_fees(store: Store, contract_id: ContractId) -> list[Fee]:
    """The fees of a contract in their order."""
    with store.read() as session:
        return fees_in(session, contract_id)


def read_fee(store: Store, fee_id: FeeId) -> Fee:
    """One fee; UserError `record.gone`."""
    return _fee(store, fee_id)[0]


def fees_in(session: Session, contract_id: ContractId) -> list[Fee]:
    """The same within a transaction."""
    return sorted(rows.every(session, Fee, contract_id=contract_id), key=lambda one: (one.position, one.id))


def schedule_in(session: Session, contract_id: ContractId, until: date) -> tuple[Instalment, ...]:
    """The instalments of a contract that begin up to a day, by first day; for other actions."""
    return schedule(_gathered(session, contract_id), until)


def _gathered(session: Session, contract_id: ContractId) -> FeesOf:
    found = gathered(session).fees_of(contract_id)
    if found is None:
        raise UserError("record.gone")
    return found


def show_schedule(store: Store, contract_id: ContractId, until: date | None = None) -> ScheduleView:
    """Everything on the fees of a contract, until its end or some years ahead; UserError `record.gone`."""
    today = to_rome(store.now()).date()
    with store.read() as session:
        read = _gathered(session, contract_id)
    contract, fees, terms = read.contract, read.fees, read.terms
    last = until or contract.ends_on or date(today.year + AHEAD, 12, 31)
    found = schedule(read, last)
    return ScheduleView(
        contract=contract,
        fees=fees,
        instalments=found,
        suspensions=terms.suspensions,
        readings=terms.readings,
        index_values=terms.index_values,
        gaps=tuple((fee.id, gaps) for fee in fees if (gaps := fee_gaps(fee, terms))),
        years=tuple(year_total(found, year) for year in sorted({one.year for one in found})),
        until=last,
        today=today,
    )


def add_fee(store: Store, contract_id: ContractId, **fields: Any) -> tuple[FeeId, Changes]:  # noqa: ANN401 - fee_fields.FIELDS
    """Write a fee as the act says it; without a title it bears the name of its model."""
    values = checked_fields({**DEFAULTS, **fields})
    values["title"] = values.get("title") or fee_model_label(values["model"])
    check_term(values.get("starts_on"), values.get("ends_on"))
    with store.write("fee.added", name=values["title"], contract=_contract_name(store, contract_id)) as session:
        position = max((one.position for one in fees_in(session, contract_id)), default=0) + 1
        added = rows.add(session, Fee, contract_id=contract_id, position=position, **values)
    return FeeId(added), CHANGED


def correct_fee(store: Store, fee_id: FeeId, seen: int, **fields: Any) -> Changes:  # noqa: ANN401 - fee_fields.FIELDS
    """Save fields as they are typed; Stale when the fee changed since version `seen`.

    UserError `fee.matched_periods` where an instalment that an invoice pays would begin on another day or not at all.
    """
    values = checked_fields(fields)
    fee, contract = _fee(store, fee_id)
    if "title" in values:
        values["title"] = values["title"] or fee_model_label(values.get("model", fee.model))
    check_term(values.get("starts_on", fee.starts_on), values.get("ends_on", fee.ends_on))
    with store.write("fee.corrected", goes_on=True, name=fee.title, contract=contract) as session:
        matched = _matched_days(session, fee)
        rows.change(session, Fee, fee_id, seen, **values)
        lost = matched - _matched_days(session, fee)
        if lost:
            raise UserError("fee.matched_periods", name=fee.title, on=min(lost))
    return CHANGED


def remove_fee(store: Store, fee_id: FeeId) -> Changes:
    """Take a fee out with its readings; refused while invoices are matched to it."""
    fee, contract = _fee(store, fee_id)
    with store.write("fee.removed", name=fee.title, contract=contract) as session:
        if rows.every(session, InvoiceMatch, fee_id=fee_id):
            raise UserError("fee.matched", name=fee.title)
        rows.remove_every(session, FeeReading, fee_id=fee_id)
        rows.remove(session, Fee, fee_id)
    return CHANGED


def suspend(
    store: Store, contract_id: ContractId, starts_on: date | None, ends_on: date | None = None, reason: str = ""
) -> tuple[int, Changes]:
    """Write days on which nothing is due; without a last one it lasts."""
    with store.write("fee.suspended", contract=_contract_name(store, contract_id)) as session:
        added = stop_fees(session, contract_id, starts_on, ends_on, reason)
    return added, CHANGED


def resume(store: Store, contract_id: ContractId, last_on: date) -> Changes:
    """End what lasts of the suspensions, with its last day; UserError `fee.not_suspended`."""
    with store.write("fee.resumed", contract=_contract_name(store, contract_id)) as session:
        if not end_stops(session, contract_id, last_on):
            raise UserError("fee.not_suspended")
    return CHANGED


def correct_suspension(store: Store, suspension_id: int, seen: int, **fields: Any) -> Changes:  # noqa: ANN401 - its days and reason
    """Save `starts_on`, `ends_on` or `reason` as they are typed; Stale when it changed since version `seen`."""
    told: dict[str, Any] = {name: one.strip() if isinstance(one, str) else one for name, one in fields.items()}
    with store.read() as session:
        kept = rows.read(session, FeeSuspension, suspension_id)
        contract = rows.read(session, ServiceContract, kept.contract_id).title
    check_days(told.get("starts_on", kept.starts_on), told.get("ends_on", kept.ends_on))
    with store.write("fee.suspension_corrected", goes_on=True, contract=contract) as session:
        rows.change(session, FeeSuspension, suspension_id, seen, **told)
    return CHANGED


def remove_suspension(store: Store, suspension_id: int) -> Changes:
    """Take a suspension out, as if it had never been."""
    with store.read() as session:
        kept = rows.read(session, FeeSuspension, suspension_id)
        contract = rows.read(session, ServiceContract, kept.contract_id).title
    with store.write("fee.suspension_removed", contract=contract) as session:
        rows.remove(session, FeeSuspension, suspension_id)
    return CHANGED


def _fee(store: Store, fee_id: FeeId) -> tuple[Fee, str]:
    with store.read() as session:
        fee = rows.read(session, Fee, fee_id)
        return fee, rows.read(session, ServiceContract, fee.contract_id).title


def _matched_days(session: Session, fee: Fee) -> set[date]:
    """The first days of the instalments of a fee that invoices pay."""
    days = {one.period_on for one in rows.every(session, InvoiceMatch, fee_id=fee.id)}
    if not days:
        return days
    due = schedule_in(session, fee.contract_id, max(days))
    return days & {one.starts_on for one in due if one.fee_id == fee.id}


def _contract_name(store: Store, contract_id: ContractId) -> str:
    with store.read() as session:
        return rows.read(session, ServiceContract, contract_id).title
