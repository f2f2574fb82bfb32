# SPDX-License-Identifier: EUPL-1.2
"""Two columns, and one below the other where there is no room for two."""

from pytestqt.qtbot import QtBot

from app.ui.widgets.columns import Columns
from app.ui.widgets.label import Label
from tests.ui.widgets.conftest import Show


def test_side_by_side_with_room_and_one_below_the_other_without(qtbot: QtBot, show: Show) -> None:
    columns = Columns(shares=(3, 1), narrow=600)
    left, right = Label("a sinistra"), Label("a destra")
    columns.left.addWidget(left)
    columns.right.addWidget(right)
    window = show(columns, width=900)
    assert not columns.is_narrow
    assert left.mapTo(columns, left.pos()).x() < right.mapTo(columns, right.pos()).x()
    assert left.width() > right.width() * 2
    window.resize(500, 500)
    qtbot.waitUntil(lambda: columns.is_narrow and left.width() == right.width())
    assert left.mapTo(columns, left.pos()).y() < right.mapTo(columns, right.pos()).y()
    window.resize(900, 500)
    qtbot.waitUntil(lambda: not columns.is_narrow)
