# SPDX-License-Identifier: EUPL-1.2
"""The table: sorted by its heads, left by Tab, copied whole, kept on its row, quick with many."""

from __future__ import annotations

import time
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.widgets.table import Column, DataTable
from tests.ui.widgets.conftest import Show

SHOWN_WITHIN_S = 5.0  # 50,000 rows: measured 0.6 s on two busy cores


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    key: int
    name: str
    cents: int


ROWS = [Row(1, "Aprica", 100_00), Row(2, "Corteno", 9_00), Row(3, "Edolo", 1_000_00)]
COLUMNS = (
    Column("name", "Nome", lambda row: row.name, stretch=True),
    Column("amount", "Importo", lambda row: f"{row.cents / 100:.2f}", sort_key=lambda row: row.cents, kind="money"),
)


@pytest.fixture
def table(show: Show) -> DataTable:
    """A table of three rows between a field and a button."""
    made = DataTable(COLUMNS, name="Comuni", identity=lambda row: row.key)
    show(QLineEdit(), made, QPushButton("Avanti"))
    made.show_rows(ROWS)
    return made


def names(table: DataTable) -> list[str]:
    return [row.name for row in table.rows()]


def click_head(table: DataTable, section: int) -> None:
    header = table.view.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(section) + 12, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_head_sorts_by_value_and_again_the_other_way(table: DataTable) -> None:
    click_head(table, 1)
    assert names(table) == ["Corteno", "Aprica", "Edolo"]  # by amount, not by its digits
    assert table.model.headerData(1, Qt.Orientation.Horizontal) == "Importo  ▲"
    click_head(table, 1)
    assert names(table) == ["Edolo", "Aprica", "Corteno"]
    assert table.model.headerData(1, Qt.Orientation.Horizontal) == "Importo  ▼"
    click_head(table, 0)
    assert names(table) == ["Aprica", "Corteno", "Edolo"]
    assert table.model.headerData(1, Qt.Orientation.Horizontal) == "Importo"


def test_the_selected_row_stays_selected_when_sorted_and_when_read_again(table: DataTable) -> None:
    table.select(lambda row: row.key == 2)
    table.sort_by("amount", descending=True)
    assert table.current() == ROWS[1]
    told = QSignalSpy(table.selected)
    table.show_rows([Row(9, "Zone", 1), Row(2, "Corteno Golgi", 9_00), *ROWS[:1]])
    assert table.current().name == "Corteno Golgi"
    assert names(table) == ["Aprica", "Corteno Golgi", "Zone"]
    assert told.count() == 1
    assert told.at(0)[0].name == "Corteno Golgi"


def test_a_row_that_is_gone_gives_way_to_the_first(table: DataTable) -> None:
    table.select(lambda row: row.key == 3)
    table.show_rows(ROWS[:2])
    assert table.current() == ROWS[0]
    told = QSignalSpy(table.selected)
    table.show_rows([])
    assert table.current() is None
    assert told.at(told.count() - 1) == [None]


def test_nothing_is_selected_where_the_first_is_not_wanted(show: Show) -> None:
    table = DataTable(COLUMNS, name="Comuni", selects_first=False)
    show(table)
    table.show_rows(ROWS)
    assert table.current() is None


def test_enter_and_double_click_open_the_row(table: DataTable) -> None:
    opened = QSignalSpy(table.activated)
    table.view.setFocus()
    table.select(lambda row: row.key == 2)
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    place = table.view.visualRect(table.model.index(2, 0)).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [opened.at(number)[0].name for number in range(opened.count())] == ["Corteno", "Edolo"]


