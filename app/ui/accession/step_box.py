# SPDX-License-Identifier: EUPL-1.2
"""The steps of a line: those recorded, the one to record now, or what has to come before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.accession_states import Step, Transition
from app.domain.accessions import StepTaken
from app.text import _, day
from app.text.accession_labels import step_label
from app.ui.accession.entries import ChoiceField
from app.ui.accession.place import Place
from app.ui.accession.step_ask import Aside, StepAsk
from app.ui.accession.words import LINES_WITH_STEPS, line_of, next_deed, steps_of_line
from app.ui.theme import unit
from app.ui.widgets.card import empty_layout
from app.ui.widgets.label import Label
from app.ui.widgets.link import LongLink
from app.ui.widgets.panel import rule

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView

_ASIDE = (Step.CORRECT, Step.GIVE_UP_RENEWAL, Step.EXPIRE)
"""Steps that are possible but not the way: they are asked for by themselves."""


class StepBox(QWidget):
    """Kept as long as the steps that are open stay the same, so that nobody is disturbed while typing."""

    def __init__(self, place: Place, key: str, aside: Aside) -> None:
        super().__init__()
        self._place = place
        self._aside = aside
        self._key = key
        self._open: tuple[Transition, ...] | None = None
        self.asks: dict[Step, StepAsk] = {}
        self.which = ChoiceField(_("Che cosa è successo"), ())
        self._told = QVBoxLayout()
        self._told.setSpacing(unit(3))
        self._asks = QVBoxLayout()
        self._asks.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(6))
        layout.addWidget(rule())
        layout.addLayout(self._told)
        layout.addWidget(self.which)
        layout.addLayout(self._asks)
        self.which.box.activated.connect(lambda _place: self._show_chosen())

    def show_view(self, view: AccessionView) -> None:
        """Say what was recorded, offer what can be."""
        ways = steps_of_line(view, self._key)
        if ways != self._open:
            self._open = ways
            self._build(ways)
        for ask in self.asks.values():
            ask.show_view(view)
        self._tell(view)
        self._show_chosen()
        self.setVisible(bool(self._told.count() or ways))

    def focus(self) -> bool:
        """Put the keyboard into the step that is offered."""
        shown = [ask for ask in self.asks.values() if ask.isVisibleTo(self)]
        if self.which.isVisibleTo(self):
            self.which.box.setFocus()
        elif shown:
            shown[0].focus_first()
        return bool(shown)

    def _build(self, ways: tuple[Transition, ...]) -> None:
        empty_layout(self._asks)
        self.asks = {way.step: StepAsk(self._place, way, self._aside) for way in ways}
        self.which.box.clear()
        for way in sorted(ways, key=lambda way: (way.step in _ASIDE, way.step is not Step.ACCEPT)):
            self.which.box.addItem(step_label(way.step.value), way.step.value)
            self._asks.addWidget(self.asks[way.step])
        self.which.setVisible(len(ways) > 1)

    def _show_chosen(self) -> None:
        for step, ask in self.asks.items():
            ask.setVisible(step.value == self.which.text())

    def _tell(self, view: AccessionView) -> None:
        empty_layout(self._told)
        for taken in view.case.steps:
            if line_of(taken.step) == self._key:
                self._told.addWidget(Label(taken_words(taken), "good", wraps=True))
                if taken.reason:
                    self._told.addWidget(Label(taken.reason, "muted", wraps=True))
        words, key = next_deed(view)
        is_later = self._key in LINES_WITH_STEPS and key not in ("", self._key)
        if is_later and not self._open and not self._told.count():
            self._told.addWidget(Label(_("Questo passo si registra più avanti. Prima:"), "muted", wraps=True))
            link = LongLink(words, lambda: self._place.go(key, ""))
            self._told.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)


def taken_words(taken: StepTaken) -> str:
    """`Delibera approvata: 20/09/2026, n. 31`."""
    told = _("{step}: {day}").format(step=step_label(taken.step.value), day=day(taken.on))
    if not taken.number:
        return told
    number = _("n. {number}").format(number=taken.number)
    if taken.number_on:
        number = _("n. {number} del {day}").format(number=taken.number, day=day(taken.number_on))
    return f"{told}, {number}"
