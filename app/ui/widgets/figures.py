# SPDX-License-Identifier: EUPL-1.2
"""A strip of figures: a small label, a large value, and room for a picture beside them."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import unit
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import Label

_LEAST_SIDE = 240


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its label; the tone is "", good, warning or bad; the hint says what is counted."""

    label: str
    value: str
    tone: str = ""
    hint: str = ""


class FigureStrip(QWidget):
    """Figures from the left; the rest of the line belongs to `set_side`, or the line below where there is no rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[QWidget] = []
        self._figures = QWidget()
        self._flow = FlowLayout(self._figures, spacing=unit(28))
        self._figures.setSizePolicy(_as_high_as_needed(QSizePolicy.Policy.Preferred))
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(unit(28))
        self._layout.addWidget(self._figures)
        self._layout.addStretch(1)
        self._side: QWidget | None = None
        self.setSizePolicy(_as_high_as_needed(QSizePolicy.Policy.Preferred))

    def set_figures(self, figures: Iterable[Figure]) -> None:
        """Show these instead."""
        for widget in self._shown:
            self._flow.removeWidget(widget)
            widget.deleteLater()
        self._shown = [_figure(figure) for figure in figures]
        for widget in self._shown:
            self._flow.addWidget(widget)
        self._arrange(self.width())

    def set_side(self, widget: QWidget) -> None:
        """Put a picture at the right; it takes what room is left."""
        self._side = widget
        self._layout.takeAt(self._layout.count() - 1)
        self._layout.addWidget(widget, 1)
        self._arrange(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture goes below where it would be too narrow."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def event(self, event: QEvent) -> bool:
        """Look again when a figure has become wider."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange(self.width())
        return super().event(event)

    def _arrange(self, width: int) -> None:
        wished = sum(widget.sizeHint().width() for widget in self._shown) + unit(28) * max(0, len(self._shown) - 1)
        is_beside = self._side is None or wished + unit(_LEAST_SIDE) <= width
        least = wished if is_beside and self._side else 0
        directions = QBoxLayout.Direction
        direction = directions.LeftToRight if is_beside else directions.TopToBottom
        if self._figures.minimumWidth() != least:
            self._figures.setMinimumWidth(least)
        if self._layout.direction() != direction:
            self._layout.setDirection(direction)
            self._layout.setSpacing(unit(28 if is_beside else 6))


def _as_high_as_needed(horizontal: QSizePolicy.Policy) -> QSizePolicy:
    policy = QSizePolicy(horizontal, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


def _figure(figure: Figure) -> QWidget:
    widget = QWidget()
    label = Label(figure.label, "muted")
    value = Label(figure.value, f"figure_{figure.tone}" if figure.tone else "figure")
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(label)
    layout.addWidget(value)
    widget.setAccessibleName(f"{figure.label}: {figure.value}")
    widget.setAccessibleDescription(figure.hint)
    widget.setToolTip(figure.hint)
    return widget
