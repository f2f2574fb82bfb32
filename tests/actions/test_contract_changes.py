# SPDX-License-Identifier: EUPL-1.2
"""Changes during the life of a contract: their effects, what speaks against them, and going back."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.actions.concessions import show_concession
from app.actions.contract_changes import add_change, check_change, correct_change, list_changes, remove_change
from app.actions.contracts import correct_contract, show_contract
from app.actions.history import undo_last
from app.domain.concessions import Owner
from app.errors import UserError
from app.store import Store
from tests.contracts import a_concession, a_contract

_LATER = date(2035, 12, 31)


def test_an_addendum_sets_end_codes_and_supplier_in_one_action(store: Store) -> None:
    contract_id = a_contract(store, value=Decimal("10000.00"))
    owner = Owner(contract_id=contract_id)
    before = show_contract(store, contract_id)
    told: dict[str, Any] = {"value": Decimal("2000.00"), "new_ends_on": _LATER, "new_cig": "b00012eadb"}
    number, _changes = add_change(store, owner, "addendum", letter="b", act="Determina 9/2026", **told)
    contract = show_contract(store, contract_id).contract
    assert (contract.ends_on, contract.cig, contract.value) == (_LATER, "B00012EADB", Decimal("10000.00"))
    assert [one.id for one in list_changes(store, owner)] == [number]
    undo_last(store)
    assert show_contract(store, contract_id) == before


def test_a_concession_is_not_extended_without_saying_why(store: Store) -> None:
    concession_id = a_concession(store)
    owner = Owner(concession_id=concession_id)
    assert [one.code for one in check_change(store, owner, "extension", new_ends_on=_LATER)] == ["change.extension"]
    with pytest.raises(UserError, match=r"change\.extension_needs_reason"):
        add_change(store, owner, "extension", new_ends_on=_LATER)
    assert list_changes(store, owner) == []
    add_change(store, owner, "extension", new_ends_on=_LATER, override_reason="Clausola 4 del contratto")
    view = show_concession(store, concession_id)
    assert view.concession.ends_on == _LATER
    assert [one.code for one in view.warnings] == ["change.extension"]


def test_a_revision_of_the_plan_may_move_the_end_of_a_concession(store: Store) -> None:
    concession_id = a_concession(store)
    add_change(store, Owner(concession_id=concession_id), "plan_revision", new_ends_on=_LATER)
    view = show_concession(store, concession_id)
    assert (view.concession.ends_on, view.warnings) == (_LATER, ())


def test_more_than_half_of_the_initial_value_needs_a_reason(store: Store) -> None:
    contract_id = a_contract(store, value=Decimal("10000.00"))
    owner = Owner(contract_id=contract_id)
    add_change(store, owner, "addendum", letter="c", value=Decimal("5000.00"))
    with pytest.raises(UserError) as refused:
        add_change(store, owner, "addendum", letter="c", value=Decimal("5000.01"))
    assert (refused.value.code, refused.value.params) == ("change.half_needs_reason", {"percent": "50"})
    number, _changes = add_change(
        store, owner, "addendum", letter="c", value=Decimal("7500.00"), override_reason="Parere del segretario"
    )
    found = [one for one in show_contract(store, contract_id).warnings if one.code == "change.over_half"]
    assert [(one.params["change_id"], one.params["percent"]) for one in found] == [(number, Decimal(75))]


def test_a_substitution_names_the_new_concessionaire(store: Store) -> None:
    concession_id = a_concession(store)
    told: dict[str, Any] = {"new_supplier": "Nuova s.r.l.", "new_supplier_vat": "09876543210"}
    add_change(store, Owner(concession_id=concession_id), "substitution", reason_code="mod-repl", **told)
    concession = show_concession(store, concession_id).concession
    assert (concession.concessionaire, concession.concessionaire_vat) == ("Nuova s.r.l.", "09876543210")


def test_a_change_is_saved_as_typed_and_taken_out(store: Store) -> None:
    contract_id = a_contract(store)
    owner = Owner(contract_id=contract_id)
    number, _changes = add_change(store, owner, "suspension")
    correct_change(store, number, 1, subject="Guasto della rete", until=date(2026, 9, 30))
    change = list_changes(store, owner)[0]
    assert (change.subject, change.until) == ("Guasto della rete", date(2026, 9, 30))
    remove_change(store, number)
    assert list_changes(store, owner) == []


@pytest.mark.parametrize(
    ("kind", "fields", "code"),
    [
        ("party", {}, "contract.unknown_key"),
        ("addendum", {"reason_code": "breach"}, "contract.unknown_key"),
        ("addendum", {"letter": "z"}, "contract.unknown_key"),
        ("addendum", {"document_id": 99}, "document.unknown"),
        ("addendum", {"new_ends_on": date(2020, 1, 1)}, "contract.term_reversed"),
    ],
)
def test_what_cannot_be_is_refused(store: Store, kind: str, fields: dict[str, Any], code: str) -> None:
    contract_id = a_contract(store)
    before = show_contract(store, contract_id)
    with pytest.raises(UserError) as refused:
        add_change(store, Owner(contract_id=contract_id), kind, **fields)
    assert refused.value.code == code
    assert show_contract(store, contract_id) == before


def test_a_correction_needs_the_reason_that_entering_it_would(store: Store) -> None:
    contract_id = a_contract(store, concession_id=a_concession(store), value=Decimal("10000.00"))
    owner = Owner(contract_id=contract_id)
    number, _changes = add_change(store, owner, "addendum", letter="c", value=Decimal("1000.00"))
    before = show_contract(store, contract_id)
    for told, code in (({"value": Decimal("9000.00")}, "half"), ({"new_ends_on": date(2040, 1, 1)}, "extension")):
        with pytest.raises(UserError, match=rf"change\.{code}_needs_reason"):
            correct_change(store, number, 1, **told)
    assert show_contract(store, contract_id) == before
    correct_change(store, number, 1, value=Decimal("9000.00"), override_reason="Parere del segretario")
    correct_change(store, number, 2, note="Vedi il fascicolo")
    with pytest.raises(UserError, match=r"change\.half_needs_reason"):
        correct_change(store, number, 3, override_reason="")


def test_correcting_an_older_change_leaves_what_a_later_one_set(store: Store) -> None:
    contract_id = a_contract(store)
    owner = Owner(contract_id=contract_id)
    older, _changes = add_change(store, owner, "addendum", on=date(2026, 4, 1), new_ends_on=date(2029, 12, 31))
    newer, _changes = add_change(store, owner, "addendum", on=date(2026, 5, 1), new_ends_on=date(2030, 12, 31))
    correct_change(store, older, 1, new_ends_on=date(2029, 6, 30), new_cig="b00012eadb")
    contract = show_contract(store, contract_id).contract
    assert (contract.ends_on, contract.cig) == (date(2030, 12, 31), "B00012EADB")
    correct_change(store, newer, 1, new_ends_on=date(2030, 6, 30))
    assert show_contract(store, contract_id).contract.ends_on == date(2030, 6, 30)
    correct_change(store, newer, 2, new_ends_on=None)
    assert show_contract(store, contract_id).contract.ends_on == date(2029, 6, 30)


def test_what_only_one_change_says_is_not_emptied_before_its_contract_says_better(store: Store) -> None:
    contract_id = a_contract(store)
    number, _changes = add_change(store, Owner(contract_id=contract_id), "addendum", new_ends_on=_LATER)
    before = show_contract(store, contract_id)
    with pytest.raises(UserError) as refused:
        correct_change(store, number, 1, new_ends_on=None)
    assert (refused.value.code, refused.value.params) == ("change.nothing_before", {"value": "31/12/2035"})
    assert show_contract(store, contract_id) == before
    correct_contract(store, contract_id, before.contract.version, ends_on=date(2031, 2, 28))
    correct_change(store, number, 1, new_ends_on=None)
    assert show_contract(store, contract_id).contract.ends_on == date(2031, 2, 28)
