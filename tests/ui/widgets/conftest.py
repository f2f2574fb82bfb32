# SPDX-License-Identifier: EUPL-1.2
"""A bare window to put widgets into."""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import Theme

Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Iterator[Show]:
    """Show widgets one under the other in a window of their own, which has the keyboard; gives the window."""
    windows: list[QWidget] = []

    def showing(*widgets: QWidget, width: int = 800, height: int = 500) -> QWidget:
        look = Theme(qapp)
        look.apply("light", 100)
        look.deleteLater()
        window = QWidget()
        windows.append(window)
        layout = QVBoxLayout(window)
        for widget in widgets:
            layout.addWidget(widget)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield showing
    for window in windows:
        window.hide()
        shiboken6.delete(window)
