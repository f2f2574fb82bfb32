# SPDX-License-Identifier: EUPL-1.2
"""Recording that a contract moved on: activation, acceptance, go-live, suspension, end."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.actions.changes import Changes
from app.actions.concessions import CHANGED
from app.actions.contract_cases import Around
from app.actions.contract_parts import write_closing_list
from app.actions.fee_stops import go_on_from, stop_fees
from app.domain.concessions import ContractId, ContractStepTaken, Milestone, ServiceContract
from app.domain.contract_states import ContractState, ContractStep, ContractWay, contract_way
from app.domain.documents import DocumentId
from app.errors import UserError
from app.store import Session, Store, documents, rows

NO_MINUTES = "acceptance.no_minutes"
NOT_ACTIVE = "prerequisite.not_active"
MUST_GO_ON = "maintenance.must_go_on"
_REACHED = {ContractStep.PASS_ACCEPTANCE: "acceptance", ContractStep.GO_LIVE: "go_live"}
"""The point of the plan that a step reaches."""


@dataclass(frozen=True, slots=True)
class _Form:
    """What was typed for a step."""

    on: date
    number: str
    reason: str
    document_id: DocumentId | None
    overridden: tuple[str, ...]
    with_fee: bool


def take_contract_step(  # noqa: PLR0913 - what a clerk types for a step
    store: Store,
    contract_id: ContractId,
    step: ContractStep,
    on: date,
    number: str = "",
    reason: str = "",
    document_id: DocumentId | None = None,
    overridden: Iterable[str] = (),
    *,
    with_fee: bool = False,
) -> Changes:
    """Record a step; `overridden` names the stops that are set aside for `reason`.

    `with_fee`: what is due stops with the service from that day, or goes on with it; by itself it does neither.

    Stops: `acceptance.no_minutes`, `prerequisite.not_active`, and `maintenance.must_go_on` before the end is begun (all
    may be set aside); for the end itself the five years of PNRR may not.
    A funded service that never went live and was never paid ends with its renunciation as reason.
    UserError `contract.*` where the step is not open from here, lacks its reason, comes before the last or after today.
    """
    form = _Form(on, number.strip(), reason.strip(), document_id, tuple(overridden), with_fee)
    with store.read() as session:
        contract = rows.read(session, ServiceContract, contract_id)
    with store.write(f"contract.step_{step.value}", name=contract.title) as session:
        around = Around.read(session, store.today())
        contract = rows.read(session, ServiceContract, contract_id)
        way = contract_way(contract.state, step)
        _check_form(session, contract, form, around.today, needs_reason=way.needs_reason)
        form = _set_aside(session, around, contract, step, form)
        _check_ground(session, around, contract, step, form)
        _write(store, session, contract, way, form)
        _follow(session, contract, step, form)
    return CHANGED


def stops_of(around: Around, contract: ServiceContract, step: ContractStep, minutes: bool) -> tuple[str, ...]:  # noqa: FBT001 - there or not
    """The codes of what stands against a step and may be set aside with a reason."""
    found = []
    if step is ContractStep.PASS_ACCEPTANCE and not minutes:
        found.append(NO_MINUTES)
    if step is ContractStep.GO_LIVE and any(not one.is_active for one in around.prerequisites_of(contract)):
        found.append(NOT_ACTIVE)
    return tuple(found)


def _write(store: Store, session: Session, contract: ServiceContract, way: ContractWay, form: _Form) -> None:
    target = _before_closing(session, contract) if way.step is ContractStep.GIVE_UP_CLOSING else way.target
    rows.add(
        session,
        ContractStepTaken,
        contract_id=contract.id,
        step=way.step,
        from_state=contract.state,
        to_state=target,
        on=form.on,
        number=form.number,
        reason=form.reason,
        document_id=form.document_id,
        overridden=form.overridden,
        at=store.now(),
    )
    rows.change(session, ServiceContract, contract.id, None, state=target)


def _before_closing(session: Session, contract: ServiceContract) -> ContractState:
    """Where the contract stood: a service that never went live does not go live because its end is given up."""
    taken = rows.every(session, ContractStepTaken, contract_id=contract.id)
    stood = (one.from_state for one in reversed(taken) if one.step is ContractStep.BEGIN_CLOSING)
    return next(stood, ContractState.ACTIVE)


def _check_form(session: Session, contract: ServiceContract, form: _Form, today: date, *, needs_reason: bool) -> None:
    if needs_reason and not form.reason:
        raise UserError("contract.reason_missing")
    if form.document_id is not None:
        documents.read_document(session, form.document_id)
    if form.on > today:
        raise UserError("contract.step_in_future", on=form.on)
    taken = rows.every(session, ContractStepTaken, contract_id=contract.id)
    if taken and form.on < taken[-1].on:
        raise UserError("contract.step_before_last", on=form.on, last_on=taken[-1].on)


def _set_aside(session: Session, around: Around, contract: ServiceContract, step: ContractStep, form: _Form) -> _Form:
    """Keep of what is set aside only what stands against the step: minutes that came meanwhile ask for no reason."""
    stops = _stops(session, around, contract, step, form)
    overridden = tuple(code for code in form.overridden if code in stops)
    if overridden and not form.reason:
        raise UserError("contract.override_without_reason")
    return replace(form, overridden=overridden)


def _stops(
    session: Session, around: Around, contract: ServiceContract, step: ContractStep, form: _Form
) -> tuple[str, ...]:
    has_minutes = form.document_id is not None or _minutes_of(session, contract) is not None
    stops = stops_of(around, contract, step, has_minutes)
    if step is ContractStep.BEGIN_CLOSING and _kept_until(around, contract, form.on):
        stops += (MUST_GO_ON,)
    return stops


def _check_ground(session: Session, around: Around, contract: ServiceContract, step: ContractStep, form: _Form) -> None:
    left = [code for code in _stops(session, around, contract, step, form) if code not in form.overridden]
    if NO_MINUTES in left:
        raise UserError("contract.no_minutes")
    if NOT_ACTIVE in left:
        codes = (one.code for one in around.prerequisites_of(contract) if not one.is_active)
        raise UserError("contract.prerequisite_not_active", codes=", ".join(codes))
    if MUST_GO_ON in left:
        raise UserError("contract.closing_too_early", until=_kept_until(around, contract, form.on))
    if step is ContractStep.CEASE and contract.is_funded and not _goes_on(around, contract):
        until = around.maintenance_of(contract)
        if until is None and not _was_live(session, contract):
            if not form.reason:
                raise UserError("contract.renunciation_needs_reason")
            return
        if until is None:
            raise UserError("contract.maintenance_unknown")
        if form.on < until:
            raise UserError("contract.maintenance_running", until=until)


def _kept_until(around: Around, contract: ServiceContract, on: date) -> date | None:
    """The day before which what PNRR paid may not end, where it is still to come on a day; else None."""
    until = around.maintenance_of(contract)
    return until if until is not None and on < until and not _goes_on(around, contract) else None


def _goes_on(around: Around, contract: ServiceContract) -> bool:
    """Whether the service itself goes on under another contract: what must be kept is the service."""
    return bool(contract.service_code) and any(
        one.id != contract.id and one.service_code == contract.service_code and one.state is ContractState.ACTIVE
        for one in around.contracts
    )


def _was_live(session: Session, contract: ServiceContract) -> bool:
    """Whether it ever ran: of what never did, and was never paid, nothing is to be kept."""
    taken = rows.every(session, ContractStepTaken, contract_id=contract.id)
    return any(one.step is ContractStep.GO_LIVE for one in taken)


def _minutes_of(session: Session, contract: ServiceContract) -> DocumentId | None:
    plan = rows.every(session, Milestone, contract_id=contract.id, key="acceptance")
    return next((one.document_id for one in plan if one.document_id is not None), None)


def _follow(session: Session, contract: ServiceContract, step: ContractStep, form: _Form) -> None:
    """What a step settles besides: its point of the plan, the fee, the list of the end."""
    if step in _REACHED:
        for point in rows.every(session, Milestone, contract_id=contract.id, key=_REACHED[step]):
            kept: dict[str, Any] = {"done_on": point.done_on or form.on}
            if form.document_id is not None and point.document_id is None:
                kept["document_id"] = form.document_id
            rows.change(session, Milestone, point.id, None, **kept)
    if step is ContractStep.SUSPEND and form.with_fee:
        stop_fees(session, contract.id, form.on, None, form.reason)
    if step is ContractStep.RESUME and form.with_fee:
        go_on_from(session, contract.id, form.on)
    if step is ContractStep.BEGIN_CLOSING:
        write_closing_list(session, contract.id)
