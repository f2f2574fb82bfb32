# SPDX-License-Identifier: EUPL-1.2
"""The steps of a contract: those recorded, and those that its state leaves open, the likely one first."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.concessions import ContractStepTaken
from app.domain.contract_states import ContractStep, ContractWay
from app.text import _, day
from app.text.concession_labels import contract_step_label
from app.ui.accession.entries import ChoiceField
from app.ui.contract.place import OwnerPlace
from app.ui.contract.step_ask import StepAsk
from app.ui.theme import unit
from app.ui.widgets.card import empty_layout
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.contracts import ContractView


class StepBox(QWidget):
    """Kept as long as the open steps stay the same, so that nobody is disturbed while typing."""

    def __init__(self, place: OwnerPlace, steps: Collection[ContractStep], nothing: str) -> None:
        super().__init__()
        self._place, self._steps = place, steps
        self._open: tuple[ContractWay, ...] | None = None
        self.asks: dict[ContractStep, StepAsk] = {}
        self.which = ChoiceField(_("Che cosa è successo"), ())
        self.nothing = Label(nothing, "muted", wraps=True)
        self._told = QVBoxLayout()
        self._told.setSpacing(unit(3))
        self._asks = QVBoxLayout()
        self._asks.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(6))
        layout.addLayout(self._told)
        layout.addWidget(self.nothing)
        layout.addWidget(self.which)
        layout.addLayout(self._asks)
        self.which.box.activated.connect(lambda _place: self._show_chosen())

    def show_view(self, view: ContractView) -> None:
        """Say what was recorded, offer what can be."""
        ways = tuple(way for way in view.ways if way.step in self._steps)
        if ways != self._open:
            self._open = ways
            self._build(ways)
        for ask in self.asks.values():
            ask.show_view(view)
        empty_layout(self._told)
        for taken in view.steps:
            if taken.step in self._steps:
                self._tell(taken)
        self.nothing.setVisible(not ways)
        self._show_chosen()

    def focus_field(self, name: str) -> bool:
        """Put the keyboard into the step that is offered, by its name or by "step"."""
        if not self.asks or name not in ("step", *(step.value for step in self.asks)):
            return False
        if name != "step":
            self.which.set_text(name)
            self._show_chosen()
        shown = next((ask for ask in self.asks.values() if ask.isVisibleTo(self)), None)
        if shown is not None:
            shown.focus_first()
        return shown is not None

    def flush(self) -> None:
        """Nothing is kept before its button is pressed."""

    def take_files(self, _files: list[Path]) -> bool:
        """No file is asked for here."""
        return False

    def _build(self, ways: tuple[ContractWay, ...]) -> None:
        empty_layout(self._asks)
        self.asks = {way.step: StepAsk(self._place, way) for way in ways}
        self.which.box.clear()
        for way in ways:
            self.which.box.addItem(contract_step_label(way.step.value), way.step.value)
            self._asks.addWidget(self.asks[way.step], 0, Qt.AlignmentFlag.AlignTop)
        self.which.setVisible(len(ways) > 1)

    def _show_chosen(self) -> None:
        for step, ask in self.asks.items():
            ask.setVisible(step.value == self.which.text())

    def _tell(self, taken: ContractStepTaken) -> None:
        words = _("{step}: {day}").format(step=contract_step_label(taken.step.value), day=day(taken.on))
        if taken.number:
            words += ", " + _("n. {number}").format(number=taken.number)
        self._told.addWidget(Label(words, "good", wraps=True))
        if taken.reason:
            self._told.addWidget(Label(taken.reason, "muted", wraps=True))
