# SPDX-License-Identifier: EUPL-1.2
"""Days as clerks type them."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.widgets.day_field import DayField

TODAY = date(2026, 11, 23)


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def field() -> Iterator[DayField]:
    """An empty field on a Monday."""
    made = DayField("Dal", lambda: TODAY)
    yield made
    made.deleteLater()


@pytest.mark.parametrize(
    ("typed", "shown", "echo"),
    [
        ("5/3/27", "05/03/2027", "Venerdì"),
        ("050327", "05/03/2027", "Venerdì"),
        ("oggi", "23/11/2026", "Lunedì"),
        ("+30", "23/12/2026", "Mercoledì"),
        ("5.3.2027", "05/03/2027", "Venerdì"),
        ("05032027", "05/03/2027", "Venerdì"),
        ("05/03/2027", "05/03/2027", "Venerdì"),
        ("5/3/2027", "05/03/2027", "Venerdì"),
        ("5-3-27", "05/03/2027", "Venerdì"),
        ("2027-03-05", "05/03/2027", "Venerdì"),
        ("5 marzo 2027", "05/03/2027", "Venerdì"),
        ("29/02/2028", "29/02/2028", "Martedì"),
        ("fm", "30/11/2026", "Lunedì"),
        ("-1", "22/11/2026", "Domenica"),
        ("domani", "24/11/2026", "Martedì"),
    ],
)
def test_it_is_written_out_with_its_weekday(field: DayField, typed: str, shown: str, echo: str) -> None:
    QTest.keyClicks(field.edit, typed)
    assert field.read() is not None
    assert (field.text(), field.hint.text()) == (shown, echo)


def test_it_may_stay_empty(field: DayField) -> None:
    assert field.read() is None
    assert not field.has_error


def test_what_is_no_day_stays_and_is_told(field: DayField) -> None:
    QTest.keyClicks(field.edit, "29/02/2027")
    assert field.read() is None
    assert field.has_error
    assert field.text() == "29/02/2027"
    assert "29/02/2027" in field.error.text()
    field.edit.clear()
    assert field.read() is None
    assert not field.has_error


def test_undo_brings_back_what_was_typed(field: DayField) -> None:
    QTest.keyClicks(field.edit, "5/3/27")
    field.read()
    QTest.keyClick(field.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "5/3/27"
    QTest.keyClick(field.edit, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "05/03/2027"
