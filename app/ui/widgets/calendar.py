# SPDX-License-Identifier: EUPL-1.2
"""The month under a field for a day: a click or Enter takes one, Esc leaves the field as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDialog, QToolButton, QVBoxLayout, QWidget

from app.text import _, language
from app.ui.icons import icon
from app.ui.theme import colour, unit


class Calendar(QDialog):
    """Opens below `field`; it is gone once a day was taken."""

    def __init__(self, field: QWidget, chosen: date, take: Callable[[date], object]) -> None:
        super().__init__(field)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Scegli il giorno"))
        self.month = QCalendarWidget()
        self.month.setAccessibleName(self.windowTitle())
        self.month.setLocale(QLocale(language()))
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        shape = QTextCharFormat()
        shape.setForeground(colour("text"))  # else Qt writes the end of the week in its own red, too faint on dark
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.month.setWeekdayTextFormat(weekend, shape)
        for name, drawn in (("qt_calendar_prevmonth", "back"), ("qt_calendar_nextmonth", "right")):
            for one in self.month.findChildren(QToolButton, name):
                one.setIcon(icon(drawn, "text", unit(18)))
        self.month.setSelectedDate(QDate(chosen.year, chosen.month, chosen.day))
        self.month.setMinimumSize(unit(330), unit(270))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(unit(8), unit(8), unit(8), unit(8))
        layout.addWidget(self.month)
        self._field, self._take = field, take
        self.month.clicked.connect(self._on_taken)
        self.month.activated.connect(self._on_taken)

    def open(self) -> None:
        """Below the field, or above it where there is no room below."""
        self.adjustSize()
        place = self._field.mapToGlobal(QPoint(0, self._field.height()))
        room = self._field.screen().availableGeometry()
        if place.y() + self.height() > room.bottom():
            place = self._field.mapToGlobal(QPoint(0, -self.height()))
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place)
        super().open()
        self.month.setFocus()

    def _on_taken(self, day: QDate) -> None:
        if self.isVisible():  # a double click takes a day once
            self.accept()
            self._take(date(day.year(), day.month(), day.day()))
