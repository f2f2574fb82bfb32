# SPDX-License-Identifier: EUPL-1.2
"""Rows of any kind as a table: what a column says, how it sorts, what a spreadsheet gets, how cells are drawn."""

import re

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QTableView

from app.ui.theme import colour
from app.ui.widgets.table_cells import Cells, cell_font
from app.ui.widgets.table_model import Column, TableModel
from tests.ui.widgets.conftest import Show

RIGHT = int(Qt.AlignmentFlag.AlignRight)
COLUMNS = (
    Column("name", "Nome", str, tooltip=lambda row: f"<b>{row}</b>"),
    Column("code", "CUP", lambda row: f"J{row}", kind="code"),
    Column("amount", "Importo", lambda row: f"{len(row)},00", sort_key=len, kind="money"),
    Column("state", "Stato", lambda row: "Erogato" if row else "", kind="status", tone=lambda _row: "good"),
)


@pytest.fixture
def model() -> TableModel:
    """Three words as rows."""
    made = TableModel(COLUMNS)
    made.show_rows(["ccc", "a", "bb"])
    return made


def test_rows_keep_the_order_they_were_sorted_in(model: TableModel) -> None:
    model.sort_rows("amount", is_descending=True)
    assert model.rows == ["ccc", "bb", "a"]
    model.show_rows(["a", "dddd", "bb"])
    assert model.rows == ["dddd", "bb", "a"]
    model.sort_rows("unknown", is_descending=False)
    assert model.rows == ["dddd", "bb", "a"]
    assert (model.place("code"), model.place("unknown")) == (1, -1)


def test_equal_rows_keep_their_order_both_ways() -> None:
    model = TableModel([Column("n", "N", str, sort_key=lambda row: row[0])])
    model.show_rows(["b1", "a1", "b2", "a2"])
    model.sort_rows("n", is_descending=False)
    assert model.rows == ["a1", "a2", "b1", "b2"]
    model.sort_rows("n", is_descending=True)
    assert model.rows == ["b1", "b2", "a1", "a2"]


def test_what_qt_and_screen_readers_are_told(model: TableModel) -> None:
    assert (model.rowCount(), model.columnCount()) == (3, 4)
    inside = model.index(0, 0)
    assert (model.rowCount(inside), model.columnCount(inside)) == (0, 0)
    assert model.data(QModelIndex()) is None
    amount = model.index(0, 2)
    assert model.data(amount) == "3,00"
    assert model.data(amount, Qt.ItemDataRole.TextAlignmentRole) & RIGHT
    assert not model.data(inside, Qt.ItemDataRole.TextAlignmentRole) & RIGHT
    assert model.data(amount, Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(inside, Qt.ItemDataRole.ToolTipRole) == "<qt>&lt;b&gt;ccc&lt;/b&gt;</qt>"
    assert model.headerData(1, Qt.Orientation.Vertical) == 2


def test_a_spreadsheet_gets_text_and_no_markup() -> None:
    model = TableModel([Column("a", "A <x>", str), Column("b", "B", lambda row: row.upper())])
    model.show_rows(['=cmd|"x"', "uno\ndue\ttre"])
    assert model.as_lines([1]) == "A <x>\tB\nuno due tre\tUNO DUE TRE"
    html = model.as_html([0, 1])
    assert html.count("<td") == html.count("mso-number-format") == 4
    assert "A &lt;x&gt;" in html
    assert re.findall(r"<(\w+)", html) == ["table", "tr", "th", "th", "tr", "td", "td", "tr", "td", "td"]


def test_cells_are_drawn_in_the_colours_of_their_state(show: Show, model: TableModel) -> None:
    view = QTableView()
    view.setModel(model)
    view.setItemDelegate(Cells(view))
    show(view)
    view.resizeColumnsToContents()
    view.selectRow(1)
    picture = view.viewport().grab().toImage()
    state = view.visualRect(model.index(0, 3))
    seen = {picture.pixelColor(x, state.center().y()).name() for x in range(state.left(), state.right())}
    assert colour("good_tint").name() in seen
    chosen = view.visualRect(model.index(1, 0))
    assert picture.pixelColor(chosen.left() + 1, chosen.center().y()) == colour("accent")
    assert picture.pixelColor(chosen.right() - 1, chosen.top() + 1) == colour("accent_tint")
    assert view.sizeHintForColumn(3) > view.sizeHintForColumn(0)
    assert cell_font(COLUMNS[1]).family() != cell_font(COLUMNS[0]).family()


def test_a_cell_without_a_state_is_empty(show: Show) -> None:
    model = TableModel(COLUMNS)
    model.show_rows([""])
    view = QTableView()
    view.setModel(model)
    view.setItemDelegate(Cells(view))
    show(view)
    picture = view.viewport().grab().toImage()
    state = view.visualRect(model.index(0, 3)).adjusted(0, 0, 0, -1)
    assert {picture.pixelColor(x, state.center().y()).name() for x in range(state.left(), state.right())} == {
        colour("panel").name()
    }
