# SPDX-License-Identifier: EUPL-1.2
"""The page Centri before the clerk, and the store behind it."""

from collections.abc import Callable
from typing import Any

import pytest

from app.store import Store
from app.ui.centres.page import CentresPage
from tests.ui.clerk import Clerk

Asks = Callable[[Callable[[Store], Any]], Any]


@pytest.fixture
def clerk(new_clerk: Clerk) -> Clerk:
    """Before the window of Aprica, which has no procedure with any centre yet."""
    return new_clerk


@pytest.fixture
def page(clerk: Clerk) -> CentresPage:
    """Centri of Aprica."""
    opened = clerk.opens("centres")
    assert isinstance(opened, CentresPage)
    return opened


@pytest.fixture
def asks(clerk: Clerk) -> Asks:
    """Ask the store of the window, in its thread, and tell the pages what that changed."""

    def ask(question: Callable[[Store], Any]) -> Any:  # noqa: ANN401 - whatever the question is about
        answers: list[Any] = []
        clerk.window.tasks.act(clerk.window, question, answers.append)
        clerk.waits()
        return answers[0]

    return ask


def codes(page: CentresPage) -> list[str]:
    """The centres in the list, as they are seen."""
    return [row.centre.code for row in page.table.rows()]
