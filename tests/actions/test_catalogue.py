# SPDX-License-Identifier: EUPL-1.2
"""Browsing the catalogue, and what our office adds to it."""

import pytest

from app.actions import catalogue, history
from app.actions.catalogue import CatalogueFilter, search_services
from app.errors import Stale, UserError
from app.store import Store


@pytest.mark.parametrize("text", ["pagopa", "PAGOPÀ", "incassi pag", "pab-01", "pag"])
def test_the_search_forgives(store: Store, text: str) -> None:
    assert "PAB-01" in [row.service.code for row in search_services(store, CatalogueFilter(text=text)).services]


def test_without_a_text_all_services_stand_in_their_order(store: Store) -> None:
    answer = search_services(store)
    assert (answer.total, answer.services[0].service.code) == (93, "BAS-01")
    assert sum(count for _area, count in answer.areas) == 93


def test_each_count_is_what_its_filter_finds(store: Store) -> None:
    wanted = CatalogueFilter(addressee="CITTADINI")
    answer = search_services(store, wanted)
    for area, count in answer.areas:
        assert search_services(store, CatalogueFilter(addressee="CITTADINI", area=area)).total == count
    for measure, count in answer.measures:
        assert search_services(store, CatalogueFilter(addressee="CITTADINI", measure=measure)).total == count
    for centre, count in answer.centres:
        assert search_services(store, CatalogueFilter(addressee="CITTADINI", centre=centre)).total == count
    assert answer.mandatory == search_services(store, CatalogueFilter(addressee="CITTADINI", mandatory=True)).total


def test_a_star_and_a_note_are_kept_undone_and_found(store: Store) -> None:
    catalogue.star_service(store, "PAB-01", is_starred=True)
    catalogue.note_service(store, "PAB-01", 1, "chiedere alla tesoreria <b>")
    card = catalogue.show_service(store, "pab-01")
    assert (card.mark.is_starred, card.mark.note) == (True, "chiedere alla tesoreria <b>")
    assert search_services(store, CatalogueFilter(starred=True)).total == 1
    history.undo_last(store)
    history.undo_last(store)
    assert catalogue.show_service(store, "PAB-01").mark.version == 0


def test_a_note_written_over_another_is_refused(store: Store) -> None:
    catalogue.note_service(store, "PAB-01", 0, "prima")
    with pytest.raises(Stale):
        catalogue.note_service(store, "PAB-01", 0, "seconda")
    assert catalogue.show_service(store, "PAB-01").mark.note == "prima"


def test_a_card_has_what_it_needs_and_what_needs_it(store: Store) -> None:
    card = catalogue.show_service(store, "PAB-02")
    assert [service.code for service in card.prerequisites] == ["PAB-01"]
    assert "PAB-02" in [service.code for service in catalogue.show_service(store, "PAB-01").needed_by]


def test_a_card_shows_only_projects_of_its_kind(example: Store) -> None:
    paid = {project.call for project in catalogue.show_service(example, "PAB-01").projects}
    assert paid == {"1.4.3 - pagoPA - Comuni - Aprile 2022"}


def test_a_card_knows_the_calls_for_comuni_of_its_measure(store: Store) -> None:
    calls = catalogue.show_service(store, "PAB-01").calls
    assert calls
    assert all(call.is_for_municipalities and "pagoPA" in call.title for call in calls)
    assert [call.closes_on for call in calls] == sorted((call.closes_on for call in calls), reverse=True)
    assert catalogue.show_service(store, "BAS-01").calls == ()


def test_an_answer_says_of_which_edition_it_is(store: Store) -> None:
    edition = search_services(store, CatalogueFilter(text="pagopa")).edition
    assert edition is not None
    assert (edition.number, edition.services) == (1, 93)


def test_unknown_codes_are_refused(store: Store) -> None:
    with pytest.raises(UserError, match=r"catalogue\.unknown_service"):
        catalogue.show_service(store, "XXX")


def test_the_edition_is_loaded_once(store: Store) -> None:
    before = len(history.list_history(store))
    catalogue.load_first_edition(store)
    assert len(history.list_history(store)) == before
