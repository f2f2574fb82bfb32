# SPDX-License-Identifier: EUPL-1.2
"""The head: whose archive this is, cut before the search is, whole when pointed at."""

from dataclasses import replace

from app.actions import municipality
from app.ui.shell.header import Header
from app.ui.shell.search_box import SearchBox
from tests.ui.clerk import Clerk
from tests.ui.widgets.conftest import Show


def test_a_long_name_gives_way_to_the_search_and_is_told_whole(clerk: Clerk, show: Show) -> None:
    situation = clerk.window.situation
    assert situation is not None
    head = Header(SearchBox())
    show(head, width=700)
    head.show_office(None, None)
    assert (head.comune.text(), head.place.text(), head.year.text()) == ("", "", "")
    assert not head.search.isEnabled()
    long = replace(situation.office, name="San Valentino in Abruzzo Citeriore <b>", is_example=False)
    head.show_office(long, 2026)
    assert head.comune.text() == f"Comune di {long.name}"
    assert head.comune.toolTip().startswith("<qt>Comune di San Valentino in Abruzzo Citeriore &lt;b&gt;")
    assert head.search.width() >= head.search.minimumWidth()
    assert head.year.text() == "Anno 2026"


def test_the_name_follows_a_correction(clerk: Clerk) -> None:
    def rename(store):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202 - a Store
        return municipality.correct_office(store, municipality.show_office(store).version, name="Borgo Nuovo")

    clerk.window.tasks.act(clerk.window, rename)
    clerk.waits()
    assert clerk.window.findChildren(Header)[-1].comune.text() == "Borgo Nuovo"
    assert "Borgo Nuovo" in clerk.window.windowTitle()
