# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of services and the aggregation centres that offer them."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from; `inferred` facts were concluded, not read."""

    text: str
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Service:
    """One service of the catalogue; no price is kept that no act gives."""

    code: str
    area: str
    name: str
    name_en: str
    summary: str  # one sentence
    summary_en: str
    description: str  # plain Italian: what it is, for whom, what it needs
    description_en: str
    addressees: tuple[str, ...]  # "ENTE", "CITTADINI", "IMPRESE"
    measure: str  # the PNRR measure that typically paid it, or ""
    measure_inferred: bool
    legal_basis: tuple[Source, ...]
    is_mandatory: bool | None  # required by law; None where the sources do not tell
    fee_models: tuple[str, ...]  # keys of FEE_MODELS
    fee_inferred: bool
    prerequisites: tuple[str, ...]  # codes
    keywords: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """An edition of the catalogue."""

    edition: int
    title: str
    publisher: str
    published_on: date
    areas: tuple[str, ...]
    services: tuple[Service, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One sourced statement about a centre; `value_en` is its English."""

    field: str
    value: str
    value_en: str
    source: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class Centre:
    """An aggregation centre and only what the sources tell of it."""

    code: str
    name: str
    lead_authority: str
    kind: str  # "CST", "CIT", "SMART_CITY", "SINGLE"
    province: str
    catchment: tuple[str, ...]  # siglas of the provinces it is meant for; a comune outside may still join
    services: tuple[str, ...]  # catalogue codes that a source shows it offers
    facts: tuple[Fact, ...]

    def fact(self, field: str) -> Fact | None:
        """The first fact of that field, if any."""
        return next((fact for fact in self.facts if fact.field == field), None)


@dataclass(frozen=True, slots=True)
class ServiceMark:
    """What our office added to a service: a star and a private note."""

    code: str
    is_starred: bool
    note: str
    version: int  # 0 when nothing was added yet


@dataclass(frozen=True, slots=True)
class EditionInfo:
    """The edition in the store."""

    number: int
    title: str
    publisher: str
    published_on: date
    loaded_at: datetime  # UTC
    services: int


FEE_MODELS = (
    "quota_adesione",
    "quota_inclusa",
    "canone_abitanti",
    "quota_postazione",
    "canone_fisso",
    "consumo",
    "transazione",
    "aggio",
    "progetto",
)
"""How a service is paid for (concessions.md 3.2)."""
