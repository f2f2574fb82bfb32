# SPDX-License-Identifier: EUPL-1.2
"""Boxes with a sentence: plain text, buttons that say what they do, the safe one at hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.errors import EnvironmentFault, FaultKind
from app.ui import messages


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window that asks."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def box_of(window: QWidget) -> QMessageBox:
    return next(one for one in window.findChildren(QMessageBox) if one.isVisible())


def test_an_error_has_its_sentence_and_goes_with_esc(window: QWidget, qtbot: QtBot) -> None:
    hostile = "<img src='x.png'><b>b</b>"
    messages.show_error(window, EnvironmentFault(FaultKind.FULL, place=hostile, owner=""))
    box = box_of(window)
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert box.text().endswith(".")
    assert [one.text() for one in box.buttons()] == ["Ho capito"]
    QTest.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChildren(QMessageBox) == [])


@pytest.mark.parametrize(("key", "is_yes"), [(Qt.Key.Key_Return, False), (Qt.Key.Key_Escape, False)])
def test_the_safe_answer_is_at_hand(window: QWidget, key: Qt.Key, *, is_yes: bool) -> None:
    QTimer.singleShot(0, window, lambda: QTest.keyClick(box_of(window), key))
    assert messages.ask(window, "Eliminare la copia?", "Non torna più.", "Elimina la copia") is is_yes


def test_the_other_answer_is_named(window: QWidget) -> None:
    QTimer.singleShot(0, window, lambda: _press(box_of(window), "Elimina la copia"))
    assert messages.ask(window, "Eliminare la copia?", "Non torna più.", "Elimina la copia")


def test_a_box_that_no_widget_asked_for_stays_too(window: QWidget) -> None:
    messages.show_bug(None, ZeroDivisionError("prova"))
    box = box_of(window)
    assert "ZeroDivisionError" in box.detailedText()
    box.close()


def _press(box: QMessageBox, words: str) -> None:
    next(one for one in box.findChildren(QPushButton) if one.text() == words).click()
