# SPDX-License-Identifier: EUPL-1.2
"""A part of the help."""

import pytest
from PySide6.QtWidgets import QPushButton

from app.ui.help.block import Block
from app.ui.help.entry import Entry
from app.ui.widgets.pill import Pill

pytestmark = pytest.mark.usefixtures("qapp")


def test_lines_that_do_not_fit_are_hidden_and_links_lead_on() -> None:
    opened: list[tuple[str, str]] = []
    entries = [Entry("Uno", "primo", page="home", key="x"), Entry("Due", "secondo", keys=("Ctrl+D",))]
    block = Block("Prova", entries, lambda page, key: opened.append((page, key)))
    assert block.show_fitting("secondo") == 1
    assert [line.isHidden() for _entry, line in block.lines] == [True, False]
    assert block.show_fitting("") == 2
    (link,) = block.findChildren(QPushButton)
    link.click()
    assert opened == [("home", "x")]
    assert [pill.text() for pill in block.findChildren(Pill)] == ["Ctrl+D"]
    block.deleteLater()
