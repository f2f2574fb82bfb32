# SPDX-License-Identifier: EUPL-1.2
"""The head of a page where there is little height: one line of buttons, and no title that is told above."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.page_header import PageHeader
from tests.ui.widgets.conftest import Show


def _made(show: Show, *, height: int, width: int = 420, is_told_above: bool = False) -> PageHeader:
    header = PageHeader("Fatture", is_told_above=is_told_above)
    header.add_button("Stampa…", list, icon="print").setToolTip("Il registro")
    header.add_button("Importa una cartella…", list, icon="folder")
    header.add_button("Importa fatture…", list, primary=True, icon="download")
    page = QWidget()
    page.resize(width, height)
    layout = QVBoxLayout(page)
    layout.addWidget(header)
    layout.addStretch(1)
    show(page, width=width)
    return header


def _resized(header: PageHeader, qtbot: QtBot, width: int, height: int) -> list[str]:
    header.window().resize(width, height)
    qtbot.waitUntil(lambda: header.width() > width - 60 and header.width() <= width)
    return [one.text() for one in _buttons(header)]


def _buttons(header: PageHeader) -> list[QPushButton]:
    return header.findChildren(QPushButton)


def test_low_and_narrow_the_buttons_keep_their_names_and_fill_one_line(show: Show, qtbot: QtBot) -> None:
    header = _made(show, height=700)
    assert _resized(header, qtbot, 501, 700) == ["Stampa…", "Importa una cartella…", "Importa fatture…"]
    assert _resized(header, qtbot, 500, 400) == ["", "", "Importa fatture…"]
    first = _buttons(header)[0]
    assert (first.accessibleName(), first.toolTip()) == ("Stampa…", "Stampa…\nIl registro")
    qtbot.waitUntil(lambda: len({one.geometry().center().y() // 8 for one in _buttons(header)}) == 1)
    assert _resized(header, qtbot, 900, 400)[0] == "Stampa…"
    assert first.toolTip() == "Il registro"


@pytest.mark.parametrize(("height", "is_seen"), [(700, True), (400, False)])
def test_a_title_told_above_is_left_out_where_it_is_low(
    show: Show, qtbot: QtBot, *, height: int, is_seen: bool
) -> None:
    header = _made(show, height=700, is_told_above=True)
    _resized(header, qtbot, 500, height)
    assert header.title.isVisible() is is_seen
