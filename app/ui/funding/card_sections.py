# SPDX-License-Identifier: EUPL-1.2
"""The sections of a project's card, each from what it is given to lines; a section with nothing to say is left out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from app.domain.calls import Composition, Decree, TimeLimit
from app.domain.funding import Difference, FundingChange, Project, ProjectId, Status
from app.reports import words as printed
from app.text import _, day, moment, ngettext, weekday
from app.text.labels import decree_source_label, event_label, field_label, status_label
from app.ui.catalogue.words import service_line
from app.ui.funding.words import distance_words, told

if TYPE_CHECKING:
    from app.actions.funding import ProjectCard
    from app.ui.widgets.card import Card

_MOST_SERVICES = 6
_UNKNOWN = ("contract", "completion")


def composition_line(composition: Composition | None) -> str:
    """`9 servizi in aggiornamento + canone`, where only one way makes up the amount."""
    if composition is None:
        return _("Gli importi noti dell'avviso non dicono come si compone.")
    return printed.composition_words(composition)


def add_composition(card: Card, shown: ProjectCard) -> None:
    """The parts of the lump sum with their amounts, and how that is known."""
    composition = shown.composition
    if composition is None:
        return
    card.add_heading(_("Come si compone l'importo"))
    for part in printed.in_order(composition):
        card.add_row(printed.component_words(part), printed.component_sum(part))
    band = printed.band_words(composition)
    how = _("Come si sa: {how}").format(how=printed.how_known_words(composition))
    card.add_source(_("{how}; comuni {band}.").format(how=how, band=band) if band else f"{how}.")


def add_deadlines(card: Card, shown: ProjectCard, today: date) -> None:
    """Every day that a source names, with the weekday and how far it is."""
    if not shown.deadlines:
        return
    card.add_heading(_("Scadenze"))
    for deadline in shown.deadlines:
        when = _("{weekday} {day}").format(weekday=weekday(deadline.due_on), day=day(deadline.due_on))
        distance, tone = distance_words(deadline, today)
        card.add_pill_row(f"{event_label(deadline.event)}: {when}", distance, tone)
        card.add_source(_("Fonte: {source}").format(source=deadline.source))
    if any(deadline.event == "completion" for deadline in shown.deadlines) and shown.project.status is Status.FUNDED:
        card.add_source(_("I dati aperti non dicono se le attività sono state completate: lo dice la piattaforma."))


def add_dates(card: Card, shown: ProjectCard) -> None:
    """When it was asked for, by which decree it was granted, since when it is as it is."""
    project = shown.project
    card.add_heading(_("Date e decreto"))
    if project.sent_at:
        card.add_row(_("Candidatura inviata"), _("{moment}, ora di Roma").format(moment=moment(project.sent_at)))
    card.add_row(_("Decreto"), _decree_words(project, shown.decree))
    if shown.decree and not project.decree:
        card.add_source(
            _("Il numero non è nel file. Fonte: {source}").format(source=decree_source_label(shown.decree.source))
        )
    if project.window:
        card.add_row(_("Finestra"), project.window)
    if project.status_on:
        since = _("{status} dal {day}").format(status=status_label(project.status.value), day=day(project.status_on))
        card.add_row(_("Stato"), since)
    card.add_row(_("Misura"), project.measure or _("non indicata nei dati aperti"))


def _decree_words(project: Project, known: Decree | None) -> str:
    on = _("del {day}").format(day=day(project.funded_on)) if project.funded_on else ""
    if project.decree:
        return " ".join(part for part in (project.decree, on) if part)
    if known:
        return _("n. {number} {on}").format(number=known.number, on=on).strip()
    return on or _("non indicato nei dati aperti")


def add_limits(card: Card, shown: ProjectCard) -> None:
    """The time limits of the call with their source, while they matter; silence of the sources is said."""
    limits = [limit for limit in shown.limits if limit.call and limit.event in _UNKNOWN]
    if shown.project.status is not Status.FUNDED or not limits:
        return
    card.add_heading(_("Termini dell'avviso"))
    for limit in limits:
        card.add_row(event_label(limit.event), printed.limit_words(limit) if limit.is_known else _not_known(limit))
        extra = [printed.note_words(limit) if limit.is_known else "", limit.source]
        source = "; ".join(part for part in extra if part)
        if source:
            card.add_source(_("Fonte: {source}").format(source=source))


def _not_known(limit: TimeLimit) -> str:
    known = _("non noto nelle fonti")
    note = printed.note_words(limit)
    return f"{known} ({note})" if note and not limit.note.startswith("non trovato") else known


def add_twins(
    card: Card, shown: ProjectCard, labels: Callable[[str], str], open_project: Callable[[ProjectId], object]
) -> None:
    """Other projects with this CUP: nearly always one renounced and asked for again."""
    if not shown.same_cup:
        return
    card.add_heading(_("Lo stesso CUP è anche su"))
    for other in shown.same_cup:
        text = f"{labels(other.call)} · {status_label(other.status.value)}"
        card.add_link(text, partial(open_project, other.id))


def add_changes(card: Card, shown: ProjectCard) -> None:
    """What the imports changed, newest first, with file and moment."""
    if not shown.changes:
        return
    card.add_heading(_("Che cosa hanno cambiato le importazioni"))
    for _which, group in groupby(shown.changes, lambda change: (change.import_id, change.source_file)):
        changes = list(group)
        for change in changes:
            _add_change(card, change)
        source = _("Importato il {moment} da {file}")
        card.add_source(source.format(moment=moment(changes[0].imported_at), file=changes[0].source_file))


def _add_change(card: Card, change: FundingChange) -> None:
    if change.kind is Difference.ADDED:
        card.add_text(_("Progetto nuovo"))
    else:
        words = f"{told(change.field, change.old)} → {told(change.field, change.new)}"
        card.add_row(field_label(change.field), words)


def add_services(card: Card, shown: ProjectCard, open_service: Callable[[str], object]) -> None:
    """The services of the catalogue that a call of this measure typically pays for."""
    if not shown.services:
        return
    card.add_heading(_("Servizi del catalogo pagati di solito da questa misura"))
    for service in shown.services[:_MOST_SERVICES]:
        card.add_link(service_line(service), partial(open_service, service.code))
    left = len(shown.services) - _MOST_SERVICES
    if left > 0:
        told_left = ngettext("e un altro nel catalogo", "e altri {count} nel catalogo", left)
        card.add_text(told_left.format(count=left), muted=True)
