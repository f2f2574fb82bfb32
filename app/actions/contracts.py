# SPDX-License-Identifier: EUPL-1.2
"""Service contracts (L2): what runs, what it hangs on, when it ends, what does not fit."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.actions.changes import Changes
from app.actions.concessions import CHANGED, PaperView, paper_views
from app.actions.contract_cases import Around, Prerequisite, instalments_of
from app.actions.contract_fields import FIELDS, check_contract, checked_fields, taken_over
from app.actions.contract_opening import duplicate_contract, open_contract, open_from_accession, remove_contract
from app.domain.accessions import Accession
from app.domain.catalogue import Service
from app.domain.clocks import Clock, ClockEnd, LifeLine, effective_end, life_line
from app.domain.concessions import (
    ClosingItem,
    Concession,
    Contact,
    ContractId,
    ContractStepTaken,
    Guarantee,
    Milestone,
    ServiceContract,
)
from app.domain.contract_changes import ContractChange
from app.domain.contract_gaps import gaps_of
from app.domain.contract_states import ContractWay, next_contract_steps
from app.domain.contract_warnings import ContractWarning, find_contract_warnings
from app.domain.fees import Fee, Instalment
from app.domain.funding import Project
from app.errors import UserError
from app.store import Store, rows

if TYPE_CHECKING:
    from app.actions.contract_summary import ContractSummary

__all__ = [
    "FIELDS",
    "ContractRow",
    "ContractView",
    "Prerequisite",
    "correct_contract",
    "duplicate_contract",
    "find_contract",
    "first_contract",
    "open_contract",
    "open_from_accession",
    "remove_contract",
    "show_contract",
    "survey_contracts",
]


@dataclass(frozen=True, slots=True)
class ContractRow:
    """A contract in a list."""

    contract: ServiceContract
    concession: Concession | None
    accession: Accession | None  # the membership that runs now, after its renewals
    clocks: tuple[Clock, ...]  # those that it has, L0 first
    effective_end: ClockEnd | None
    warnings: tuple[ContractWarning, ...]
    year_fee: Decimal | None  # gross, of the running year; None while something is missing
    next_due: Instalment | None


@dataclass(frozen=True, slots=True)
class ContractView:
    """All that the page of a contract shows."""

    contract: ServiceContract
    concession: Concession | None
    accession: Accession | None  # the membership that runs now, after its renewals
    service: Service | None
    project: Project | None  # that pays it, by its CUP
    milestones: tuple[Milestone, ...]
    steps: tuple[ContractStepTaken, ...]
    contacts: tuple[Contact, ...]
    guarantees: tuple[Guarantee, ...]
    papers: tuple[PaperView, ...]
    closing: tuple[ClosingItem, ...]
    changes: tuple[ContractChange, ...]
    prerequisites: tuple[Prerequisite, ...]
    clocks: tuple[Clock, ...]  # those that it has, L0 first
    life_line: LifeLine | None
    effective_end: ClockEnd | None
    warnings: tuple[ContractWarning, ...]
    ways: tuple[ContractWay, ...]
    maintenance_until: date | None  # of a PNRR-funded service, once its payment is known
    today: date
    fee_is_stopped: bool  # a suspension of what is due lasts
    gaps: tuple[str, ...] = ()  # of GAPS
    summary: "ContractSummary | None" = None  # of the parts, where it was asked for


def survey_contracts(store: Store) -> list[ContractRow]:
    """Every contract with its clocks, its warnings and what is due next, in the order in which they were written."""
    with store.read() as session:
        around = Around.read(session, store.today())
        return [_row(around, one, instalments_of(session, one, around.today)) for one in around.contracts]


def show_contract(store: Store, contract_id: ContractId) -> ContractView:
    """One contract with what hangs on it."""
    with store.read() as session:
        contract = rows.read(session, ServiceContract, contract_id)
        around = Around.read(session, store.today())
        milestones = rows.every(session, Milestone, contract_id=contract_id)
        steps = rows.every(session, ContractStepTaken, contract_id=contract_id)
        closing = rows.every(session, ClosingItem, contract_id=contract_id)
        papers = paper_views(session, contract_id=contract_id)
        instalments = instalments_of(session, contract, around.today)
        has_fee = bool(rows.every(session, Fee, contract_id=contract_id))
    facts = around.facts_of(contract, instalments)
    return ContractView(
        contract=contract,
        concession=facts.concession,
        accession=around.membership_of(contract),
        service=around.services.get(contract.service_code),
        project=around.project_of(contract),
        milestones=tuple(sorted(milestones, key=lambda one: one.position)),
        steps=tuple(steps),
        contacts=facts.contacts,
        guarantees=facts.guarantees,
        papers=papers,
        closing=tuple(sorted(closing, key=lambda one: one.position)),
        changes=facts.changes,
        prerequisites=around.prerequisites_of(contract),
        clocks=facts.clocks,
        life_line=life_line(facts.clocks, around.today),
        effective_end=effective_end(facts.clocks),
        warnings=find_contract_warnings(facts),
        ways=next_contract_steps(contract.state),
        maintenance_until=facts.maintenance_until,
        today=around.today,
        fee_is_stopped=facts.fee_is_stopped,
        gaps=gaps_of(contract, has_fee=has_fee, lacks_vat=any("vat" in one.missing for one in instalments)),
    )


def correct_contract(store: Store, contract_id: ContractId, seen: int, **fields: Any) -> Changes:  # noqa: ANN401 - FIELDS
    """Save fields as they are typed; Stale when it changed since version `seen`.

    Another concession fills what is still empty, as when a contract is opened.
    """
    values = checked_fields(fields)
    with store.read() as session:
        contract = rows.read(session, ServiceContract, contract_id)
        merged = {**{name: getattr(contract, name) for name in FIELDS}, **values}
        check_contract(session, merged)
        if merged["concession_id"] != contract.concession_id:
            values |= taken_over(session, merged)
    with store.write("contract.corrected", goes_on=True, name=contract.title) as session:
        rows.change(session, ServiceContract, contract_id, seen, **values)
    return CHANGED


def first_contract(store: Store) -> ContractId | None:
    """The one that was written first; None where there is none."""
    with store.read() as session:
        return next((one.id for one in rows.every(session, ServiceContract)), None)


def find_contract(store: Store, text: str) -> ContractId:
    """The contract that a word of the command line means: its number, or its CIG."""
    with store.read() as session:
        for one in rows.every(session, ServiceContract):
            if text == str(one.id) or (one.cig and text.upper() == one.cig):
                return one.id
    raise UserError("contract.unknown", id=text)


def _row(around: Around, contract: ServiceContract, instalments: tuple[Instalment, ...]) -> ContractRow:
    facts = around.facts_of(contract, instalments)
    return ContractRow(
        contract=contract,
        concession=facts.concession,
        accession=around.membership_of(contract),
        clocks=facts.clocks,
        effective_end=effective_end(facts.clocks),
        warnings=find_contract_warnings(facts),
        year_fee=fee_of_year(instalments, around.today.year),
        next_due=_next_due(instalments, around.today),
    )


def fee_of_year(instalments: tuple[Instalment, ...], year: int) -> Decimal | None:
    """All that is charged to a year; None where nothing is, or where an amount is missing: never zero for unknown."""
    amounts = [one.gross for one in instalments if one.year == year]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal("0.00")) if amounts and len(known) == len(amounts) else None


def _next_due(instalments: tuple[Instalment, ...], today: date) -> Instalment | None:
    coming = (one for one in instalments if one.due_on and one.due_on >= today and not one.is_free)
    return min(coming, key=lambda one: one.due_on or today, default=None)
