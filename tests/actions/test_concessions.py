# SPDX-License-Identifier: EUPL-1.2
"""Concessions: the centre's and the comune's own, what hangs on them, letting go."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.actions.concessions import (
    add_concession,
    correct_concession,
    find_concession,
    list_concessions,
    remove_concession,
    show_concession,
)
from app.actions.contract_parts import add_guarantee
from app.actions.history import undo_last
from app.domain.concessions import Owner
from app.errors import Stale, UserError
from app.store import Store
from tests.contracts import a_concession, a_contract


def test_the_own_concession_of_a_comune_has_no_centre_and_comes_first(store: Store) -> None:
    a_concession(store)
    own, _changes = add_concession(store, "Illuminazione pubblica", kind="public_lighting", is_ours=True)
    assert list_concessions(store)[0].id == own
    view = show_concession(store, own)
    assert (view.concession.centre_code, view.concession.kind, view.life_line) == ("", "public_lighting", None)


def test_who_grants_is_reminded_of_the_portal_until_it_was_told(store: Store) -> None:
    own, _changes = add_concession(store, "Rete", is_ours=True, signed_on=date(2026, 1, 10))
    view = show_concession(store, own)
    assert [one.code for one in view.warnings] == ["report.not_made"]
    correct_concession(store, own, view.concession.version, reported_on=date(2026, 2, 1))
    assert show_concession(store, own).warnings == ()


def test_a_concession_shows_its_contracts(store: Store) -> None:
    concession_id = a_concession(store)
    contract_id = a_contract(store, concession_id=concession_id)
    assert [one.id for one in show_concession(store, concession_id).contracts] == [contract_id]


def test_a_lapsed_bond_is_told(store: Store) -> None:
    concession_id = a_concession(store)
    number, _changes = add_guarantee(
        store, Owner(concession_id=concession_id), "bond", issuer="Assicurazioni di Prova", ends_on=date(2026, 6, 30)
    )
    found = show_concession(store, concession_id).warnings
    assert [(one.code, one.params["guarantee_id"]) for one in found] == [("bond.lapsed", number)]


def test_a_concession_is_saved_as_typed_and_goes_back(store: Store) -> None:
    concession_id = a_concession(store)
    seen = show_concession(store, concession_id).concession.version
    correct_concession(store, concession_id, seen, value=Decimal("11000000.00"), parent_cig=" b000 12eadb")
    concession = show_concession(store, concession_id).concession
    assert (concession.value, concession.parent_cig) == (Decimal("11000000.00"), "B00012EADB")
    with pytest.raises(Stale):
        correct_concession(store, concession_id, seen, note="x")
    undo_last(store)
    assert show_concession(store, concession_id).concession.value is None


def test_a_concession_goes_with_its_parts_and_comes_back(store: Store) -> None:
    concession_id = a_concession(store)
    add_guarantee(store, Owner(concession_id=concession_id), "bond", number="7")
    before = show_concession(store, concession_id)
    remove_concession(store, concession_id)
    assert list_concessions(store) == []
    undo_last(store)
    assert show_concession(store, concession_id) == before


def test_a_concession_with_a_contract_stays(store: Store) -> None:
    concession_id = a_concession(store)
    a_contract(store, concession_id=concession_id)
    with pytest.raises(UserError, match=r"concession\.in_use"):
        remove_concession(store, concession_id)


def test_a_concession_is_found_by_its_number(store: Store) -> None:
    concession_id = a_concession(store)
    assert find_concession(store, str(concession_id)) == concession_id
    with pytest.raises(UserError, match=r"concession\.unknown"):
        find_concession(store, "9")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"kind": "gift"}, "contract.unknown_key"),
        ({"regime": "1/1900"}, "contract.unknown_key"),
        ({"title": ""}, "concession.no_title"),
        ({"ends_on": date(2000, 1, 1)}, "contract.term_reversed"),
        ({"colour": "red"}, "contract.unknown_field"),
    ],
)
def test_what_cannot_be_is_refused(store: Store, fields: dict[str, Any], code: str) -> None:
    concession_id = a_concession(store)
    before = show_concession(store, concession_id)
    with pytest.raises(UserError) as refused:
        correct_concession(store, concession_id, before.concession.version, **fields)
    assert refused.value.code == code
    assert show_concession(store, concession_id) == before
