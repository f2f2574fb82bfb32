# SPDX-License-Identifier: EUPL-1.2
"""Service contracts (L2): what runs, what it hangs on, when it ends, what does not fit."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.actions.changes import Changes
from app.actions.concessions import PaperView
from app.domain.accessions import Accession, AccessionId
from app.domain.catalogue import Service
from app.domain.clocks import Clock, ClockEnd, LifeLine
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
from app.domain.contract_states import ContractWay
from app.domain.contract_warnings import ContractWarning
from app.domain.fees import Instalment
from app.domain.funding import Project
from app.store import Store

FIELDS = (
    *("concession_id", "accession_id", "service_code", "title", "supplier", "supplier_vat", "reference", "signed_on"),
    *("starts_on", "ends_on", "cig", "cup", "iban", "office_code", "determination", "determination_on", "value"),
    *("spending", "chapter", "account", "dpa", "dpa_on", "cloud_level", "cloud_id", "cloud_until", "completed_on"),
    *("asseveration", "funded_until", "is_funded", "paid_on", "note"),
)
"""What a clerk may type into a contract; its state is the outcome of steps."""


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
class Prerequisite:
    """A service that must be active before this one goes live."""

    code: str
    name: str
    is_active: bool
    why: str  # "contract", "already" (had from elsewhere), or "" where it is not active
    contract_id: ContractId | None


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


def survey_contracts(store: Store) -> list[ContractRow]:
    """Every contract with its clocks, its warnings and what is due next, in the order in which they were written."""
    raise NotImplementedError


def show_contract(store: Store, contract_id: ContractId) -> ContractView:
    """One contract with what hangs on it."""
    raise NotImplementedError


def open_contract(store: Store, title: str, **fields: Any) -> tuple[ContractId, Changes]:  # noqa: ANN401 - FIELDS
    """Write down a contract, requested, with its plan of activation."""
    raise NotImplementedError


def open_from_accession(
    store: Store, accession_id: AccessionId, codes: tuple[str, ...]
) -> tuple[tuple[ContractId, ...], Changes]:
    """Write down a contract for each service of an active membership, with its CUP, CIG, costs' source and term."""
    raise NotImplementedError


def correct_contract(store: Store, contract_id: ContractId, seen: int, **fields: Any) -> Changes:  # noqa: ANN401 - FIELDS
    """Save fields as they are typed; Stale when it changed since version `seen`."""
    raise NotImplementedError


def duplicate_contract(store: Store, contract_id: ContractId, title: str = "") -> tuple[ContractId, Changes]:
    """A new requested contract with the people, plan and terms of another, without its codes, acts and days."""
    raise NotImplementedError


def remove_contract(store: Store, contract_id: ContractId) -> Changes:
    """Take out a contract that was never activated and on which no money or document hangs."""
    raise NotImplementedError
