# SPDX-License-Identifier: EUPL-1.2
"""What a contract costs, as its act says it; only what the clerk typed from the act is here."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NewType

from app.domain.concessions import ContractId

FeeId = NewType("FeeId", int)

PERIODS = {"monthly": 1, "bimonthly": 2, "quarterly": 3, "four_monthly": 4, "half_yearly": 6, "yearly": 12, "once": 0}
"""Months between instalments; 0: one instalment alone."""
PRO_RATAS = ("days", "months", "full")
"""How an incomplete period is reckoned: its days of those of the period, its whole months, or not at all."""
ROUNDINGS = ("half_up", "down", "up")
THRESHOLDS = ("whole", "excess")
"""Above the threshold the whole variation counts, or only what exceeds it."""
FIXED = ("quota_adesione", "canone_fisso", "canone_abitanti", "quota_postazione")
"""A yearly amount, or a unit price times a quantity, in instalments."""
MEASURED = ("consumo", "transazione", "aggio")
"""Reckoned from what was measured or collected in each period."""


@dataclass(frozen=True, slots=True)
class Fee:
    """One fee of a contract; euro, per year unless its model or period says otherwise.

    `canone_fisso`, `quota_adesione`: `amount` a year. `canone_abitanti`, `quota_postazione`: `unit_price` times
    `quantity` a year (or `amount` of the band). `consumo`, `transazione`: `unit_price` for each unit measured in a
    period beyond `included`. `aggio`: `percent` of what was collected in a period. `progetto`: `amount` once, on
    `starts_on`. `quota_inclusa`: nothing. Percentages are per cent (75 is 75 %).
    """

    id: FeeId
    contract_id: ContractId
    position: int
    model: str  # a key of FEE_MODELS
    title: str
    amount: Decimal | None
    unit: str
    unit_price: Decimal | None  # up to six decimals
    quantity: Decimal | None
    included: Decimal | None  # plafond of each period
    percent: Decimal | None
    period: str  # a key of PERIODS
    is_in_advance: bool
    is_calendar: bool  # periods begin with the calendar year, and the first and last may be incomplete
    starts_on: date | None  # None: the start of the contract
    ends_on: date | None  # None: the end of the contract
    pro_rata: str  # a key of PRO_RATAS
    free_until: date | None  # last day on which nothing is due
    funded_until: date | None  # last day paid by the lump sum
    vat_rate: Decimal | None  # per cent; None: not stated
    vat_note: str  # why none, for example the nature of the operation
    is_split: bool  # scissione dei pagamenti (art. 17-ter DPR 633/1972)
    due_days: int | None  # days after the end (or the start, in advance) of the period
    index_name: str  # "" without a clause; for example "FOI"
    index_base: date | None  # first day of the base month
    index_lag: int | None  # the reference month is so many months before the anniversary
    index_share: Decimal | None  # per cent of the variation that counts
    index_threshold: Decimal | None
    index_threshold_kind: str  # a key of THRESHOLDS
    index_cap: Decimal | None  # most variation, per cent
    index_first_on: date | None  # the first adjustment; then each year on that day
    index_rounding: str  # a key of ROUNDINGS
    index_clause: str  # the text of the act, which prevails
    spending: str
    chapter: str
    source: str  # the act that gives the figures
    note: str
    version: int


@dataclass(frozen=True, slots=True)
class FeeSuspension:
    """Days on which nothing is due; the last one None while it lasts."""

    id: int
    contract_id: ContractId
    starts_on: date
    ends_on: date | None
    reason: str
    version: int


@dataclass(frozen=True, slots=True)
class FeeReading:
    """What was measured or collected in a period that begins on a day; of a fee per unit, its quantity from then on."""

    id: int
    fee_id: FeeId
    period_on: date
    quantity: Decimal  # units, or euro collected
    source: str
    version: int


@dataclass(frozen=True, slots=True)
class IndexValue:
    """A published index of a month, typed or imported."""

    id: int
    name: str
    month: date  # its first day
    value: Decimal
    base: str  # the year that is 100, for example "2015"
    source: str
    taken_on: date | None
    version: int


@dataclass(frozen=True, slots=True)
class WorkingStep:
    """One line of how an amount was reckoned; `text.fee_words` says it."""

    code: str  # for example "yearly_amount", "index", "pro_rata_days", "share_of_year", "free", "vat"
    params: dict[str, object]  # numbers, dates and codes that the sentence names
    result: Decimal | None


@dataclass(frozen=True, slots=True)
class Instalment:
    """One expected instalment, reckoned and never stored; euro. It is named by its fee and its first day."""

    fee_id: FeeId
    contract_id: ContractId
    model: str
    title: str
    number: int  # from 1
    starts_on: date
    ends_on: date
    due_on: date | None
    net: Decimal | None  # None while something is missing; an index alone leaves the last amount known
    vat: Decimal | None
    gross: Decimal | None
    is_free: bool
    is_funded: bool  # paid by the lump sum, so not on the budget
    is_split: bool
    spending: str
    chapter: str
    missing: tuple[str, ...]  # "amount", "reading", "index", "vat", "start", "end"
    working: tuple[WorkingStep, ...]

    @property
    def year(self) -> int:
        """The financial year that it is charged to: that of the last day of its period."""
        return self.ends_on.year


@dataclass(frozen=True, slots=True)
class FeeTerms:
    """What a schedule is reckoned from, besides the fee itself."""

    starts_on: date | None  # of the contract
    ends_on: date | None
    suspensions: tuple[FeeSuspension, ...] = ()
    readings: tuple[FeeReading, ...] = ()
    index_values: tuple[IndexValue, ...] = ()
