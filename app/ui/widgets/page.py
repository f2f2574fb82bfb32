# SPDX-License-Identifier: EUPL-1.2
"""The margins and the rhythm that all pages share, and scrolling them."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.ui.theme import unit


def page_layout(page: QWidget) -> QVBoxLayout:
    """An upright layout with the margins of a page."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(unit(24), unit(16), unit(24), unit(14))
    layout.setSpacing(unit(12))
    return layout


def bring_into_sight(widget: QWidget) -> None:
    """Scroll what the widget lies in until it is seen, once what has just changed is laid out."""
    QTimer.singleShot(0, widget, lambda: _scroll_to(widget))


def _scroll_to(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
