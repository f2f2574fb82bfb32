# SPDX-License-Identifier: EUPL-1.2
"""What stands around the pages."""

from app.ui.shell.frame import Frame
from tests.ui.clerk import Clerk


def test_only_places_are_gone_back_to(clerk: Clerk) -> None:
    frame = clerk.window.centralWidget()
    assert isinstance(frame, Frame)
    assert frame.known("funding") == ("funding", "")
    assert frame.known("accession/3:people") == ("accession", "3:people")
    assert frame.known("history") == ("home", "")
    assert frame.known("accession") == ("home", "")
    clerk.opens("history")
    assert frame.place == ""
    clerk.opens("catalogue")
    assert frame.place == "catalogue"


def test_it_names_the_comune_and_goes_narrow(new_clerk: Clerk) -> None:
    frame = new_clerk.window.centralWidget()
    assert isinstance(frame, Frame)
    assert new_clerk.sees("Comune di Aprica", frame.header)
    assert new_clerk.sees("Inizio", frame.sidebar)
    new_clerk.window.resize(911, 512)
    new_clerk.waits()
    assert not new_clerk.sees("Inizio", frame.sidebar)
