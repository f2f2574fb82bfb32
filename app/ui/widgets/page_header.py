# SPDX-License-Identifier: EUPL-1.2
"""The head of a page: its title, its buttons with at most one primary, its line of totals."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import Label


class PageHeader(QWidget):
    """Title left, buttons right, totals below."""

    def __init__(self, title: str, totals: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(title, "title")
        self.totals = Label(totals, "muted", wraps=True, parent=self)
        self.totals.setVisible(bool(totals))
        self._buttons = FlowLayout(spacing=unit(10), is_right=True)
        self.primary: QPushButton | None = None

        top = QHBoxLayout()
        top.setSpacing(unit(16))
        top.addWidget(self.title)
        top.addLayout(self._buttons, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(2))
        layout.addLayout(top)
        layout.addWidget(self.totals)

    def add_button(
        self, text: str, slot: Callable[[], object], *, primary: bool = False, icon: str = ""
    ) -> QPushButton:
        """Add a button to the right; the primary one comes last."""
        made = button(text, slot, role="primary" if primary else "secondary", icon=icon)
        self._buttons.addWidget(made)
        if primary:
            self.primary = made
        return made

    def add_widget(self, widget: QWidget) -> None:
        """Add something else beside the buttons."""
        self._buttons.addWidget(widget)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self.title.setText(title)

    def set_totals(self, text: str) -> None:
        """Show the line of totals; nothing for no text."""
        self.totals.setText(text)
        self.totals.setVisible(bool(text))
