# SPDX-License-Identifier: EUPL-1.2
"""A clerk looks something up."""

import pytest
from PySide6.QtWidgets import QPushButton

from app.ui.help.page import HelpPage
from tests.ui.clerk import Clerk


@pytest.fixture
def page(new_clerk: Clerk) -> HelpPage:
    """The help, as F1 opens it."""
    new_clerk.presses("F1")
    page = new_clerk.page
    assert isinstance(page, HelpPage)
    return page


def test_f1_shows_what_each_page_is_for(new_clerk: Clerk, page: HelpPage) -> None:
    assert [name for name, block in page.blocks.items() if block.isVisible()] == ["guide"]
    assert new_clerk.sees("Finanziamenti", page.blocks["guide"])


def test_a_chip_shows_another_part(new_clerk: Clerk, page: HelpPage) -> None:
    new_clerk.clicks(page.chips.button("words"))
    assert [name for name, block in page.blocks.items() if block.isVisible()] == ["words"]
    assert new_clerk.sees("CUP, codice unico di progetto", page)


def test_the_search_looks_through_all_parts(new_clerk: Clerk, page: HelpPage) -> None:
    new_clerk.presses("Ctrl+F")
    assert new_clerk.focus is page.search
    new_clerk.types("cronol")
    shown = [name for name, block in page.blocks.items() if block.isVisible()]
    assert {"guide", "keys"} <= set(shown)
    assert new_clerk.sees("Ctrl+H", page)
    assert not new_clerk.sees("pagoPA", page)
    assert new_clerk.sees("trovate in tutto l'aiuto", page)


def test_a_search_without_result_says_so(new_clerk: Clerk, page: HelpPage) -> None:
    new_clerk.types("zzz", page.search)
    assert new_clerk.sees("Niente su questo", page)
    new_clerk.clicks(new_clerk.finds(QPushButton, "Azzera"))
    assert page.blocks["guide"].isVisible()
    assert not new_clerk.sees("Niente su questo", page)


@pytest.mark.usefixtures("page")
def test_a_word_of_the_catalogue_leads_to_its_card(new_clerk: Clerk) -> None:
    new_clerk.opens("help", "words")
    new_clerk.clicks(new_clerk.finds(QPushButton, "Apri: SEND"))
    assert new_clerk.window.pages.name == "catalogue"
    assert new_clerk.sees("Notifiche digitali SEND")


def test_no_link_is_dead(new_clerk: Clerk, page: HelpPage) -> None:
    led = {(entry.page, entry.key) for block in page.blocks.values() for entry, _line in block.lines if entry.page}
    assert len(led) > 12
    for name, key in sorted(led):
        new_clerk.opens(name, key)
        assert new_clerk.window.pages.name == name
