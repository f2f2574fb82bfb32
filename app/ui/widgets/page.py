# SPDX-License-Identifier: EUPL-1.2
"""The margins and the rhythm that all pages share."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme import unit


def page_layout(page: QWidget) -> QVBoxLayout:
    """An upright layout with the margins of a page."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(unit(24), unit(16), unit(24), unit(14))
    layout.setSpacing(unit(12))
    return layout
