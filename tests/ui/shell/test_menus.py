# SPDX-License-Identifier: EUPL-1.2
"""The menus: every command with its words and its keys, true to what can be done now."""

from collections import Counter

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from app.actions import municipality
from app.settings import ZOOMS
from app.ui.shell.menus import Menus
from tests.ui.clerk import Clerk


def actions(clerk: Clerk) -> list[QAction]:
    found = []
    for top in clerk.window.menuBar().actions():
        found += _below(top)
    return found


def _below(action: QAction) -> list[QAction]:
    menu = action.menu()
    if not isinstance(menu, QMenu):
        return [] if action.isSeparator() else [action]
    return [found for inner in menu.actions() for found in _below(inner)]


def action(clerk: Clerk, words: str) -> QAction:
    return next(found for found in actions(clerk) if found.text().startswith(words))


def test_every_command_has_words_and_no_two_share_keys(clerk: Clerk) -> None:
    found = actions(clerk)
    assert len(found) > 20
    assert all(one.text() for one in found)
    keys = Counter(sequence.toString() for one in found for sequence in one.shortcuts())
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_letter_alone_does_anything(clerk: Clerk) -> None:
    for name in ("home", "catalogue", "funding", "history", "settings", "help"):
        clerk.opens(name)
    keys = [sequence.toString() for one in actions(clerk) for sequence in one.shortcuts()]
    keys += [shortcut.key().toString() for shortcut in clerk.window.findChildren(QShortcut)]
    keys += [sequence.toString() for one in clerk.window.findChildren(QAction) for sequence in one.shortcuts()]
    assert "Ctrl+K" in keys
    assert [key for key in keys if len(key) == 1] == []


def test_undo_names_what_it_takes_back_and_does(clerk: Clerk) -> None:
    changed: list[str] = []
    clerk.window.tasks.act(clerk.window, _correct("uno@pec.example"))
    clerk.waits()
    undo, redo = action(clerk, "Annulla"), action(clerk, "Ripeti")
    assert "«" in undo.text()
    assert not redo.isEnabled()
    clerk.presses("Ctrl+Z")
    clerk.window.tasks.query(clerk.window, lambda store: municipality.show_office(store).pec, changed.append)
    clerk.waits()
    assert changed[-1] != "uno@pec.example"
    assert redo.isEnabled()
    clerk.presses("Ctrl+Shift+Z")
    clerk.window.tasks.query(clerk.window, lambda store: municipality.show_office(store).pec, changed.append)
    clerk.waits()
    assert changed[-1] == "uno@pec.example"


def test_without_a_comune_only_what_makes_sense_can_be_chosen(first_clerk: Clerk) -> None:
    can = {one.text() for one in actions(first_clerk) if one.isEnabled()}
    assert "Esci" in can
    assert {"Stampa…", "Cronologia", "Cerca dappertutto"}.isdisjoint(can)


@pytest.mark.parametrize("zoom", [90, 200])
def test_after_another_zoom_there_is_one_set_of_menus_and_the_keys_still_work(clerk: Clerk, zoom: int) -> None:
    clerk.opens("catalogue")
    clerk.window.set_zoom(zoom)
    clerk.waits()
    assert zoom in ZOOMS
    assert action(clerk, f"{zoom} %").isChecked()
    assert len(clerk.window.findChildren(Menus)) == 1
    clerk.presses("Ctrl+K")
    assert clerk.focus is clerk.window.search
    clerk.presses("Ctrl+0")
    assert clerk.window.theme.zoom == 100
    assert clerk.window.pages.name == "catalogue"


def test_keys_are_written_as_on_the_keyboard(clerk: Clerk) -> None:
    search = action(clerk, "Cerca dappertutto")
    assert search.shortcut() == QKeySequence("Ctrl+K")


def _correct(pec: str):  # type: ignore[no-untyped-def] # noqa: ANN202 - what an action takes
    def correcting(store):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202 - a Store
        return municipality.correct_office(store, municipality.show_office(store).version, pec=pec)

    return correcting
