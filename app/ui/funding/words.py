# SPDX-License-Identifier: EUPL-1.2
"""The words of the page: what an import changes, how far a deadline is, which steps are known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from app.domain.deadlines import SOON_DAYS, KnownDeadline
from app.domain.funding import Difference, PreviewLine, Project, Status
from app.text import _, day, day_of, money, ngettext
from app.text.distance import days_away
from app.text.labels import field_label, field_value
from app.ui.widgets.step_line import Step

STATUS_TONES = {
    Status.FUNDED: "warning",
    Status.PAID: "good",
    Status.RENOUNCED: "neutral",
    Status.RENUNCIATION_PENDING: "bad",
}
DIFFERENCE_TONES = {
    Difference.ADDED: "good",
    Difference.CHANGED: "warning",
    Difference.UNCHANGED: "neutral",
    Difference.OLDER: "neutral",
}
_EMPTY = "–"


def told(field: str, value: str) -> str:
    """A value of an import as the office writes it."""
    return field_value(field, value) or _EMPTY


def change_words(changes: Iterable[tuple[str, str, str]]) -> str:
    """`Stato: Finanziato → Erogato · Data dello stato: 08/08/2022 → 12/06/2024`."""
    return " · ".join(f"{field_label(field)}: {told(field, old)} → {told(field, new)}" for field, old, new in changes)


def difference_words(difference: Difference) -> str:
    """What an import does to a project, in a word or two."""
    return {
        Difference.ADDED: _("Nuovo"),
        Difference.CHANGED: _("Cambiato"),
        Difference.UNCHANGED: _("Uguale"),
        Difference.OLDER: _("Più vecchio"),
    }[difference]


def line_words(line: PreviewLine) -> str:
    """What importing one project would change."""
    if line.difference is Difference.ADDED:
        return _("non c'era ancora")
    if line.difference is Difference.CHANGED:
        return change_words(line.changes)
    if line.difference is Difference.OLDER:
        return _("c'è già un dato più recente: resta quello")
    return _("è già così")


def news_words(added: int, changed: int) -> str:
    """`8 nuovi, 4 cambiati`; that nothing is new where nothing is."""
    parts = []
    if added:
        parts.append(ngettext("{count} nuovo", "{count} nuovi", added).format(count=added))
    if changed:
        parts.append(ngettext("{count} cambiato", "{count} cambiati", changed).format(count=changed))
    return ", ".join(parts) or _("niente di nuovo")


def projects_words(count: int, every: int) -> str:
    """`8 progetti`, or `3 di 8 progetti` where a filter hides some."""
    if count == every:
        return ngettext("{count} progetto", "{count} progetti", count).format(count=count)
    return ngettext("{count} di {every} progetto", "{count} di {every} progetti", every).format(
        count=count, every=every
    )


def rows_total(projects: Iterable[Project]) -> str:
    """The sum of the rows, with what of it was given up; nothing for no rows."""
    rows = list(projects)
    if not rows:
        return ""
    renounced = [project.amount for project in rows if project.status is Status.RENOUNCED]
    total = _("Totale {amount}").format(amount=money(sum((row.amount for row in rows), Decimal(0))))
    if not renounced or len(renounced) == len(rows):
        return total
    part = _("di cui rinunciati {amount}").format(amount=money(sum(renounced, Decimal(0))))
    return f"{total}, {part}"


def distance_words(deadline: KnownDeadline, today: date) -> tuple[str, str]:
    """How far a deadline is, in words, and its tone; a duty that has run out is done."""
    days = (deadline.due_on - today).days
    if not deadline.is_open(today):
        return _("fatto"), "good"
    tone = "bad" if days < 0 else "warning" if days <= SOON_DAYS else "info"
    return days_away(days), tone


def known_steps(project: Project) -> list[Step]:
    """The steps that the open data tell; between decree and payment they tell none."""
    steps = [Step(_under(_("Candidatura"), day_of(project.sent_at)), "done")] if project.sent_at else []
    steps.append(Step(_under(_("Decreto"), day(project.funded_on)), "done"))
    since = day(project.status_on)
    if project.status is Status.PAID:
        return [*steps, Step(_under(_("Erogazione"), since), "done")]
    if project.status is Status.RENOUNCED:
        return [*steps, Step(_under(_("Rinuncia"), since), "done")]
    if project.status is Status.RENUNCIATION_PENDING:
        return [*steps, Step(_under(_("Rinuncia chiesta"), since), "now"), Step(_("Decreto di rinuncia"))]
    return [*steps, Step(_("Erogazione"))]


def _under(name: str, when: str) -> str:
    return f"{name}\n{when}" if when else name
