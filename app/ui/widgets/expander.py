# SPDX-License-Identifier: EUPL-1.2
"""A line that opens what stands below it, and closes it again."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.icons import icon
from app.ui.theme import unit
from app.ui.widgets.long_words import shortened


class Expander(QWidget):
    """What it hides goes into `body`; opened and closed by mouse, Space or Enter, or by left and right."""

    def __init__(self, title: str, parent: QWidget | None = None, *, is_open: bool = False) -> None:
        super().__init__(parent)
        self.head = _Head(title)
        self.inside = QWidget()
        self.body = QVBoxLayout(self.inside)
        self.body.setContentsMargins(unit(20), 0, 0, unit(4))
        self.body.setSpacing(unit(4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(2))
        layout.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.inside)
        self.head.toggled.connect(self._on_toggled)
        self.head.setChecked(is_open)
        self._on_toggled(is_open)

    def open(self, is_open: bool = True) -> None:  # noqa: FBT001, FBT002 - as Qt's own setters
        """Show or hide what is inside."""
        self.head.setChecked(is_open)

    def set_title(self, title: str) -> None:
        """Change the words of the line."""
        self.head.setText(shortened(title).replace("&", "&&"))
        self.head.setAccessibleName(title)

    @property
    def is_open(self) -> bool:
        """True while what is inside is in sight."""
        return self.head.isChecked()

    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - a slot of a signal
        self.inside.setVisible(is_open)
        self.head.show_icon()


class _Head(QPushButton):
    def __init__(self, title: str) -> None:
        super().__init__(shortened(title))
        self.setProperty("role", "link")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_icon(self) -> None:
        size = unit(14)
        self.setIconSize(QSize(size, size))
        self.setIcon(icon("down" if self.isChecked() else "right", "accent", size))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.setChecked(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.show_icon()
