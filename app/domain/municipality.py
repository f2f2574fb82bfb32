# SPDX-License-Identifier: EUPL-1.2
"""The comune: as the reference list has it, and as our office keeps it."""

from dataclasses import dataclass
from datetime import date
from typing import NewType

PersonId = NewType("PersonId", int)


@dataclass(frozen=True, slots=True)
class Municipality:
    """One comune in force in the reference list; `belfiore` (codice catastale) is its stable key."""

    istat: str
    name: str
    other_name: str  # the name in the other language of a bilingual comune, or ""
    province: str  # sigla, two letters
    province_name: str
    region: str
    belfiore: str
    previous_istat: tuple[str, ...] = ()  # its codes before a change of province, those of the comuni merged into it
    population: int | None = None  # residents of today: no source held tells them
    population_2011: int | None = None  # at the census, in the borders of January 2020
    source: str = ""

    @property
    def assumed_ipa_code(self) -> str:
        """`c_` and the codice catastale: wrong for about one comune in fifty (funding.md 4.3)."""
        return f"c_{self.belfiore.lower()}"


@dataclass(frozen=True, slots=True)
class Office:
    """Our own comune as the store keeps it; every field but the codes is the clerk's to change."""

    istat: str
    name: str
    other_name: str
    province: str
    province_name: str
    region: str
    belfiore: str
    previous_istat: tuple[str, ...]
    population: int | None
    ipa_code: str
    ipa_code_confirmed: bool  # found in a file or typed, no longer only assumed
    fiscal_code: str
    pec: str
    address: str
    phone: str
    website: str
    is_example: bool
    version: int
    patron: str = ""  # the day of the patron saint, MM-DD: no working day; "" while nobody typed it


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a role in the office; `role` is a key of `ROLES`."""

    id: PersonId
    role: str
    name: str
    email: str
    phone: str
    since: date | None
    until: date | None
    version: int


ROLES = ("mayor", "secretary", "rup", "rtd", "finance", "dpo", "dec", "other")
"""Sindaco, segretario, RUP, RTD, responsabile finanziario, RPD, DEC, altro (concessions.md 1.3)."""
