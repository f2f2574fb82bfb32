# SPDX-License-Identifier: EUPL-1.2
"""The card answers the same questions for each service, says what is inferred, and holds the star."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton

from app.actions.accessions import CHANGED
from app.domain.catalogue import ServiceMark
from app.formats.catalogue import first_edition_path, read_catalogue
from app.store import Store
from app.ui.catalogue.page import CataloguePage
from app.ui.widgets.button import Button
from app.ui.widgets.link import LongLink
from tests.accessions import open_join
from tests.ui.clerk import Clerk

QUESTIONS = (
    "Che cos'è",
    "Per chi",
    "Chi lo offre",
    "Chi lo paga",
    "Come si paga",
    "Serve prima",
    "Serve a",
    "È obbligatorio?",
    "Fonti",
)
SERVICES = {service.code: service for service in read_catalogue(first_edition_path()).services}


@pytest.mark.parametrize("code", ["BAS-01", "PAB-01", "SIT-01", "ITI-01"])
def test_the_same_questions_in_the_same_order(clerk: Clerk, page: CataloguePage, code: str) -> None:
    clerk.opens("catalogue", code)
    service = SERVICES[code]
    said = list(clerk.reads(page.service))
    assert [line for line in said if line in QUESTIONS] == list(QUESTIONS)
    assert {service.name, service.summary, service.description} <= set(said)
    for source in (*service.legal_basis, *service.sources):
        assert any(line.startswith(source.text) for line in said)


def test_what_was_concluded_is_marked(clerk: Clerk, page: CataloguePage) -> None:
    inferred = next(one for one in SERVICES.values() if one.measure_inferred and one.fee_inferred)
    clerk.opens("catalogue", inferred.code)
    marked = [line for line in clerk.reads(page.service) if "(dedotto, non letto in una fonte)" in line]
    assert any(f"misura {inferred.measure} " in line for line in marked)
    read = next(one for one in SERVICES.values() if one.measure and not one.measure_inferred)
    clerk.opens("catalogue", read.code)
    assert clerk.sees(f"Di solito la misura {read.measure} del PNRR.", page.service)


def test_where_the_sources_are_silent_the_card_says_so(clerk: Clerk, page: CataloguePage) -> None:
    offered = {"BAS-01", "PAB-01"}
    silent = next(one for one in SERVICES.values() if not one.measure and one.is_mandatory is None)
    clerk.opens("catalogue", silent.code)
    assert silent.code not in offered or clerk.sees("centr", page.service)
    assert clerk.sees("Nessuna misura del PNRR nota.", page.service)
    assert clerk.sees("Le fonti consultate non lo dicono.", page.service)


def test_no_card_states_a_price_of_its_own(clerk: Clerk, page: CataloguePage) -> None:
    clerk.opens("catalogue", "BAS-01")  # no project of ours, whose amount would be a fact
    assert not clerk.sees("€", page.service)
    assert clerk.sees("Il prezzo sta solo negli atti del centro.", page.service)


def test_many_neighbours_are_shown_on_demand(clerk: Clerk, page: CataloguePage) -> None:
    card = page.service.card
    assert card is not None
    before = len(page.service.findChildren(LongLink))
    clerk.clicks(clerk.finds(LongLink, f"Mostra tutti e {len(card.needed_by)}"))
    shown = {link.text() for link in page.service.findChildren(LongLink) if link.isVisibleTo(page.service)}
    assert len(shown) > before
    assert all(any(text.startswith(one.code) for text in shown) for one in card.needed_by)


def test_the_footer_says_edition_publisher_and_day(clerk: Clerk, page: CataloguePage) -> None:
    assert clerk.sees("Catalogo n. 1 del 23/11/2026, a cura di Campanile, da fonti pubbliche", page.service)


def test_the_star_is_set_told_and_taken_back(
    clerk: Clerk,
    page: CataloguePage,
    mark: Callable[[str], ServiceMark],
    last_titles: Callable[[int], list[str]],
) -> None:
    clerk.clicks(clerk.finds(Button, "Metti la stella"))
    assert mark("BAS-01").is_starred
    assert last_titles(1) == ["Stella a BAS-01"]
    assert clerk.sees("Stella messa a BAS-01")
    assert clerk.sees("Togli la stella", page.service)
    assert page.table.model.rows[0].mark.is_starred
    clerk.presses("Ctrl+Z")
    assert not mark("BAS-01").is_starred
    assert clerk.sees("Metti la stella", page.service)


def test_the_star_by_keyboard(clerk: Clerk, page: CataloguePage, mark: Callable[[str], ServiceMark]) -> None:
    clerk.opens("catalogue", "PAB-01")
    page.table.setFocus()
    clerk.presses("Ctrl+D")
    assert not mark("PAB-01").is_starred
    assert clerk.sees("Stella tolta da PAB-01")
    clerk.presses("Ctrl+D")
    assert mark("PAB-01").is_starred


def test_the_button_of_the_star_keeps_the_keyboard(clerk: Clerk) -> None:
    clerk.opens("catalogue")
    star = clerk.finds(Button, "Metti la stella")
    star.setFocus()
    clerk.presses("Space")
    assert clerk.focus is star
    assert star.text() == "Togli la stella"


def test_a_service_that_is_asked_for_says_so_and_leads_to_the_request(new_clerk: Clerk) -> None:
    def ask(store: Store) -> object:
        open_join(store, ("BAS-05",))
        return CHANGED

    new_clerk.window.tasks.act(new_clerk.window, ask)
    new_clerk.waits()
    new_clerk.opens("catalogue", "BAS-05")
    new_clerk.clicks(new_clerk.finds(QPushButton, "Già nella richiesta a CST del Comune di Lecce"))
    assert new_clerk.window.pages.name == "accession"
    new_clerk.opens("catalogue", "PAB-01")
    assert not new_clerk.sees("È già nostro?")
