# SPDX-License-Identifier: EUPL-1.2
"""The funding report: the projects that were on the screen, with subtotals by state and a card for each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from app.actions import funding as actions
from app.actions.funding import ProjectCard, ProjectFilter
from app.actions.municipality import show_office
from app.domain.calls import Composition, Decree, TimeLimit
from app.domain.deadlines import KnownDeadline
from app.domain.funding import FundingTotals, Project, Status, totals
from app.domain.municipality import Office
from app.reports import page, style, words
from app.reports.terms import term_rows
from app.store import Store
from app.text import _, day, day_of, moment, money, speaking
from app.text.labels import status_label

_CARD_LABELS = 141.0
_CARD_ROOM = 150.0  # points that must be left on a page for a card to begin there


@dataclass(frozen=True, slots=True)
class ProjectSheet:
    """One project with what the calls tell of it."""

    project: Project
    composition: Composition | None  # None where no single composition fits the amount
    limits: tuple[TimeLimit, ...]
    deadlines: tuple[KnownDeadline, ...]
    same_cup: tuple[Project, ...]
    decree: Decree | None = None  # of the reference data, where it has one for the call and the window


@dataclass(frozen=True, slots=True)
class FundingReport:
    """The projects chosen by a filter, in the order of the screen."""

    office: Office
    wanted: ProjectFilter
    sheets: tuple[ProjectSheet, ...]
    printed_at: datetime  # UTC
    is_publication: bool = False

    @property
    def projects(self) -> tuple[Project, ...]:
        """The projects of the report."""
        return tuple(sheet.project for sheet in self.sheets)

    @property
    def totals(self) -> FundingTotals:
        """What the projects of the report sum up to."""
        return totals(self.projects)

    def of(self, status: Status) -> tuple[Project, ...]:
        """The projects in one state."""
        return tuple(project for project in self.projects if project.status is status)


def gather(
    store: Store, wanted: ProjectFilter | None = None, *, now: datetime, for_publication: bool = False
) -> FundingReport:
    """Read the projects of the filter, or all; the version for publication holds no note of the office."""
    chosen = wanted or ProjectFilter()
    cards = [actions.show_project(store, project.id) for project in actions.list_projects(store, chosen)]
    if for_publication:
        cards = [replace(card, project=replace(card.project, note="")) for card in cards]
    return FundingReport(show_office(store), chosen, tuple(_sheet_of(card) for card in cards), now, for_publication)


def draw(report: FundingReport, target: Path | BinaryIO, language: str = "it") -> None:
    """Write the report as a PDF: the same report gives the same bytes."""
    with speaking(language):
        page.write(_page_sheet(report), lambda: _story(report), target, language)


def filter_words(wanted: ProjectFilter) -> str:
    """The filter of the screen, written out."""
    parts = [
        (_("stato"), status_label(wanted.status) if wanted.status else ""),
        (_("avviso"), wanted.call),
        (_("misura"), wanted.measure),
        (_("testo cercato"), f"«{wanted.text}»" if wanted.text else ""),
    ]
    chosen = "; ".join(f"{label}: {value}" for label, value in parts if value)
    return chosen or _("nessuno, tutti i progetti")


def _sheet_of(card: ProjectCard) -> ProjectSheet:
    return ProjectSheet(
        project=card.project,
        composition=card.composition,
        limits=tuple(card.limits),
        deadlines=tuple(card.deadlines),
        same_cup=tuple(card.same_cup),
        decree=card.decree,
    )


def _page_sheet(report: FundingReport) -> page.Sheet:
    return page.Sheet(
        title=_("Finanziamenti"),
        comune=words.comune_name(report.office),
        subject=_("Progetti finanziati con fondi PNRR per il digitale"),
        printed_at=report.printed_at,
        is_example=report.office.is_example,
        notices=(
            _("Filtro: {filter}").format(filter=filter_words(report.wanted)),
            _source(report),
        ),
        version=_version(report),
    )


def _source(report: FundingReport) -> str:
    if not report.sheets:
        return _("Nessun dato aperto in questa stampa")
    return page.open_data_source(is_example=report.office.is_example)


def _version(report: FundingReport) -> str:
    if report.is_publication:
        return _("Versione per la pubblicazione, senza le note dell’ufficio")
    has_notes = any(project.note for project in report.projects)
    return _("Per gli uffici, con le loro note: non pubblicare") if has_notes else ""


def _story(report: FundingReport) -> list[Flowable]:
    return [
        style.text(_("Finanziamenti"), style.TITLE),
        style.text(words.comune_name(report.office), style.SUBTITLE),
        Spacer(0, 6),
        *_opening(report),
        *(flowable for status in words.STATES for flowable in _state_table(report, status)),
        *_closing(report),
        *_cards(report),
    ]


def _opening(report: FundingReport) -> list[Flowable]:
    fresh = sorted({row.as_of for row in report.projects})
    rows = [(_("Filtro"), filter_words(report.wanted)), (_("Stampato il"), day_of(report.printed_at))]
    if fresh:
        rows.append((_("Dati aperti"), words.freshness(fresh[0], fresh[-1])))
    if not report.sheets:
        return [style.facts(rows), Spacer(0, 8), style.text(_none_words(report.wanted))]
    sums = report.totals
    boxes = [
        (_("Concessi"), money(sums.awarded), words.projects_count(sums.granted_count + sums.paid_count)),
        (_("Erogati"), money(sums.paid), words.projects_count(sums.paid_count)),
        (
            _("Da erogare"),
            money(sums.outstanding),
            words.projects_count(sums.granted_count - sums.pending_count),
        ),
        (_("Rinunciati"), money(sums.renounced), words.projects_count(sums.renounced_count)),
    ]
    return [style.facts(rows), Spacer(0, 8), style.figures(boxes)]


def _none_words(wanted: ProjectFilter) -> str:
    if wanted == ProjectFilter():
        return _("Nessun progetto: importa i dati aperti per vederli qui.")
    return _("Nessun progetto con questo filtro.")


def _state_table(report: FundingReport, status: Status) -> list[Flowable]:
    projects = report.of(status)
    if not projects:
        return []
    heads = (_("Avviso"), _("CUP"), _("Importo"), _("Decreto del"), _("Stato dal"))
    rows = [
        (row.call, row.cup or "–", money(row.amount), day(row.funded_on) or "–", day(row.status_on) or "–")
        for row in projects
    ]
    amount = money(_sums(report, status))
    total = (_("Totale: {projects}").format(projects=words.projects_count(len(rows))), "", amount, "", "")
    table = style.listing(heads, rows, style.spread((44, 26, 25, 17, 17)), right={2}, total=total)
    return style.section(words.state_heading(status), table)


def _sums(report: FundingReport, status: Status) -> Decimal:
    sums = report.totals
    return {
        Status.FUNDED: sums.outstanding,
        Status.RENUNCIATION_PENDING: sums.pending,
        Status.PAID: sums.paid,
        Status.RENOUNCED: sums.renounced,
    }[status]


def _cards(report: FundingReport) -> list[Flowable]:
    content: list[Flowable] = []
    for number, sheet in enumerate(report.sheets):
        content.append(CondPageBreak(_CARD_ROOM))
        if not number:
            content.append(style.text(_("Schede dei progetti"), style.HEADING))
        content += _card(sheet)
    return content


def _card(sheet: ProjectSheet) -> list[Flowable]:
    project = sheet.project
    content: list[Flowable] = [
        style.text(project.call, style.CARD),
        style.facts(_project_rows(sheet), label_width=_CARD_LABELS),
    ]
    if project.note:
        content += [style.text(_("Nota dell’ufficio"), style.NOTE_LABEL), *style.long_text(project.note)]
    return content


def _project_rows(sheet: ProjectSheet) -> list[tuple[str, str]]:
    project = sheet.project
    rows = [
        (_("CUP"), project.cup or _("non indicato nei dati aperti")),
        (_("Importo"), money(project.amount)),
        *_composition_rows(sheet.composition),
        (_("Stato"), words.project_state(project)),
        (_("Misura"), project.measure or _("non indicata nei dati aperti")),
        (_("Decreto"), _decree_words(project, sheet.decree)),
        (_("Domanda inviata il"), moment(project.sent_at) or _("non indicato nei dati aperti")),
        *term_rows(project.status, sheet.limits, sheet.deadlines),
    ]
    if sheet.same_cup:
        rows.append((_("Stesso CUP"), "; ".join(other.call for other in sheet.same_cup)))
    rows.append(
        (
            _("Fonte"),
            _("{file}, aggiornato al {day}").format(file=project.source_file, day=day(project.as_of)),
        )
    )
    return rows


def _decree_words(project: Project, known: Decree | None) -> str:
    number = _("n. {number}").format(number=known.number) if known else ""
    window = _("finestra {window}").format(window=project.window) if project.window else ""
    on = _("del {day}").format(day=day(project.funded_on)) if project.funded_on else ""
    parts = (project.decree or number, window, on)
    return " · ".join(part for part in parts if part) or _("non indicato nei dati aperti")


def _composition_rows(composition: Composition | None) -> list[tuple[str, str]]:
    label = _("Come si compone")
    if composition is None:
        return [(label, _("non si sa: gli importi noti dell’avviso non danno una somma unica"))]
    parts = words.in_order(composition)
    lines = [words.composition_words(composition)] if len(parts) > 1 else []
    lines += [f"{words.component_words(part)}: {words.component_sum(part)}" for part in parts]
    band = words.band_words(composition)
    lines += [_("Importi per i comuni {band}.").format(band=band)] if band else []
    return [(label, "\n".join(lines)), (_("Come si sa"), words.how_known_words(composition))]


def _closing(report: FundingReport) -> list[Flowable]:
    lines = list(_closing_words(report))
    return [style.together(*style.section(_("Come leggere questi dati"), *(style.item(line) for line in lines)))]


def _closing_words(report: FundingReport) -> Iterable[str]:
    yield _("Concessi: finanziati con decreto e non rinunciati. Da erogare: concessi, non ancora pagati.")
    yield _(
        "Rinuncia in corso è dedotto: nei dati aperti il progetto è ancora finanziato, ma la data dello "
        "stato non è quella del decreto."
    )
    yield _(
        "I dati aperti non dicono a che passo è un progetto non ancora erogato, né le revoche, né quanto "
        "il comune ha speso."
    )
    notice = words.missing_notice(style.count_missing(report))
    if notice:
        yield notice
