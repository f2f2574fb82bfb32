# SPDX-License-Identifier: EUPL-1.2
"""What stands where nothing is yet: what would be here, and the one thing to do."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.ui.icons import pixmap
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.label import Label


class EmptyState(QWidget):
    """A picture, a title, a sentence and at most one button, in the middle."""

    def __init__(
        self,
        title: str,
        text: str = "",
        button_text: str = "",
        slot: Callable[[], object] | None = None,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self.picture = Label()
        self.title = Label(title, "heading", wraps=True)
        self.text = Label(text, "muted", wraps=True)
        self.button: QPushButton | None = button(button_text, slot) if button_text else None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(24), unit(24), unit(24), unit(24))
        layout.setSpacing(unit(8))
        layout.addStretch(2)
        for label in (self.picture, self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        if self.button:
            layout.addSpacing(unit(6))
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self._show_icon()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the picture again in a new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._show_icon()

    def _show_icon(self) -> None:
        self.picture.setVisible(bool(self._icon_name))
        if self._icon_name:
            self.picture.setPixmap(pixmap(self._icon_name, "border", unit(44), self.devicePixelRatioF()))
