# SPDX-License-Identifier: EUPL-1.2
"""PNRR calls (avvisi): their dates, decrees, lump sums and time limits."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Call:
    """One avviso of the open data; `title` joins to a project's `call` to the letter."""

    title: str
    label: str  # our short name
    measure: str
    opens_on: date
    closes_on: date
    is_closed: bool  # TERMINATO on the date of the source
    allocated: Decimal
    addressees: tuple[str, ...]
    source: str

    @property
    def is_for_municipalities(self) -> bool:
        """True when Comuni are among the addressees."""
        return "Comuni" in self.addressees


@dataclass(frozen=True, slots=True)
class Decree:
    """The one funding decree of a call and window (funding.md 1.5)."""

    call: str
    window: str
    number: str
    decreed_on: date
    source: str


@dataclass(frozen=True, slots=True)
class LumpSum:
    """One lump-sum amount of a call for a band of residents, with how it is known."""

    call: str
    unit: str
    role: str  # "fixed" (once a comune), "service" (times n), "transfer", "upgrade" (1.2: A and B), "unknown"
    population_min: int | None
    population_max: int | None  # None: no upper bound
    amount: Decimal | None  # None: the sources do not tell it
    units_min: int | None
    units_max: int | None
    how_known: str
    unit_en: str = ""
    how_known_en: str = ""


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A limit of a call; `days` and `on` are both None where no source tells it."""

    call: str
    event: str  # "contract", "completion", "maintenance"
    days: int | None
    months: int | None
    on: date | None
    counted_from: str  # "decree_notified", "contract_signed", "" when `on` or unknown
    source: str
    note: str
    note_en: str = ""

    @property
    def is_known(self) -> bool:
        """True when some source tells the limit."""
        return self.days is not None or self.months is not None or self.on is not None


@dataclass(frozen=True, slots=True)
class Component:
    """A part of a lump sum: so many units of one amount."""

    role: str
    unit: str
    count: int
    amount: Decimal  # of one unit
    unit_en: str = ""


@dataclass(frozen=True, slots=True)
class Composition:
    """The one way in which the amounts of a call make up a project's amount."""

    components: tuple[Component, ...]
    population_min: int | None
    population_max: int | None
    how_known: str
    how_known_en: str = ""
    is_band_implied: bool = False  # more than one fits; the other amounts of the comune tell its band of residents
