# SPDX-License-Identifier: EUPL-1.2
"""Amounts as clerks type them, from the keyboard and from the numeric keypad."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.widgets.money_field import MoneyField

pytestmark = pytest.mark.usefixtures("qapp")
KEYPAD = Qt.KeyboardModifier.KeypadModifier
ECHO = "\N{NO-BREAK SPACE}€"


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[MoneyField]:
    """An empty field in sight."""
    made = MoneyField("Importo")
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1234.50", "1.234,50"),
        ("1234,50", "1.234,50"),
        ("1.234,50", "1.234,50"),
        ("12345,60", "12.345,60"),
        ("12.50", "12,50"),
        ("1000+250", "1.250,00"),
        ("1000-0,5", "999,50"),
        ("EUR 7", "7,00"),
        ("0", "0,00"),
    ],
)
def test_it_is_written_out_and_echoed(field: MoneyField, typed: str, shown: str) -> None:
    QTest.keyClicks(field.edit, typed)
    assert field.read() is not None
    assert (field.text(), field.hint.text()) == (shown, shown + ECHO)


@pytest.mark.parametrize("point", [Qt.Key.Key_Period, Qt.Key.Key_Comma])
def test_the_point_of_the_keypad_parts_the_cents(field: MoneyField, point: Qt.Key) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, point, Qt.Key.Key_5, Qt.Key.Key_0):
        QTest.keyClick(field.edit, key, KEYPAD)
    assert field.read() == Decimal("12.50")


def test_it_may_stay_empty(field: MoneyField) -> None:
    assert field.read() is None
    assert not field.has_error


def test_it_is_told_when_the_field_is_left(field: MoneyField, qtbot: QtBot) -> None:
    QTest.keyClicks(field.edit, "1234.50")
    with qtbot.waitSignal(field.told) as told:
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert told.args == [Decimal("1234.50")]


def test_two_readings_are_asked_for(field: MoneyField, qtbot: QtBot) -> None:
    QTest.keyClicks(field.edit, "1.234")
    assert field.read() is None
    assert field.has_error
    assert field.text() == "1.234"
    buttons = field.choices.findChildren(QPushButton)
    assert [one.text() for one in buttons] == [f"1.234,00{ECHO}", f"1,23{ECHO}"]
    assert buttons[1].accessibleName() == f"Importo: sono 1,23{ECHO}"
    assert field.choices.isVisible()
    with qtbot.waitSignal(field.told) as told:
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert told.args == [Decimal("1234.00")]
    assert field.read() == Decimal("1234.00")
    assert not field.choices.isVisible()


def test_who_types_on_is_not_asked_any_more(field: MoneyField) -> None:
    QTest.keyClicks(field.edit, "1.234")
    field.read()
    QTest.keyClicks(field.edit, ",5")
    assert not field.choices.isVisible()
    assert field.read() == Decimal("1234.50")
    assert not field.has_error


def test_a_doubtful_part_of_a_sum_is_written_anew(field: MoneyField) -> None:
    QTest.keyClicks(field.edit, "1.234+1")
    assert field.read() is None
    assert field.has_error
    assert not field.choices.isVisible()


@pytest.mark.parametrize("typed", ["dodici", "1,234,5", "12.345,678", "1..5"])
def test_what_is_no_amount_stays_and_is_told(field: MoneyField, typed: str) -> None:
    QTest.keyClicks(field.edit, typed)
    assert field.read() is None
    assert field.text() == typed
    assert typed in field.error.text()
    field.edit.clear()
    field.read()
    assert not field.has_error


def test_undo_brings_back_what_was_typed(field: MoneyField) -> None:
    QTest.keyClicks(field.edit, "1000+250")
    field.read()
    QTest.keyClick(field.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "1000+250"
    QTest.keyClick(field.edit, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "1.250,00"


def test_a_kept_amount_is_shown_with_its_currency(field: MoneyField) -> None:
    field.set_amount(Decimal("12345.6"))
    assert (field.text(), field.hint.text()) == ("12.345,60", f"12.345,60{ECHO}")
    field.set_amount(None)
    assert (field.text(), field.read()) == ("", None)
