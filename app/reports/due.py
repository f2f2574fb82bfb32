# SPDX-License-Identifier: EUPL-1.2
"""The deadlines that a source tells, put together by day and reason, as a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable

from app.domain.deadlines import KnownDeadline
from app.reports import style, words
from app.text import _, day


@dataclass(frozen=True, slots=True)
class DueGroup:
    """The projects for which the same thing falls due on the same day, by the same source."""

    due_on: date
    event: str
    source: str
    is_done: bool
    projects: tuple[tuple[str, str], ...]  # call, CUP


def group_deadlines(deadlines: Iterable[KnownDeadline]) -> list[DueGroup]:
    """Put together what falls due on the same day for the same reason, by day."""
    groups: dict[tuple[date, str, str, bool], list[tuple[str, str]]] = {}
    for row in deadlines:
        groups.setdefault((row.due_on, row.event, row.source, row.is_done), []).append((row.project_call, row.cup))
    return [DueGroup(*key, projects=tuple(projects)) for key, projects in sorted(groups.items())]


def deadline_section(deadlines: Iterable[KnownDeadline], today: date) -> list[Flowable]:
    """What falls due and when, with the source that says so."""
    heading = _("Scadenze note")
    groups = group_deadlines(deadlines)
    if not groups:
        return style.section(heading, style.text(_("Nessuna fonte consultata dice una scadenza di questi progetti.")))
    heads = (_("Entro il"), _("Che cosa"), _("Progetti"), _("Fonte"))
    rows = [(_due_words(group, today), _event_words(group), _named(group), group.source) for group in groups]
    return style.section(heading, style.listing(heads, rows, style.spread((19, 38, 28, 43))))


def _due_words(group: DueGroup, today: date) -> str:
    if group.is_done or group.due_on >= today:
        return day(group.due_on)
    return _("{day} (passata)").format(day=day(group.due_on))


def _event_words(group: DueGroup) -> str:
    name = words.event_name(group.event)
    return _("{event}: fatto").format(event=name) if group.is_done else name


def _named(group: DueGroup) -> str:
    return "\n".join(cup or call for call, cup in group.projects)
