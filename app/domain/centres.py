# SPDX-License-Identifier: EUPL-1.2
"""What can be told of aggregation centres from their sources alone: catchment, members, and how they differ."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from app.domain.catalogue import Centre, Fact, Service
from app.domain.folding import fold

_COMUNI = re.compile(r"\b(\d{1,3}(?:\.\d{3})+|\d+) comun[ei]\b", re.IGNORECASE)
_ABOUT = re.compile(r"\b(circa|oltre|quasi|almeno)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_SHORT = 3  # CIT, CST: the letters of an acronym

FEWEST, MOST = 2, 3
"""How many centres fit side by side."""


def short_centre(code: str) -> str:
    """`CIT Brescia`: a centre where there is no room for its name."""
    return " ".join(part if len(part) <= _SHORT else part.capitalize() for part in code.split("-"))


class InCatchment(StrEnum):
    """Whether a comune belongs to those that a centre is meant for; one outside may join all the same."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"  # no source tells whom the centre is meant for


def in_catchment(centre: Centre, province: str) -> InCatchment:
    """Whether the comuni of a province are among those that the centre is meant for."""
    if not centre.catchment:
        return InCatchment.UNKNOWN
    return InCatchment.INSIDE if province in centre.catchment else InCatchment.OUTSIDE


@dataclass(frozen=True, slots=True)
class Membership:
    """How many comuni joined, of how many that could; None where no source gives the number."""

    members: int | None
    is_about: bool  # the source itself says about
    members_fact: Fact | None
    catchment: int | None
    catchment_fact: Fact | None


def membership(centre: Centre) -> Membership:
    """Members against catchment, read from the facts: bodies that are no comuni are not counted."""
    members = _first_with_comuni(centre, "members")
    catchment = _first_with_comuni(centre, "catchment")
    return Membership(
        members=_comuni(members),
        is_about=bool(members and _ABOUT.search(members.value)),
        members_fact=members,
        catchment=_comuni(catchment),
        catchment_fact=catchment,
    )


def end_of_concession(centre: Centre) -> Fact | None:
    """When the concession behind the centre ends, where a source tells of one."""
    return centre.fact("concession_end")


def year_in(fact: Fact | None) -> int:
    """The last year that a fact names, to put facts in order; 0 where it names none."""
    years = _YEAR.findall(fact.value) if fact else []
    return int(years[-1]) if years else 0


class Verdict(StrEnum):
    """How centres compare in one point."""

    SAME = "same"
    DIFFERENT = "different"
    UNKNOWN = "unknown"  # the sources tell it of one at most


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One point of a comparison, a cell for each centre; an empty cell is what no source tells."""

    kind: str  # "field" of the centre, "fact" or "service"
    key: str
    cells: tuple[tuple[str, ...], ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two or three centres side by side."""

    centres: tuple[Centre, ...]
    services: tuple[Service, ...]  # those that at least one of them offers, in the order of the catalogue
    rows: tuple[ComparisonRow, ...]

    def count(self, verdict: Verdict) -> int:
        """How many points compare so."""
        return sum(row.verdict is verdict for row in self.rows)


FIELDS = ("lead_authority", "kind", "province", "catchment")
"""What every centre has besides its facts."""

OFFERED = "offered"
"""The cell of a service that a source shows."""


def compare_centres(centres: Sequence[Centre], services: Iterable[Service]) -> Comparison:
    """Centres side by side: what they are, then the facts in the order of the first that tells each, then services.

    A service that no source shows is not said to be missing: the cell is empty. It still makes a difference, because
    for the others a source does show it.
    """
    offered = {code for centre in centres for code in centre.services}
    common = tuple(service for service in services if service.code in offered)
    fields = dict.fromkeys(fact.field for fact in chain.from_iterable(centre.facts for centre in centres))
    rows = [_row("field", name, [_field(centre, name) for centre in centres]) for name in FIELDS]
    rows += [_row("fact", field, [_values(centre, field) for centre in centres]) for field in fields]
    rows += [_service_row(service, centres) for service in common]
    return Comparison(tuple(centres), common, tuple(rows))


def _row(kind: str, key: str, cells: list[tuple[str, ...]]) -> ComparisonRow:
    known = [tuple(fold(value) for value in cell) for cell in cells if cell]
    if len(known) < 2:  # noqa: PLR2004 - nothing to compare with
        verdict = Verdict.UNKNOWN
    elif len(known) == len(cells) and len(set(known)) == 1:
        verdict = Verdict.SAME
    else:
        verdict = Verdict.DIFFERENT if len(set(known)) > 1 else Verdict.UNKNOWN
    return ComparisonRow(kind, key, tuple(cells), verdict)


def _service_row(service: Service, centres: Sequence[Centre]) -> ComparisonRow:
    cells = tuple((OFFERED,) if service.code in centre.services else () for centre in centres)
    return ComparisonRow("service", service.code, cells, Verdict.SAME if all(cells) else Verdict.DIFFERENT)


def _field(centre: Centre, name: str) -> tuple[str, ...]:
    value = getattr(centre, name)
    if isinstance(value, tuple):
        return value
    return (value,) if value else ()


def _values(centre: Centre, field: str) -> tuple[str, ...]:
    return tuple(fact.value for fact in centre.facts if fact.field == field)


def _first_with_comuni(centre: Centre, field: str) -> Fact | None:
    return next((fact for fact in centre.facts if fact.field == field and _comuni(fact) is not None), None)


def _comuni(fact: Fact | None) -> int | None:
    found = _COMUNI.search(fact.value) if fact else None
    return int(found[1].replace(".", "")) if found else None
