# SPDX-License-Identifier: EUPL-1.2
"""Opening a contract: by hand, from an active membership, after another; and letting go of one that never ran."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from app.actions.changes import Changes
from app.actions.concessions import CHANGED
from app.actions.contract_fields import FIELDS, check_contract, checked_fields, taken_over
from app.domain.accession_states import MEMBER
from app.domain.accessions import Accession, AccessionId, Choice, RequestedService
from app.domain.concessions import (
    MILESTONES,
    BudgetLine,
    ClosingItem,
    Concession,
    Contact,
    ContractId,
    ContractPaper,
    ContractStepTaken,
    Guarantee,
    Milestone,
    ServiceContract,
)
from app.domain.contract_changes import ContractChange
from app.domain.contract_states import COMING, ContractState
from app.domain.fees import Fee, FeeReading, FeeSuspension
from app.domain.funding import Status
from app.domain.invoices import Invoice, InvoiceMatch, Payment
from app.domain.service_levels import Indicator, Reading
from app.errors import UserError
from app.store import Session, Store, accessions, funding, rows
from app.text.contract_words import period_to_check

_EMPTY: dict[str, Any] = {
    **dict.fromkeys(FIELDS, ""),
    **dict.fromkeys(("concession_id", "accession_id", "signed_on", "starts_on", "ends_on", "determination_on")),
    **dict.fromkeys(("value", "dpa_on", "cloud_until", "completed_on", "funded_until", "paid_on")),
    "is_funded": False,
}
_OF_ITS_OWN = (
    *("cig", "cup", "reference", "signed_on", "starts_on", "ends_on", "determination", "determination_on", "value"),
    *("dpa", "dpa_on", "completed_on", "asseveration", "funded_until", "is_funded", "paid_on", "note"),
)
"""What belongs to one contract alone, and is not carried over to another."""
_HOLDS: tuple[type[Any], ...] = (Invoice, Payment, BudgetLine)
_GOES_WITH: tuple[type[Any], ...] = (
    *(Milestone, ContractStepTaken, Contact, Guarantee, ContractPaper, ClosingItem, ContractChange),
    *(Fee, FeeSuspension, Indicator),
)


def open_contract(store: Store, title: str, **fields: Any) -> tuple[ContractId, Changes]:  # noqa: ANN401 - FIELDS
    """Write down a contract, requested, with its plan; what is not told is taken over from its concession."""
    values = {**_EMPTY, **checked_fields({"title": title, **fields})}
    with store.write("contract.opened", name=title) as session:
        check_contract(session, values)
        values |= taken_over(session, values)
        added = _add(session, values, [(key, "") for key in MILESTONES])
    return added, CHANGED


def open_from_accession(
    store: Store, accession_id: AccessionId, codes: Sequence[str] = ()
) -> tuple[tuple[ContractId, ...], Changes]:
    """Write down a contract for each service of an active membership: CUP, CIG, costs with their act, term.

    A membership that began before today does not say when the service does: the start is left to be typed, so that
    nothing is due of years without it.
    Without codes, for each that was asked for, was not refused and has none yet.
    UserError `contract.accession_not_active`, `contract.not_requested`, `contract.already_open`.
    """
    with store.read() as session:
        accession = accessions.read_accession(session, accession_id)
    with store.write("contract.opened_from_accession", centre=accession.centre_name) as session:
        if accession.state not in MEMBER:
            raise UserError("contract.accession_not_active", centre=accession.centre_name)
        today = store.today()
        opened = [_open_service(session, accession, one, today) for one in _services(session, accession, codes)]
    return tuple(opened), CHANGED


def duplicate_contract(store: Store, contract_id: ContractId, title: str = "") -> tuple[ContractId, Changes]:
    """A new requested contract with the supplier, the people and the plan of another, without its codes and days."""
    with store.read() as session:
        contract = rows.read(session, ServiceContract, contract_id)
    kept = {name: getattr(contract, name) for name in FIELDS if name not in _OF_ITS_OWN}
    with store.write("contract.duplicated", name=contract.title) as session:
        plan = sorted(rows.every(session, Milestone, contract_id=contract_id), key=lambda one: one.position)
        values = {**_EMPTY, **kept, "title": title or contract.title}
        added = _add(session, values, [(one.key, one.title) for one in plan])
        for contact in rows.every(session, Contact, contract_id=contract_id):
            told = {name: getattr(contact, name) for name in ("role", "name", "email", "phone")}
            mandate = {name: getattr(contact, name) for name in ("mandate", "since", "until")}
            rows.add(session, Contact, contract_id=added, **told, **mandate)
    return added, CHANGED


def remove_contract(store: Store, contract_id: ContractId) -> Changes:
    """Take out a contract that never ran, with its plan, people, fees and indicators.

    UserError `contract.has_run`, `contract.in_use` while an invoice, a payment or a budget line hangs on it.
    """
    with store.read() as session:
        contract = rows.read(session, ServiceContract, contract_id)
    with store.write("contract.removed", name=contract.title) as session:
        if contract.state not in (*COMING, ContractState.REFUSED):
            raise UserError("contract.has_run", name=contract.title)
        if any(rows.every(session, kind, contract_id=contract_id) for kind in _HOLDS):
            raise UserError("contract.in_use", name=contract.title)
        for fee in rows.every(session, Fee, contract_id=contract_id):
            rows.remove_every(session, FeeReading, fee_id=fee.id)
            rows.remove_every(session, InvoiceMatch, fee_id=fee.id)
        for indicator in rows.every(session, Indicator, contract_id=contract_id):
            rows.remove_every(session, Reading, indicator_id=indicator.id)
        for kind in _GOES_WITH:
            rows.remove_every(session, kind, contract_id=contract_id)
        rows.remove(session, ServiceContract, contract_id)
    return CHANGED


def _add(session: Session, values: dict[str, Any], plan: Iterable[tuple[str, str]]) -> ContractId:
    added = ContractId(rows.add(session, ServiceContract, state=ContractState.REQUESTED, **values))
    for position, (key, title) in enumerate(plan):
        rows.add(session, Milestone, contract_id=added, position=position, key=key, title=title)
    return added


def _services(session: Session, accession: Accession, codes: Sequence[str]) -> list[RequestedService]:
    there = rows.every(session, ServiceContract, accession_id=accession.id)
    opened = {one.service_code: one.id for one in there if one.state is not ContractState.REFUSED}
    asked = {
        one.code: one
        for one in accessions.list_requested(session, accession.id)
        if one.choice is Choice.REQUESTED and one.answer != "refused"
    }
    if not codes:
        return [one for code, one in asked.items() if code not in opened]
    for code in codes:
        if code not in asked:
            raise UserError("contract.not_requested", code=code, centre=accession.centre_name)
        if code in opened:
            raise UserError("contract.already_open", code=code, id=opened[code])
    return [asked[code] for code in dict.fromkeys(codes)]


def _open_service(session: Session, accession: Accession, service: RequestedService, today: date) -> ContractId:
    behind = [one for one in rows.every(session, Concession, centre_code=accession.centre_code) if one.centre_code]
    concession = behind[0] if len(behind) == 1 else None
    values = {
        **_EMPTY,
        "accession_id": accession.id,
        "concession_id": concession.id if concession else None,
        "service_code": service.code,
        "title": service.name,
        "supplier": concession.concessionaire if concession else "",
        "supplier_vat": concession.concessionaire_vat if concession else "",
        "starts_on": accession.starts_on if accession.starts_on and accession.starts_on >= today else None,
        "ends_on": accession.ends_on,
        "cup": service.cup,
        "cig": service.cig,
        "is_funded": _is_funded(session, service.cup),
        "note": service.note,
    }
    added = _add(session, values, [(key, "") for key in MILESTONES])
    _add_costs(session, added, service)
    return added


def _is_funded(session: Session, cup: str) -> bool:
    """Whether a project of the open data, all of which PNRR pays, has the CUP."""
    projects = funding.list_projects(session)
    return bool(cup) and any(one.cup == cup and one.status is not Status.RENOUNCED for one in projects)


def _add_costs(session: Session, contract_id: ContractId, service: RequestedService) -> None:
    """The figures of the request with the act that gives them; how they are parted in the year is to be checked."""
    costs = (("canone_fisso", "yearly", service.yearly), ("progetto", "once", service.once))
    for position, (model, period, amount) in enumerate(cost for cost in costs if cost[2] is not None):
        rows.add(
            session,
            Fee,
            contract_id=contract_id,
            position=position,
            model=model,
            title=service.name,
            amount=amount,
            period=period,
            pro_rata="days",
            index_rounding="half_up",
            index_threshold_kind="whole",
            source=service.cost_source,
            note=period_to_check() if period == "yearly" else "",
        )
