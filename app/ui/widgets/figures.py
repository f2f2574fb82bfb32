# SPDX-License-Identifier: EUPL-1.2
"""A strip of figures: a small label, a large value, and room for a picture beside them."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import unit
from app.ui.widgets.label import Label


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its label; the tone is "", good, warning or bad."""

    label: str
    value: str
    tone: str = ""


class FigureStrip(QWidget):
    """Figures from the left; the rest of the line belongs to `set_side`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[QWidget] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(unit(28))
        self._side: QWidget | None = None
        self._layout.addStretch(1)

    def set_figures(self, figures: Iterable[Figure]) -> None:
        """Show these instead."""
        for widget in self._shown:
            self._layout.removeWidget(widget)
            widget.deleteLater()
        self._shown = [_figure(figure) for figure in figures]
        for place, widget in enumerate(self._shown):
            self._layout.insertWidget(place, widget)

    def set_side(self, widget: QWidget) -> None:
        """Put a picture at the right; it takes what room is left."""
        self._side = widget
        self._layout.takeAt(self._layout.count() - 1)
        self._layout.addWidget(widget, 1)


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
    return widget
