# SPDX-License-Identifier: EUPL-1.2
"""What is found opens on its page."""

from tests.ui.clerk import Clerk


def test_a_service_found_from_anywhere_opens_in_the_catalogue(new_clerk: Clerk) -> None:
    new_clerk.opens("history")
    new_clerk.presses("Ctrl+K")
    new_clerk.types("incassi pag")
    new_clerk.window.search.wanted.emit("incassi pag")
    new_clerk.waits()
    new_clerk.presses("Down")
    new_clerk.presses("Return")
    assert new_clerk.window.pages.name == "catalogue"
    assert new_clerk.sees("Incassi con pagoPA")
