# SPDX-License-Identifier: EUPL-1.2
"""The page Catalogo before the clerk, and what the store holds behind it."""

from collections.abc import Callable
from typing import Any

import pytest

from app.actions.history import list_history
from app.domain.catalogue import ServiceMark
from app.store import Store
from app.text import action_title
from app.ui.catalogue.page import CataloguePage
from tests.ui.clerk import Clerk

Asks = Callable[[Callable[[Store], Any]], Any]


@pytest.fixture
def page(clerk: Clerk) -> CataloguePage:
    """Catalogo of the invented comune: PAB-01, SIT-01 and PAB-10 have a star."""
    opened = clerk.opens("catalogue")
    assert isinstance(opened, CataloguePage)
    return opened


@pytest.fixture
def asks(clerk: Clerk) -> Asks:
    """Ask the store of the window, in its thread."""

    def ask(question: Callable[[Store], Any]) -> Any:  # noqa: ANN401 - whatever the question is about
        answers: list[Any] = []
        clerk.window.tasks.query(clerk.window, question, answers.append)
        clerk.waits()
        return answers[0]

    return ask


@pytest.fixture
def mark(asks: Asks) -> Callable[[str], ServiceMark]:
    """The star and the note of a service as the store has them."""
    from app.actions.catalogue import show_service

    return lambda code: asks(lambda store: show_service(store, code)).mark


@pytest.fixture
def last_titles(asks: Asks) -> Callable[[int], list[str]]:
    """The titles of the newest lines of the history."""
    return lambda count: [
        action_title(entry.title, entry.params) for entry in asks(lambda store: list_history(store, count))
    ]


def codes(page: CataloguePage) -> list[str]:
    """The services in the list, as they are seen."""
    return [row.service.code for row in page.table.rows()]
