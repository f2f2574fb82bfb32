# SPDX-License-Identifier: EUPL-1.2
"""Whom we know of is taken out of what was written by hand; for the offices all stays."""

from app.reports.publication import known_names, speaker, version
from app.store import Store
from tests.levels import add_contract
from tests.reports.test_service_levels import add_person

NAME = "Dino Fittizio"


def test_the_people_of_contracts_are_known_and_taken_out(store: Store) -> None:
    add_person(store, add_contract(store), NAME)
    names = known_names(store)
    assert names == (NAME,)
    assert speaker(names)("Sentire Fittizio Dino") == "Sentire [omesso]"


def test_the_version_for_the_offices_keeps_its_words() -> None:
    assert speaker(None)(f"Sentire {NAME}") == f"Sentire {NAME}"
    assert version(None) == ""
    assert version(()) == "Versione per la pubblicazione, testi da rileggere"
