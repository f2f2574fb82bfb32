# SPDX-License-Identifier: EUPL-1.2
"""The search of a page asks once after a rest, at once on Enter, and forgets on Esc."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.widgets.search_field import SearchField


@pytest.fixture
def asked(qtbot: QtBot) -> tuple[SearchField, list[str]]:
    """A field in sight, and what it asked for."""
    field = SearchField("Cerca", "Cerca qui")
    qtbot.addWidget(field)
    field.show()
    told: list[str] = []
    field.wanted.connect(told.append)
    return field, told


def test_it_asks_once_for_what_was_typed_in_one_go(asked: tuple[SearchField, list[str]], qtbot: QtBot) -> None:
    field, told = asked
    QTest.keyClicks(field, "  paga")
    assert told == []
    qtbot.waitUntil(lambda: told == ["paga"])


def test_enter_asks_at_once_and_not_again(asked: tuple[SearchField, list[str]], qtbot: QtBot) -> None:
    field, told = asked
    QTest.keyClicks(field, "paga")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == ["paga"]
    QTest.keyClicks(field, "!")
    qtbot.waitUntil(lambda: told == ["paga", "paga!"])


def test_escape_empties_and_asks_for_all(asked: tuple[SearchField, list[str]]) -> None:
    field, told = asked
    QTest.keyClicks(field, "paga")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert told == [""]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert told == [""]


def test_the_arrow_leaves_downwards(asked: tuple[SearchField, list[str]], qtbot: QtBot) -> None:
    field, _told = asked
    with qtbot.waitSignal(field.left_down):
        QTest.keyClick(field, Qt.Key.Key_Down)


def test_it_has_a_name(asked: tuple[SearchField, list[str]]) -> None:
    assert asked[0].accessibleName() == "Cerca"
