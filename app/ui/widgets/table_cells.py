# SPDX-License-Identifier: EUPL-1.2
"""How the cells of a table are drawn: words, codes in a fixed width, states as pills, the chosen row with a bar."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.fonts import code_font, text_font
from app.ui.theme import BASE_POINTS, colour, points, unit
from app.ui.widgets.pill import paint_pill, pill_size
from app.ui.widgets.table_model import Column, TableModel

_CODE_POINTS = 10.5


def cell_font(column: Column, *, is_strong: bool = False) -> QFont:
    """The face of a column."""
    if column.kind == "code":
        return code_font(points(_CODE_POINTS))
    return text_font(points(BASE_POINTS - 0.5), is_strong=is_strong)


class Cells(QStyledItemDelegate):
    """Draws all cells of a DataTable."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground, line, words."""
        model = index.model()
        if not isinstance(model, TableModel):
            return
        column = model.columns[index.column()]
        row = model.rows[index.row()]
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect
        painter.save()
        painter.fillRect(rect, colour("accent_tint" if is_chosen else "panel"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour("line"))
        if is_chosen and index.column() == 0:
            painter.fillRect(rect.left(), rect.top(), unit(4), rect.height(), colour("accent"))
        room = QRectF(rect).adjusted(unit(12), 0, -unit(10), 0)
        if column.kind == "status":
            self._paint_state(painter, room, column, row, is_chosen=is_chosen)
        else:
            self._paint_words(painter, room, column, row, is_chosen=is_chosen and index.column() == 0)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The width of the words, the height of a row."""
        model = index.model()
        if not isinstance(model, TableModel):
            return super().sizeHint(option, index)
        column = model.columns[index.column()]
        text = column.text(model.rows[index.row()])
        if column.kind == "status":
            icon_name = column.icon(model.rows[index.row()]) if column.icon else ""
            return QSize(pill_size(text, icon_name).width() + unit(22), unit(40))
        return QSize(QFontMetrics(cell_font(column)).horizontalAdvance(text) + unit(24), unit(40))

    def _paint_words(self, painter: QPainter, room: QRectF, column: Column, row: object, *, is_chosen: bool) -> None:
        font = cell_font(column, is_strong=is_chosen)
        token = column.tone(row) if column.tone else "text"
        painter.setFont(font)
        painter.setPen(colour(token or "text"))
        text = column.text(row).replace("\n", " ")
        modes = Qt.TextElideMode
        mode = modes.ElideMiddle if column.elide == "middle" else modes.ElideRight
        shown = QFontMetrics(font).elidedText(text, mode, int(room.width()))
        painter.drawText(room, column.alignment | int(Qt.TextFlag.TextSingleLine), shown)

    def _paint_state(self, painter: QPainter, room: QRectF, column: Column, row: object, *, is_chosen: bool) -> None:
        text = column.text(row)
        if not text:
            return
        icon_name = column.icon(row) if column.icon else ""
        size = pill_size(text, icon_name)
        place = QRectF(room.left() - unit(6), 0, min(size.width(), room.width() + unit(10)), size.height())
        place.moveTop(room.center().y() - size.height() / 2)
        tone = column.tone(row) if column.tone else "neutral"
        paint_pill(painter, place, text, tone, icon_name, is_outlined=is_chosen)
