# SPDX-License-Identifier: EUPL-1.2
"""The ring around what has the keyboard: two tones, where it is, not for the mouse."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme import colour
from app.ui.widgets.focus_ring import _Ring
from tests.ui.widgets.conftest import Show


def ring(window: QWidget) -> _Ring | None:
    return next((one for one in window.findChildren(_Ring) if one.isVisible()), None)


def frame_of(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def test_it_goes_where_tab_goes_and_is_seen(show: Show) -> None:
    field, button = QLineEdit(), QPushButton("Avanti")
    window = show(field, button)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    found = ring(window)
    assert found is not None
    assert found.geometry().contains(frame_of(button))
    assert not found.geometry().intersects(frame_of(field))
    picture = window.grab(found.geometry()).toImage()
    middle = picture.height() // 2
    seen = {picture.pixelColor(x, middle).name() for x in range(6)}
    assert {colour("focus_out").name(), colour("focus_in").name()} <= seen


def test_it_goes_along_when_the_window_changes(show: Show, qtbot: QtBot) -> None:
    field, button = QLineEdit(), QPushButton("Avanti")
    window = show(field, button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    window.resize(500, 900)
    qtbot.waitUntil(lambda: (found := ring(window)) is not None and found.geometry().contains(frame_of(button)))
    button.hide()
    qtbot.waitUntil(lambda: (found := ring(window)) is None or not found.geometry().intersects(frame_of(button)))


def test_the_mouse_goes_through_it_and_brings_none(show: Show) -> None:
    pressed: list[bool] = []
    field, button = QLineEdit(), QPushButton("Avanti")
    button.clicked.connect(lambda: pressed.append(True))
    window = show(field, button)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    found = ring(window)
    assert found is not None
    assert found.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert found.focusPolicy() is Qt.FocusPolicy.NoFocus
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [True]


def test_it_is_not_drawn_over_what_hides_the_thing_it_is_around(show: Show, qtbot: QtBot) -> None:
    button, inside, area = QPushButton("In fondo"), QWidget(), QScrollArea()
    inside.setFixedSize(300, 2_000)
    button.setParent(inside)
    button.move(0, 1_900)
    area.setWidget(inside)
    window = show(area)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: ring(window) is not None)
    area.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: ring(window) is None)


def test_it_is_drawn_around_what_its_own_children_cover(show: Show, qtbot: QtBot) -> None:
    area, inside = QScrollArea(), QWidget()
    inside.setFixedSize(300, 2_000)
    area.setWidget(inside)
    window = show(QPushButton("Prima"), area)
    area.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: (found := ring(window)) is not None and found.geometry().contains(frame_of(area)))
