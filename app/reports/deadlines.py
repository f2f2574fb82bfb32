# SPDX-License-Identifier: EUPL-1.2
"""All that falls due in the days to come, from projects, procedures and contracts; what is late stands on top."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable, Spacer

from app.actions.deadlines import DueDay, about_words, list_deadlines, what_words, why_words
from app.actions.municipality import show_office
from app.domain.dates import to_rome
from app.domain.municipality import Office
from app.reports import accession_words as say
from app.reports import page, style, words
from app.store import Store
from app.text import _, ngettext, speaking


@dataclass(frozen=True, slots=True)
class DeadlinesReport:
    """The days of one print, the first one first."""

    office: Office
    rows: tuple[DueDay, ...]
    within: int | None  # so many days ahead; None: as far as is known
    printed_at: datetime  # UTC

    @property
    def today(self) -> date:
        """The day of the print, in Rome."""
        return to_rome(self.printed_at).date()

    @property
    def late(self) -> tuple[DueDay, ...]:
        """What should have been done before today."""
        return tuple(row for row in self.rows if row.is_late)


def gather(store: Store, within: int | None = None, *, now: datetime) -> DeadlinesReport:
    """Read what falls due as far as so many days ahead."""
    return DeadlinesReport(show_office(store), tuple(list_deadlines(store, to_rome(now).date(), within)), within, now)


def draw(report: DeadlinesReport, target: Path | BinaryIO, language: str = "it") -> None:
    """Write the PDF: the same report gives the same bytes."""
    with speaking(language):
        page.write(_sheet(report), lambda: _story(report), target, language)


def _sheet(report: DeadlinesReport) -> page.Sheet:
    return page.Sheet(
        title=_("Scadenze"),
        comune=words.comune_name(report.office),
        subject=_("Scadenze di progetti finanziati, adesioni e concessioni"),
        printed_at=report.printed_at,
        is_example=report.office.is_example,
        notices=(_("Filtro: {filter}").format(filter=_filter_words(report.within)), _source(report)),
    )


def _source(report: DeadlinesReport) -> str:
    is_of_projects = any(row.subject == "project" for row in report.rows)
    return page.open_data_source(is_example=report.office.is_example) if is_of_projects else ""


def _filter_words(within: int | None) -> str:
    if within is None:
        return _("nessuno, tutte le scadenze note")
    told = ngettext("in ritardo e nel prossimo {count} giorno", "in ritardo e nei prossimi {count} giorni", within)
    return told.format(count=within)


def _story(report: DeadlinesReport) -> list[Flowable]:
    late, ahead = report.late, tuple(row for row in report.rows if not row.is_late)
    counted = _("{late} in ritardo, {ahead} da qui in avanti").format(late=len(late), ahead=len(ahead))
    story: list[Flowable] = [
        style.text(_("Scadenze"), style.TITLE),
        Spacer(0, 6),
        style.text(counted if report.rows else _("Nessuna scadenza nota."), style.LEAD),
        Spacer(0, 8),
    ]
    for heading, rows in ((_("In ritardo"), late), (_("Da qui in avanti"), ahead)):
        if rows:
            story += style.section(heading, _table(rows, report.today))
    if any(row.subject == "project" for row in late):
        told = _("I dati aperti non dicono se le attività sono già concluse: controlla su PA digitale 2026.")
        story += [Spacer(0, 5), style.text(told, style.SMALL)]
    return story


def _table(rows: Iterable[DueDay], today: date) -> Flowable:
    heads = (_("Quando"), _("Che cosa"), _("Di che cosa"), _("Chi lo dice"))
    cells = [(say.when(row.on, today, row.event), what_words(row), _about(row), why_words(row)) for row in rows]
    return style.listing(heads, cells, style.spread((40, 38, 42, 44)))


def _about(row: DueDay) -> str:
    return f"{about_words(row)}\n{row.key}" if row.subject == "project" and row.key else about_words(row)
