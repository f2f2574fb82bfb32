# SPDX-License-Identifier: EUPL-1.2
"""Which services are ours, and why: requests, memberships, projects, stars and notes."""

from app.actions.accession_services import decline_service
from app.actions.catalogue import note_service, star_service
from app.actions.own_services import own_uses
from app.domain.accession_states import State
from app.store import Store
from tests.accessions import carry, open_join


def kinds(store: Store) -> dict[str, list[str]]:
    with store.read() as session:
        return {code: [use.kind for use in found] for code, found in own_uses(session).items()}


def test_nothing_is_ours_at_first(store: Store) -> None:
    assert kinds(store) == {}


def test_a_request_and_a_membership_hold_their_services(store: Store) -> None:
    accession_id = open_join(store, ("BAS-05",))
    assert kinds(store)["BAS-05"] == ["request"]
    assert "BAS-01" in kinds(store), "what it needs first is asked for too"
    decline_service(store, accession_id, "BAS-01", "l'abbiamo già")
    assert "BAS-01" not in kinds(store)
    carry(store, accession_id, State.ACTIVE)
    assert kinds(store)["BAS-05"] == ["membership"]


def test_stars_and_notes_count_while_they_are_there(store: Store) -> None:
    star_service(store, "FOR-01", is_starred=True)
    note_service(store, "FOR-01", 1, "da chiedere")
    assert kinds(store)["FOR-01"] == ["star", "note"]
    note_service(store, "FOR-01", 2, "   ")
    star_service(store, "FOR-01", is_starred=False)
    assert "FOR-01" not in kinds(store)


def test_a_project_that_pays_a_service_makes_it_ours(example: Store) -> None:
    with example.read() as session:
        uses = own_uses(session)["PAB-01"]
    assert ("project", True) in [(use.kind, bool(use.detail and use.key)) for use in uses]
