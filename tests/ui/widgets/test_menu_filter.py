# SPDX-License-Identifier: EUPL-1.2
"""A filter with many values: what is chosen stands on the button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.widgets.menu_filter import MenuFilter
from tests.ui.widgets.conftest import Show

OPTIONS = [("1.2", "1.2 Cloud", 3), ("1.4.1", "1.4.1 Siti", 1), ("&", "Rossi & Figli", None)]


def words(choice: MenuFilter) -> list[str]:
    return [action.text() for action in choice.menu().actions()]


def test_the_menu_shows_all_values_with_their_numbers(show: Show) -> None:
    choice = MenuFilter("Misura", "tutte")
    show(choice)
    choice.set_options(OPTIONS)
    assert words(choice) == ["tutte", "1.2 Cloud  (3)", "1.4.1 Siti  (1)", "Rossi && Figli"]
    assert choice.text() == "Misura: tutte  ▾"
    assert choice.menu().actions()[0].isChecked()


def test_choosing_is_told_and_shown(show: Show) -> None:
    choice, told = MenuFilter("Misura", "tutte"), list[str]()
    choice.chosen.connect(told.append)
    show(choice)
    choice.set_options(OPTIONS)
    choice.menu().actions()[1].trigger()
    assert (choice.value, told) == ("1.2", ["1.2"])
    assert choice.text() == "Misura: 1.2 Cloud  ▾"
    assert choice.accessibleName() == "Misura: 1.2 Cloud"
    assert choice.property("isSet") is True
    assert [action.isChecked() for action in choice.menu().actions()] == [False, True, False, False]
    choice.menu().actions()[0].trigger()
    assert (choice.value, told, choice.property("isSet")) == ("", ["1.2", ""], False)


def test_setting_is_not_told_and_a_value_without_rows_stays(show: Show) -> None:
    choice, told = MenuFilter("Misura", "tutte"), list[str]()
    choice.chosen.connect(told.append)
    show(choice)
    choice.set_options(OPTIONS)
    choice.set_value("1.4.1")
    choice.set_options(OPTIONS[:1])
    assert (choice.value, told) == ("1.4.1", [])
    assert choice.text() == "Misura: 1.4.1 Siti  ▾"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_keyboard_opens_the_menu_and_chooses(show: Show) -> None:
    choice, told = MenuFilter("Misura", "tutte"), list[str]()
    choice.chosen.connect(told.append)
    show(choice)
    choice.set_options(OPTIONS)
    menu = choice.menu()
    menu.popup(choice.mapToGlobal(choice.rect().bottomLeft()))
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert told == ["1.2"]
