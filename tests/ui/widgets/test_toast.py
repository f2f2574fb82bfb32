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


def test_it_says_what_was_done_in_the_middle_over_the_foot(show: Show) -> None:
    window = show()
    toast = Toast(window, lambda: None)
    assert not toast.isVisible()
    toast.say("Nota <b>salvata</b>", with_undo=False)
    assert toast.isVisible()
    assert toast.label.text() == "Nota <b>salvata</b>"
    assert not toast.undo.isVisible()
    assert abs(toast.geometry().center().x() - window.rect().center().x()) <= 1
    assert window.height() - 120 < toast.geometry().bottom() < window.height()


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
