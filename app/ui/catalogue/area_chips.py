# SPDX-License-Identifier: EUPL-1.2
"""The areas as one line of chips: what does not fit stands in the menu of the last one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from app.text import _
from app.text.catalogue_labels import area_label
from app.ui.theme import unit

_GAP = 8


class AreaChips(QWidget):
    """One area, or all of them (""); the chosen one is always in sight."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Area"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._counts: dict[str, int] = {}
        self._buttons: dict[str, QPushButton] = {}
        self.value = ""
        self.more = QPushButton(self)
        self.more.setProperty("role", "filter")
        self.more.setAutoDefault(False)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self._menu)
        self._add("")

    def show_counts(self, counts: Mapping[str, int], total: int) -> None:
        """How many services each area would show; an area once seen keeps its place."""
        for area in counts:
            if area not in self._buttons:
                self._add(area)
        self._counts = {area: counts.get(area, 0) for area in self._buttons} | {"": total}
        for area, button in self._buttons.items():
            button.setText(f"{_name(area)}  {self._counts[area]}".replace("&", "&&"))
            button.setAccessibleName(f"{_name(area)}: {self._counts[area]}")
        self._arrange()

    def set_value(self, area: str) -> None:
        """Choose without a signal."""
        self.value = area
        for other, button in self._buttons.items():
            button.setChecked(other == area)
        self._arrange()

    def button(self, area: str) -> QPushButton:
        """The chip of an area, which may be out of sight."""
        return self._buttons[area]

    def sizeHint(self) -> QSize:
        """As wide as one likes, as high as a chip."""
        return QSize(unit(400), self._buttons[""].sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for the chosen one and the menu."""
        return QSize(unit(160), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as fit."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_menu"):
            self.updateGeometry()
            self._arrange()

    def stops(self) -> list[QPushButton]:
        """Where Tab and the arrows go, in their order; those out of sight are passed over."""
        return [*self._buttons.values(), self.more]

    def _add(self, area: str) -> None:
        button = QPushButton(_name(area), self)
        button.setProperty("role", "chip")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setChecked(area == self.value)
        button.clicked.connect(lambda _checked=False: self._on_chosen(area))
        self._buttons[area] = button

    def _on_chosen(self, area: str) -> None:
        self.set_value(area)
        self.chosen.emit(area)

    def _hidden(self) -> list[str]:
        return [area for area, button in self._buttons.items() if button.isHidden()]

    def _arrange(self) -> None:
        shown = self._fitting()
        left = 0
        for area, button in self._buttons.items():
            button.setVisible(area in shown)
            if area in shown:
                size = button.sizeHint()
                button.setGeometry(left, 0, min(size.width(), self.width()), size.height())
                left += size.width() + unit(_GAP)
        hidden = len(self._buttons) - len(shown)
        self.more.setText(_("Altre {count} aree").format(count=hidden) + "  ▾")
        self.more.setAccessibleName(_("Altre {count} aree").format(count=hidden))
        self.more.setVisible(hidden > 0)
        self.more.setGeometry(left, 0, self.more.sizeHint().width(), self._buttons[""].sizeHint().height())

    def _fitting(self) -> list[str]:
        """All and the chosen one, then those that hold something, as many as there is room for."""
        full = [area for area in self._buttons if self._counts.get(area)]
        order = list(dict.fromkeys(["", self.value, *full, *self._buttons]))
        self.more.setText(_("Altre {count} aree").format(count=len(order)) + "  ▾")
        room = self.width() - self.more.sizeHint().width()
        if sum(self._width(area) for area in order) - unit(_GAP) <= self.width():
            return order
        shown: list[str] = []
        for area in order:
            room -= self._width(area)
            if room < 0 and shown:
                break
            shown.append(area)
        return shown

    def _width(self, area: str) -> int:
        return self._buttons[area].sizeHint().width() + unit(_GAP)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for area in self._hidden():
            text = f"{_name(area)}  ({self._counts.get(area, 0)})".replace("&", "&&")
            action = self._menu.addAction(text)
            action.triggered.connect(lambda _checked=False, area=area: self._on_chosen(area))


def _name(area: str) -> str:
    return area_label(area) if area else _("Tutte le aree")
