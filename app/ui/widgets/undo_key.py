# SPDX-License-Identifier: EUPL-1.2
"""Ctrl+Z in a line where nothing was typed is the window's: it takes back the last action."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class UndoKey(QObject):
    """Watches one line: Qt gives each of them Ctrl+Z, also those with nothing to take back."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave to the window what the line has no use for."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_undo = event.matches(QKeySequence.StandardKey.Undo) and not self._line.isUndoAvailable()
            is_redo = event.matches(QKeySequence.StandardKey.Redo) and not self._line.isRedoAvailable()
            if is_undo or is_redo:
                event.ignore()
                return True
        return False
