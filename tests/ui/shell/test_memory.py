# SPDX-License-Identifier: EUPL-1.2
"""The window comes back as it was left."""

from pytestqt.qtbot import QtBot

from app import settings
from app.ui.settings.page import SettingsPage
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat


def test_the_page_and_the_size_come_back(clerk: Clerk, seat: Seat) -> None:
    clerk.window.resize(1200, 700)
    clerk.opens("catalogue")
    clerk.window.close()
    clerk.waits()
    kept = settings.load(clerk.window.workspace.folder).window
    assert (kept["width"], kept["height"], kept["page"]) == (1200, 700, "catalogue")
    assert seat(clerk.window.workspace.folder).window.pages.name == "catalogue"


def test_what_is_typed_is_kept_for_its_store_only(clerk: Clerk) -> None:
    assert clerk.window.desk is not None
    clerk.window.desk.typed["prova"] = {"1": {"name": "Anna"}}
    clerk.window.close()
    clerk.waits()
    kept = settings.load(clerk.window.workspace.folder)
    assert kept.window["typed"][kept.current_store]["prova"] == {"1": {"name": "Anna"}}


def test_what_is_typed_is_there_after_a_cut_off(clerk: Clerk, seat: Seat, qtbot: QtBot) -> None:
    page = clerk.opens("settings", "office")
    assert isinstance(page, SettingsPage)
    clerk.types("0364 ", page.office.fields["phone"].field)
    folder = clerk.window.workspace.folder
    qtbot.waitUntil(lambda: "0364" in (folder / "settings.json").read_text(encoding="utf-8"), timeout=10_000)
    clerk.window.tasks.close()  # and no more: nobody closes a window that is killed
    again = seat(folder)
    reopened = again.opens("settings", "office")
    assert isinstance(reopened, SettingsPage)
    assert reopened.office.fields["phone"].text() == "0364"
