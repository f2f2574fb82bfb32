# SPDX-License-Identifier: EUPL-1.2
"""The steps of a contract: those recorded, and those that its state leaves open, what comes next in sight."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.concessions import ContractStepTaken
from app.domain.contract_states import ContractStep, ContractWay
from app.text import _, day
from app.text.concession_labels import contract_step_label, contract_to_do_label
from app.text.number_words import numbered
from app.ui.contract.place import OwnerPlace
from app.ui.contract.step_ask import StepAsk
from app.ui.contract.words import next_way
from app.ui.theme import unit
from app.ui.widgets.card import empty_layout
from app.ui.widgets.expander import Expander
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
        self.asides: dict[ContractStep, Expander] = {}
        self.heading = Label("", "strong", wraps=True)
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
        layout.addWidget(self.heading)
        layout.addLayout(self._asks)

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

    def focus_field(self, name: str) -> bool:
        """Put the keyboard into a step, by its name; "step" is the one that comes next, else the first."""
        likely = next_way(self._open or ())
        usual = likely.step if likely is not None else next(iter(self.asks), None)
        step = usual if name == "step" else next((one for one in self.asks if one.value == name), None)
        if step is None:
            return False
        if step in self.asides:
            self.asides[step].open()
        self.asks[step].focus_first()
        return True

    def flush(self) -> None:
        """Nothing is kept before its button is pressed."""

    def take_files(self, _files: list[Path]) -> bool:
        """No file is asked for here."""
        return False

    def _build(self, ways: tuple[ContractWay, ...]) -> None:
        """The step that comes next lies open; those aside open by their names."""
        empty_layout(self._asks)
        self.asks = {way.step: StepAsk(self._place, way) for way in ways}
        self.asides = {}
        likely = next_way(ways)
        self.heading.setText(_("Adesso: {step}").format(step=contract_to_do_label(likely.step.value)) if likely else "")
        self.heading.setVisible(likely is not None)
        for way in sorted(ways, key=lambda way: way is not likely):
            if way is likely:
                self._asks.addWidget(self.asks[way.step])
                continue
            aside = Expander(contract_to_do_label(way.step.value))
            aside.body.addWidget(self.asks[way.step])
            self.asides[way.step] = aside
            self._asks.addWidget(aside)

    def _tell(self, taken: ContractStepTaken) -> None:
        words = _("{step}: {day}").format(step=contract_step_label(taken.step.value), day=day(taken.on))
        if taken.number:
            words += ", " + numbered(taken.number)
        self._told.addWidget(Label(words, "good", wraps=True))
        if taken.reason:
            self._told.addWidget(Label(taken.reason, "muted", wraps=True))
