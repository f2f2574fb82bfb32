# SPDX-License-Identifier: EUPL-1.2
"""Fields with their label above and what is wrong below; a note that saves itself."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.theme import unit
from app.ui.widgets.label import Label

_IDLE_MS = 300
_LONGEST_MS = 2000  # who types without a pause loses no more than this


class LabeledField(QWidget):
    """A label, a field that it names, a hint, and the place of an error."""

    def __init__(self, label: str, field: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.label = Label(label, "section")
        self.label.setBuddy(field)
        self.hint = Label(hint, "small", wraps=True, parent=self)
        self.hint.setVisible(bool(hint))
        self.error = Label("", "error", wraps=True)
        self.error.hide()
        field.setAccessibleName(label)
        field.setAccessibleDescription(hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(3))
        for widget in (self.label, field, self.hint, self.error):
            layout.addWidget(widget)

    def text(self) -> str:
        """What was typed, without spaces around it."""
        if isinstance(self.field, QLineEdit):
            return self.field.text().strip()
        return self.field.toPlainText().strip() if isinstance(self.field, QPlainTextEdit) else ""

    def set_text(self, text: str) -> None:
        """Show a value."""
        if isinstance(self.field, QLineEdit):
            self.field.setText(text)
        elif isinstance(self.field, QPlainTextEdit):
            self.field.setPlainText(text)

    def set_warning(self, text: str) -> None:
        """Say a doubt beside the field, which does not stop; nothing for no text. An error goes before it."""
        if self.field.property("isWrong"):
            return
        self.error.set_role("doubt")
        self.error.setText(text)
        self.error.setVisible(bool(text))
        self.field.setAccessibleDescription(text or self.hint.text())

    def set_error(self, text: str) -> None:
        """Say what is wrong beside the field; nothing for no text."""
        self.error.set_role("error")
        self.error.setText(text)
        self.error.setVisible(bool(text))
        self.field.setProperty("isWrong", bool(text))
        self.field.setAccessibleDescription(text or self.hint.text())
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)


def retype(line: QLineEdit, text: str) -> None:
    """Write over what was typed so that Ctrl+Z in the line brings it back."""
    line.selectAll()
    line.insert(text)


class _NoteEdit(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NoteField(QWidget):
    """A note of several lines; `edited` comes when the keys rest, after two seconds of typing on, or on leaving."""

    edited = Signal(str)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = _NoteEdit()
        self.editor.setTabChangesFocus(True)
        self.editor.setAccessibleName(label)
        self.editor.setFixedHeight(unit(92))
        self.label = Label(label, "section")
        self.label.setBuddy(self.editor)
        self._kept = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_IDLE_MS)
        self._longest = QTimer(self)
        self._longest.setSingleShot(True)
        self._longest.setInterval(_LONGEST_MS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(3))
        layout.addWidget(self.label)
        layout.addWidget(self.editor)
        self.editor.textChanged.connect(self._on_typed)
        self.editor.left.connect(self.flush)
        self._timer.timeout.connect(self.flush)
        self._longest.timeout.connect(self.flush)

    def show_text(self, text: str) -> None:
        """Show what is kept; what is being typed is not overwritten."""
        if self.has_typed:
            return
        self._kept = text
        if text != self.editor.toPlainText():
            self.editor.setPlainText(text)
        self._rest()

    @property
    def has_typed(self) -> bool:
        """True while something typed is not yet told."""
        return self.editor.toPlainText() != self._kept

    def flush(self) -> None:
        """Tell at once what was typed."""
        self._rest()
        if self.has_typed:
            self._kept = self.editor.toPlainText()
            self.edited.emit(self._kept)

    def _on_typed(self) -> None:
        self._timer.start()
        if not self._longest.isActive():
            self._longest.start()

    def _rest(self) -> None:
        self._timer.stop()
        self._longest.stop()
