# SPDX-License-Identifier: EUPL-1.2
"""The card of a centre: reached by a link, a filter and the search of the window; each fact with its source."""

import pytest

from app.formats.catalogue import centres_path, read_centres
from app.ui.catalogue.page import CataloguePage
from app.ui.widgets.link import LongLink
from tests.ui.catalogue.conftest import codes
from tests.ui.clerk import Clerk

CENTRES = {centre.code: centre for centre in read_centres(centres_path())}


@pytest.mark.parametrize("code", list(CENTRES))
def test_every_fact_stands_with_its_source(clerk: Clerk, page: CataloguePage, code: str) -> None:
    centre = CENTRES[code]
    clerk.opens("catalogue", f"centre:{code}")
    assert page.cards.currentWidget() is page.centre
    said = list(clerk.reads(page.centre))
    assert {centre.name, centre.lead_authority} <= set(said)
    for fact in centre.facts:
        source = said[said.index(fact.value) + 1]
        assert source.startswith(f"Fonte: {fact.source}")
        assert source.endswith("(dedotto, non letto in una fonte)") is fact.inferred
    for service in centre.services:
        assert any(line.startswith(f"{service} · ") for line in said)


def test_a_link_of_a_service_leads_to_the_centre_and_back_again(clerk: Clerk, page: CataloguePage) -> None:
    clerk.opens("catalogue", "PAB-01")
    clerk.clicks(clerk.finds(LongLink, "CIT della Provincia di Brescia"))
    assert page.cards.currentWidget() is page.centre
    assert page.table.current() is None
    link = next(one for one in page.centre.findChildren(LongLink) if one.text().startswith("BAS-02"))
    clerk.clicks(link)
    assert page.cards.currentWidget() is page.service
    assert page.table.current().service.code == "BAS-02"
    clerk.window.go(-1)
    clerk.waits()
    assert page.cards.currentWidget() is page.centre


def test_the_filter_shows_the_card_and_what_it_offers(clerk: Clerk, page: CataloguePage) -> None:
    wanted = next(action for action in page.filters.centre.menu().actions() if action.property("value") == "CST-LECCO")
    wanted.trigger()
    clerk.waits()
    assert page.cards.currentWidget() is page.centre
    assert page.centre.shown is not None
    assert page.centre.shown.centre.code == "CST-LECCO"
    assert set(codes(page)) == set(CENTRES["CST-LECCO"].services)


def test_the_card_narrows_the_list(clerk: Clerk, page: CataloguePage) -> None:
    clerk.opens("catalogue", "centre:CST-LECCE")
    clerk.clicks(clerk.finds(LongLink, "Filtra l'elenco su questo centro"))
    assert set(codes(page)) == set(CENTRES["CST-LECCE"].services)
    assert page.filters.centre.value == "CST-LECCE"


def test_a_row_brings_the_service_back(clerk: Clerk, page: CataloguePage) -> None:
    clerk.opens("catalogue", "centre:ARZACHENA")
    page.table.setFocus()
    clerk.presses("Down")
    assert page.cards.currentWidget() is page.service
    assert page.print_button.isEnabled()
