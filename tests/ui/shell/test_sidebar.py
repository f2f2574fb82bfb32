# SPDX-License-Identifier: EUPL-1.2
"""The places of the program: words or icons, by mouse and by arrows, the current one marked."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.shell.sidebar import Place, Sidebar
from tests.ui.widgets.conftest import Show

PLACES = (
    Place("home", "Inizio", "house"),
    Place("funding", "Finanziamenti", "euro"),
    Place("help", "Aiuto", "help", is_below=True),
)


def test_a_click_leads_there_and_marks_it(show: Show) -> None:
    sidebar, told = Sidebar(PLACES), list[str]()
    sidebar.chosen.connect(told.append)
    show(sidebar)
    QTest.mouseClick(sidebar.buttons["funding"], Qt.MouseButton.LeftButton)
    assert told == ["funding"]
    assert [name for name, button in sidebar.buttons.items() if button.isChecked()] == ["funding"]
    sidebar.show_current("history")
    assert not any(button.isChecked() for button in sidebar.buttons.values())


def test_arrows_and_space_do_the_same(show: Show) -> None:
    sidebar, told = Sidebar(PLACES), list[str]()
    sidebar.chosen.connect(told.append)
    show(sidebar)
    sidebar.buttons["home"].setFocus()
    QTest.keyClick(sidebar.buttons["home"], Qt.Key.Key_Up)
    assert QApplication.focusWidget() is sidebar.buttons["help"]
    QTest.keyClick(sidebar.buttons["help"], Qt.Key.Key_Down)
    QTest.keyClick(sidebar.buttons["home"], Qt.Key.Key_Down)
    assert told == []  # moving about opens nothing
    QTest.keyClick(sidebar.buttons["funding"], Qt.Key.Key_Space)
    assert told == ["funding"]


def test_where_it_is_narrow_the_words_are_names_and_hints(show: Show) -> None:
    sidebar = Sidebar(PLACES)
    show(sidebar)
    wide = sidebar.width()
    sidebar.set_narrow(is_narrow=True)
    assert sidebar.width() < wide
    button = sidebar.buttons["funding"]
    assert (button.text(), button.accessibleName(), button.toolTip()) == ("", "Finanziamenti", "Finanziamenti")
    sidebar.set_narrow(is_narrow=False)
    assert (button.text().strip(), button.toolTip()) == ("Finanziamenti", "")
