# SPDX-License-Identifier: EUPL-1.2
"""In a low window the form is as high as it is, and the page scrolls it."""

from PySide6.QtWidgets import QScrollArea

from app.ui.accession.page import AccessionPage
from tests.ui.accession.conftest import Sit
from tests.ui.clerk import Clerk


def around(page: AccessionPage) -> QScrollArea:
    """What scrolls the page."""
    place = page.parentWidget()
    while not isinstance(place, QScrollArea):
        assert place is not None
        place = place.parentWidget()
    return place


def test_in_a_low_window_the_whole_page_scrolls(new_clerk: Clerk, sit: Sit) -> None:
    new_clerk.window.resize(911, 512)
    page = sit("proposal")
    area = page.stack.panels["proposal"].area
    assert area.verticalScrollBar().maximum() == 0
    assert around(page).verticalScrollBar().maximum() > 0
    height = area.height()
    page.stack.panels["proposal"].why.open()
    new_clerk.waits()
    assert area.height() > height, "it grows with what is opened in it"


def test_where_there_is_room_the_form_scrolls_beside_the_list(sit: Sit) -> None:
    page = sit("proposal")
    assert page.stack.panels["proposal"].area.verticalScrollBar().maximum() > 0
    assert around(page).verticalScrollBar().maximum() == 0
