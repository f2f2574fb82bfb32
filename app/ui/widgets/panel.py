# SPDX-License-Identifier: EUPL-1.2
"""A white box with a thin line around it."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.theme import unit
from app.ui.widgets.label import Label


class Panel(QFrame):
    """A box with an optional heading; what it holds goes into `body`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.heading = Label(title, "heading", wraps=True, parent=self)
        self.heading.setVisible(bool(title))
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(unit(18), unit(14), unit(18), unit(14))
        self.body.setSpacing(unit(8))
        self.body.addWidget(self.heading)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget below the others."""
        self.body.addWidget(widget, stretch)


def rule() -> QFrame:
    """A thin line between two things."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line
