# SPDX-License-Identifier: EUPL-1.2
"""The funding report: the projects that were on the screen, with subtotals by state and a card for each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from app.actions import funding as actions
from app.actions.funding import ProjectCard, ProjectFilter
from app.actions.municipality import show_office
from app.domain.calls import Composition, TimeLimit
from app.domain.deadlines import KnownDeadline
from app.domain.funding import FundingTotals, Project, Status, totals
from app.domain.municipality import Office
from app.reports import page, style, words
from app.store import Store
from app.text import _, day, day_of, moment, money, speaking

_CARD_ROOM = 150.0  # points that must be left on a page for a card to begin there


@dataclass(frozen=True, slots=True)
class ProjectSheet:
    """One project with what the calls tell of it."""

    project: Project
    composition: Composition | None  # None where no single composition fits the amount
    limits: tuple[TimeLimit, ...]
    deadlines: tuple[KnownDeadline, ...]
    same_cup: tuple[Project, ...]


@dataclass(frozen=True, slots=True)
class FundingReport:
    """The projects chosen by a filter, in the order of the screen."""

    office: Office
    wanted: ProjectFilter
    sheets: tuple[ProjectSheet, ...]
    printed_at: datetime  # UTC

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


def gather(store: Store, wanted: ProjectFilter | None = None, *, now: datetime) -> FundingReport:
    """Read the projects of the filter, each with its card; without a filter all of them."""
    chosen = wanted or ProjectFilter()
    cards = [actions.show_project(store, project.id) for project in actions.list_projects(store, chosen)]
    return FundingReport(show_office(store), chosen, tuple(_sheet_of(card) for card in cards), now)


def draw(report: FundingReport, target: Path | BinaryIO, language: str = "it") -> None:
    """Write the report as a PDF: the same report gives the same bytes."""
    with speaking(language):
        page.write(_page_sheet(report), lambda: _story(report), target, language)


def filter_words(wanted: ProjectFilter) -> str:
    """The filter of the screen, written out."""
    parts = [
        (_("stato"), words.state_name(wanted.status) if wanted.status else ""),
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
            page.open_data_source(is_example=report.office.is_example),
        ),
    )


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
        rows.append((_("Dati aperti"), _freshness(day(fresh[0]), day(fresh[-1]))))
    if not report.sheets:
        return [style.facts(rows), Spacer(0, 8), style.text(_("Nessun progetto con questo filtro."))]
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


def _freshness(oldest: str, newest: str) -> str:
    if oldest == newest:
        return _("aggiornati al {day}").format(day=newest)
    return _("aggiornati fra il {oldest} e il {newest}, secondo il file").format(oldest=oldest, newest=newest)


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
    if not report.sheets:
        return []
    content: list[Flowable] = [style.text(_("Schede dei progetti"), style.HEADING)]
    for sheet in report.sheets:
        content += _card(sheet)
    return content


def _card(sheet: ProjectSheet) -> list[Flowable]:
    project = sheet.project
    content: list[Flowable] = [
        CondPageBreak(_CARD_ROOM),
        style.text(project.call, style.CARD),
        style.facts(_project_rows(sheet)),
    ]
    if project.note:
        content += [style.text(_("Nota dell’ufficio"), style.LABEL), *style.long_text(project.note)]
    return content


def _project_rows(sheet: ProjectSheet) -> list[tuple[str, str]]:
    project = sheet.project
    is_open = project.status in words.STATES[:2]
    rows = [
        (_("CUP"), project.cup or _("non indicato nei dati aperti")),
        (_("Importo"), money(project.amount)),
        (_("Stato"), words.state_since(project.status, project.status_on)),
        (_("Misura"), project.measure or _("non indicata nei dati aperti")),
        (_("Decreto"), _decree_words(project)),
        (_("Domanda inviata il"), moment(project.sent_at) or _("non indicato nei dati aperti")),
        (_("Come si compone"), _composition_words(sheet.composition)),
    ]
    rows += [
        (words.event_name(limit.event), _limit_words(limit)) for limit in sheet.limits if limit.is_known or is_open
    ]
    rows += [(_("Scadenza"), _deadline_words(deadline)) for deadline in sheet.deadlines]
    if sheet.same_cup:
        rows.append((_("Stesso CUP"), "; ".join(other.call for other in sheet.same_cup)))
    rows.append(
        (
            _("Fonte"),
            _("{file}, aggiornato al {day}").format(file=project.source_file, day=day(project.as_of)),
        )
    )
    return rows


def _decree_words(project: Project) -> str:
    parts = [project.decree, _("finestra {window}").format(window=project.window) if project.window else ""]
    parts.append(_("del {day}").format(day=day(project.funded_on)) if project.funded_on else "")
    return " · ".join(part for part in parts if part) or _("non indicato nei dati aperti")


def _composition_words(composition: Composition | None) -> str:
    if composition is None:
        return _("non si sa: gli importi noti dell’avviso non danno una somma unica")
    lines = [words.composition_words(composition)]
    lines += [
        f"{words.component_words(component)}: {words.component_sum(component)}"
        for component in words.in_order(composition)
    ]
    band = words.band_words(composition)
    lines += [_("Importi per i comuni {band}.").format(band=band)] if band else []
    lines.append(_("Come si sa: {how}.").format(how=composition.how_known.rstrip(".")))
    return "\n".join(lines)


def _limit_words(limit: TimeLimit) -> str:
    extra = [limit.note, _("fonte: {source}").format(source=limit.source) if limit.source else ""]
    notes = "; ".join(part for part in extra if part)
    return f"{words.limit_words(limit)} ({notes})" if notes else words.limit_words(limit)


def _deadline_words(deadline: KnownDeadline) -> str:
    shown = _("{day}: {event} (fonte: {source})").format(
        day=day(deadline.due_on), event=words.event_name(deadline.event), source=deadline.source
    )
    return _("{deadline}, fatto").format(deadline=shown) if deadline.is_done else shown


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
