# SPDX-License-Identifier: EUPL-1.2
"""The list of procedures on paper: where each stands, what comes next and who acts, what falls due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable, Spacer

from app.actions.accessions import AccessionRow, survey_accessions
from app.actions.municipality import show_office
from app.domain.accession_states import GROUPS, group_of
from app.domain.dates import to_rome
from app.domain.municipality import Office
from app.reports import accession_words as say
from app.reports import page, style, words
from app.store import Store
from app.text import _, day, in_language, ngettext, speaking
from app.text.accession_labels import accession_name, actor_label, kind_label, state_label
from app.text.duty_words import duty_label


@dataclass(frozen=True, slots=True)
class AccessionsReport:
    """The procedures of one group, or all."""

    office: Office
    rows: tuple[AccessionRow, ...]
    group: str  # a key of GROUPS, or "all"
    printed_at: datetime  # UTC


def gather(store: Store, group: str = "", *, now: datetime) -> AccessionsReport:
    """Read what the screen shows."""
    wanted = group if group in GROUPS else "all"
    rows = [row for row in survey_accessions(store) if wanted in ("all", group_of(row.accession.state))]
    return AccessionsReport(show_office(store), tuple(rows), wanted, now)


def accession_section(rows: Sequence[AccessionRow]) -> list[Flowable]:
    """The procedures in short, for a print about more than them; nothing where there are none."""
    if not rows:
        return []
    heads = (_("Centro"), _("Stato"), _("Fatto"), _("Prossima data"))
    cells = [
        (
            accession_name(row.accession.kind.value, row.accession.centre_name),
            state_label(row.accession.state.value),
            _done(row),
            _next_day(row),
        )
        for row in rows
    ]
    return style.section(_("Adesioni"), style.listing(heads, cells, style.spread((58, 30, 16, 62))))


def draw(report: AccessionsReport, target: Path | BinaryIO, language: str = "it") -> None:
    """Write the PDF: the same report gives the same bytes."""
    with speaking(language):
        page.write(_sheet(report), lambda: _story(report), target, language)


def _sheet(report: AccessionsReport) -> page.Sheet:
    return page.Sheet(
        title=_("Adesioni"),
        comune=words.comune_name(report.office),
        subject=_("Pratiche verso i centri di aggregazione"),
        printed_at=report.printed_at,
        is_example=report.office.is_example,
        notices=(_("Filtro: {filter}").format(filter=_group_words(report.group)),),
    )


def _story(report: AccessionsReport) -> list[Flowable]:
    count = len(report.rows)
    told = ngettext("{count} pratica", "{count} pratiche", count).format(count=count)
    story: list[Flowable] = [
        style.text(_("Adesioni"), style.TITLE),
        Spacer(0, 6),
        style.text(told, style.LEAD),
        Spacer(0, 8),
    ]
    if not report.rows:
        return story
    today = to_rome(report.printed_at).date()
    heads = (_("Pratica"), _("Stato"), _("Fatto"), _("Che cosa viene dopo"), _("Prima scadenza"))
    rows = [
        (
            _name(row),
            state_label(row.accession.state.value),
            _done(row),
            _next(row),
            _when(row, today),
        )
        for row in report.rows
    ]
    return [*story, style.listing(heads, rows, style.spread((50, 26, 16, 40, 30)))]


def _name(row: AccessionRow) -> str:
    """`Adesione: CIT della Provincia di Brescia`."""
    return f"{kind_label(row.accession.kind.value)}: {row.accession.centre_name}"


def _done(row: AccessionRow) -> str:
    return _("{done} di {total}").format(done=row.done, total=row.total)


def _when(row: AccessionRow, today: date) -> str:
    return say.when(row.next_duty.on, today, row.next_duty.key) if row.next_duty else ""


def _next_day(row: AccessionRow) -> str:
    return f"{day(row.next_duty.on)}: {duty_label(row.next_duty.key)}" if row.next_duty else ""


def _next(row: AccessionRow) -> str:
    item = row.next_item
    if item is None:
        return ""
    return f"{in_language(item.title, item.title_en)}\n{actor_label(item.actor.value, row.accession.body)}"


def _group_words(group: str) -> str:
    return {"open": _("in corso"), "active": _("attive"), "ended": _("concluse")}.get(group, _("nessuno, tutte"))
