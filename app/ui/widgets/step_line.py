# SPDX-License-Identifier: EUPL-1.2
"""Where something stands: steps in a line, done, current, to come."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.text import _
from app.ui.fonts import text_font
from app.ui.theme import colour, points, unit

_POINTS = 10.0


@dataclass(frozen=True, slots=True)
class Step:
    """A step; its state is "done", "now" or "todo"."""

    label: str
    state: str = "todo"


class StepLine(QWidget):
    """Steps from left to right; screen readers get them as one sentence."""

    def __init__(self, steps: Iterable[Step] = (), parent: QWidget | None = None, *, lines: int = 2) -> None:
        super().__init__(parent)
        self._steps: list[Step] = []
        self._lines = lines  # of a label
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_steps(steps)

    def set_steps(self, steps: Iterable[Step]) -> None:
        """Show these."""
        self._steps = list(steps)
        words = {"done": _("fatto"), "now": _("in corso"), "todo": _("da fare")}
        self.setAccessibleName(", ".join(f"{step.label}: {words[step.state]}" for step in self._steps))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for circles and labels of two lines."""
        metrics = QFontMetrics(text_font(points(_POINTS)))
        return QSize(unit(60) * max(1, len(self._steps)), unit(30) + metrics.height() * self._lines)

    def minimumSizeHint(self) -> QSize:
        """As high as wished, narrower if need be."""
        return QSize(unit(40) * max(1, len(self._steps)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw lines, circles, labels."""
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = self.width() / len(self._steps)
        middles = [QPointF(share * (place + 0.5), unit(13)) for place in range(len(self._steps))]
        for before, after, step in zip(middles, middles[1:], self._steps, strict=False):
            painter.setPen(QPen(self._fill(step), unit(2.5)))
            painter.drawLine(before, after)
        for middle, step in zip(middles, self._steps, strict=True):
            self._draw(painter, middle, share, step)
        painter.end()

    def _draw(self, painter: QPainter, middle: QPointF, share: float, step: Step) -> None:
        radius = unit(10)
        is_todo = step.state == "todo"
        painter.setPen(QPen(colour("border") if is_todo else self._fill(step), unit(2)))
        painter.setBrush(colour("panel") if is_todo else self._fill(step))
        painter.drawEllipse(middle, radius, radius)
        painter.setPen(QPen(colour("panel"), unit(2.2)))
        if step.state == "done":
            size = float(unit(4))
            painter.drawLine(middle + QPointF(-size, 0), middle + QPointF(-size / 4, size * 0.8))
            painter.drawLine(middle + QPointF(-size / 4, size * 0.8), middle + QPointF(size, -size * 0.8))
        painter.setPen(colour("text" if step.state == "now" else "muted"))
        painter.setFont(text_font(points(_POINTS), is_strong=step.state == "now"))
        room = QRectF(middle.x() - share / 2 + 1, middle.y() + unit(14), share - 2, self.height() - unit(27))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, step.label)

    def _fill(self, step: Step) -> QColor:
        return colour({"done": "bar_good", "now": "accent"}.get(step.state, "line"))
