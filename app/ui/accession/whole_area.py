# SPDX-License-Identifier: EUPL-1.2
"""A form that scrolls inside itself, or, where there is little room, with the whole page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea


class WholeArea(QScrollArea):
    """Whole, it is as high as what it holds: the page around it scrolls instead."""

    is_whole = False

    def set_whole(self, *, is_whole: bool) -> None:
        """Change over."""
        if is_whole != self.is_whole:
            self.is_whole = is_whole
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """The height of all that it holds, where it is whole."""
        hint, inside = super().minimumSizeHint(), self.widget()
        layout = inside.layout() if inside is not None else None
        if not self.is_whole or layout is None:
            return hint
        width = self.viewport().width()
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        return QSize(hint.width(), height + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes another height."""
        super().resizeEvent(event)
        if self.is_whole and event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What it holds became higher or lower."""
        if self.is_whole and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
