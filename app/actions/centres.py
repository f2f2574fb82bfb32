# SPDX-License-Identifier: EUPL-1.2
"""Looking at the aggregation centres: whom they are for, what they offer, where we stand with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.accession_states import ENDED, MEMBER
from app.domain.accessions import Accession
from app.domain.catalogue import Centre, EditionInfo, Service
from app.domain.centres import (
    FEWEST,
    MOST,
    Comparison,
    InCatchment,
    Membership,
    compare_centres,
    end_of_concession,
    in_catchment,
    membership,
    year_in,
)
from app.errors import UserError
from app.store import Store
from app.store import accessions as accession_statements
from app.store import catalogue as statements
from app.store import municipality as municipality_statements


@dataclass(frozen=True, slots=True)
class CentreRow:
    """A centre in a list; `ours` is our procedure or membership there, the one still open before those ended."""

    centre: Centre
    place: InCatchment
    ours: Accession | None
    end_of_concession: str  # as the source says it, or ""
    end_of_concession_en: str
    end_year: int  # to order by; 0 where unknown


@dataclass(frozen=True, slots=True)
class CentresSurvey:
    """All centres, those meant for our comuni first."""

    rows: tuple[CentreRow, ...]
    province: str
    edition: EditionInfo | None

    def count(self, place: InCatchment) -> int:
        """How many centres are so placed for us."""
        return sum(row.place is place for row in self.rows)


@dataclass(frozen=True, slots=True)
class CentreView:
    """All we know of one centre."""

    centre: Centre
    place: InCatchment
    province: str
    membership: Membership
    services: tuple[Service, ...]
    edition: EditionInfo | None
    expired_on: date | None  # what its publisher told last has run out
    ours: tuple[Accession, ...]  # the open ones first, then the newest

    @property
    def latest(self) -> Accession | None:
        """Our procedure with it that matters now."""
        return self.ours[0] if self.ours else None


def list_centres(store: Store) -> list[Centre]:
    """All centres in the order of the edition."""
    with store.read() as session:
        return statements.list_centres(session)


def show_centre(store: Store, code: str) -> Centre:
    """One centre with its sourced facts."""
    with store.read() as session:
        return statements.read_centre(session, code)


def survey_centres(store: Store) -> CentresSurvey:
    """Every centre with where we stand; a centre that we cannot be meant for comes last, and may be joined too."""
    with store.read() as session:
        centres = statements.list_centres(session)
        edition = statements.read_edition(session)
        accessions = accession_statements.list_accessions(session)
        office = municipality_statements.read_office(session)
    province = office.province if office else ""
    rows = [_row(centre, province, accessions) for centre in centres]
    order = [InCatchment.INSIDE, InCatchment.OUTSIDE, InCatchment.UNKNOWN]
    return CentresSurvey(tuple(sorted(rows, key=lambda row: order.index(row.place))), province, edition)


def look_at_centre(store: Store, code: str) -> CentreView:
    """One centre with its members against its catchment, its services and our procedures."""
    with store.read() as session:
        centre = statements.read_centre(session, code)
        services = statements.list_services(session)
        edition = statements.read_edition(session)
        accessions = accession_statements.list_accessions(session)
        office = municipality_statements.read_office(session)
        until = statements.valid_until(session, centre.code)
    province = office.province if office else ""
    return CentreView(
        centre=centre,
        place=in_catchment(centre, province),
        province=province,
        membership=membership(centre),
        services=tuple(service for service in services if service.code in centre.services),
        edition=edition,
        expired_on=until if until and until < store.today() else None,
        ours=ours_with(centre, accessions),
    )


def compare(store: Store, codes: Sequence[str]) -> Comparison:
    """Two or three centres side by side; UserError `centre.wrong_number` for fewer, more or the same one twice."""
    wanted = tuple(dict.fromkeys(code.upper() for code in codes))
    if not FEWEST <= len(wanted) <= MOST:
        raise UserError("centre.wrong_number", fewest=FEWEST, most=MOST)
    with store.read() as session:
        centres = [statements.read_centre(session, code) for code in wanted]
        return compare_centres(centres, statements.list_services(session))


def ours_with(centre: Centre, accessions: Iterable[Accession]) -> tuple[Accession, ...]:
    """Our procedures with a centre: those on their way, then the membership, then what has ended."""
    found = [one for one in accessions if one.centre_code == centre.code]
    return tuple(sorted(found, key=_weight))


def _weight(accession: Accession) -> tuple[int, int]:
    rank = 2 if accession.state in ENDED else 1 if accession.state in MEMBER else 0
    return (rank, -accession.id)


def _row(centre: Centre, province: str, accessions: Sequence[Accession]) -> CentreRow:
    ours = ours_with(centre, accessions)
    end = end_of_concession(centre)
    return CentreRow(
        centre=centre,
        place=in_catchment(centre, province),
        ours=ours[0] if ours else None,
        end_of_concession=end.value if end else "",
        end_of_concession_en=end.value_en if end else "",
        end_year=year_in(end),
    )
