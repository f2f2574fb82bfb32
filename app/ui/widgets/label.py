# SPDX-License-Identifier: EUPL-1.2
"""A line or a paragraph of plain text, whatever the text looks like."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.widgets.long_words import broken, shortened


class Label(QLabel):
    """Plain text with a role of the style: title, heading, section, muted, small, strong, figure, mono or a tone."""

    def __init__(self, text: str = "", role: str = "", *, wraps: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setText(text)
        if role:
            self.setProperty("role", role)

    def setText(self, text: str) -> None:
        """Show a text; a word without an end is broken where the text wraps, and cut where it does not."""
        self._words = text
        super().setText(broken(text) if self.wordWrap() else shortened(text))

    def text(self) -> str:
        """The text as it was given."""
        return self._words

    def setWordWrap(self, on: bool) -> None:  # noqa: FBT001 - as Qt's own setter
        """Wrap or not, with the same text."""
        super().setWordWrap(on)
        self.setText(self._words)

    def set_role(self, role: str) -> None:
        """Change the role; the style follows at once."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
