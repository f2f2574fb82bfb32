# SPDX-License-Identifier: EUPL-1.2
"""The short sentence over the foot: long enough to be read, with a way back where there is one."""

from PySide6.QtCore import QEvent, QPointF, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication

from app.ui.widgets.toast import Toast
from tests.ui.widgets.conftest import Show

LEAST_MS = 10_000  # ux.md section 5, clause 14


def timer(toast: Toast) -> QTimer:
    return toast.findChildren(QTimer)[0]


def test_it_says_what_was_done_as_plain_text(show: Show) -> None:
    toast = Toast(show(), lambda: None)
    assert not toast.isVisible()
    toast.say("Nota <b>salvata</b>", with_undo=False)
    assert toast.isVisible()
    assert toast.label.text() == "Nota <b>salvata</b>"
    assert not toast.undo.isVisible()


def test_it_takes_a_line_where_there_is_room_and_never_more_than_the_room(show: Show) -> None:
    toast = Toast(show(), lambda: None)
    told: list[bool] = []
    toast.changed.connect(lambda: told.append(toast.isVisible()))
    toast.say("Una frase non tanto lunga", with_undo=True)
    whole = toast.fit(5_000)
    assert whole < 600
    assert toast.fit(whole - 60) == whole - 60
    toast.hide()
    assert told == [True, False]


def test_it_stays_long_enough_and_goes_by_itself(show: Show) -> None:
    toast = Toast(show(), lambda: None)
    for with_undo in (False, True):
        toast.say("Fatto", with_undo=with_undo)
        assert timer(toast).interval() >= LEAST_MS
    timer(toast).timeout.emit()
    assert not toast.isVisible()


def test_it_stays_while_the_mouse_is_over_it(show: Show) -> None:
    toast = Toast(show(), lambda: None)
    toast.say("Fatto", with_undo=True)
    QApplication.sendEvent(toast, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert not timer(toast).isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert timer(toast).isActive()


def test_the_way_back_is_beside_it(show: Show) -> None:
    done: list[str] = []
    toast = Toast(show(), lambda: done.append("annulla"))
    toast.say("Nota salvata", with_undo=True)
    toast.undo.click()
    assert done == ["annulla"]
    assert not toast.isVisible()
