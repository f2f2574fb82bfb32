# SPDX-License-Identifier: EUPL-1.2
"""Lines of widgets that break where a line is full."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.flow import FlowLayout
from tests.ui.widgets.conftest import Show


def filled(*, is_right: bool = False) -> tuple[QWidget, list[QPushButton]]:
    holder = QWidget()
    layout = FlowLayout(holder, spacing=8, is_right=is_right)
    buttons = [QPushButton(f"Pulsante numero {number}") for number in range(6)]
    for one in buttons:
        layout.addWidget(one)
    return holder, buttons


@pytest.mark.parametrize("is_right", [False, True])
def test_nothing_overlaps_and_nothing_leaves_the_width(show: Show, qtbot: QtBot, *, is_right: bool) -> None:
    holder, buttons = filled(is_right=is_right)
    show(holder, width=420)
    qtbot.waitUntil(lambda: buttons[-1].y() > 0)
    frames = [one.geometry() for one in buttons]
    assert all(frame.left() >= 0 and frame.right() < holder.width() for frame in frames)
    assert not any(one.intersects(other) for n, one in enumerate(frames) for other in frames[n + 1 :])
    assert len({frame.top() for frame in frames}) > 1
    lines = [(frame.top(), frame.left()) for frame in frames]
    assert lines == sorted(lines)  # in the order of reading


def test_the_narrower_the_higher_down_to_the_widest(show: Show) -> None:
    holder, buttons = filled()
    show(holder)
    layout = holder.layout()
    assert isinstance(layout, FlowLayout)
    heights = [layout.heightForWidth(width) for width in (2_000, 600, 300)]
    assert heights[0] < heights[1] < heights[2]
    assert heights[0] == buttons[0].sizeHint().height()
    assert layout.minimumSize().width() == max(one.minimumSizeHint().width() for one in buttons)


def test_what_is_hidden_takes_no_room(show: Show) -> None:
    holder, buttons = filled()
    show(holder)
    layout = holder.layout()
    assert isinstance(layout, FlowLayout)
    all_wide = layout.sizeHint().width()
    buttons[0].hide()
    assert layout.sizeHint().width() == all_wide - buttons[0].sizeHint().width() - 8
    taken = layout.takeAt(0)
    assert taken is not None
    assert (layout.count(), layout.itemAt(99), layout.takeAt(99)) == (5, None, None)
