# SPDX-License-Identifier: EUPL-1.2
"""The pages: made when first wanted, kept, told of changes, gone back to."""

from tests.ui.clerk import Clerk


def test_a_page_is_made_once_and_kept(clerk: Clerk) -> None:
    first = clerk.opens("catalogue")
    clerk.opens("history")
    assert clerk.opens("catalogue") is first
    assert clerk.window.pages.page("help") is None


def test_the_way_back_and_forward(clerk: Clerk) -> None:
    pages = clerk.window.pages
    for name in ("catalogue", "history", "funding"):
        clerk.opens(name)
    assert not pages.can_step(1)
    clerk.presses("Alt+Left", times=2)
    assert (pages.name, pages.can_step(1)) == ("catalogue", True)
    clerk.presses("Alt+Right")
    assert pages.name == "history"
    clerk.opens("catalogue")  # a new way begins here
    assert not pages.can_step(1)
    clerk.presses("Alt+Left")
    assert pages.name == "history"
    clerk.presses("Alt+Left", times=9)
    assert not pages.can_step(-1)


def test_opening_the_same_again_is_no_step(clerk: Clerk) -> None:
    clerk.opens("history")
    clerk.opens("catalogue", "PAB-01")
    clerk.opens("catalogue", "PAB-01")
    clerk.presses("Alt+Left")
    assert clerk.window.pages.name == "history"


def test_the_places_of_the_sidebar_and_the_keys_agree(clerk: Clerk) -> None:
    for keys, name in (
        ("Ctrl+2", "catalogue"),
        ("Ctrl+3", "accessions"),
        ("Ctrl+4", "concessions"),
        ("Ctrl+5", "funding"),
        ("Ctrl+6", "documents"),
        ("Ctrl+H", "history"),
        ("Ctrl+1", "home"),
    ):
        clerk.presses(keys)
        assert clerk.window.pages.name == name


def test_forgotten_pages_are_made_anew(clerk: Clerk) -> None:
    first = clerk.opens("catalogue")
    clerk.window.pages.forget()
    assert clerk.window.pages.current() is None
    assert clerk.opens("catalogue") is not first
    assert not clerk.window.pages.can_step(-1)
