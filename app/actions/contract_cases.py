# SPDX-License-Identifier: EUPL-1.2
"""Gathering all that the rules read about contracts and concessions, what they share once."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from app.domain.accession_dates import concession_end
from app.domain.accession_states import MEMBER, Kind, State, Step
from app.domain.accessions import Accession, AccessionId, Choice
from app.domain.budget import MoneyCase, is_uncommitted, reckon, total_of
from app.domain.catalogue import Centre, Service, is_paid_by
from app.domain.clocks import Clock, Layer
from app.domain.concessions import (
    BudgetLine,
    Concession,
    ConcessionId,
    Contact,
    ContractId,
    Guarantee,
    ServiceContract,
)
from app.domain.contract_changes import ContractChange
from app.domain.contract_states import RUNNING, ContractState
from app.domain.contract_warnings import ContractFacts
from app.domain.fee_stops import fee_goes_on
from app.domain.fees import FeeSuspension, Instalment
from app.domain.funding import Project, Status
from app.domain.level_stages import is_to_contest
from app.domain.maintenance import maintenance_until
from app.domain.service_levels import Indicator, Reading
from app.store import Session, rows
from app.store import accessions as accession_statements
from app.store import catalogue as catalogue_statements
from app.store import funding as funding_statements

_HAD = (State.CEASED, State.EXPIRED)
_WORKS = (ContractState.ACTIVE, ContractState.CLOSING)


class _Part(Protocol):
    """A row that hangs on a contract or on a concession."""

    @property
    def contract_id(self) -> ContractId | None:
        """Its contract, or None."""

    @property
    def concession_id(self) -> ConcessionId | None:
        """Its concession, or None."""


P = TypeVar("P", bound=_Part)


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """A service that must be active before this one goes live."""

    code: str
    name: str
    is_active: bool
    why: str  # "contract", "already" (had from elsewhere), or "" where it is not active
    contract_id: ContractId | None


@dataclass(frozen=True, slots=True)
class Around:
    """What all contracts share."""

    today: date
    contracts: tuple[ServiceContract, ...]
    concessions: Mapping[ConcessionId, Concession]
    accessions: tuple[Accession, ...]
    ceased: Mapping[AccessionId, date]
    services: Mapping[str, Service]
    centres: Mapping[str, Centre]
    projects: tuple[Project, ...]
    already: frozenset[str]  # services that we have from elsewhere
    guarantees: tuple[Guarantee, ...]
    contacts: tuple[Contact, ...]
    changes: tuple[ContractChange, ...]
    budget: tuple[BudgetLine, ...]
    suspensions: tuple[FeeSuspension, ...]  # of what is due
    to_contest: Mapping[ContractId, int]  # breaches of which nothing was done

    @classmethod
    def read(cls, session: Session, today: date) -> "Around":
        """Read it all once."""
        accessions = accession_statements.list_accessions(session)
        requested = [one for here in accessions for one in accession_statements.list_requested(session, here.id)]
        return cls(
            today=today,
            contracts=tuple(rows.every(session, ServiceContract)),
            concessions={one.id: one for one in rows.every(session, Concession)},
            accessions=tuple(accessions),
            ceased={here.id: on for here in accessions if (on := _ceased_on(session, here))},
            services={one.code: one for one in catalogue_statements.list_services(session)},
            centres={one.code: one for one in catalogue_statements.list_centres(session)},
            projects=tuple(funding_statements.list_projects(session)),
            already=frozenset(one.code for one in requested if one.choice is Choice.ALREADY),
            guarantees=tuple(rows.every(session, Guarantee)),
            contacts=tuple(rows.every(session, Contact)),
            changes=tuple(rows.every(session, ContractChange)),
            budget=tuple(rows.every(session, BudgetLine)),
            suspensions=tuple(rows.every(session, FeeSuspension)),
            to_contest=_to_contest(session),
        )

    def concession_of(self, contract: ServiceContract) -> Concession | None:
        """The concession behind a contract, where one was written down."""
        return self.concessions.get(contract.concession_id) if contract.concession_id is not None else None

    def membership_of(self, contract: ServiceContract) -> Accession | None:
        """The membership that a contract hangs on, as it was last renewed."""
        found = next((one for one in self.accessions if one.id == contract.accession_id), None)
        while found and (renewed := self._renewal_of(found)):
            found = renewed
        return found

    def _renewal_of(self, accession: Accession) -> Accession | None:
        renewals = (
            one
            for one in self.accessions
            if one.kind is Kind.RENEWAL and one.of_accession_id == accession.id and one.state in (*MEMBER, *_HAD)
        )
        return max(renewals, key=lambda one: one.id, default=None)

    def clocks_of(self, contract: ServiceContract) -> tuple[Clock, ...]:
        """The clocks that a contract has, that of the concession first."""
        membership, concession = self.membership_of(contract), self.concession_of(contract)
        clocks = [concession_clock(concession)] if concession else self._clock_behind(membership)
        if membership:
            clocks.append(Clock(Layer.L1, membership.centre_name, membership.starts_on, self._end_of(membership)))
        clocks.append(Clock(Layer.L2, contract.title, contract.starts_on, contract.ends_on))
        return tuple(clocks)

    def _clock_behind(self, membership: Accession | None) -> list[Clock]:
        """The end of the concession behind a centre, as its card tells it."""
        centre = self.centres.get(membership.centre_code) if membership else None
        ends_on = concession_end(centre)
        return [Clock(Layer.L0, centre.name, None, ends_on)] if centre and ends_on else []

    def _end_of(self, membership: Accession) -> date | None:
        """The end that was agreed, or the day on which the membership ceased before it."""
        days = [day for day in (membership.ends_on, self.ceased.get(membership.id)) if day]
        return min(days, default=None)

    def project_of(self, contract: ServiceContract) -> Project | None:
        """The project that pays a contract, by its CUP."""
        return next((one for one in self.projects if contract.cup and one.cup == contract.cup), None)

    def maintenance_of(self, contract: ServiceContract) -> date | None:
        """Until when a PNRR-funded service must go on; None for others, and while no payment is known."""
        if not contract.is_funded:
            return None
        project = self.project_of(contract)
        told = project.status_on if project and project.status is Status.PAID else None
        return maintenance_until(contract.paid_on or told)

    def prerequisites_of(self, contract: ServiceContract) -> tuple[Prerequisite, ...]:
        """What the service of a contract needs first, and whether it runs."""
        service = self.services.get(contract.service_code)
        return tuple(self._prerequisite(code) for code in service.prerequisites) if service else ()

    def _prerequisite(self, code: str) -> Prerequisite:
        service = self.services.get(code)
        name = service.name if service else code
        running = next((one for one in self.contracts if one.service_code == code and one.state in _WORKS), None)
        if running:
            return Prerequisite(code, name, is_active=True, why="contract", contract_id=running.id)
        has_it = code in self.already
        return Prerequisite(code, name, is_active=has_it, why="already" if has_it else "", contract_id=None)

    def facts_of(self, contract: ServiceContract, instalments: Iterable[Instalment]) -> ContractFacts:
        """All that the rules of the warnings look at."""
        lines, due = of_contract(self.budget, contract.id), tuple(instalments)
        changes = of_contract(self.changes, contract.id)
        stops = [one for one in self.suspensions if one.contract_id == contract.id]
        return ContractFacts(
            contract=contract,
            concession=self.concession_of(contract),
            clocks=self.clocks_of(contract),
            guarantees=tuple(of_contract(self.guarantees, contract.id)),
            contacts=tuple(of_contract(self.contacts, contract.id)),
            changes=tuple(changes),
            funded_cups=self._funded_cups(contract),
            maintenance_until=self.maintenance_of(contract),
            not_active=tuple(one.code for one in self.prerequisites_of(contract) if not one.is_active),
            uncommitted_year=self.uncommitted(lines, due) if contract.state in RUNNING else None,
            today=self.today,
            fee_goes_on=fee_goes_on(contract.state, changes, stops, due, self.today),
            fee_is_stopped=any(one.ends_on is None for one in stops),
            to_contest=self.to_contest.get(contract.id, 0),
        )

    def _funded_cups(self, contract: ServiceContract) -> tuple[str, ...]:
        service = self.services.get(contract.service_code)
        projects = (one for one in self.projects if service and one.status is not Status.RENOUNCED and one.cup)
        return tuple(
            dict.fromkeys(one.cup for one in projects if service and is_paid_by(service, one.measure, one.call))
        )

    def uncommitted(self, lines: Iterable[BudgetLine], instalments: Iterable[Instalment]) -> int | None:
        """The running year where something is due in it and nothing is committed."""
        case = MoneyCase(lines=tuple(lines), instalments=tuple(instalments))
        year = self.today.year
        return year if is_uncommitted(total_of(reckon(case), year)) else None


def _to_contest(session: Session) -> dict[ContractId, int]:
    indicators = {one.id: one for one in rows.every(session, Indicator)}
    readings = ((indicators[one.indicator_id], one) for one in rows.every(session, Reading))
    return dict(Counter(indicator.contract_id for indicator, one in readings if is_to_contest(indicator, one)))


def concession_clock(concession: Concession) -> Clock:
    """The clock of a concession."""
    return Clock(Layer.L0, concession.title, concession.starts_on, concession.ends_on)


def of_contract(parts: Iterable[P], contract_id: ContractId) -> list[P]:
    """Those that hang on a contract."""
    return [one for one in parts if one.contract_id == contract_id]


def of_concession(parts: Iterable[P], concession_id: ConcessionId) -> list[P]:
    """Those that hang on a concession."""
    return [one for one in parts if one.concession_id == concession_id]


def instalments_of(session: Session, contract: ServiceContract, today: date) -> tuple[Instalment, ...]:
    """What is due of a contract until the end of the next year; nothing of a service that was refused."""
    from app.actions.fees import schedule_in

    if contract.state is ContractState.REFUSED:
        return ()
    return schedule_in(session, contract.id, date(today.year + 1, 12, 31))


def _ceased_on(session: Session, accession: Accession) -> date | None:
    if accession.state is not State.CEASED:
        return None
    steps = accession_statements.list_steps(session, accession.id)
    return next((taken.on for taken in reversed(steps) if taken.step is Step.CEASE), None)
