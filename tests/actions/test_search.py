# SPDX-License-Identifier: EUPL-1.2
"""One box for all."""

from itertools import groupby

import pytest

from app.actions import acts, documents, history
from app.actions.catalogue import show_service
from app.actions.search import Hit, find_everywhere
from app.domain.accession_states import State
from app.domain.contract_states import ContractState
from app.store import Store
from app.text import set_language
from tests.accessions import carry, open_join
from tests.contracts import CIG, PARENT_CIG, a_concession, a_contract, carry_contract


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("pagopa", "service"),
        ("J91F22000000016", "project"),
        ("j91f22", "project"),
        ("brescia", "centre"),
        ("ansc 2024", "call"),
    ],
)
def test_each_kind_is_found(example: Store, text: str, kind: str) -> None:
    assert kind in {hit.kind for hit in find_everywhere(example, text)}


def test_what_was_undone_is_no_longer_found(example: Store) -> None:
    for _step in range(4):
        history.undo_last(example)
    while find_everywhere(example, "J91J25000000003"):
        history.undo_last(example)
    assert history.undo_state(example).redo is not None
    while not find_everywhere(example, "J91J25000000003"):
        history.redo_last(example)


@pytest.mark.parametrize(
    "text",
    ["lecce", "CST-LECCE", "comune di lecce bozza", "adesione boz", "BAS-05", "lecce posta ordin"],
)
def test_a_procedure_is_found_by_its_centre_state_and_services(store: Store, text: str) -> None:
    accession_id = open_join(store)
    hits = [hit for hit in find_everywhere(store, text) if hit.kind == "accession"]
    assert hits == [Hit("accession", str(accession_id), "CST del Comune di Lecce", "Adesione · Bozza")]


def test_a_procedure_is_found_by_its_numbers_and_by_the_state_it_moved_to(store: Store) -> None:
    accession = carry(store, open_join(store), State.SENT)
    for text in (accession.reference, accession.reference[:12], "4512/2026", "inviata"):
        assert [hit.key for hit in find_everywhere(store, text) if hit.kind == "accession"] == [str(accession.id)]
    assert [hit.kind for hit in find_everywhere(store, "bozza")] == []


def test_a_document_is_found_by_its_name_kind_protocol_and_hash(store: Store) -> None:
    document_id, _changes = documents.add_document(
        store, b"x", "Prospetto\u202e finale.txt", kind="opinion", protocol_number="4512/2026"
    )
    sha256 = documents.list_documents(store)[0].sha256
    for text in ("prospetto final", "parere", "4512/2026", sha256, sha256[:20]):
        (hit,) = (hit for hit in find_everywhere(store, text) if hit.kind == "document")
        assert hit == Hit("document", str(document_id), "Prospetto«U+202E» finale.txt", "Parere · 4512/2026")
    documents.correct_document(store, document_id, None, title="Il parere del revisore", protocol_number="")
    (hit,) = (hit for hit in find_everywhere(store, "revisore") if hit.kind == "document")
    assert (hit.title, hit.detail) == ("Il parere del revisore", "Parere")
    documents.remove_document(store, document_id)
    assert "document" not in {hit.kind for hit in find_everywhere(store, "revisore")}
    history.undo_last(store)
    assert "document" in {hit.kind for hit in find_everywhere(store, "revisore")}


def test_an_act_is_found_by_its_kind_number_and_subject(store: Store) -> None:
    act_id, _changes = acts.register_act(store, kind="determination", number="124", subject="Impegno per lo sportello")
    for text in ("determina 124", "impegno sport"):
        (hit,) = (hit for hit in find_everywhere(store, text) if hit.kind == "act")
        assert hit == Hit("act", str(act_id), "Determina n. 124", "Impegno per lo sportello")
    acts.remove_act(store, act_id)
    assert "act" not in {hit.kind for hit in find_everywhere(store, "impegno sport")}


def test_concessions_and_contracts_are_found_by_their_names_codes_and_people_behind(store: Store) -> None:
    concession_id = a_concession(store, concessionaire="Luce Chiara")
    contract_id = a_contract(store, reference="Rep. 4417")
    for words in ("luce chiara", PARENT_CIG.lower(), "concessione di servizi"):
        assert ("concession", str(concession_id)) in [(hit.kind, hit.key) for hit in find_everywhere(store, words)]
    for words in ("4417", CIG, "richiesto"):
        assert ("contract", str(contract_id)) in [(hit.kind, hit.key) for hit in find_everywhere(store, words)]
    carry_contract(store, contract_id, ContractState.ACTIVE)
    assert [hit.key for hit in find_everywhere(store, "4417 attivo")] == [str(contract_id)]
    history.undo_last(store)
    assert find_everywhere(store, "4417 attivo") == []


def test_what_is_called_so_comes_before_what_only_speaks_of_it(store: Store) -> None:
    open_join(store)
    for text in ("BAS-05", "bas-0", "posta ordin"):
        assert next(hit.kind for hit in find_everywhere(store, text)) == "service"
        assert "accession" in {hit.kind for hit in find_everywhere(store, text)}


def test_those_of_a_kind_stand_together(store: Store) -> None:
    open_join(store)
    kinds = [hit.kind for hit in find_everywhere(store, "comune")]
    assert len([kind for kind, _same in groupby(kinds)]) == len(set(kinds)) > 2


def test_nothing_is_found_for_nothing(example: Store) -> None:
    assert find_everywhere(example, "") == find_everywhere(example, " -!") == []
    assert len(find_everywhere(example, "comune", 5)) <= 5


def test_services_are_named_in_the_language_in_use(example: Store) -> None:
    (service,) = (hit for hit in find_everywhere(example, "PAB-01") if hit.key == "PAB-01")
    set_language("en")
    (in_english,) = (hit for hit in find_everywhere(example, "PAB-01") if hit.key == "PAB-01")
    assert in_english.title == show_service(example, "PAB-01").service.name_en != service.title
