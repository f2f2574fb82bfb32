# SPDX-License-Identifier: EUPL-1.2
"""The files of the catalogue: an edition of services and the aggregation centres, in JSON.

A file that is not exactly of this shape is refused whole: UserError `catalogue.*`, parameter `file`.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct

from app.domain.catalogue import (
    Catalogue,
    Centre,
    Fact,
    Service,
    Source,
    check_catalogue,
    check_centres,
)
from app.errors import UserError
from app.formats.json_place import place_in
from app.paths import resources

MAX_BYTES = 5 * 1024 * 1024
_BOM = b"\xef\xbb\xbf"
_PLAIN = r"\A[^\x00-\x1f\x7f]*\Z"

Code = Annotated[str, Meta(pattern=r"\A[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*\Z", max_length=20)]
Line = Annotated[str, Meta(pattern=_PLAIN, min_length=1, max_length=200)]
MaybeLine = Annotated[str, Meta(pattern=_PLAIN, max_length=200)]
Prose = Annotated[str, Meta(pattern=_PLAIN, min_length=1, max_length=4000)]
Sigla = Annotated[str, Meta(pattern=r"\A[A-Z]{2}\Z")]


class _Source(Struct, frozen=True, forbid_unknown_fields=True):
    text: Line
    inferred: bool


class _Service(Struct, frozen=True, forbid_unknown_fields=True):
    code: Code
    area: Line
    name: Line
    name_en: Line
    summary: Prose
    summary_en: Prose
    description: Prose
    description_en: Prose
    addressees: tuple[Line, ...]
    measure: MaybeLine
    measure_inferred: bool
    legal_basis: tuple[_Source, ...]
    is_mandatory: bool | None
    fee_models: tuple[Line, ...]
    fee_inferred: bool
    prerequisites: tuple[Code, ...]
    keywords: tuple[Line, ...]
    sources: Annotated[tuple[_Source, ...], Meta(min_length=1)]


class _Edition(Struct, frozen=True, forbid_unknown_fields=True):
    edition: Annotated[int, Meta(ge=1)]
    title: Line
    publisher: Line
    published_on: date
    areas: tuple[Line, ...]
    services: Annotated[tuple[_Service, ...], Meta(min_length=1, max_length=2000)]


class _Fact(Struct, frozen=True, forbid_unknown_fields=True):
    field: Line
    value: Prose
    value_en: Prose
    source: Line
    inferred: bool


class _Centre(Struct, frozen=True, forbid_unknown_fields=True):
    code: Code
    name: Line
    lead_authority: Line
    kind: Line
    province: Sigla
    catchment: tuple[Sigla, ...]
    services: tuple[Code, ...]
    facts: tuple[_Fact, ...]


class _Centres(Struct, frozen=True, forbid_unknown_fields=True):
    centres: Annotated[tuple[_Centre, ...], Meta(max_length=1000)]


_Shape = TypeVar("_Shape", _Edition, _Centres)


def first_edition_path() -> Path:
    """The edition that the program brings."""
    return resources() / "catalogue" / "edition_1.json"


def centres_path() -> Path:
    """The centres that the program brings."""
    return resources() / "catalogue" / "centres.json"


def read_catalogue(path: Path) -> Catalogue:
    """An edition of the catalogue, checked: codes, areas, fee models, prerequisites without circles."""
    return decode_catalogue(_read(path), path.name)


def decode_catalogue(raw: bytes, name: str) -> Catalogue:
    """The same from bytes; `name` is what a refusal calls them."""
    edition = _decode(raw, name, _Edition)
    catalogue = Catalogue(
        edition=edition.edition,
        title=edition.title,
        publisher=edition.publisher,
        published_on=edition.published_on,
        areas=edition.areas,
        services=tuple(_service(service) for service in edition.services),
    )
    _refuse(name, check_catalogue(catalogue))
    return catalogue


def read_centres(path: Path) -> tuple[Centre, ...]:
    """The aggregation centres, codes and kinds checked; their services are not looked up."""
    return decode_centres(_read(path), path.name)


def decode_centres(raw: bytes, name: str, catalogue: Catalogue | None = None) -> tuple[Centre, ...]:
    """The same from bytes; with a catalogue, the services that a centre offers must be there."""
    centres = tuple(_centre(centre) for centre in _decode(raw, name, _Centres).centres)
    _refuse(name, check_centres(centres, catalogue))
    return centres


def _decode(raw: bytes, name: str, shape: type[_Shape]) -> _Shape:
    if len(raw) > MAX_BYTES:
        raise UserError("catalogue.too_big", file=name, limit=MAX_BYTES // 1024**2)
    try:
        return msgspec.json.decode(raw.removeprefix(_BOM), type=shape)
    except msgspec.ValidationError as error:
        raise UserError("catalogue.wrong_shape", file=name, where=place_in(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UserError("catalogue.not_json", file=name) from error


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise UserError("catalogue.missing", file=path.name) from error
    except OSError as error:
        raise UserError("catalogue.not_opened", file=path.name) from error


def _refuse(name: str, findings: Sequence[str]) -> None:
    if findings:
        places = dict.fromkeys(finding.split(":", 1)[0] for finding in findings)
        raise UserError("catalogue.inconsistent", file=name, count=len(findings), where=", ".join(places))


def _sources(sources: Sequence[_Source]) -> tuple[Source, ...]:
    return tuple(Source(source.text, source.inferred) for source in sources)


def _service(service: _Service) -> Service:
    values = msgspec.structs.asdict(service)
    return Service(**{**values, "legal_basis": _sources(service.legal_basis), "sources": _sources(service.sources)})


def _centre(centre: _Centre) -> Centre:
    values = msgspec.structs.asdict(centre)
    facts = tuple(Fact(**msgspec.structs.asdict(fact)) for fact in centre.facts)
    return Centre(**{**values, "facts": facts})
