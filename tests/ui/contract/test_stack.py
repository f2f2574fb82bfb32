# SPDX-License-Identifier: EUPL-1.2
"""A part that a defect keeps from opening says so, leaves the others alone, and can be tried again."""

from PySide6.QtWidgets import QMessageBox, QWidget

from app.ui.contract.sections import make_section
from app.ui.contract.stack import BrokenPart
from tests.ui.clerk import Clerk
from tests.ui.contract.conftest import Sit


def test_a_part_that_breaks_is_told_and_can_be_tried_again(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("contract")
    is_broken = [True]

    def make(key: str) -> QWidget:
        if key == "people" and is_broken:
            raise ImportError("a module that is not there")
        return make_section(key, new_clerk.window.desk)

    page.stack._make = make  # a part with a defect, which no shipped one has
    page.go("people")
    new_clerk.waits()
    box = new_clerk.dialog(QMessageBox)
    assert "difetto" in box.text()
    box.accept()
    new_clerk.waits()
    assert page.stack.currentWidget() is page.stack.panels["people"]
    broken = page.stack.panels["people"].section
    assert isinstance(broken, BrokenPart)
    assert new_clerk.sees("Questa parte non si è aperta", page.stack)
    page.refresh()
    new_clerk.waits()
    assert not [one for one in new_clerk.window.findChildren(QMessageBox) if one.isVisible()]
    is_broken.clear()
    assert broken.link is not None
    new_clerk.clicks(broken.link)
    assert not isinstance(page.stack.panels["people"].section, BrokenPart)
    page.go("contract")
    new_clerk.waits()
    assert page.stack.key == "contract"
