# SPDX-License-Identifier: EUPL-1.2
"""A link inside the program: a flat button, reached by Tab, pressed by Space or Enter."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.theme import colour, unit
from app.ui.widgets.long_words import broken, shortened

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class Link(QPushButton):
    """Text in the accent colour that leads somewhere."""

    def __init__(self, text: str, slot: Callable[[], object] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(self.fitting(text), parent)
        self.setProperty("role", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if slot:
            self.clicked.connect(lambda _checked=False: slot())

    @staticmethod
    def fitting(text: str) -> str:
        """What is shown of a text: a word without an end is cut, an ampersand is no key."""
        return shortened(text).replace("&", "&&")

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(self.fitting(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too, as in a browser."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class LongLink(Link):
    """A link of many words, which goes on in the next line where there is no room."""

    def __init__(self, text: str, slot: Callable[[], object] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text, slot, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)

    @staticmethod
    def fitting(text: str) -> str:
        """What is shown of a text: a word without an end goes on in the next line."""
        return broken(text)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its lines at a width."""
        return self._room(width).height() + 2 * unit(2)

    def sizeHint(self) -> QSize:
        """All in one line."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + unit(4), self.heightForWidth(100_000))

    def minimumSizeHint(self) -> QSize:
        """Its longest word."""
        words = (
            self.fontMetrics().horizontalAdvance(word)
            for word in self.text().replace("\N{ZERO WIDTH SPACE}", " ").split()
        )
        return QSize(max(words, default=0) + unit(4), self.heightForWidth(100_000))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, underlined under the mouse."""
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse() and self.isEnabled())
        painter.setFont(font)
        painter.setPen(colour("accent" if self.isEnabled() else "muted"))
        painter.drawText(self.rect().adjusted(0, unit(2), 0, 0), int(_FLAGS), self.text())
        painter.end()

    def _room(self, width: int) -> QRect:
        return self.fontMetrics().boundingRect(QRect(0, 0, max(1, width), 100_000), int(_FLAGS), self.text())
