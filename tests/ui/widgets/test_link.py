# SPDX-License-Identifier: EUPL-1.2
"""Links are pressed by keys too; a long one goes on in the next line, and nothing of it is lost."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.link import Link, LongLink

WORDS = "BAS-07 · Analisi e progettazione della trasformazione digitale"


def test_enter_and_space_press_a_link(qtbot: QtBot) -> None:
    pressed: list[str] = []
    link = Link("Apri", lambda: pressed.append("x"))
    qtbot.addWidget(link)
    link.show()
    QTest.keyClick(link, Qt.Key.Key_Return)
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert pressed == ["x", "x"]


def test_a_long_link_grows_downwards_where_it_is_narrow(qtbot: QtBot) -> None:
    column = QWidget()
    qtbot.addWidget(column)
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    link = LongLink(WORDS)
    layout.addWidget(link)
    layout.addStretch(1)
    column.resize(800, 300)
    column.show()
    one_line = link.height()
    assert link.width() == 800
    column.resize(220, 300)
    assert link.height() >= 2 * link.fontMetrics().height()
    assert link.height() > one_line
    assert column.minimumSizeHint().width() < 220


def test_a_long_link_is_pressed_anywhere_and_has_its_name(qtbot: QtBot) -> None:
    pressed: list[str] = []
    link = LongLink(WORDS, lambda: pressed.append("x"))
    qtbot.addWidget(link)
    link.resize(200, link.heightForWidth(200))
    link.show()
    QTest.mouseClick(link, Qt.MouseButton.LeftButton, pos=link.rect().bottomLeft())
    assert pressed == ["x"]
    assert link.accessibleName() == WORDS
