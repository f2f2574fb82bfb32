# SPDX-License-Identifier: EUPL-1.2
"""What arrived: answers of centres, and what the last import brought; each leads to its procedure or project."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.accession_states import Step
from app.text import _, day, moment, ngettext
from app.text.accession_labels import step_label
from app.ui.accessions.words import name_of
from app.ui.funding.words import DIFFERENCE_TONES, change_words, difference_words
from app.ui.funding.words import told as told_value
from app.ui.theme import unit
from app.ui.widgets.card import empty_layout
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link, LongLink
from app.ui.widgets.panel import Panel
from app.ui.widgets.pill import Pill

if TYPE_CHECKING:
    from app.actions.accession_overview import Answer
    from app.domain.funding import FundingChange
    from app.ui.home.reading import HomeView

_AT_MOST = 6
_TONES = {
    Step.ACCEPT: "good",
    Step.COUNTERSIGN: "good",
    Step.ASK_ADDITIONS: "warning",
    Step.WARN_REJECTION: "bad",
    Step.REJECT: "bad",
}


class NewsPanel(Panel):
    """`open_project` gets the number of a project, `open_all` nothing, `open_procedure` the number of a procedure."""

    def __init__(
        self,
        open_project: Callable[[int], object],
        open_all: Callable[[], object],
        open_procedure: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Che cosa è cambiato"), parent)
        self._open_project = open_project
        self._open_all = open_all
        self._open_procedure = open_procedure
        self._answers = QVBoxLayout()
        self._answers.setSpacing(unit(8))
        self.body.addLayout(self._answers)
        self.source = Label("", "small", wraps=True)
        self.add(self.source)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(unit(8))
        self.body.addLayout(self._lines)

    def show_view(self, view: HomeView) -> None:
        """Show what the centres answered of late, then the news of the last import."""
        empty_layout(self._answers)
        empty_layout(self._lines)
        for answer in _last_of_each(view.seen.procedures.answers)[:_AT_MOST]:
            self._answers.addLayout(self._answer(answer))
        self._show_import(view)

    @staticmethod
    def has_news(view: HomeView) -> bool:
        """True where something arrived that may be looked at."""
        seen = view.seen
        return bool(seen.procedures.answers) or (bool(seen.totals.projects) and seen.last_import is not None)

    def _show_import(self, view: HomeView) -> None:
        last = view.seen.last_import
        self.source.setVisible(last is not None)
        if last is None:
            return
        counts = _counts(last.added, last.changed, last.unchanged)
        self.source.setText(
            _("Importazione del {moment}, dati al {day}: {counts}.").format(
                moment=moment(last.at), day=day(last.as_of), counts=counts
            )
        )
        by_project = [list(same) for _key, same in groupby(view.seen.news, lambda row: (row.call, row.cup))]
        if not by_project:
            self._lines.addWidget(Label(_("L'ultima importazione non ha cambiato nessun progetto."), "muted"))
        for changes in by_project[:_AT_MOST]:
            self._lines.addLayout(self._line(changes, view))
        more = len(by_project) - _AT_MOST
        if more > 0:
            told = ngettext("Vedi {count} altro progetto", "Vedi altri {count} progetti", more)
            self._lines.addWidget(Link(told.format(count=more), self._open_all))

    def _line(self, changes: list[FundingChange], view: HomeView) -> QHBoxLayout:
        first = changes[0]
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name(first, view))
        told = news_words(changes)
        if told:
            words.addWidget(Label(told, "muted", wraps=True))
        return _with_pill(difference_words(first.kind), DIFFERENCE_TONES[first.kind], words)

    def _answer(self, answer: Answer) -> QHBoxLayout:
        step, name = answer.step, name_of(answer.accession)
        told = f"{step_label(step.step.value)}, {day(step.on)}"
        link = LongLink(name, partial(self._open_procedure, str(answer.accession.id)))
        link.setAccessibleName(_("Apri la pratica: {name}, {what}").format(name=name, what=told))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(link)
        words.addWidget(Label(f"{told}: {step.reason}" if step.reason else told, "muted", wraps=True))
        return _with_pill(_("Risposta"), _TONES.get(step.step, "info"), words)

    def _name(self, change: FundingChange, view: HomeView) -> QWidget:
        name = view.label(change.call)
        project = view.project_of(change.call, change.cup)
        if project is None:
            return Label(name, wraps=True)
        link = LongLink(name, partial(self._open_project, project.id))
        link.setAccessibleName(_("Apri il progetto {name}, CUP {cup}").format(name=name, cup=change.cup))
        return link


def _last_of_each(answers: Iterable[Answer]) -> list[Answer]:
    """What holds now of each procedure, the newest first."""
    found: dict[int, Answer] = {}
    for answer in answers:
        found.setdefault(answer.accession.id, answer)
    return list(found.values())


def _with_pill(text: str, tone: str, words: QVBoxLayout) -> QHBoxLayout:
    pill = Pill(text, tone)
    pill.setFixedWidth(unit(96))
    line = QHBoxLayout()
    line.setSpacing(unit(10))
    line.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
    return line


def news_words(changes: list[FundingChange]) -> str:
    """`Stato: Finanziato 30/01/2023 → Erogato 14/05/2025`: a state and its day are told together."""
    told = {change.field: (change.field, change.old, change.new) for change in changes if change.field}
    state, since = told.get("status"), told.get("status_on")
    parts = []
    if state and since:
        before, after = (f"{told_value('status', state[at])} {told_value('status_on', since[at])}" for at in (1, 2))
        parts.append(_("Stato: {before} → {after}").format(before=before, after=after))
        told = {field: change for field, change in told.items() if field not in ("status", "status_on")}
    return " · ".join([*parts, *([change_words(told.values())] if told else [])])


def _counts(added: int, changed: int, unchanged: int) -> str:
    parts = (
        ngettext("{count} nuovo", "{count} nuovi", added).format(count=added),
        ngettext("{count} cambiato", "{count} cambiati", changed).format(count=changed),
        ngettext("{count} uguale", "{count} uguali", unchanged).format(count=unchanged),
    )
    return ", ".join(parts)
