# SPDX-License-Identifier: EUPL-1.2
"""A clerk before one procedure, on any line of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.actions.accessions import CHANGED, AccessionView, show_accession
from app.domain.accession_states import State
from app.domain.accessions import AccessionId
from app.store import Store
from app.ui.accession.page import AccessionPage
from tests.accessions import carry, open_join
from tests.ui.clerk import Clerk

Sit = Callable[..., AccessionPage]


def seen(clerk: Clerk, number: int = 1) -> AccessionView:
    """The procedure as the store has it."""
    found: list[AccessionView] = []
    clerk.window.tasks.query(clerk.window, lambda store: show_accession(store, AccessionId(number)), found.append)
    clerk.waits()
    return found[0]


@pytest.fixture
def sit(new_clerk: Clerk) -> Sit:
    """Open a procedure in a state, and go to a line of it: `sit("people", State.DRAFT)`."""

    def at(line: str = "", state: State = State.DRAFT, codes: tuple[str, ...] = ("BAS-05",)) -> AccessionPage:
        def fill(store: Store) -> object:
            accession_id = open_join(store, codes)
            if state is not State.DRAFT:
                carry(store, accession_id, state)
            return CHANGED

        new_clerk.window.tasks.act(new_clerk.window, fill)
        page = new_clerk.opens("accession", f"1:{line}" if line else "1")
        assert isinstance(page, AccessionPage)
        return page

    return at
