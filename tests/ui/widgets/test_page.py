# SPDX-License-Identifier: EUPL-1.2
"""What pages share: their margins, and scrolling to what one should see."""

from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.page import bring_into_sight, page_layout
from tests.ui.widgets.conftest import Show


def test_what_lies_below_is_scrolled_into_sight(qtbot: QtBot, show: Show) -> None:
    page = QWidget()
    layout = page_layout(page)
    buttons = [QPushButton(f"{number}") for number in range(40)]
    for button in buttons:
        layout.addWidget(button)
    area = QScrollArea()
    area.setWidget(page)
    show(area, height=300)
    assert buttons[-1].visibleRegion().isEmpty()
    bring_into_sight(buttons[-1])
    qtbot.waitUntil(lambda: buttons[-1].visibleRegion().boundingRect() == buttons[-1].rect())
