# SPDX-License-Identifier: EUPL-1.2
"""Every filter shows how many services it would leave, and leaves as many."""

import pytest
from PySide6.QtGui import QAction

from app.formats.catalogue import centres_path, read_centres
from app.ui.catalogue.filters import MANDATORY, STARRED
from app.ui.catalogue.page import CataloguePage
from app.ui.widgets.menu_filter import MenuFilter
from tests.ui.catalogue.conftest import codes
from tests.ui.clerk import Clerk


def _count(name: str) -> int:
    return int(name.rsplit(":", 1)[1])


def _action(menu_filter: MenuFilter, value: str) -> QAction:
    return next(action for action in menu_filter.menu().actions() if action.property("value") == value)


@pytest.mark.parametrize("key", [STARRED, MANDATORY, "ENTE", "CITTADINI", "IMPRESE"])
def test_a_chip_leaves_as_many_as_it_says(clerk: Clerk, page: CataloguePage, key: str) -> None:
    chip = page.filters.flags.button(key)
    told = _count(chip.accessibleName())
    clerk.clicks(chip)
    assert 0 < len(codes(page)) == told < 93
    clerk.clicks(chip)
    assert len(codes(page)) == 93


def test_only_one_addressee_at_a_time_but_with_a_star(clerk: Clerk, page: CataloguePage) -> None:
    clerk.clicks(page.filters.flags.button("ENTE"))
    clerk.clicks(page.filters.flags.button("CITTADINI"))
    assert page.filters.flags.checked() == {"CITTADINI"}
    clerk.clicks(page.filters.flags.button(STARRED))
    assert page.filters.flags.checked() == {"CITTADINI", STARRED}
    assert set(codes(page)) <= {"PAB-01", "SIT-01", "PAB-10"}


def test_an_area_in_sight_is_clicked(clerk: Clerk, page: CataloguePage) -> None:
    chip = page.filters.areas.button("Servizi di base")
    told = _count(chip.accessibleName())
    clerk.clicks(chip)
    assert codes(page) == [code for code in codes(page) if code.startswith("BAS-")]
    assert len(codes(page)) == told


def test_an_area_in_the_menu_comes_into_sight_when_chosen(clerk: Clerk, page: CataloguePage) -> None:
    areas = page.filters.areas
    chip = areas.button("Formazione e competenze")
    assert not chip.isVisible()
    areas.more.menu().aboutToShow.emit()
    action = next(found for found in areas.more.menu().actions() if found.text().startswith("Formazione"))
    action.trigger()
    clerk.waits()
    assert chip.isVisible()
    assert chip.isChecked()
    assert {code[:3] for code in codes(page)} == {"FOR"}


def test_areas_that_hold_what_was_searched_are_in_sight(clerk: Clerk, page: CataloguePage) -> None:
    clerk.types("incassi pag", page.search_field())
    clerk.presses("Return")
    assert page.filters.areas.button("Gestionali in cloud").isVisible()


def test_the_arrows_walk_over_the_areas(clerk: Clerk, page: CataloguePage) -> None:
    areas = page.filters.areas
    areas.button("").setFocus()
    clerk.presses("Right")
    assert clerk.focus is areas.button("Servizi di base")
    clerk.presses("Left")
    assert clerk.focus is areas.button("")


@pytest.mark.parametrize(("name", "value"), [("measure", "1.2"), ("centre", "CST-LECCO")])
def test_a_menu_leaves_as_many_as_it_says(clerk: Clerk, page: CataloguePage, name: str, value: str) -> None:
    menu_filter = getattr(page.filters, name)
    action = _action(menu_filter, value)
    told = int(action.text().rsplit("(", 1)[1].rstrip(")"))
    action.trigger()
    clerk.waits()
    assert 0 < len(codes(page)) == told < 93
    _action(menu_filter, "").trigger()
    clerk.waits()
    assert len(codes(page)) == 93


def test_azzera_is_there_while_something_is_set_and_shows_all(clerk: Clerk, page: CataloguePage) -> None:
    filters = page.filters
    assert not filters.reset_button.isVisible()
    clerk.types("cittadino", page.search_field())
    clerk.presses("Return")
    clerk.clicks(filters.flags.button("CITTADINI"))
    clerk.clicks(filters.areas.button("Servizi di base"))
    assert filters.reset_button.isVisible()
    clerk.clicks(filters.reset_button)
    assert not filters.is_set
    assert not filters.reset_button.isVisible()
    assert filters.areas.button("").isChecked()
    assert len(codes(page)) == 93


def test_what_a_centre_offers_is_asked_for_by_its_code(clerk: Clerk, page: CataloguePage) -> None:
    clerk.opens("catalogue", "centre:CST-LECCO")
    offered = next(centre.services for centre in read_centres(centres_path()) if centre.code == "CST-LECCO")
    assert set(codes(page)) == set(offered)
    assert page.filters.centre.value == "CST-LECCO"
