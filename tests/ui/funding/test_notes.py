# SPDX-License-Identifier: EUPL-1.2
"""Notes on their way into the archive: what was typed stays in sight until the archive has it."""

import threading

from app.store import Store
from app.ui.funding.page import FundingPage
from tests.ui.clerk import Clerk


def test_a_note_on_its_way_is_not_overwritten_by_what_was_asked_before(clerk: Clerk, page: FundingPage) -> None:
    """Else the next letters would be typed into the old note, and saved over the new one."""
    assert page.card.note is not None
    asked, typed = threading.Event(), threading.Event()

    def slow(_store: Store) -> None:
        asked.set()
        typed.wait(15)

    clerk.window.tasks.query(page, slow, lambda _nothing: None)
    page.table.selected.emit(page.table.current())  # the card is read again, behind the slow one
    page.card.note.editor.setPlainText("chiamare la ditta")
    page.card.keep_note()
    seen: list[str] = []
    page.card.note.editor.textChanged.connect(lambda: seen.append(page.card.note.editor.toPlainText()))
    assert asked.wait(15)
    typed.set()
    clerk.waits()
    assert seen == []
    assert page.card.note.editor.toPlainText() == "chiamare la ditta"
