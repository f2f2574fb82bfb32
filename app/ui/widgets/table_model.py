# SPDX-License-Identifier: EUPL-1.2
"""Rows of any kind as a Qt table: the columns say how a row reads and how it sorts."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.ui.widgets.tip import tip

Index = QModelIndex | QPersistentModelIndex
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Column:
    """How a row reads in one column; kind is text, code, money, date or status; width in pixels at 100 %."""

    key: str
    title: str
    text: Callable[[Any], str]
    sort_key: Callable[[Any], Any] | None = None
    kind: str = "text"
    width: int = 0
    stretch: bool = False
    align: str = ""
    tone: Callable[[Any], str] | None = None
    tooltip: Callable[[Any], str] | None = None
    icon: Callable[[Any], str] | None = None  # before the words of a state
    elide: str = "right"  # "middle" where the end of the words tells rows apart

    @property
    def alignment(self) -> int:
        """Money stands right, all else left, unless told."""
        is_right = self.align == "right" or (not self.align and self.kind == "money")
        return _RIGHT if is_right else _LEFT


class TableModel(QAbstractTableModel):
    """The rows in the order in which they are seen."""

    def __init__(self, columns: Iterable[Column]) -> None:
        super().__init__()
        self.columns = list(columns)
        self.rows: list[Any] = []
        self.sorted_by = ""
        self.is_descending = False

    def show_rows(self, rows: Iterable[Any]) -> None:
        """Replace all rows; the order chosen before is kept."""
        self.beginResetModel()
        self.rows = self._in_order(list(rows))
        self.endResetModel()

    def sort_rows(self, key: str, *, is_descending: bool) -> None:
        """Order by a column; equal rows keep their order."""
        self.layoutAboutToBeChanged.emit()
        self.sorted_by, self.is_descending = key, is_descending
        self.rows = self._in_order(self.rows)
        self.layoutChanged.emit()

    def place(self, key: str) -> int:
        """The position of a column, -1 for none."""
        return next((place for place, column in enumerate(self.columns) if column.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Words, alignment and name of a cell."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.text(row)}"
        if role == Qt.ItemDataRole.ToolTipRole and column.tooltip:
            return tip(column.tooltip(row))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Title and alignment of a column."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        column = self.columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            arrow = ("  ▼" if self.is_descending else "  ▲") if column.key == self.sorted_by else ""
            return column.title + arrow
        return column.alignment if role == Qt.ItemDataRole.TextAlignmentRole else None

    def as_lines(self, rows: Iterable[int]) -> str:
        """Rows with a heading, tabs between the cells."""
        return "\n".join(
            "\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in line) for line in self._cells(rows)
        )

    def as_html(self, rows: Iterable[int]) -> str:
        """The same as an HTML table, every cell escaped and marked as text for spreadsheets."""
        head, *lines = self._cells(rows)
        top = "".join(f"<th>{html.escape(cell)}</th>" for cell in head)
        body = "".join(
            "<tr>"
            + "".join(f"<td style='mso-number-format:\"\\@\"'>{html.escape(cell)}</td>" for cell in line)
            + "</tr>"
            for line in lines
        )
        return f"<table><tr>{top}</tr>{body}</table>"

    def _cells(self, rows: Iterable[int]) -> list[list[str]]:
        head = [column.title for column in self.columns]
        return [head, *([column.text(self.rows[row]) for column in self.columns] for row in rows)]

    def _in_order(self, rows: list[Any]) -> list[Any]:
        place = self.place(self.sorted_by)
        if place < 0:
            return rows
        column = self.columns[place]
        key = column.sort_key or (lambda row: column.text(row).casefold())
        return sorted(rows, key=key, reverse=self.is_descending)
