# SPDX-License-Identifier: EUPL-1.2
"""Buttons of one shape: primary, secondary, quiet, danger; with an icon that follows the look."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.icons import icon
from app.ui.theme import unit

_TOKEN_OF_ROLE = {"primary": "on_accent", "secondary": "accent", "quiet": "text", "danger": "bad"}


class Button(QPushButton):
    """A push button with a role of the style sheet and an optional icon."""

    def __init__(
        self, text: str, *, role: str = "secondary", icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self._role = role
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self._show_icon()

    def set_icon(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self._show_icon()

    def set_role(self, role: str) -> None:
        """Change the role; the style follows at once."""
        if role != self._role:
            self._role = role
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
            self._show_icon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too, as in a dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again in the colours of a new look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.EnabledChange):
            self._show_icon()

    def _show_icon(self) -> None:
        if self._icon_name:
            size = unit(18)
            self.setIconSize(QSize(size, size))
            token = _TOKEN_OF_ROLE[self._role] if self.isEnabled() else "muted"
            self.setIcon(icon(self._icon_name, token, size))


def button(
    text: str, slot: Callable[[], object] | None = None, *, role: str = "secondary", icon: str = ""
) -> QPushButton:
    """A button that does one thing; its text says which."""
    made = Button(text, role=role, icon_name=icon)
    if slot:
        made.clicked.connect(lambda _checked=False: slot())
    return made
