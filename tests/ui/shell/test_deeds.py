# SPDX-License-Identifier: EUPL-1.2
"""One step back, one forward, a copy now: from every page, each told in a sentence."""

from PySide6.QtGui import QAction

from app.ui.shell.deeds import copy_now, do_again, take_back
from tests.ui.clerk import Clerk


def test_back_and_forward_are_told(clerk: Clerk) -> None:
    said: list[str] = []
    take_back(clerk.window, clerk.window.tasks, said.append)
    clerk.waits()
    do_again(clerk.window, clerk.window.tasks, said.append)
    clerk.waits()
    assert said == ["Annullato: Nota su PAB-01", "Ripetuto: Nota su PAB-01"]


def test_a_copy_is_told_by_its_name_and_shown_in_the_foot(clerk: Clerk) -> None:
    said: list[str] = []
    copy_now(clerk.window, clerk.window.tasks, clerk.window.workspace, said.append)
    clerk.waits()
    assert said[0].startswith("Copia di sicurezza fatta e verificata: 2026-11-23")
    assert clerk.sees("Copia di sicurezza: oggi 09:00, verificata")


def test_the_menu_makes_a_copy_too(clerk: Clerk) -> None:
    actions = clerk.window.menuBar().findChildren(QAction)
    next(action for action in actions if action.text() == "Fai una copia di sicurezza").trigger()
    clerk.waits()
    assert clerk.sees("Copia di sicurezza: oggi 09:00, verificata")
