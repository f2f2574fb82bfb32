# SPDX-License-Identifier: EUPL-1.2
"""Accessions to an aggregation centre: the procedure, its checklist, its services, the steps taken."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from app.domain.accession_states import Actor, Kind, State, Step
from app.domain.documents import DocumentId

AccessionId = NewType("AccessionId", int)
ItemId = NewType("ItemId", int)
RequestedServiceId = NewType("RequestedServiceId", int)
StepId = NewType("StepId", int)


@dataclass(frozen=True, slots=True)
class Accession:
    """One procedure towards a centre; once active it is the membership with its own clock."""

    id: AccessionId
    reference: str  # 32 hexadecimal digits, random: what an answer of the centre must name
    kind: Kind
    of_accession_id: AccessionId | None  # the membership that is renewed or left
    centre_code: str
    centre_name: str
    lead_authority: str
    centre_pec: str
    state: State
    revision: int  # 1 for the first request; one more with each correction after the signature
    opened_on: date
    body: str  # "council" or "executive": which one deliberates
    body_reason: str
    signer_name: str
    signer_role: str
    signer_fiscal_code: str
    signer_is_delegate: bool
    contact_name: str
    contact_email: str
    contact_phone: str
    purpose: str
    consultation: str
    financial_relations: str
    obligations: str
    starts_on: date | None
    ends_on: date | None
    answer_days: int | None  # None: the 30 of the law
    notice_months: int | None
    notice_days: int | None
    renewal_months: int | None
    terms_source: str
    package_sha256: str
    answer_sequence: int
    note: str
    version: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A document that a line of the checklist asks for."""

    kind: str  # a key of DOCUMENT_KINDS
    title: str
    title_en: str
    formats: tuple[str, ...]  # endings that are taken, without the dot
    is_required: bool
    draft: str = ""  # the draft of ours that fills it, or ""
    is_signed: bool = False  # the signed copy of what we gave out is asked for


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One line of the checklist as the store keeps it; its state is worked out by `domain.checklist`."""

    id: ItemId
    accession_id: AccessionId
    position: int
    key: str
    title: str
    title_en: str
    actor: Actor
    law: str
    why: str
    why_en: str
    act_kind: str  # the act that it brings into the register, or ""
    slots: tuple[Slot, ...]
    is_custom: bool
    due_on: date | None  # the clerk's day in place of the computed one
    due_reason: str
    skipped_reason: str
    done_on: date | None
    note: str
    version: int


class Choice(StrEnum):
    """What we say of a service in a request."""

    REQUESTED = "requested"
    DECLINED = "declined"  # though a requested one needs it; the reason is kept
    ALREADY = "already"  # we have it from elsewhere; the reason says from where


@dataclass(frozen=True, slots=True)
class RequestedService:
    """A service of a request; amounts in euro, None where the clerk typed none from the act."""

    id: RequestedServiceId
    accession_id: AccessionId
    code: str
    name: str
    choice: Choice
    reason: str
    quantity: int | None
    unit: str
    cup: str
    cig: str
    once: Decimal | None
    yearly: Decimal | None
    cost_source: str
    answer: str  # of the centre: "", "accepted", "refused"
    note: str
    version: int

    @property
    def stated(self) -> list[str]:
        """What a signed request says of it, as JSON keeps it: code, quantity with its unit, CUP."""
        return [self.code, f"{self.quantity} {self.unit}".strip() if self.quantity else "", self.cup]


@dataclass(frozen=True, slots=True)
class StepTaken:
    """One change of state that was recorded."""

    id: StepId
    accession_id: AccessionId
    step: Step
    from_state: State
    to_state: State
    on: date
    number: str
    number_on: date | None
    reason: str
    answer_by: date | None
    revision: int
    document_id: DocumentId | None
    overridden: tuple[str, ...]  # codes of the checks that were set aside for `reason`
    at: datetime  # UTC
