# SPDX-License-Identifier: EUPL-1.2
"""Table left and card right; where the window is narrow, the card lies over the table."""

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.text import _
from app.ui.theme import unit
from app.ui.widgets.button import button

_NARROW = 900
_TABLE_SHARE = 58


class PageSplit(QWidget):
    """Under 900 px (at 100 %) one sees the table or the card; "Torna all'elenco" and Esc go back.

    `covered` says whether the card lies over the table now.
    """

    covered = Signal(bool)

    def __init__(
        self, table: QWidget, card: QWidget, parent: QWidget | None = None, *, table_share: int = _TABLE_SHARE
    ) -> None:
        super().__init__(parent)
        self.table = table
        self.card = card
        self._is_narrow = False
        self._wants_card = False
        self._is_alone = False
        self.back = button(_("Torna all'elenco"), lambda: self.show_card(is_shown=False), role="quiet", icon="back")
        self.right = QWidget()
        right = QVBoxLayout(self.right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(unit(6))
        right.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(card, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(16))
        layout.addWidget(table, table_share)
        layout.addWidget(self.right, 100 - table_share)
        for widget in (table, self.right):
            widget.setMinimumWidth(unit(200))
        self._arrange()
        view = getattr(table, "view", None)
        if view is not None:
            view.clicked.connect(lambda _index: self.show_card())
            view.entered_row.connect(lambda _index: self.show_card())

    @property
    def is_narrow(self) -> bool:
        """True where there is room for one of both only."""
        return self._is_narrow

    @property
    def is_covered(self) -> bool:
        """True while the card lies over the table."""
        return self._is_narrow and self._wants_card and not self._is_alone

    def sizeHint(self) -> QSize:
        """As low as may be: it takes the height that is left, and a long card scrolls inside instead of the page."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """No: see `sizeHint`."""
        return False

    def show_card(self, is_shown: bool = True) -> None:  # noqa: FBT001, FBT002 - reads well where it is called
        """Bring the card (or the table) to the front; no change where both are in sight."""
        focused = self.focusWidget()
        self._wants_card = is_shown
        self._arrange()
        if self._is_narrow and is_shown and focused is not None and self.table.isAncestorOf(focused):
            self.back.setFocus()
        if self._is_narrow:
            QTimer.singleShot(0, self, self._bring_into_sight)
        if self._is_narrow and not is_shown:
            self.table.setFocus()

    def set_alone(self, *, is_alone: bool) -> None:
        """Leave the table all the room: there is nothing to choose that a card could tell of."""
        self._is_alone = is_alone
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change over at 900 px."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < unit(_NARROW)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the table."""
        if event.key() == Qt.Key.Key_Escape and self._is_narrow and self._wants_card:
            self.show_card(is_shown=False)
        else:
            super().keyPressEvent(event)

    def _bring_into_sight(self) -> None:
        place: QWidget | None = self
        while place is not None and not isinstance(place, QScrollArea):
            place = place.parentWidget()
        page = place.widget() if place is not None else None
        if place is not None and page is not None:
            top = self.mapTo(page, QPoint(0, 0)).y()
            stays = top <= place.viewport().height() // 2  # what stands above says whose card it is
            place.verticalScrollBar().setValue(0 if stays else top - unit(8))

    def _arrange(self) -> None:
        self.back.setVisible(self._is_narrow)
        self.table.setVisible(not self.is_covered)
        self.right.setVisible(not self._is_alone and (not self._is_narrow or self._wants_card))
        self.covered.emit(self.is_covered)
