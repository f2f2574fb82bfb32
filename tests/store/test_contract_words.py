# SPDX-License-Identifier: EUPL-1.2
"""Contracts and concessions are found by their people, guarantors and indicators."""

from app.actions import contract_parts, history
from app.actions.search import find_everywhere
from app.domain.concessions import Owner
from app.store import Store
from app.store.contract_words import owners_of_parts, words_of_parts
from tests.contracts import a_concession, a_contract
from tests.levels import availability


def hits(store: Store, words: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.key) for hit in find_everywhere(store, words) if hit.kind in ("contract", "concession")]


def test_a_contract_is_found_by_its_guarantor_a_person_and_an_indicator(store: Store) -> None:
    other, number = a_contract(store), a_contract(store)
    owner = Owner(contract_id=number)
    bond, _changes = contract_parts.add_guarantee(store, owner, "bond", issuer="Banca Inventata", number="POL-77")
    contract_parts.add_contact(store, owner, "rup", "Ada Prova", email="ada@example.org")
    availability(store, number, name="Punti luce spenti")
    for words in ("banca inventata", "pol-77", "ada prova", "ada@example.org", "punti luce"):
        assert hits(store, words) == [("contract", str(number))], words
    contract_parts.remove_guarantee(store, bond)
    assert hits(store, "banca inventata") == []
    history.undo_last(store)
    assert hits(store, "banca inventata") == [("contract", str(number))]
    with store.read() as session:
        assert words_of_parts(session, contract_id=other) == ()
        assert owners_of_parts(session, [("guarantee", str(bond))]) == {("service_contract", str(number))}


def test_a_concession_is_found_by_its_people(store: Store) -> None:
    number = a_concession(store)
    person, _changes = contract_parts.add_contact(store, Owner(concession_id=number), "rup", "Carla Lume")
    assert hits(store, "carla lume") == [("concession", str(number))]
    contract_parts.remove_contact(store, person)
    assert hits(store, "carla lume") == []
