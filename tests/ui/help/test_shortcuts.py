# SPDX-License-Identifier: EUPL-1.2
"""The sheet of keys says what the menus do."""

from PySide6.QtGui import QAction, QKeySequence

from app.ui.help.shortcuts import shortcuts
from tests.ui.clerk import Clerk


def test_every_key_of_the_menus_stands_there_once(clerk: Clerk) -> None:
    told = [key for entry in shortcuts(clerk.window.menuBar()) for key in entry.keys]
    actions = [action for action in clerk.window.menuBar().findChildren(QAction) if action.shortcuts()]
    wanted = {
        keys.toString(QKeySequence.SequenceFormat.NativeText) for action in actions for keys in action.shortcuts()
    }
    assert len(wanted) > 15
    assert wanted <= set(told)
    assert len(told) == len(set(told))


def test_words_are_plain_and_name_no_action_of_the_moment(clerk: Clerk) -> None:
    titles = [entry.title for entry in shortcuts(clerk.window.menuBar())]
    assert "Annulla" in titles
    assert not any("&" in title or "«" in title for title in titles)
