# SPDX-License-Identifier: EUPL-1.2
"""The periods of an indicator in a row: what was kept, what was not, what is still to be read; told in words too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.fonts import text_font
from app.ui.icons import pixmap
from app.ui.theme import colour, points, unit

_POINTS = 9.5
_CELL = 30
_WIDEST = 74
_ICON = 15


@dataclass(frozen=True, slots=True)
class StripCell:
    """A period: the short words below it, its tone and picture ("" is a gap), and all of it in words."""

    label: str
    tone: str
    icon: str
    words: str


class LevelStrip(QWidget):
    """Cells from left to right; a screen reader gets them as one sentence."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.cells: list[StripCell] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_cells(self, cells: Iterable[StripCell]) -> None:
        """Show these periods."""
        self.cells = list(cells)
        self.setAccessibleName(f"{self._name}: " + "; ".join(cell.words for cell in self.cells))
        self.setVisible(bool(self.cells))
        self.update()

    def sizeHint(self) -> QSize:
        """A cell and its words below."""
        return QSize(unit(_CELL) * max(1, len(self.cells)), unit(_CELL + 20))

    def minimumSizeHint(self) -> QSize:
        """Narrower where there is less room."""
        return QSize(unit(18) * max(1, len(self.cells)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw cells, pictures, words."""
        if not self.cells:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = min(self.width() / len(self.cells), unit(_WIDEST))
        for place, cell in enumerate(self.cells):
            self._draw(painter, QRectF(place * share, 0, share, self.height()), cell)
        painter.end()

    @staticmethod
    def _draw(painter: QPainter, room: QRectF, cell: StripCell) -> None:
        box = QRectF(room.left() + 1, 1, room.width() - unit(4), unit(_CELL) - 2)
        is_open = not cell.icon
        painter.setPen(QPen(colour("line" if is_open else cell.tone), 1.2))
        painter.setBrush(colour("panel" if is_open else f"{cell.tone}_tint"))
        painter.drawRoundedRect(box, unit(5), unit(5))
        if cell.icon:
            size = unit(_ICON)
            picture = pixmap(cell.icon, cell.tone, size, painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(box.center().x() - size / 2, box.center().y() - size / 2), picture)
        painter.setPen(colour("muted"))
        painter.setFont(text_font(points(_POINTS)))
        words = QRectF(room.left(), unit(_CELL) + unit(1), room.width() - unit(2), room.height() - unit(_CELL))
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, cell.label)
