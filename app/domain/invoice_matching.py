# SPDX-License-Identifier: EUPL-1.2
"""Which instalments an invoice pays, and why it is thought so."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.concessions import ContractId
from app.domain.fees import FeeId


@dataclass(frozen=True, slots=True)
class Proposal:
    """So much of an invoice for one instalment; those of one group are meant together."""

    group: int  # from 1, the likeliest first
    fee_id: FeeId
    period_on: date  # first day of the instalment
    amount: Decimal  # net of VAT; negative for a credit note
    reasons: tuple[str, ...]  # codes: "period", "period_within", "amount", "joint", "partial", "credit", "nearest"
    score: int


@dataclass(frozen=True, slots=True)
class ContractGuess:
    """A contract that an invoice may belong to."""

    contract_id: ContractId
    reasons: tuple[str, ...]  # codes: "cig", "parent_cig", "reference", "cup", "supplier"
    score: int
