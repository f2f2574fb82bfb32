# SPDX-License-Identifier: EUPL-1.2
"""A part that is folded away is opened by mouse and keys, and says so by its icon."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.widgets.expander import Expander
from app.ui.widgets.label import Label


def _made(qtbot: QtBot, *, is_open: bool = False) -> tuple[Expander, Label]:
    expander = Expander("Perché?", is_open=is_open)
    words = Label("TUEL art. 42")
    expander.body.addWidget(words)
    qtbot.addWidget(expander)
    expander.show()
    return expander, words


def test_it_starts_closed_and_a_click_opens_it(qtbot: QtBot) -> None:
    expander, words = _made(qtbot)
    assert not words.isVisible()
    QTest.mouseClick(expander.head, Qt.MouseButton.LeftButton)
    assert words.isVisible()
    assert expander.is_open


def test_it_may_start_open(qtbot: QtBot) -> None:
    _expander, words = _made(qtbot, is_open=True)
    assert words.isVisible()


def test_enter_space_and_the_arrows_open_and_close_it(qtbot: QtBot) -> None:
    expander, words = _made(qtbot)
    for key, is_open in (
        (Qt.Key.Key_Return, True),
        (Qt.Key.Key_Space, False),
        (Qt.Key.Key_Right, True),
        (Qt.Key.Key_Right, True),
        (Qt.Key.Key_Left, False),
    ):
        QTest.keyClick(expander.head, key)
        assert words.isVisible() is is_open


def test_its_words_are_plain_and_its_name_is_what_is_read(qtbot: QtBot) -> None:
    expander, _words = _made(qtbot)
    expander.set_title("Rossi & Bianchi")
    assert expander.head.text() == "Rossi && Bianchi"
    assert expander.head.accessibleName() == "Rossi & Bianchi"
