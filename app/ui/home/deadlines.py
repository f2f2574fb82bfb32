# SPDX-License-Identifier: EUPL-1.2
"""What is late, what falls due in 30 days, and what comes after; each line leads to what it is of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.deadlines import SOON_DAYS
from app.text import _, day, in_language, money, ngettext, weekday
from app.text.contract_duty_words import contract_duty_label, contract_duty_why, is_limit, limit_day, no_contract
from app.text.distance import days_away
from app.text.duty_words import duty_day, duty_label, duty_why
from app.text.labels import event_label
from app.ui.accessions.words import name_of
from app.ui.theme import unit
from app.ui.widgets.card import empty_layout
from app.ui.widgets.label import Label
from app.ui.widgets.link import LongLink
from app.ui.widgets.panel import Panel, rule
from app.ui.widgets.pill import Pill

if TYPE_CHECKING:
    from app.actions.accession_overview import KnownDuty
    from app.actions.contract_duties import KnownContractDuty
    from app.domain.deadlines import KnownDeadline
    from app.ui.home.reading import HomeView

_AT_MOST = 6  # projects of one day; the others are in Finanziamenti


@dataclass(frozen=True, slots=True)
class Due:
    """What falls due on one day for one reason."""

    due_on: date
    event: str
    source: str
    deadlines: tuple[KnownDeadline, ...]
    duty: KnownDuty | None = None  # of a procedure; then there are no deadlines of projects
    of_contract: KnownContractDuty | None = None  # likewise, of a contract, a concession or an invoice


class DeadlinesPanel(Panel):
    """Overdue never disappears; `open_project` gets a number, `open_procedure` a key, `open_page` a page and a key."""

    def __init__(
        self,
        open_project: Callable[[int], object],
        open_procedure: Callable[[str], object],
        open_page: Callable[[str, str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Scadenze"), parent)
        self._open_project = open_project
        self._open_procedure = open_procedure
        self._open_page = open_page
        self._lines = QVBoxLayout()
        self._lines.setSpacing(unit(6))
        self.body.addLayout(self._lines)

    def show_view(self, view: HomeView) -> None:
        """Show the deadlines of the day."""
        empty_layout(self._lines)
        groups = due_groups(view)
        late = [due for due in groups if due.due_on < view.today]
        soon = [due for due in groups if 0 <= (due.due_on - view.today).days <= SOON_DAYS]
        later = [due for due in groups if (due.due_on - view.today).days > SOON_DAYS]
        self._section(_("In ritardo"), late, view)
        if any(due.deadlines for due in late):
            told = _("I dati aperti non dicono se le attività sono già concluse: controlla su PA digitale 2026.")
            self._lines.addWidget(Label(told, "small", wraps=True))
        self._section(_("Nei prossimi 30 giorni"), soon, view, _("Nessuna scadenza nota."))
        self._section(_("Più avanti, la prima"), later[:1], view)

    def _section(self, title: str, groups: list[Due], view: HomeView, otherwise: str = "") -> None:
        if not groups and not otherwise:
            return
        if self._lines.count():
            self._lines.addSpacing(unit(4))
            self._lines.addWidget(rule())
        self._lines.addWidget(Label(title, "section"))
        if not groups:
            self._lines.addWidget(Label(otherwise, "muted"))
        for due in groups:
            self._add(due, view)

    def _add(self, due: Due, view: HomeView) -> None:
        if due.duty:
            self._add_duty(due.duty, view)
            return
        if due.of_contract:
            self._add_of_contract(due.of_contract, view)
            return
        self._add_head(event_label(due.event), due.due_on, view)
        until = _("fino a {weekday} {day}") if due.event == "maintenance" else _("entro {weekday} {day}")
        told = until.format(weekday=weekday(due.due_on), day=day(due.due_on))
        self._lines.addWidget(Label(told))
        for deadline in due.deadlines[:_AT_MOST]:
            self._lines.addLayout(self._line(deadline, view))
        more = len(due.deadlines) - _AT_MOST
        if more > 0:
            told = ngettext("e {count} altro", "e altri {count}", more).format(count=more)
            self._lines.addWidget(Label(told, "muted"))
        self._lines.addWidget(Label(_("Lo dice: {source}").format(source=due.source), "small", wraps=True))

    def _add_duty(self, known: KnownDuty, view: HomeView) -> None:
        duty, name = known.duty, name_of(known.accession)
        self._add_head(duty_title(known), duty.on, view)
        self._lines.addWidget(Label(duty_day(duty.key, duty.on)))
        link = LongLink(name, partial(self._open_procedure, known.key))
        link.setAccessibleName(_("Apri la pratica: {name}, {what}").format(name=name, what=duty_title(known)))
        self._lines.addWidget(link)
        self._lines.addWidget(Label(duty.reason or duty_why(duty.key), "small", wraps=True))

    def _add_of_contract(self, known: KnownContractDuty, view: HomeView) -> None:
        duty, what = known.duty, contract_duty_label(known.duty.key, known.duty.name, known.duty.point)
        self._add_head(what, duty.on, view)
        name = known.title or no_contract()
        link = LongLink(name, partial(self._open_page, known.page, known.key))
        link.setAccessibleName(_("Apri la concessione: {name}, {what}").format(name=name, what=what))
        line = QHBoxLayout()
        line.setSpacing(unit(10))
        line.addWidget(link, 1)
        line.addWidget(Label(limit_day(duty.on, is_limit=is_limit(duty.key))))
        self._lines.addLayout(line)
        self._lines.addWidget(Label(contract_duty_why(duty.key), "small", wraps=True))

    def _add_head(self, title: str, due_on: date, view: HomeView) -> None:
        head = QHBoxLayout()
        head.setSpacing(unit(10))
        head.addWidget(Label(title, "strong", wraps=True), 1)
        head.addWidget(Pill(*_distance(due_on, view.today)), 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addLayout(head)

    def _line(self, deadline: KnownDeadline, view: HomeView) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(unit(10))
        name = view.label(deadline.project_call)
        link = LongLink(name, partial(self._open_project, deadline.project_id))
        link.setAccessibleName(_("Apri il progetto {name}, CUP {cup}").format(name=name, cup=deadline.cup))
        line.addWidget(link, 1)
        line.addWidget(Label(deadline.cup, "mono"))
        project = view.projects.get(deadline.project_id)
        amount = Label(money(project.amount) if project else "")
        amount.setMinimumWidth(unit(96))
        amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(amount)
        return line


def due_groups(view: HomeView) -> list[Due]:
    """What is still open, put together by day and reason, by day; each day of a procedure or contract stands alone."""
    rows = [row for row in view.seen.deadlines if row.is_open(view.today)]
    rows.sort(key=_reason)
    groups = [Due(*reason, deadlines=tuple(same)) for reason, same in groupby(rows, _reason)]
    groups += _duties(view.seen.procedures.standing(view.today))
    groups += [
        Due(one.duty.on, one.duty.key, "", (), of_contract=one) for one in view.seen.running.standing(view.today)
    ]
    return sorted(groups, key=lambda due: due.due_on)


def duty_title(known: KnownDuty) -> str:
    """What falls due; the line itself where the office wrote the day."""
    item = known.item
    return in_language(item.title, item.title_en) if item and known.duty.key == "own" else duty_label(known.duty.key)


def next_due(view: HomeView) -> date | None:
    """The next day on which something falls due, today too."""
    ahead = (due.due_on for due in due_groups(view) if due.due_on >= view.today)
    return next(iter(ahead), None)


def ahead_words(due_on: date, today: date) -> str:
    """`lunedì 31/12/2029, fra 1.134 giorni`."""
    return f"{weekday(due_on)} {day(due_on)}, {_distance(due_on, today)[0]}"


def _duties(known: Iterable[KnownDuty]) -> list[Due]:
    return [Due(one.duty.on, one.duty.key, "", (), one) for one in known]


def _reason(row: KnownDeadline) -> tuple[date, str, str]:
    return row.due_on, row.event, row.source


def _distance(due_on: date, today: date) -> tuple[str, str]:
    left = (due_on - today).days
    tone = "bad" if left < 0 else "warning" if left <= SOON_DAYS else "neutral"
    return days_away(left), tone
