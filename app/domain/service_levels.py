# SPDX-License-Identifier: EUPL-1.2
"""Service levels: the indicators of a contract and what was read of them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NewType

from app.domain.concessions import ContractId
from app.domain.invoices import InvoiceId

IndicatorId = NewType("IndicatorId", int)
ReadingId = NewType("ReadingId", int)

DIRECTIONS = ("at_least", "at_most")
PENALTY_RULES = ("none", "fixed", "per_step", "percent", "percent_per_step")
"""An amount for each breach, for each step of the shortfall, or per cent of a base, likewise."""
PENALTY_BASES = ("period_fee", "year_fee", "contract_value")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One promise of a contract with its penalty, as the contract says it."""

    id: IndicatorId
    contract_id: ContractId
    position: int
    name: str
    formula: str
    unit: str
    direction: str  # a key of DIRECTIONS
    target: Decimal | None
    threshold: Decimal | None  # beyond it the penalty is due; None: beyond the target
    period: str  # a key of PERIODS
    starts_on: date | None
    ends_on: date | None
    penalty_rule: str  # a key of PENALTY_RULES
    penalty_amount: Decimal | None
    penalty_percent: Decimal | None
    penalty_step: Decimal | None  # each so much of shortfall, begun steps counted
    penalty_base: str  # a key of PENALTY_BASES
    cap_amount: Decimal | None  # most in a year, in euro
    cap_percent: Decimal | None  # most in a year, per cent of `cap_base`
    cap_base: str
    reading_source: str  # who measures
    source: str  # the act that says so
    note: str
    version: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of an indicator for a period, and what came of it."""

    id: ReadingId
    indicator_id: IndicatorId
    period_on: date  # the first day of the period
    value: Decimal
    source: str
    note: str
    contested_on: date | None
    protocol: str
    reply_by: date | None
    replied_on: date | None
    reply: str
    penalty: Decimal | None  # as decided; None: the computed one stands
    waived_reason: str
    invoice_id: InvoiceId | None  # from which it was deducted
    deducted_on: date | None
    version: int
