# SPDX-License-Identifier: EUPL-1.2
"""Labels and their values in two columns, with "Copia" beside codes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from app.text import _
from app.ui.theme import unit
from app.ui.widgets.card import empty_layout
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link, LongLink

_LABEL_SHARE, _VALUE_SHARE = 2, 4


class Facts(QWidget):
    """Filled anew each time."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(unit(10))
        self._grid.setVerticalSpacing(unit(4))
        self._grid.setColumnStretch(0, _LABEL_SHARE)
        self._grid.setColumnStretch(1, _VALUE_SHARE)

    def clear(self) -> None:
        """Take all away."""
        empty_layout(self._grid)

    def add(self, label: str, value: str, *, copies: bool = False) -> None:
        """One more value, perhaps to be copied."""
        words = Label(value, "mono" if copies else "", wraps=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setAccessibleName(f"{label}: {value}")
        if not copies:
            self._put(label, words)
            return
        link = Link(_("Copia"), lambda: QGuiApplication.clipboard().setText(value))
        link.setAccessibleName(_("Copia {label}").format(label=label))
        both = QWidget()
        line = FlowLayout(both, spacing=unit(8))
        line.addWidget(words)
        line.addWidget(link)
        self._put(label, both)

    def add_link(self, label: str, value: str, slot: Callable[[], object]) -> None:
        """One more value that leads somewhere."""
        self._put(label, LongLink(value, slot))

    def _put(self, label: str, widget: QWidget) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(Label(label, "muted", wraps=True), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(widget, row, 1, Qt.AlignmentFlag.AlignTop)
