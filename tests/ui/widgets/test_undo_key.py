# SPDX-License-Identifier: EUPL-1.2
"""Ctrl+Z in a line with nothing to take back goes to the window."""

from tests.ui.clerk import Clerk


def test_ctrl_z_in_the_empty_search_takes_back_the_last_action(clerk: Clerk) -> None:
    clerk.presses("Ctrl+K")
    assert clerk.focus is clerk.window.search
    clerk.presses("Ctrl+Z")
    assert clerk.window.situation is not None
    assert clerk.window.situation.undo.redo is not None


def test_ctrl_z_takes_back_what_was_typed_first(clerk: Clerk) -> None:
    clerk.presses("Ctrl+K")
    clerk.types("pag")
    clerk.presses("Ctrl+Z")
    assert clerk.window.search.text() == ""
    assert clerk.window.situation is not None
    assert clerk.window.situation.undo.redo is None
