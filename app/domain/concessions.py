# SPDX-License-Identifier: EUPL-1.2
"""Concessions (L0) and service contracts (L2) with what hangs on them; the membership (L1) is an `Accession`."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import NewType

from app.domain.accessions import AccessionId
from app.domain.contract_states import ContractState, ContractStep
from app.domain.documents import DocumentId

ConcessionId = NewType("ConcessionId", int)
ContractId = NewType("ContractId", int)


@dataclass(frozen=True, slots=True)
class Owner:
    """What a part hangs on: a concession or a contract, one of the two."""

    concession_id: ConcessionId | None = None
    contract_id: ContractId | None = None

    def __post_init__(self) -> None:
        """Refuse a part of both or of neither; a bug, not a mistake of the clerk."""
        if (self.concession_id is None) == (self.contract_id is None):
            raise ValueError("a concession or a contract, one of the two")

    @property
    def columns(self) -> dict[str, int | None]:
        """Both columns, as a row of the part holds them."""
        return {"concession_id": self.concession_id, "contract_id": self.contract_id}


CONCESSION_KINDS = ("service_concession", "project_financing", "public_lighting", "framework", "other")
"""What stands behind a contract; a framework is an accordo quadro or a convenzione of a purchasing body."""
REGIMES = ("50/2016", "36/2023", "36/2023+209/2024")
"""The code under which it was awarded: D.Lgs. 50/2016, 36/2023 before or after D.Lgs. 209/2024 (concessions.md 1.1)."""
CONCESSION_STATES = ("SOTT", "IN_ESEC", "CONCL", "COLL")
"""statoContratto of ANAC: signed, running, concluded, accepted (concessions.md 1.7)."""
GUARANTEE_KINDS = ("bond", "insurance")
CONTACT_ROLES = ("rup", "dec", "referent", "helpdesk", "supplier", "dpo", "rtd", "other")
"""People of a contract; those with a mandate have its first and last day (concessions.md 7.1 n. 22)."""
SPENDINGS = ("purchase", "transfer")
"""A fee to the concessionaire is a purchase, a quota to the lead authority a transfer (concessions.md 4.6)."""
MILESTONES = ("kick_off", "configuration", "training", "acceptance", "go_live")
"""The plan of an activation (concessions.md 4.2)."""
ASSEVERATIONS = ("", "positive", "partly_positive", "negative")
"""Outcome of the check of a PNRR completion (concessions.md 4.2)."""
CLOSING_ITEMS = (
    *("exit_plan", "data_export", "handover", "accounts", "preservation", "dpa_closure", "guarantees", "final_report"),
)
"""What the end of a contract asks for (concessions.md 4.6 "Expiry")."""


@dataclass(frozen=True, slots=True)
class Concession:
    """L0: between a granting authority and the concessionaire; the comune's own has no centre."""

    id: ConcessionId
    centre_code: str  # "": the comune's own
    is_ours: bool  # the comune is the granting authority
    kind: str  # a key of CONCESSION_KINDS
    title: str
    regime: str  # a key of REGIMES, or ""
    state: str  # a key of CONCESSION_STATES
    granting_authority: str
    concessionaire: str
    concessionaire_vat: str
    project_company: str
    parent_cig: str
    cup: str
    signed_on: date | None
    starts_on: date | None
    ends_on: date | None
    value: Decimal | None  # initial, in euro
    may_be_extended: bool  # only where the clerk found it in the contract: art. 178 c. 5 says no
    reported_on: date | None  # communication to the PPP portal of RGS
    publication: str  # address of the record in BDNCP or of Amministrazione trasparente
    source: str  # the act or page from which this was typed
    note: str
    version: int


@dataclass(frozen=True, slots=True)
class ServiceContract:
    """L2: contratto esecutivo or ordinativo for one service; amounts in euro."""

    id: ContractId
    concession_id: ConcessionId | None
    accession_id: AccessionId | None
    service_code: str
    title: str
    state: ContractState
    supplier: str
    supplier_vat: str
    reference: str  # number of the contract, that an invoice must name
    signed_on: date | None
    starts_on: date | None
    ends_on: date | None
    cig: str  # derived, of this contract
    cup: str
    iban: str  # account declared under L. 136/2010
    office_code: str  # codice univoco ufficio to which invoices must come
    determination: str  # number of the determina di impegno
    determination_on: date | None
    value: Decimal | None  # initial, in euro
    spending: str  # a key of SPENDINGS, or "" while nobody was asked
    chapter: str
    account: str  # piano dei conti, for example U.1.03.02.19
    dpa: str  # reference of the agreement under art. 28 GDPR
    dpa_on: date | None
    cloud_level: str  # ACN qualification
    cloud_id: str
    cloud_until: date | None
    completed_on: date | None  # PNRR completion
    asseveration: str
    funded_until: date | None  # last day paid by the lump sum: from then on the fee is on the budget
    is_funded: bool  # paid by PNRR: it may not be closed before its five years are over
    paid_on: date | None  # disbursement of the lump sum, where the open data do not tell it
    note: str
    version: int


@dataclass(frozen=True, slots=True)
class Milestone:
    """One point of the plan of an activation."""

    id: int
    contract_id: ContractId
    position: int
    key: str  # of MILESTONES, or "" for one that the clerk added
    title: str
    planned_on: date | None
    done_on: date | None
    document_id: DocumentId | None  # for the acceptance: its minutes
    note: str
    version: int


@dataclass(frozen=True, slots=True)
class ContractStepTaken:
    """One change of state that was recorded."""

    id: int
    contract_id: ContractId
    step: ContractStep
    from_state: ContractState
    to_state: ContractState
    on: date
    number: str
    reason: str
    document_id: DocumentId | None
    overridden: tuple[str, ...]  # codes of the checks set aside for `reason`
    at: datetime  # UTC


@dataclass(frozen=True, slots=True)
class Contact:
    """Someone of a contract or of a concession, with the mandate."""

    id: int
    concession_id: ConcessionId | None
    contract_id: ContractId | None
    role: str  # a key of CONTACT_ROLES
    name: str
    email: str
    phone: str
    mandate: str  # the act that gave it
    since: date | None
    until: date | None
    version: int


@dataclass(frozen=True, slots=True)
class Guarantee:
    """A bond or an insurance."""

    id: int
    concession_id: ConcessionId | None
    contract_id: ContractId | None
    kind: str  # a key of GUARANTEE_KINDS
    issuer: str
    number: str
    amount: Decimal | None
    starts_on: date | None
    ends_on: date | None
    released_on: date | None
    document_id: DocumentId | None
    note: str
    version: int


@dataclass(frozen=True, slots=True)
class ContractPaper:
    """A document of the register that belongs to a contract or to a concession."""

    id: int
    document_id: DocumentId
    concession_id: ConcessionId | None
    contract_id: ContractId | None
    role: str  # for example "contract", "dpa", "acceptance", "contestation"


@dataclass(frozen=True, slots=True)
class ClosingItem:
    """One line of what the end of a contract asks for."""

    id: int
    contract_id: ContractId
    position: int
    key: str  # of CLOSING_ITEMS, or "" for one that the clerk added
    title: str
    done_on: date | None
    document_id: DocumentId | None
    skipped_reason: str
    note: str
    version: int


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """What is planned and committed for a year and a chapter; both in euro, gross."""

    id: int
    concession_id: ConcessionId | None
    contract_id: ContractId | None
    year: int
    chapter: str
    spending: str  # a key of SPENDINGS, or ""
    planned: Decimal | None
    committed: Decimal | None
    commitment: str  # number of the impegno
    committed_on: date | None
    act: str  # the determina
    note: str
    version: int
