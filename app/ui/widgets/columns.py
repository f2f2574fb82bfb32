# SPDX-License-Identifier: EUPL-1.2
"""Two columns side by side, one below the other where the window is narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import unit


class Columns(QWidget):
    """What belongs left goes into `left`, what belongs right into `right`; narrow, the left one comes first."""

    def __init__(self, *, shares: tuple[int, int] = (1, 1), narrow: int = 860, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = narrow
        self._shares = shares
        self.left, left = _column()
        self.right, right = _column()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(unit(16))
        self._layout.addWidget(left, shares[0])
        self._layout.addWidget(right, shares[1])

    @property
    def is_narrow(self) -> bool:
        """True where one column lies below the other."""
        return self._layout.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change over where two columns have no room."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < unit(self._narrow)
        if is_narrow != self.is_narrow:
            way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
            self._layout.setDirection(way)
            for place, share in enumerate(self._shares):
                self._layout.setStretch(place, 0 if is_narrow else share)


def _column() -> tuple[QVBoxLayout, QWidget]:
    widget = QWidget()
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(unit(14))
    return layout, widget
