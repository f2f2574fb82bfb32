# SPDX-License-Identifier: EUPL-1.2
"""One part of the settings: what it is about, its buttons for the head of the page, its body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.ui.theme import unit
from app.ui.widgets.button import button

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.actions.changes import Changes
    from app.ui.desk import Desk


class Section(QWidget):
    """Its buttons are shown in the head while it is in front; the primary one comes last."""

    def __init__(self, desk: Desk, about: str) -> None:
        super().__init__()
        self.desk = desk
        self.about = about
        self.buttons: list[QPushButton] = []
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(unit(12))

    def add_button(
        self, text: str, slot: Callable[[], object], *, icon: str = "", primary: bool = False
    ) -> QPushButton:
        """One more button for the head."""
        made = button(text, slot, role="primary" if primary else "secondary", icon=icon)
        self.buttons.append(made)
        return made

    def refresh(self) -> None:
        """Read again; nothing where nothing is read."""

    def on_changed(self, changes: Changes) -> None:
        """Read again if the changes concern it."""
