# SPDX-License-Identifier: EUPL-1.2
"""F8 leads from one thing that stops the sending to the next; with none left, to what comes next."""

from app.domain.accession_states import State
from app.domain.coherence import blocks
from tests.ui.accession.conftest import Sit
from tests.ui.clerk import Clerk


def test_it_goes_on_to_what_comes_next_before_the_request_is_signed(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("services", State.DRAFT)
    assert page.view is not None
    assert blocks(page.view.findings)
    new_clerk.presses("F8")
    assert page.stack.key == "proposal"
    assert not page.next_check.isVisible()


def test_it_leads_through_what_stops_the_sending(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("sending", State.SIGNED)
    assert page.view is not None
    found = blocks(page.view.findings)
    for finding in found:
        new_clerk.presses("F8")
        assert page.stack.key == finding.item_key
    assert page.next_check.isVisible() is bool(found)
