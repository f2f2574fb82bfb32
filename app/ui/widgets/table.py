# SPDX-License-Identifier: EUPL-1.2
"""The table of every page: sorted by its heads, left by Tab, copied by Ctrl+C, with a foot of count and total."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme import unit
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.label import Label
from app.ui.widgets.table_cells import Cells
from app.ui.widgets.table_model import Column, TableModel

__all__ = ["Column", "DataTable", "TableModel"]


class _View(QTableView):
    """A table view that Tab leaves and that copies whole rows."""

    entered_row = Signal(QModelIndex)
    resized = Signal()  # with the table, or because a scroll bar came or went

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            last = self.model().rowCount() - 1
            self.selectRow(0 if event.key() == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def copy_rows(self) -> None:
        model = self.model()
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        if not isinstance(model, TableModel) or not rows:
            return
        copied = QMimeData()
        copied.setText(model.as_lines(rows))
        copied.setHtml(model.as_html(rows))
        QGuiApplication.clipboard().setMimeData(copied)


class DataTable(QFrame):
    """Rows of any kind; `selected` gives the row or None, `activated` the row of Enter or a double click."""

    selected = Signal(object)
    activated = Signal(object)

    def __init__(
        self,
        columns: Iterable[Column],
        *,
        name: str,
        identity: Callable[[Any], Hashable] | None = None,
        selects_first: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._identity = identity or id
        self._selects_first = selects_first
        self._is_showing = False
        self.model = TableModel(columns)
        self.model.setParent(self)
        self.view = _View()
        self._empty = EmptyState("")
        self.count = Label("", "muted")
        self.total = Label("", "strong")
        self._build_view(name)
        self._lay_out()
        self.view.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.view.entered_row.connect(self._on_activated)
        self._fit_later = QTimer(self, singleShot=True, interval=0)  # once, however often Qt lays it out anew
        self._fit_later.timeout.connect(self._fit_columns)
        self.view.resized.connect(self._fit_later.start)
        self.view.doubleClicked.connect(self._on_activated)
        self.view.horizontalHeader().sectionClicked.connect(self._on_head_clicked)

    def show_rows(self, rows: Iterable[Any]) -> None:
        """Replace the rows; the selected one stays selected if it is still there."""
        before = self.current()
        kept = self._identity(before) if before is not None else None
        self._is_showing = True
        self.model.show_rows(rows)
        self._is_showing = False
        self._show_side()
        self._fit_columns()
        is_kept = before is not None and self.select(lambda row: self._identity(row) == kept)
        if not is_kept and self._selects_first and self.model.rows:
            self.view.selectRow(0)
        elif not is_kept:
            self.selected.emit(None)

    def select(self, predicate: Callable[[Any], bool]) -> bool:
        """Select the first row of which it is true; False where there is none."""
        for place, row in enumerate(self.model.rows):
            if predicate(row):
                self.view.selectRow(place)
                self.view.scrollTo(self.model.index(place, 0))
                return True
        return False

    def current(self) -> Any:  # noqa: ANN401 - whatever the rows are
        """The selected row, or None."""
        place = self.view.currentIndex().row()
        return self.model.rows[place] if 0 <= place < len(self.model.rows) else None

    def rows(self) -> list[Any]:
        """All rows as they are seen."""
        return list(self.model.rows)

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Order by a column; the selected row stays selected."""
        chosen = self.current()
        self._is_showing = True
        self.model.sort_rows(key, is_descending=descending)
        if chosen is not None:
            self.select(lambda row: row is chosen)
        self._is_showing = False
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.model.columns) - 1)

    def set_footer(self, count: str, total: str = "") -> None:
        """The words at the foot."""
        self.count.setText(count)
        self.total.setText(total)
        self._footer.setVisible(bool(count or total))

    def set_empty(
        self,
        title: str,
        text: str = "",
        button_text: str = "",
        slot: Callable[[], object] | None = None,
        icon: str = "list",
    ) -> None:
        """What stands there without rows."""
        old, self._empty = self._empty, EmptyState(title, text, button_text, slot, icon)
        self._pages.removeWidget(old)
        old.deleteLater()
        self._pages.addWidget(self._empty)
        if self._empty.button is not None:
            QWidget.setTabOrder(self.view, self._empty.button)
        self._show_side()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the rows or the button; not by a focus proxy, where Tab stops though it be hidden."""
        inside = self.view if self.model.rows else self._empty.button
        if inside is not None:
            inside.setFocus(reason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_pages"):
            self._fit_columns()

    def _build_view(self, name: str) -> None:
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(Cells(view))
        view.setAccessibleName(name)
        view.setTabKeyNavigation(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)

    def _lay_out(self) -> None:
        self._footer = QWidget()
        self._footer.setObjectName("table_footer")
        self._footer.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot = QHBoxLayout(self._footer)
        foot.setContentsMargins(unit(14), unit(7), unit(14), unit(7))
        foot.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(self.total)
        self._footer.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        self._pages = QStackedLayout()
        layout.addLayout(self._pages, 1)  # before it is filled: without a parent its first widget would be a window
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        layout.addWidget(self._footer)
        self.setMinimumHeight(unit(210))
        self._show_side()

    def _show_side(self) -> None:
        self._pages.setCurrentIndex(0 if self.model.rows else 1)

    def _fit_columns(self) -> None:
        header = self.view.horizontalHeader()
        self.view.verticalHeader().setDefaultSectionSize(unit(40))
        columns = self.model.columns
        widths = [0 if header.isSectionHidden(at) else self._wanted_width(at) for at in range(len(columns))]
        free = self.view.viewport().width() - sum(widths)
        growing = [place for place, column in enumerate(columns) if column.stretch] or [0]
        for place in growing:
            widths[place] = max(unit(columns[place].width or 120), widths[place] + free // len(growing))
        for place, width in enumerate(widths):
            if not header.isSectionHidden(place):
                header.resizeSection(place, width)

    def _wanted_width(self, place: int) -> int:
        column = self.model.columns[place]
        head = self.view.horizontalHeader().sectionSizeHint(place) + unit(6)
        fixed = unit(column.width) if column.width else self.view.sizeHintForColumn(place)
        return max(head, fixed) if not column.stretch else max(head, unit(column.width or 120))

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self._is_showing:
            self.selected.emit(self.model.rows[current.row()] if current.isValid() else None)

    def _on_activated(self, index: QModelIndex) -> None:
        self.activated.emit(self.model.rows[index.row()])

    def _on_head_clicked(self, section: int) -> None:
        key = self.model.columns[section].key
        self.sort_by(key, descending=self.model.sorted_by == key and not self.model.is_descending)
