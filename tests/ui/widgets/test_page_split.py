# SPDX-License-Identifier: EUPL-1.2
"""Table and card: side by side, or one over the other where the window is narrow."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.card import Card
from app.ui.widgets.page_split import PageSplit
from app.ui.widgets.table import Column, DataTable
from tests.ui.widgets.conftest import Show


@pytest.fixture
def split(show: Show) -> PageSplit:
    """A table of two rows and a card, in a wide window."""
    table = DataTable([Column("name", "Nome", str, stretch=True)], name="Nomi")
    made = PageSplit(table, Card("Scheda"))
    show(made, width=1200)
    table.show_rows(["uno", "due"])
    return made


def narrow(split: PageSplit, qtbot: QtBot) -> None:
    split.window().resize(700, 500)
    qtbot.waitUntil(lambda: split.is_narrow)


def test_wide_both_are_in_sight(split: PageSplit) -> None:
    assert split.table.isVisible()
    assert split.card.isVisible()
    assert not split.back.isVisible()
    assert split.table.geometry().right() < split.right.geometry().left()
    split.show_card()
    assert split.table.isVisible()
    assert not split.is_covered


def test_narrow_enter_brings_the_card_and_esc_the_table(split: PageSplit, qtbot: QtBot) -> None:
    narrow(split, qtbot)
    told = QSignalSpy(split.covered)
    assert isinstance(split.table, DataTable)
    assert split.table.isVisible()
    assert not split.card.isVisible()
    split.table.setFocus()
    QTest.keyClick(split.table.view, Qt.Key.Key_Return)
    assert split.is_covered
    assert split.card.isVisible()
    assert not split.table.isVisible()
    assert QApplication.focusWidget() is split.back
    QTest.keyClick(split.back, Qt.Key.Key_Escape)
    assert split.table.isVisible()
    assert QApplication.focusWidget() is split.table.view
    assert [told.at(number)[0] for number in range(told.count())] == [True, False]


def test_narrow_a_click_brings_the_card_and_the_button_the_table(split: PageSplit, qtbot: QtBot) -> None:
    narrow(split, qtbot)
    assert isinstance(split.table, DataTable)
    place = split.table.view.visualRect(split.table.model.index(1, 0)).center()
    QTest.mouseClick(split.table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert split.card.isVisible()
    QTest.mouseClick(split.back, Qt.MouseButton.LeftButton)
    assert split.table.isVisible()
    assert split.table.current() == "due"


def test_wide_again_both_are_back(split: PageSplit, qtbot: QtBot) -> None:
    narrow(split, qtbot)
    split.show_card()
    split.window().resize(1200, 500)
    qtbot.waitUntil(lambda: not split.is_narrow)
    assert split.table.isVisible()
    assert split.card.isVisible()


def test_alone_the_table_has_all_the_room(split: PageSplit) -> None:
    split.set_alone(is_alone=True)
    assert split.table.isVisible()
    assert not split.card.isVisible()
    split.set_alone(is_alone=False)
    assert split.card.isVisible()


@pytest.mark.parametrize(("above", "is_seen"), [(120, True), (400, False)])
def test_a_card_comes_into_sight_below_a_low_head_and_in_place_of_a_high_one(
    show: Show, qtbot: QtBot, *, above: int, is_seen: bool
) -> None:
    page = QWidget()
    layout = QVBoxLayout(page)
    head = QLabel("Contratto di prova")
    head.setFixedHeight(above)
    split = PageSplit(DataTable([Column("name", "Nome", str, stretch=True)], name="Nomi"), Card("Scheda"))
    split.setMinimumHeight(900)
    layout.addWidget(head)
    layout.addWidget(split)
    around = QScrollArea()
    around.setWidgetResizable(True)
    around.setWidget(page)
    show(around, width=700)
    around.window().resize(700, 500)
    qtbot.waitUntil(lambda: split.is_narrow)
    around.verticalScrollBar().setValue(50)
    split.show_card()
    qtbot.waitUntil(lambda: around.verticalScrollBar().value() != 50)
    assert (around.verticalScrollBar().value() == 0) is is_seen
