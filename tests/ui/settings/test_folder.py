# SPDX-License-Identifier: EUPL-1.2
"""Who writes the history, where the data lie, which comune this is."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from app import settings
from app.actions import history
from tests.ui.clerk import Clerk
from tests.ui.settings.conftest import asks, open_part


def test_the_name_typed_here_stands_in_the_history_from_then_on(clerk: Clerk) -> None:
    page = open_part(clerk, "folder")
    clerk.types("Anna Rossi", page.folder.who.field)
    clerk.presses("Return")
    assert clerk.sees("Da ora la cronologia scrive: Anna Rossi")
    assert settings.load(clerk.window.workspace.folder).who == "Anna Rossi"
    clerk.opens("history")
    clerk.presses("Ctrl+Z")
    assert asks(clerk, history.list_history)[0].who == "Anna Rossi"


def test_the_folder_is_copied_as_it_is(clerk: Clerk) -> None:
    open_part(clerk, "folder")
    clerk.clicks(clerk.finds(QPushButton, "Copia il percorso"))
    assert QGuiApplication.clipboard().text() == str(clerk.window.workspace.folder)


def test_the_comune_of_the_archive_is_named_and_can_be_changed(new_clerk: Clerk) -> None:
    open_part(new_clerk, "folder")
    assert new_clerk.sees("Aprica (SO)")
    assert new_clerk.sees("File: comune-a337.sqlite")
    new_clerk.clicks(new_clerk.finds(QPushButton, "Cambia comune"))
    assert new_clerk.window.pages.name == "start"


def test_a_computer_that_knows_no_name_is_no_reason_to_break(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError("uid")

    monkeypatch.setattr("getpass.getuser", nameless)
    page = open_part(clerk, "folder")
    assert "utente senza nome" in page.folder.who.hint.text()
