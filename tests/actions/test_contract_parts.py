# SPDX-License-Identifier: EUPL-1.2
"""Plan, people, guarantees, papers and the list of the end: added, saved as typed, taken out, brought back."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.actions import contract_parts as parts
from app.actions.concessions import show_concession
from app.actions.contracts import show_contract
from app.actions.documents import add_document, remove_document
from app.actions.history import undo_last
from app.domain.concessions import CLOSING_ITEMS, Owner
from app.errors import UserError
from app.store import Store
from tests.contracts import a_concession, a_contract


def test_a_point_of_our_own_stands_after_those_of_every_plan(store: Store) -> None:
    contract_id = a_contract(store)
    number, _changes = parts.add_milestone(store, contract_id, "Prova con gli uffici", planned_on=date(2026, 5, 4))
    point = show_contract(store, contract_id).milestones[-1]
    assert (point.id, point.title, point.planned_on, point.key) == (
        number,
        "Prova con gli uffici",
        date(2026, 5, 4),
        "",
    )
    parts.correct_milestone(store, number, point.version, done_on=date(2026, 5, 6))
    assert show_contract(store, contract_id).milestones[-1].done_on == date(2026, 5, 6)
    parts.remove_milestone(store, number)
    assert number not in [one.id for one in show_contract(store, contract_id).milestones]
    undo_last(store)
    assert show_contract(store, contract_id).milestones[-1].id == number


def test_people_and_guarantees_hang_on_a_contract_or_on_a_concession(store: Store) -> None:
    concession_id, contract_id = a_concession(store), a_contract(store)
    parts.add_contact(store, Owner(contract_id=contract_id), "dec", "Ugo Neri", until=date(2026, 12, 31))
    parts.add_guarantee(store, Owner(concession_id=concession_id), "insurance", amount=Decimal("5000.00"))
    view, above = show_contract(store, contract_id), show_concession(store, concession_id)
    assert ([one.name for one in view.contacts], view.guarantees) == (["Ugo Neri"], ())
    assert ([one.amount for one in above.guarantees], above.contacts) == ([Decimal("5000.00")], ())
    assert "mandate.lapses_soon" in {one.code for one in view.warnings}


def test_a_part_is_saved_as_typed_and_refused_where_it_cannot_be(store: Store) -> None:
    contract_id = a_contract(store)
    number, _changes = parts.add_contact(store, Owner(contract_id=contract_id), "dec", "Ugo Neri")
    parts.correct_contact(store, number, 1, since=date(2026, 1, 1), email="ugo@comune.example")
    with pytest.raises(UserError, match=r"contract\.term_reversed"):
        parts.correct_contact(store, number, 2, until=date(2025, 1, 1))
    contact = show_contract(store, contract_id).contacts[0]
    assert (contact.email, contact.until) == ("ugo@comune.example", None)
    parts.remove_contact(store, number)
    assert show_contract(store, contract_id).contacts == ()


def test_a_released_guarantee_is_no_warning(store: Store) -> None:
    contract_id = a_contract(store)
    number, _changes = parts.add_guarantee(store, Owner(contract_id=contract_id), "bond", ends_on=date(2026, 1, 1))
    assert "bond.lapsed" in {one.code for one in show_contract(store, contract_id).warnings}
    parts.correct_guarantee(store, number, 1, released_on=date(2025, 12, 1))
    assert "bond.lapsed" not in {one.code for one in show_contract(store, contract_id).warnings}
    parts.remove_guarantee(store, number)
    assert show_contract(store, contract_id).guarantees == ()


def test_a_document_of_the_register_belongs_to_a_contract_and_cannot_be_thrown_away(store: Store) -> None:
    contract_id = a_contract(store)
    document_id, _changes = add_document(store, b"%PDF-1.4 contratto", "contratto.pdf")
    number, _changes = parts.add_paper(store, Owner(contract_id=contract_id), document_id, "contract")
    again, _changes = parts.add_paper(store, Owner(contract_id=contract_id), document_id, "contract")
    assert again == number
    assert [one.document.name for one in show_contract(store, contract_id).papers] == ["contratto.pdf"]
    with pytest.raises(UserError, match=r"document\.in_use"):
        remove_document(store, document_id)
    parts.remove_paper(store, number)
    remove_document(store, document_id)
    assert show_contract(store, contract_id).papers == ()


def test_the_list_of_the_end_is_written_once_and_takes_lines_of_our_own(store: Store) -> None:
    contract_id = a_contract(store)
    parts.begin_closing_list(store, contract_id)
    parts.begin_closing_list(store, contract_id)
    number, _changes = parts.add_closing_item(store, contract_id, "Chiavi della sala macchine")
    closing = show_contract(store, contract_id).closing
    assert [one.key for one in closing] == [*CLOSING_ITEMS, ""]
    parts.correct_closing_item(store, closing[0].id, closing[0].version, skipped_reason="Nessun dato")
    with pytest.raises(UserError, match=r"contract\.closing_of_ours"):
        parts.remove_closing_item(store, closing[0].id)
    parts.remove_closing_item(store, number)
    assert len(show_contract(store, contract_id).closing) == len(CLOSING_ITEMS)


@pytest.mark.parametrize(
    ("kind", "fields", "code"),
    [
        ("contact", {"role": "king", "name": "Ugo"}, "contract.unknown_key"),
        ("guarantee", {"kind": "promise"}, "contract.unknown_key"),
        ("guarantee", {"kind": "bond", "amount": Decimal(-1)}, "contract.amount_out_of_range"),
        ("guarantee", {"kind": "bond", "document_id": 99}, "document.unknown"),
        ("contact", {"role": "rup", "name": "Ugo", "colour": "red"}, "contract.unknown_field"),
    ],
)
def test_what_cannot_be_is_refused(store: Store, kind: str, fields: dict[str, Any], code: str) -> None:
    contract_id = a_contract(store)
    add = parts.add_contact if kind == "contact" else parts.add_guarantee
    with pytest.raises(UserError) as refused:
        add(store, Owner(contract_id=contract_id), **fields)
    assert refused.value.code == code
    view = show_contract(store, contract_id)
    assert (view.contacts, view.guarantees) == ((), ())


def test_a_part_of_nothing_or_of_both_is_a_bug() -> None:
    with pytest.raises(ValueError, match="one of the two"):
        Owner()
