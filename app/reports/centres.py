# SPDX-License-Identifier: EUPL-1.2
"""The aggregation centres on paper: who leads each, whom it is for, how many joined, where we stand."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable, Spacer

from app.actions.centres import CentreRow, survey_centres
from app.actions.municipality import show_office
from app.domain.municipality import Office
from app.reports import page, style, words
from app.store import Store
from app.text import _, in_language, ngettext, speaking
from app.text.accession_labels import state_label
from app.text.centre_labels import centre_kind_label, place_label


@dataclass(frozen=True, slots=True)
class CentresReport:
    """The list as the screen orders it."""

    office: Office
    rows: tuple[CentreRow, ...]
    printed_at: datetime  # UTC


def gather(store: Store, *, now: datetime) -> CentresReport:
    """Read what the screen shows."""
    return CentresReport(show_office(store), survey_centres(store).rows, now)


def draw(report: CentresReport, target: Path | BinaryIO, language: str = "it") -> None:
    """Write the PDF: the same report gives the same bytes."""
    with speaking(language):
        page.write(_sheet(report), lambda: _story(report), target, language)


def _sheet(report: CentresReport) -> page.Sheet:
    return page.Sheet(
        title=_("Centri di aggregazione"),
        comune=words.comune_name(report.office),
        subject=_("Centri di aggregazione del catalogo"),
        printed_at=report.printed_at,
        is_example=report.office.is_example,
        notices=(_("Fonte: catalogo in uso; la fonte di ogni dato sta nella scheda del centro."),),
    )


def _story(report: CentresReport) -> list[Flowable]:
    count = len(report.rows)
    story: list[Flowable] = [
        style.text(_("Centri di aggregazione"), style.TITLE),
        style.text(ngettext("{count} centro", "{count} centri", count).format(count=count), style.LEAD),
        Spacer(0, 8),
    ]
    if not report.rows:
        return story
    heads = (_("Centro"), _("Capofila"), _("Bacino"), _("Fine della concessione"), _("Noi"))
    return [*story, style.listing(heads, [_cells(row) for row in report.rows], style.spread((46, 34, 30, 34, 22)))]


def _cells(row: CentreRow) -> tuple[str, ...]:
    centre = row.centre
    withdrawn = _("Ritirato dal catalogo") if centre.is_withdrawn else ""
    return (
        "\n".join(part for part in (centre.name, centre.code, centre_kind_label(centre.kind), withdrawn) if part),
        centre.lead_authority or "–",
        "\n".join(part for part in (place_label(row.place.value), ", ".join(centre.catchment)) if part),
        in_language(row.end_of_concession, row.end_of_concession_en) or "–",
        state_label(row.ours.state.value) if row.ours else "–",
    )