def test_tab_enters_and_leaves_and_the_arrows_stay_within(table: DataTable) -> None:
    window = table.window()
    field, button = window.findChild(QLineEdit), window.findChild(QPushButton, options=_BELOW)
    assert isinstance(field, QLineEdit)
    assert isinstance(button, QPushButton)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is table.view
    QTest.keyClick(table.view, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is table.view
    assert table.current() == ROWS[1]
    QTest.keyClick(table.view, Qt.Key.Key_End)
    assert table.current() == ROWS[2]
    QTest.keyClick(table.view, Qt.Key.Key_Home)
    assert table.current() == ROWS[0]
    QTest.keyClick(table.view, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button
    QTest.keyClick(button, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is table.view


def test_an_empty_table_is_passed_by_or_leads_to_its_button(show: Show) -> None:
    field, table, button = QLineEdit(), DataTable(COLUMNS, name="Comuni"), QPushButton("Avanti")
    show(field, table, button)
    table.set_empty("Ancora niente")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button
    table.set_empty("Ancora niente", "", "Importa", lambda: None)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    inside = QApplication.focusWidget()
    assert isinstance(inside, QPushButton)
    assert inside.text() == "Importa"
    table.show_rows(ROWS)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is table.view


def test_copied_rows_are_a_table_for_a_spreadsheet_and_stay_text(table: DataTable) -> None:
    table.show_rows([Row(1, "=1+1\tcon <b>segni</b>", 100)])
    table.view.setFocus()
    table.view.selectAll()
    QTest.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().mimeData()
    assert copied.text() == "Nome\tImporto\n=1+1 con <b>segni</b>\t1.00"
    assert "&lt;b&gt;segni&lt;/b&gt;" in copied.html()
    assert "mso-number-format" in copied.html()


def test_what_stands_there_without_rows_and_at_the_foot(show: Show) -> None:
    done: list[str] = []
    table = DataTable(COLUMNS, name="Comuni")
    show(table)
    table.set_empty("Ancora niente", "Importa i dati aperti.", "Importa", lambda: done.append("importa"))
    table.show_rows([])
    button = table.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert button.isVisible()
    assert not table.view.isVisible()
    button.click()
    assert done == ["importa"]
    table.show_rows(ROWS)
    table.set_footer("3 righe", "1.109,00 €")
    assert table.view.isVisible()
    assert (table.count.text(), table.count.isVisible(), table.total.text()) == ("3 righe", True, "1.109,00 €")
    table.set_footer("")
    assert not table.count.isVisible()


def test_a_screen_reader_hears_name_head_and_cell(table: DataTable) -> None:
    assert table.view.accessibleName() == "Comuni"
    cell = table.model.index(1, 1)
    assert table.model.data(cell, Qt.ItemDataRole.AccessibleTextRole) == "Importo: 9.00"
    alignment = table.model.data(cell, Qt.ItemDataRole.TextAlignmentRole)
    assert alignment & int(Qt.AlignmentFlag.AlignRight)


@pytest.mark.parametrize("width", [420, 900, 1800])
def test_the_columns_fill_the_width(show: Show, qtbot: QtBot, width: int) -> None:
    table = DataTable(COLUMNS, name="Comuni")
    show(table, width=width)
    table.show_rows(ROWS)
    header = table.view.horizontalHeader()
    qtbot.waitUntil(lambda: header.length() == table.view.viewport().width())
    qtbot.waitUntil(lambda: not table.view.horizontalScrollBar().isVisible())


def test_fifty_thousand_rows_are_shown_sorted_and_searched_at_once(show: Show, qtbot: QtBot) -> None:
    many = [Row(number, f"Comune {number * 7919 % 50_000:05}", number) for number in range(50_000)]
    table = DataTable(COLUMNS, name="Comuni", identity=lambda row: row.key)
    show(table)
    start = time.monotonic()
    table.show_rows(many)
    table.sort_by("name")
    assert table.select(lambda row: row.key == 49_999)
    table.grab()
    took = time.monotonic() - start
    assert table.rows()[0].name == "Comune 00000"
    qtbot.waitUntil(lambda: table.view.verticalScrollBar().value() > 0)
    assert took < SHOWN_WITHIN_S


_BELOW = Qt.FindChildOption.FindDirectChildrenOnly


def test_no_column_is_pushed_out_by_the_scroll_bar(show: Show, qtbot: QtBot) -> None:
    table = DataTable(COLUMNS, name="Comuni", identity=lambda row: row.key)
    table.show_rows(ROWS)
    show(table, width=500, height=400)
    table.show_rows([Row(number, f"Comune {number}", number) for number in range(40)])
    view = table.view
    qtbot.waitUntil(view.verticalScrollBar().isVisible)
    qtbot.waitUntil(lambda: view.horizontalHeader().length() == view.viewport().width())
    assert view.horizontalScrollBar().maximum() == 0
