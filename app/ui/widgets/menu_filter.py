# SPDX-License-Identifier: EUPL-1.2
"""A filter with many values: a button that opens a menu, "Misura: tutte ▾"."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget


class MenuFilter(QPushButton):
    """One of many values, or all of them (the empty value)."""

    chosen = Signal(str)

    def __init__(self, title: str, all_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "filter")
        self.setAutoDefault(False)
        self._title = title
        self._all_text = all_text
        self._texts: dict[str, str] = {}
        self.value = ""
        self._menu = QMenu(self)
        self._group: QActionGroup | None = None
        self.setMenu(self._menu)
        self._show_value()

    def set_options(self, options: Iterable[tuple[str, str, int | None]]) -> None:
        """The values: (value, words, number of rows or None). A value that is no longer there stays chosen."""
        listed = list(options)
        self._texts |= {value: text for value, text, _count in listed}
        self._menu.clear()
        if self._group:
            self._group.deleteLater()
        self._group = QActionGroup(self)
        self._add("", self._all_text, None)
        for value, text, count in listed:
            self._add(value, text, count)
        self._show_value()

    def set_value(self, value: str) -> None:
        """Choose without a signal; "" is all."""
        self.value = value
        for action in self._menu.actions():
            action.setChecked(action.property("value") == value)
        self._show_value()

    def _add(self, value: str, text: str, count: int | None) -> None:
        plain = text.replace("&", "&&")
        action = QAction(plain if count is None else f"{plain}  ({count})", self._menu)
        action.setCheckable(True)
        action.setProperty("value", value)
        action.setChecked(value == self.value)
        action.triggered.connect(lambda _checked=False: self._on_chosen(value))
        if self._group:
            self._group.addAction(action)
        self._menu.addAction(action)

    def _on_chosen(self, value: str) -> None:
        self.set_value(value)
        self.chosen.emit(value)

    def _show_value(self) -> None:
        text = self._texts.get(self.value, self.value) if self.value else self._all_text
        self.setText(f"{self._title}: {text}  ▾".replace("&", "&&"))
        self.setAccessibleName(f"{self._title}: {text}")
        self.setProperty("isSet", bool(self.value))
        self.style().unpolish(self)
        self.style().polish(self)
