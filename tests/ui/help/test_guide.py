# SPDX-License-Identifier: EUPL-1.2
"""What each page is for."""

from app.ui.help.guide import guide
from app.ui.shell.pages import REGISTRY


def test_each_page_has_one_purpose_and_three_things_to_do() -> None:
    for entry in guide():
        purpose, *things = entry.text.split("\n")
        assert purpose.endswith(".")
        assert len(things) == 3
        assert all(thing.startswith("• ") for thing in things)


def test_all_places_of_the_window_are_explained() -> None:
    assert {entry.page for entry in guide()} == set(REGISTRY) - {"help", "start"}
