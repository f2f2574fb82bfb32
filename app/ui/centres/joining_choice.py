# SPDX-License-Identifier: EUPL-1.2
"""Choosing from which centre, and which of its services: nothing that no source shows stands first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.text import _
from app.ui.catalogue.words import service_line
from app.ui.centres.joining_words import option_words
from app.ui.theme import unit
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.joining import JoiningOption, JoiningPlan
    from app.domain.catalogue import Centre, Service

_MOST_IN_SIGHT = 4
_OTHER = -2
_SHORTEST = 12  # letters of a name that are read even in a narrow window


class CentreChoice(QWidget):
    """The likely ones as buttons, all others in a list behind "Un altro centro"."""

    changed = Signal()

    def __init__(self, plan: JoiningPlan, centre: str = "") -> None:
        super().__init__()
        first, others = _parts(plan, centre)
        self._first = first
        self.others = QComboBox()
        self.others.setAccessibleName(_("Un altro centro"))
        self.others.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.others.setMinimumContentsLength(_SHORTEST)
        for option in others:
            self.others.addItem(option_words(option), option.centre.code)
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(6))
        layout.addWidget(Label(_("Da quale centro"), "section"))
        if plan.wanted and not plan.offering():
            told = _(
                "Nessuna fonte consultata mostra un centro che lo offre: puoi chiederlo lo stesso a uno di questi."
            )
            layout.addWidget(Label(told, "muted", wraps=True))
        self.buttons = [QRadioButton(option_words(option).replace("&", "&&")) for option in first]
        for number, made in enumerate(self.buttons):
            self._group.addButton(made, number)
            layout.addWidget(made)
        self.other_button = QRadioButton(_("Un altro centro"))
        self._group.addButton(self.other_button, _OTHER)
        line = QHBoxLayout()
        line.setSpacing(unit(10))
        line.addWidget(self.other_button)
        line.addWidget(self.others, 1)
        layout.addLayout(line)
        for widget in (self.other_button, self.others):
            widget.setVisible(bool(others))
        (self.buttons[0] if self.buttons else self.other_button).setChecked(True)
        self._group.idToggled.connect(lambda _id, is_on: self.changed.emit() if is_on else None)
        self.others.activated.connect(self._on_other)

    @property
    def code(self) -> str:
        """The centre chosen."""
        number = self._group.checkedId()
        return self._first[number].centre.code if number >= 0 else str(self.others.currentData())

    def choose_other(self, code: str) -> None:
        """Choose one of those behind "Un altro centro"."""
        self.others.setCurrentIndex(self.others.findData(code))
        self._on_other()

    def _on_other(self) -> None:
        if self.other_button.isChecked():
            self.changed.emit()
        self.other_button.setChecked(True)


class ServiceChoice(QWidget):
    """The services that a centre is shown to offer, each with a box; none need be chosen yet."""

    changed = Signal()

    def __init__(self, plan: JoiningPlan) -> None:
        super().__init__()
        self._plan = plan
        self.list = QListWidget()
        self.list.setAccessibleName(_("Servizi da chiedere"))
        self.list.setFixedHeight(unit(150))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(6))
        label = Label(_("Servizi da chiedere (si scelgono anche dopo)"), "section")
        label.setBuddy(self.list)
        layout.addWidget(label)
        layout.addWidget(self.list)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())

    def show_centre(self, centre: Centre) -> None:
        """List what this centre offers; what was ticked stays so."""
        ticked = set(self.codes())
        with QSignalBlocker(self.list):
            self.list.clear()
            for service in self._plan.services:
                if service.code in centre.services and not service.is_withdrawn:
                    self._add(service, is_ticked=service.code in ticked)
            self.list.setCurrentRow(0)

    def codes(self) -> list[str]:
        """The services ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _add(self, service: Service, *, is_ticked: bool) -> None:
        item = QListWidgetItem(service_line(service), self.list)
        item.setData(Qt.ItemDataRole.UserRole, service.code)
        item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)


def _parts(plan: JoiningPlan, centre: str) -> tuple[list[JoiningOption], list[JoiningOption]]:
    """Those in sight and the others: the centre asked for, or those shown to offer what is wanted."""
    if centre:
        first = [option for option in plan.options if option.centre.code == centre]
    else:
        first = list(plan.offering())[:_MOST_IN_SIGHT] if plan.wanted else list(plan.options)[:_MOST_IN_SIGHT]
    return first, [option for option in plan.options if option not in first]
