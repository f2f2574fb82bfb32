# SPDX-License-Identifier: EUPL-1.2
"""The settings of a window, and what its store holds, asked in the store's own thread."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtWidgets import QPushButton

from app.actions import municipality
from app.domain.municipality import Office, Person
from app.ui.settings.page import SettingsPage
from tests.ui.clerk import Clerk
from tests.ui.widgets.conftest import show

__all__ = ["asks", "busy_store", "head_buttons", "office_of", "open_part", "people_of", "show"]


def open_part(clerk: Clerk, key: str) -> SettingsPage:
    """Open a part of the settings."""
    page = clerk.opens("settings", key)
    assert isinstance(page, SettingsPage)
    return page


def office_of(clerk: Clerk) -> Office:
    """Our comune as it is stored."""
    return asks(clerk, municipality.show_office)  # type: ignore[no-any-return] # the answer of the action


def people_of(clerk: Clerk) -> list[Person]:
    """The people as they are stored."""
    return asks(clerk, municipality.list_people)  # type: ignore[no-any-return] # the answer of the action


def asks(clerk: Clerk, question: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - whatever was asked
    """Ask the store of the window."""
    found: list[Any] = []
    clerk.window.tasks.query(clerk.window, question, found.append)
    clerk.waits()
    return found[0]


@contextmanager
def busy_store(clerk: Clerk) -> Iterator[None]:
    """The store has something long to do before it comes to what is asked inside."""
    free = threading.Event()
    clerk.window.tasks.query(clerk.window, lambda _store: free.wait(15), lambda _answer: None)
    yield
    free.set()
    clerk.waits()


def head_buttons(page: SettingsPage) -> list[str]:
    """The words of the buttons in the head that are in sight."""
    return [button.text() for button in page.header.findChildren(QPushButton) if button.isVisible()]
