# SPDX-License-Identifier: EUPL-1.2
"""Two or three centres side by side: what differs stands bold and is told in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView, QVBoxLayout, QWidget

from app.domain.centres import Verdict
from app.text import _
from app.text.centre_labels import verdict_label
from app.ui.centres.words import VERDICT_TONES
from app.ui.theme import colour, unit
from app.ui.widgets.chips import Chip, Chips
from app.ui.widgets.table import Column, DataTable, TableModel
from app.ui.widgets.table_cells import Cells, cell_font

if TYPE_CHECKING:
    from app.actions.centre_comparison import ComparisonLine
    from app.domain.centres import Comparison

ALL = "all"
_CENTRE = "centre"  # the key of a column, with its place behind
_POINT_WIDTH = 190


class ComparisonView(QWidget):
    """A chip for each outcome; the columns are the centres."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Comparison | None = None
        self._lines: tuple[ComparisonLine, ...] = ()
        self.chips = Chips(name=_("Quali punti"))
        self.table: DataTable | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(unit(12))
        self._layout.addWidget(self.chips)
        self.chips.chosen.connect(lambda _key: self._show_lines())

    def show_comparison(self, comparison: Comparison) -> None:
        """Put these centres side by side."""
        from app.actions.centre_comparison import comparison_lines

        self.shown = comparison
        self._lines = comparison_lines(comparison)
        if self.table is not None:
            self._layout.removeWidget(self.table)
            self.table.deleteLater()
        self.table = _ComparisonTable([centre.name for centre in comparison.centres])
        self._layout.addWidget(self.table, 1)
        counts = {verdict: comparison.count(verdict) for verdict in Verdict}
        self.chips.set_chips(
            [
                Chip(ALL, _("Tutti i punti"), len(comparison.rows)),
                Chip(Verdict.DIFFERENT.value, _("Diversi"), counts[Verdict.DIFFERENT]),
                Chip(Verdict.SAME.value, _("Uguali"), counts[Verdict.SAME]),
                Chip(Verdict.UNKNOWN.value, _("Non confrontabili"), counts[Verdict.UNKNOWN]),
            ]
        )
        self._show_lines()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the table."""
        if self.table is not None:
            self.table.setFocus(reason)

    def _show_lines(self) -> None:
        if self.table is None:
            return
        wanted = self.chips.current()
        lines = [line for line in self._lines if wanted in (ALL, line.verdict.value)]
        self.table.set_empty(_("Nessun punto"), _("Guarda sotto un'altra voce."), icon="list")
        self.table.show_rows(lines)
        told = _("{count} punti su {total} · ciò che le fonti non dicono non vale come differenza")
        self.table.set_footer(told.format(count=len(lines), total=len(self._lines)))


class _ComparisonTable(DataTable):
    """Rows as high as their longest cell."""

    def __init__(self, names: list[str]) -> None:
        columns = [
            Column("point", _("Punto"), lambda line: line.point, width=_POINT_WIDTH),
            *(Column(f"{_CENTRE}{n}", name, _cell(n), stretch=True, width=170) for n, name in enumerate(names)),
            Column("verdict", _("Confronto"), _verdict, kind="status", tone=lambda line: VERDICT_TONES[line.verdict]),
        ]
        super().__init__(columns, name=_("Centri a confronto"), selects_first=False)
        self.view.setItemDelegate(_WrappedCells(self.view))
        self.view.setVerticalScrollMode(self.view.ScrollMode.ScrollPerPixel)

    def _fit_columns(self) -> None:
        """Every centre the same width."""
        super()._fit_columns()
        header = self.view.horizontalHeader()
        places = range(1, len(self.model.columns) - 1)
        room = sum(header.sectionSize(place) for place in places)
        for place in places:
            header.resizeSection(place, room // len(places))
        self.view.resizeRowsToContents()


class _WrappedCells(Cells):
    """Whole sentences over as many lines as they need; differences bold."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The height of all lines at the width of the column."""
        hint = super().sizeHint(option, index)
        model = index.model()
        if not isinstance(model, TableModel) or model.columns[index.column()].kind == "status":
            return hint
        column, line = model.columns[index.column()], model.rows[index.row()]
        room = max(1, self._view.horizontalHeader().sectionSize(index.column()) - unit(22))
        font = cell_font(column, is_strong=_is_bold(column, line))
        flags = int(Qt.TextFlag.TextWordWrap)
        height = QFontMetrics(font).boundingRect(0, 0, room, 100_000, flags, column.text(line)).height()
        return QSize(hint.width(), max(hint.height(), height + unit(16)))

    def _paint_words(self, painter: QPainter, room: QRectF, column: Column, row: Any, *, is_chosen: bool) -> None:  # noqa: ANN401 - the rows of this table
        painter.setFont(cell_font(column, is_strong=_is_bold(column, row)))
        painter.setPen(colour("text" if _is_told(column, row) else "muted"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(flags) | int(Qt.TextFlag.TextWordWrap), column.text(row))


def _is_told(column: Column, line: ComparisonLine) -> bool:
    """Whether a source tells what the cell says; the point itself is always told."""
    place = column.key.removeprefix(_CENTRE)
    return not place.isdecimal() or line.is_told[int(place)]


def _is_bold(column: Column, line: ComparisonLine) -> bool:
    is_of_centre = column.key.startswith(_CENTRE)
    return is_of_centre and line.verdict is Verdict.DIFFERENT and _is_told(column, line)


def _cell(place: int) -> Callable[[ComparisonLine], str]:
    return lambda line: line.cells[place]


def _verdict(line: ComparisonLine) -> str:
    return verdict_label(line.verdict.value)
