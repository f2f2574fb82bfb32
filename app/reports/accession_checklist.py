# SPDX-License-Identifier: EUPL-1.2
"""The checklist of a procedure on paper: what is done, what is missing, who acts, by when, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable, Spacer

from app.actions.accessions import AccessionView, ItemView, show_accession
from app.domain.accession_dates import Duty
from app.domain.accessions import AccessionId
from app.domain.checklist import ItemState
from app.reports import accession_words as say
from app.reports import page, style
from app.store import Store
from app.text import _, day, in_language, speaking, weekday
from app.text.accession_labels import actor_label, item_state_label
from app.text.duty_words import duty_label
from app.text.finding_words import finding_words, missing_words

_BOX = {ItemState.DONE: "[x]", ItemState.SKIPPED: "[–]"}


@dataclass(frozen=True, slots=True)
class ChecklistReport:
    """A procedure as it stands, and the day on which it was looked at."""

    view: AccessionView
    printed_at: datetime  # UTC
    for_publication: bool = False


def gather(store: Store, key: str, *, now: datetime, for_publication: bool = False) -> ChecklistReport:
    """Read a procedure by its number."""
    return ChecklistReport(show_accession(store, AccessionId(int(key))), now, for_publication)


def draw(report: ChecklistReport, target: Path | BinaryIO, language: str = "it") -> None:
    """Write the PDF: the same report gives the same bytes."""
    with speaking(language):
        page.write(_sheet(report), lambda: _story(report), target, language)


def _sheet(report: ChecklistReport) -> page.Sheet:
    return say.sheet(
        report.view, _("Lista delle cose da fare"), report.printed_at, for_publication=report.for_publication
    )


def _story(report: ChecklistReport) -> list[Flowable]:
    view = report.view
    return [
        *say.opening(view),
        style.text(say.progress_words(view), style.LEAD),
        Spacer(0, 6),
        *style.section(_("Che cosa c'è da fare"), _lines(view)),
        *_dates(view.duties, view.case.today),
        *_findings(view),
        *say.steps_section(view),
        *_laws(view),
    ]


def _lines(view: AccessionView) -> Flowable:
    heads = ("", _("Che cosa"), _("Chi"), _("Stato"), _("Entro"))
    rows = [
        (
            _BOX.get(line.state, "[ ]"),
            _what(line),
            actor_label(line.item.actor.value, view.accession.body),
            item_state_label(line.state.value),
            _due(line.due),
        )
        for line in view.items
    ]
    return style.listing(heads, rows, style.spread((7, 66, 24, 20, 25)))


def _what(line: ItemView) -> str:
    """The line, and what it lacks or why it does not apply."""
    item = line.item
    told = [in_language(item.title, item.title_en)]
    if item.skipped_reason:
        told.append(_("Non si applica: {reason}").format(reason=item.skipped_reason))
    elif line.state is not ItemState.DONE:
        told += [missing_words(one.code, one.name, say.slot_title(item, one.name)) for one in line.missing]
    return "\n".join(told)


def _laws(view: AccessionView) -> list[Flowable]:
    told = [(in_language(line.item.title, line.item.title_en), line.item.law) for line in view.items if line.item.law]
    return style.section(_("Le regole"), style.facts(told)) if told else []


def _due(due: Duty | None) -> str:
    if due is None:
        return ""
    told = [f"{weekday(due.on)} {day(due.on)}"]
    if due.reason:
        told.append(due.reason)
    return "\n".join(told)


def _dates(duties: Sequence[Duty], today: date) -> list[Flowable]:
    if not duties:
        return []
    rows = [(say.when(duty.on, today, duty.key), duty_label(duty.key), say.why(duty)) for duty in duties]
    heads = (_("Quando"), _("Che cosa"), _("Perché"))
    return style.section(_("Date"), style.listing(heads, rows, style.spread((34, 40, 68))))


def _findings(view: AccessionView) -> list[Flowable]:
    if not view.findings:
        return []
    heads = (_("Peso"), _("Che cosa non va"), _("Regola"))
    rows = []
    for finding in view.findings:
        told = finding_words(finding.code, finding.params)
        rows.append((say.severity_label(finding.severity.value), told.text, told.why))
    return style.section(_("Controlli prima dell'invio"), style.listing(heads, rows, style.spread((20, 66, 56))))
