# SPDX-License-Identifier: EUPL-1.2
"""A link inside the program: a flat button, reached by Tab, pressed by Space or Enter."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget


class Link(QPushButton):
    """Text in the accent colour that leads somewhere."""

    def __init__(self, text: str, slot: Callable[[], object] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("role", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if slot:
            self.clicked.connect(lambda _checked=False: slot())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too, as in a browser."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
