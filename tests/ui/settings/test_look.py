# SPDX-License-Identifier: EUPL-1.2
"""Zoom, colours and language change at once, are kept, and are not in the history."""

from app import settings
from app.text import language
from app.ui.home.starting_points import StartingPointsPanel
from app.ui.settings.page import SettingsPage
from app.ui.theme import colour
from tests.ui.clerk import Clerk
from tests.ui.settings.conftest import open_part


def test_zoom_changes_at_once_and_is_kept(clerk: Clerk) -> None:
    clerk.clicks(open_part(clerk, "look").look.zooms.button("125"))
    assert clerk.window.theme.zoom == 125
    assert settings.load(clerk.window.workspace.folder).zoom == 125
    assert _page(clerk).look.zooms.current() == "125"


def test_colours_change_at_once_and_are_kept(clerk: Clerk) -> None:
    before = colour("page")
    clerk.clicks(open_part(clerk, "look").look.themes.button("dark"))
    assert colour("page") != before
    assert settings.load(clerk.window.workspace.folder).theme == "dark"


def test_the_language_changes_at_once_and_ctrl_z_works_in_it(clerk: Clerk) -> None:
    clerk.clicks(open_part(clerk, "look").look.languages.button("en"))
    assert language() == "en"
    assert settings.load(clerk.window.workspace.folder).language == "en"
    assert _page(clerk).look.languages.current() == "en"
    _page(clerk).look.languages.button("en").setFocus()
    clerk.presses("Ctrl+Z")
    clerk.clicks(_page(clerk).look.languages.button("it"))
    assert language() == "it"
    assert clerk.window.situation is not None
    assert clerk.window.situation.undo.redo is not None


def test_the_list_of_first_things_is_hidden_and_brought_back(new_clerk: Clerk) -> None:
    points = new_clerk.window.findChildren(StartingPointsPanel)[0]
    clicked = open_part(new_clerk, "look").look.getting_started
    new_clerk.clicks(clicked.button("hidden"))
    assert settings.load(new_clerk.window.workspace.folder).hides_getting_started
    new_clerk.opens("home")
    assert not points.isVisible()
    new_clerk.opens("settings", "look")
    new_clerk.clicks(clicked.button("shown"))
    new_clerk.opens("home")
    assert points.isVisible()


def _page(clerk: Clerk) -> SettingsPage:
    page = clerk.page
    assert isinstance(page, SettingsPage)
    return page
