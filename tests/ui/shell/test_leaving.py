# SPDX-License-Identifier: EUPL-1.2
"""Closing the window makes the copy of the day first, and asks only where that fails."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from app.actions.backup import list_backups
from app.actions.workspace import Workspace
from app.errors import EnvironmentFault, FaultKind
from app.ui.funding.page import FundingPage
from tests.conftest import NOW
from tests.ui.clerk import Clerk


def test_the_copy_of_the_day_is_made_on_closing(clerk: Clerk) -> None:
    clerk.window.close()
    clerk.waits()
    assert not clerk.window.isVisible()
    (made,) = list_backups(Workspace(clerk.window.workspace.folder, clock=lambda: NOW))
    assert (made.reason, made.is_verified) == ("daily", True)


def test_where_it_fails_the_window_stays_unless_the_clerk_says_so(clerk: Clerk) -> None:
    _no_place_for_copies(clerk.window.workspace.folder)
    _press("Lascia com'è")
    clerk.window.close()
    clerk.waits()
    assert clerk.window.isVisible()
    assert clerk.window.centralWidget() is not None
    assert clerk.page.isEnabled()
    _press("Chiudi lo stesso")
    clerk.window.close()
    clerk.waits()
    assert not clerk.window.isVisible()


def test_where_what_was_typed_is_refused_the_window_stays(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule 6 of the house: never lose what was typed. The next time it closes: the clerk has seen why."""
    page = clerk.opens("funding")
    assert isinstance(page, FundingPage)
    assert page.card.note is not None
    clerk.types("chiamare la ditta", page.card.note.editor)

    def full(*_: object) -> None:
        raise EnvironmentFault(FaultKind.FULL, place="archivio", owner="")

    monkeypatch.setattr("app.actions.funding.annotate_project", full)
    clerk.window.close()
    clerk.waits()
    assert clerk.window.isVisible()
    assert page.isEnabled()
    assert clerk.sees("La nota non è stata salvata")
    clerk.window.close()
    clerk.waits()
    assert not clerk.window.isVisible()


def test_before_a_comune_was_chosen_it_just_closes(first_clerk: Clerk) -> None:
    first_clerk.window.close()
    first_clerk.waits()
    assert not first_clerk.window.isVisible()


def _no_place_for_copies(folder: Path) -> None:
    """A file where the folder of the copies should be: no copy can be written, whoever asks."""
    (folder / "backups").write_text("")


def _press(button: str) -> None:
    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, press)
            return
        next(one for one in box.buttons() if one.text().replace("&", "") == button).click()

    QTimer.singleShot(20, press)
