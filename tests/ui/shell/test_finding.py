# SPDX-License-Identifier: EUPL-1.2
"""What is found opens on its page."""

import pytest

from app.actions.accessions import CHANGED
from app.store import Store
from tests.accessions import open_join
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


def test_a_procedure_found_from_anywhere_opens_on_its_page(new_clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(store: Store) -> object:
        open_join(store)
        return CHANGED

    new_clerk.window.tasks.act(new_clerk.window, fill)
    new_clerk.waits()
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(new_clerk.window.pages, "open", lambda page, key="": asked.append((page, key)))
    new_clerk.presses("Ctrl+K")
    new_clerk.types("lecce bozza")
    new_clerk.window.search.wanted.emit("lecce bozza")
    new_clerk.waits()
    new_clerk.presses("Return")
    assert asked == [("accession", "1")]
