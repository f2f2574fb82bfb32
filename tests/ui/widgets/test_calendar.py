# SPDX-License-Identifier: EUPL-1.2
"""The calendar under a field for a day, opened by its button or by Alt+Down."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.ui.widgets.calendar import Calendar
from app.ui.widgets.day_field import DayField

TODAY = date(2026, 11, 23)
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def field() -> Iterator[DayField]:
    """An empty field."""
    made = DayField("Dal", lambda: TODAY)
    yield made
    made.deleteLater()


@pytest.fixture
def calendar(field: DayField, qtbot: QtBot) -> Calendar:
    """The calendar of a field in which the fifth of March stands, opened by the keyboard."""
    qtbot.addWidget(field)
    field.show()
    field.edit.setFocus()
    QTest.keyClicks(field.edit, "5/3/27")
    QTest.keyClick(field.edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    return _opened(field)


def _opened(field: DayField) -> Calendar:
    return next(one for one in field.edit.findChildren(Calendar) if one.isVisible())


def test_the_calendar_opens_on_the_day_in_the_field(calendar: Calendar) -> None:
    assert calendar.month.selectedDate() == QDate(2027, 3, 5)
    assert calendar.month.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert calendar.month.accessibleName() == "Scegli il giorno"


def test_a_day_taken_there_is_written_out_and_told(field: DayField, calendar: Calendar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.edit.editingFinished):
        calendar.month.clicked.emit(QDate(2027, 3, 9))
    assert (field.text(), field.hint.text()) == ("09/03/2027", "Martedì")
    assert not calendar.isVisible()


def test_esc_leaves_the_field_as_it_was(field: DayField, calendar: Calendar) -> None:
    QTest.keyClick(calendar, Qt.Key.Key_Escape)
    assert not calendar.isVisible()
    assert field.text() == "05/03/2027"


def test_the_button_in_the_field_has_a_name(field: DayField) -> None:
    [button] = field.edit.findChildren(QToolButton)
    assert button.text() == "Calendario"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert _opened(field).month.selectedDate() == QDate(TODAY.year, TODAY.month, TODAY.day)
