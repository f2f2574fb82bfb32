# SPDX-License-Identifier: EUPL-1.2
"""Two or three centres side by side on paper: what differs first, then what is alike, then what cannot be compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable, Spacer

from app.actions.centre_comparison import ComparisonLine, comparison_lines
from app.actions.centres import compare
from app.actions.municipality import show_office
from app.domain.catalogue import Centre
from app.domain.centres import Comparison, InCatchment, Verdict, in_catchment
from app.domain.municipality import Office
from app.reports import page, style, words
from app.store import Store
from app.text import _, ngettext, speaking
from app.text.centre_labels import place_label

_NARROW, _WIDE = 22, 30


@dataclass(frozen=True, slots=True)
class ComparisonReport:
    """The centres as the clerk chose them."""

    office: Office
    comparison: Comparison
    printed_at: datetime  # UTC

    @property
    def places(self) -> tuple[InCatchment, ...]:
        """Whether each centre is meant for us."""
        return tuple(in_catchment(centre, self.office.province) for centre in self.comparison.centres)


def gather(store: Store, codes: Sequence[str], *, now: datetime) -> ComparisonReport:
    """Read the centres by their codes."""
    return ComparisonReport(show_office(store), compare(store, codes), now)


def draw(report: ComparisonReport, target: Path | BinaryIO, language: str = "it") -> None:
    """Write the PDF: the same report gives the same bytes."""
    with speaking(language):
        page.write(_sheet(report), lambda: _story(report), target, language)


def _sheet(report: ComparisonReport) -> page.Sheet:
    names = ", ".join(centre.name for centre in report.comparison.centres)
    return page.Sheet(
        title=_("Centri a confronto"),
        comune=words.comune_name(report.office),
        subject=_("Centri di aggregazione: {names}").format(names=names),
        printed_at=report.printed_at,
        is_example=report.office.is_example,
        notices=(
            _("Filtro: {names}").format(names=names),
            _("Fonte: catalogo in uso; la fonte di ogni dato sta nella scheda del centro."),
        ),
    )


def _story(report: ComparisonReport) -> list[Flowable]:
    comparison = report.comparison
    lines = comparison_lines(comparison)
    story: list[Flowable] = [
        style.text(_("Centri di aggregazione a confronto"), style.TITLE),
        style.text(_told(comparison), style.SUBTITLE),
        Spacer(0, 8),
        style.facts([_placed(centre, place) for centre, place in zip(comparison.centres, report.places, strict=True)]),
    ]
    for verdict, heading in (
        (Verdict.DIFFERENT, _("Che cosa è diverso")),
        (Verdict.SAME, _("Che cosa è uguale")),
        (Verdict.UNKNOWN, _("Che cosa non si può confrontare")),
    ):
        story += _part(heading, [line for line in lines if line.verdict is verdict], comparison.centres)
    notice = words.missing_notice(style.count_missing(lines))
    return [*story, *([style.text(notice, style.SMALL)] if notice else [])]


def _part(heading: str, lines: list[ComparisonLine], centres: tuple[Centre, ...]) -> list[Flowable]:
    if not lines:
        return []
    widths = style.spread([_NARROW, *[_WIDE for _centre in centres]])
    heads = (_("Punto"), *(centre.name for centre in centres))
    return style.section(heading, style.listing(heads, [(line.point, *line.cells) for line in lines], widths))


def _placed(centre: Centre, place: InCatchment) -> tuple[str, str]:
    provinces = ", ".join(centre.catchment)
    meant = _("{place}: nato per i comuni in provincia di {provinces}") if provinces else "{place}"
    return centre.name, meant.format(place=place_label(place.value), provinces=provinces)


def _told(comparison: Comparison) -> str:
    count = comparison.count(Verdict.DIFFERENT)
    told = ngettext("{count} punto diverso su {total}", "{count} punti diversi su {total}", count)
    return told.format(count=count, total=len(comparison.rows))
