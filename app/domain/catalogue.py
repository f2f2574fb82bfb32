# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of services and the aggregation centres that offer them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from graphlib import CycleError, TopologicalSorter

from app.domain.folding import fold
from app.errors import UserError


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
    is_withdrawn: bool = False  # a later edition of its publisher no longer holds it


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
    is_withdrawn: bool = False

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
    key_id: str = ""  # of the publisher who signed it; "" for the edition that the program brings
    valid_until: date | None = None


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

ADDRESSEES = ("ENTE", "CITTADINI", "IMPRESE")
"""Whom a service is for (concessions.md 3.1)."""

CENTRE_KINDS = ("CST", "CIT", "SMART_CITY", "SINGLE")
"""Territorial service centre, innovation centre of a province, concession of smart city, one comune alone."""


def check_catalogue(catalogue: Catalogue) -> tuple[str, ...]:
    """What contradicts itself, as "code: kind detail" in the order of the catalogue; empty when sound."""
    known = {service.code for service in catalogue.services}
    findings = [f"{code}: code_twice" for code in _repeated(service.code for service in catalogue.services)]
    findings += [f"{area}: area_twice" for area in _repeated(catalogue.areas)]
    for service in catalogue.services:
        findings += _check_service(service, catalogue.areas, known)
    return (*findings, *_check_cycle(catalogue.services))


def check_centres(centres: Iterable[Centre], catalogue: Catalogue | None = None) -> tuple[str, ...]:
    """What contradicts itself in the centres, as "code: kind detail"; services are looked up where given."""
    centres = tuple(centres)
    findings = [f"{code}: code_twice" for code in _repeated(centre.code for centre in centres)]
    known = {service.code for service in catalogue.services} if catalogue else None
    for centre in centres:
        if centre.kind not in CENTRE_KINDS:
            findings.append(f"{centre.code}: kind_unknown {centre.kind}")
        findings += [f"{centre.code}: service_twice {code}" for code in _repeated(centre.services)]
        if known is not None:
            findings += [f"{centre.code}: service_unknown {code}" for code in centre.services if code not in known]
    return tuple(findings)


def prerequisite_order(codes: Iterable[str], services: Iterable[Service]) -> tuple[str, ...]:
    """These services and all that they need, each after what it needs; the order is always the same.

    The catalogue must be free of circles. Raises UserError catalogue.unknown_service for a strange code.
    """
    by_code = {service.code: service for service in services}
    wanted = _closure(codes, by_code)
    graph = {code: by_code[code].prerequisites for code in by_code if code in wanted}
    return tuple(TopologicalSorter(graph).static_order())


def _closure(codes: Iterable[str], by_code: Mapping[str, Service]) -> set[str]:
    waiting, found = list(codes), set[str]()
    while waiting:
        code = waiting.pop()
        if code in found:
            continue
        if code not in by_code:
            raise UserError("catalogue.unknown_service", code=code)
        found.add(code)
        waiting.extend(by_code[code].prerequisites)
    return found


def _check_service(service: Service, areas: Iterable[str], known: set[str]) -> Iterator[str]:
    code = service.code
    if service.area not in areas:
        yield f"{code}: area_unknown {service.area}"
    yield from (f"{code}: fee_unknown {model}" for model in service.fee_models if model not in FEE_MODELS)
    yield from (f"{code}: addressee_unknown {name}" for name in service.addressees if name not in ADDRESSEES)
    yield from (f"{code}: prerequisite_unknown {other}" for other in service.prerequisites if other not in known)
    if service.measure_inferred and not service.measure:
        yield f"{code}: measure_missing"
    for field in (service.addressees, service.fee_models, service.prerequisites, service.keywords):
        yield from (f"{code}: value_twice {value}" for value in _repeated(field))


def _check_cycle(services: Iterable[Service]) -> tuple[str, ...]:
    try:
        TopologicalSorter({service.code: service.prerequisites for service in services}).prepare()
    except CycleError as error:
        circle = tuple(str(code) for code in error.args[1])
        return (f"{min(circle)}: prerequisites_in_a_circle {' '.join(sorted(set(circle)))}",)
    return ()


def _repeated(values: Iterable[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


def is_paid_by(service: Service, measure: str, call: str) -> bool:
    """True when a call of a PNRR measure is of the kind that typically paid the service.

    The catalogue says "1.4.3 pagoPA", the open data "1.4.3 Adozione PagoPA e AppIO" and the title of the call:
    the number must be the same, and each further word must stand in the title.
    """
    number, _space, words = service.measure.partition(" ")
    if not number or number != measure.partition(" ")[0]:
        return False
    return set(fold(words).split()) <= set(fold(call).split())
