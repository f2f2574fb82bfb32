# SPDX-License-Identifier: EUPL-1.2
"""A part that a defect keeps from opening says so, leaves the others alone, and can be tried again."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.contract.sections import make_section
from app.ui.contract.stack import BrokenPart
from tests.ui.clerk import Clerk
from tests.ui.contract.conftest import Sit


def test_a_part_that_breaks_is_told_and_can_be_tried_again(new_clerk: Clerk, sit: Sit, qtbot: QtBot) -> None:
    page = sit("contract")
    is_broken = [True]

    def make(key: str) -> QWidget:
        if key == "people" and is_broken:
            raise ImportError("a module that is not there")
        desk = new_clerk.window.desk
        assert desk is not None
        return make_section(key, desk)

    page.stack._make = make  # a part with a defect, which no shipped one has
    with qtbot.captureExceptions() as told:  # what goes on to the hook that tells it in a box
        page.go("people")
        new_clerk.waits()
    assert [kind for kind, _error, _trace in told] == [ImportError]
    assert page.stack.currentWidget() is page.stack.panels["people"]
    broken = page.stack.panels["people"].section
    assert isinstance(broken, BrokenPart)
    assert new_clerk.sees("Questa parte non si è aperta", page.stack)
    page.refresh()
    new_clerk.waits()
    assert page.stack.panels["people"].section is broken
    is_broken.clear()
    assert broken.link is not None
    new_clerk.clicks(broken.link)
    assert not isinstance(page.stack.panels["people"].section, BrokenPart)
    page.go("contract")
    new_clerk.waits()
    assert page.stack.key == "contract"
