# SPDX-License-Identifier: EUPL-1.2
"""A remark in the page: a bar of its tone at the left, a title, a sentence, perhaps one thing to do."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.icons import pixmap
from app.ui.theme import TONES, colour, unit
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link

_ICONS = {"good": "check", "warning": "warning", "bad": "warning", "info": "info", "neutral": "info"}


class Callout(QFrame):
    """A remark with a tone: good, warning, bad, info, neutral."""

    def __init__(
        self,
        title: str,
        text: str = "",
        tone: str = "info",
        action: str = "",
        slot: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone if tone in TONES else "neutral"
        self._icon = Label()
        self.title = Label(title, self._tone, wraps=True)
        self.text = Label(text, wraps=True, parent=self)
        self.text.setVisible(bool(text))
        words = QVBoxLayout()
        words.setSpacing(unit(2))
        words.addWidget(self.title)
        words.addWidget(self.text)
        self.link = Link(action, slot) if action else None
        if self.link:
            words.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)  # else all words get its width
        layout = QHBoxLayout(self)
        layout.setContentsMargins(unit(14), unit(9), unit(12), unit(9))
        layout.setSpacing(unit(10))
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(f"{title} {text}".strip())
        self._show_icon()

    def show_words(self, title: str, text: str, tone: str) -> None:
        """Say something else."""
        self._tone = tone if tone in TONES else "neutral"
        self.title.set_role(self._tone)
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.setAccessibleName(f"{title} {text}".strip())
        self._show_icon()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again in a new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._show_icon()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tint and the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(f"{self._tone}_tint"))
        painter.drawRoundedRect(QRectF(self.rect()), unit(4), unit(4))
        painter.setBrush(colour(self._tone))
        painter.drawRoundedRect(QRectF(0, 0, unit(4), self.height()), unit(2), unit(2))
        painter.end()

    def _show_icon(self) -> None:
        size = unit(20)
        self._icon.setFixedSize(QSize(size, size + unit(2)))
        self._icon.setPixmap(pixmap(_ICONS[self._tone], self._tone, size, self.devicePixelRatioF()))
