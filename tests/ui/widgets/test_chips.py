# SPDX-License-Identifier: EUPL-1.2
"""Chips: one or many chosen, by mouse and by keyboard, with their numbers."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.ui.widgets.chips import Chip, Chips, FilterRow
from tests.ui.widgets.conftest import Show

STATES = [Chip("", "Tutti", 8), Chip("funded", "Da completare", 5), Chip("paid", "Erogati", 3)]


def test_one_of_a_group_is_chosen_and_told(show: Show) -> None:
    chips, told = Chips(name="Stato"), list[str]()
    chips.chosen.connect(told.append)
    show(chips)
    chips.set_chips(STATES)
    assert chips.button("").isChecked()
    QTest.mouseClick(chips.button("paid"), Qt.MouseButton.LeftButton)
    assert (chips.current(), chips.checked(), told) == ("paid", {"paid"}, ["paid"])
    QTest.mouseClick(chips.button("paid"), Qt.MouseButton.LeftButton)
    assert chips.checked() == {"paid"}  # a group always has one


def test_each_is_on_or_off_where_they_are_not_exclusive(show: Show) -> None:
    chips = Chips(exclusive=False, name="Misura")
    show(chips)
    chips.set_chips(STATES[1:])
    assert chips.checked() == set()
    for key in ("funded", "paid", "funded"):
        QTest.mouseClick(chips.button(key), Qt.MouseButton.LeftButton)
    assert chips.checked() == {"paid"}


def test_new_numbers_keep_the_choice_and_the_keyboard(show: Show) -> None:
    chips = Chips(name="Stato")
    show(chips)
    chips.set_chips(STATES)
    chips.choose("paid")
    chips.button("paid").setFocus()
    chips.set_chips([Chip("", "Tutti", 9), Chip("funded", "Da completare", 5), Chip("paid", "Erogati", 4)])
    assert chips.current() == "paid"
    assert chips.button("paid").hasFocus()
    assert chips.button("paid").text() == "Erogati  4"
    assert chips.button("paid").accessibleName() == "Erogati: 4"


def test_a_choice_that_is_gone_gives_way_to_the_first(show: Show) -> None:
    chips = Chips(name="Stato")
    show(chips)
    chips.set_chips(STATES)
    chips.choose("paid")
    chips.set_chips(STATES[:2])
    assert chips.current() == ""
    assert chips.button("").isChecked()


def test_arrows_go_around_and_space_chooses(show: Show) -> None:
    chips, told = Chips(name="Stato"), list[str]()
    chips.chosen.connect(told.append)
    show(chips)
    chips.set_chips(STATES)
    chips.button("").setFocus()
    QTest.keyClick(chips.button(""), Qt.Key.Key_Left)
    assert QApplication.focusWidget() is chips.button("paid")
    QTest.keyClick(chips.button("paid"), Qt.Key.Key_Right)
    QTest.keyClick(chips.button(""), Qt.Key.Key_Right)
    QTest.keyClick(chips.button("funded"), Qt.Key.Key_Space)
    assert told == ["funded"]


def test_words_of_the_user_stay_words(show: Show) -> None:
    chips = Chips(name="Avviso")
    show(chips)
    chips.set_chips([Chip("x", "Rossi & Figli")])
    assert chips.button("x").text() == "Rossi && Figli"
    assert chips.button("x").accessibleName() == "Rossi & Figli"


def test_a_row_of_filters_grows_higher_where_it_is_narrow(show: Show) -> None:
    chips = Chips(name="Stato")
    chips.set_chips(STATES)
    row = FilterRow(chips, QPushButton("Azzera"))
    window = show(row, width=900)
    wide = row.height()
    window.resize(260, 500)
    assert row.heightForWidth(240) > row.heightForWidth(880)
    assert chips.button("paid").mapTo(row, chips.button("paid").rect().bottomRight()).x() <= row.width()
    assert wide > 0
