# SPDX-License-Identifier: EUPL-1.2
"""Chips: filters that one sees, each with the number of rows behind it."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.theme import unit
from app.ui.widgets.flow import FlowLayout


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter: its key, its words, how many rows it would show (None: not said)."""

    key: str
    text: str
    count: int | None = None


class Chips(QWidget):
    """One of them is chosen (exclusive), or each is on or off; arrows move between them."""

    chosen = Signal(str)

    def __init__(self, *, exclusive: bool = True, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_exclusive = exclusive
        self._buttons: dict[str, QPushButton] = {}
        self._layout = FlowLayout(self, spacing=unit(8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)

    def set_chips(self, chips: Iterable[Chip]) -> None:
        """Show these; what was chosen stays chosen, else the first is."""
        wanted = list(chips)
        if [chip.key for chip in wanted] != list(self._buttons):
            self._build(wanted)
        for chip in wanted:
            self._show(self._buttons[chip.key], chip)
        if self._is_exclusive and wanted and not self.current():
            self._buttons[wanted[0].key].setChecked(True)

    def current(self) -> str:
        """The chosen key of an exclusive group, or ""."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def checked(self) -> set[str]:
        """The keys that are on."""
        return {key for key, button in self._buttons.items() if button.isChecked()}

    def choose(self, key: str, *, is_on: bool = True) -> None:
        """Set one without a signal."""
        for other, button in self._buttons.items():
            if other == key:
                button.setChecked(is_on)
            elif self._is_exclusive and is_on:
                button.setChecked(False)

    def button(self, key: str) -> QPushButton:
        """The button of a key."""
        return self._buttons[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go to the neighbour."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        buttons = list(self._buttons.values())
        focused = next((place for place, button in enumerate(buttons) if button.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        buttons[(focused + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self, chips: list[Chip]) -> None:
        before = self.checked()
        for button in self._buttons.values():
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons = {}
        for chip in chips:
            button = QPushButton(self)
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setChecked(chip.key in before)
            button.clicked.connect(lambda _checked=False, key=chip.key: self._on_clicked(key))
            self._buttons[chip.key] = button
            self._layout.addWidget(button)
            button.show()
        self._keep_place_of_tab()

    def _keep_place_of_tab(self) -> None:
        """Tab comes here where one reads it: what is made later would come last."""
        before = self.previousInFocusChain()
        while before not in (None, self) and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            before = before.previousInFocusChain()
        if before is None or before is self:
            return
        for button in self._buttons.values():
            QWidget.setTabOrder(before, button)
            before = button

    def _show(self, button: QPushButton, chip: Chip) -> None:
        plain = chip.text.replace("&", "&&")
        button.setText(plain if chip.count is None else f"{plain}  {chip.count}")
        button.setAccessibleName(chip.text if chip.count is None else f"{chip.text}: {chip.count}")

    def _on_clicked(self, key: str) -> None:
        if self._is_exclusive:
            self.choose(key)
        self.chosen.emit(key)


class FilterRow(QWidget):
    """Chips and other filters in lines, as wide as the page."""

    def __init__(self, *filters: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = FlowLayout(self, spacing=unit(8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in filters:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """One more at the end."""
        self._layout.addWidget(widget)
