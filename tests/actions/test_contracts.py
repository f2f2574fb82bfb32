# SPDX-License-Identifier: EUPL-1.2
"""Contracts: what they hang on, when they end, what does not fit, and saving as typed."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.actions.accessions import show_accession
from app.actions.contracts import correct_contract, find_contract, show_contract, survey_contracts
from app.actions.fees import add_fee
from app.actions.history import undo_last
from app.domain.clocks import Layer
from app.domain.concessions import BudgetLine, ContractId
from app.domain.contract_states import ContractState
from app.errors import Stale, UserError
from app.store import Store, rows
from tests.contracts import CIG, PARENT_CIG, a_concession, a_contract, a_membership, carry_contract


def _codes(store: Store, contract_id: ContractId) -> set[str]:
    return {one.code for one in show_contract(store, contract_id).warnings}


def test_a_contract_ends_with_the_first_of_its_three_clocks(store: Store) -> None:
    contract_id = a_contract(
        store,
        concession_id=a_concession(store),
        accession_id=a_membership(store),
        starts_on=date(2027, 1, 1),
        ends_on=date(2040, 12, 31),
    )
    view = show_contract(store, contract_id)
    assert [(clock.layer, clock.ends_on) for clock in view.clocks] == [
        (Layer.L0, date(2032, 3, 15)),
        (Layer.L1, date(2036, 12, 31)),
        (Layer.L2, date(2040, 12, 31)),
    ]
    assert view.effective_end is not None
    assert (view.effective_end.on, view.effective_end.layers) == (date(2032, 3, 15), (Layer.L0,))
    assert view.life_line is not None
    assert (view.life_line.first_on, view.life_line.last_on) == (date(2022, 1, 1), date(2040, 12, 31))
    assert {"clock.contract_outlasts_membership", "clock.membership_outlasts_concession"} <= _codes(store, contract_id)


def test_without_a_concession_its_end_is_that_of_the_card_of_the_centre(store: Store) -> None:
    view = show_contract(store, a_contract(store, accession_id=a_membership(store)))
    assert [clock.layer for clock in view.clocks] == [Layer.L0, Layer.L1, Layer.L2]
    assert view.clocks[0].ends_on == date(2032, 3, 15)


def test_a_contract_alone_has_its_own_clock(store: Store) -> None:
    view = show_contract(store, a_contract(store))
    assert [clock.layer for clock in view.clocks] == [Layer.L2]
    assert view.concession is None
    assert view.accession is None
    assert view.ways


def test_the_list_has_every_contract_with_what_is_known(store: Store) -> None:
    first, second = a_contract(store), a_contract(store, cig="")
    listed = survey_contracts(store)
    assert [one.contract.id for one in listed] == [first, second]
    assert [one.year_fee for one in listed] == [None, None]


def test_the_list_tells_the_fee_of_the_year_and_what_is_due_next(store: Store) -> None:
    a_contract(store, starts_on=date(2026, 1, 1), ends_on=date(2030, 12, 31))
    contract_id = survey_contracts(store)[0].contract.id
    fee = {"model": "canone_fisso", "amount": Decimal("1200.00"), "period": "half_yearly", "source": "Contratto"}
    add_fee(store, contract_id, **fee, vat_rate=Decimal(22), due_days=30)
    row = survey_contracts(store)[0]
    assert row.year_fee == Decimal("1464.00")
    assert row.next_due is not None
    assert (row.next_due.starts_on, row.next_due.due_on, row.next_due.net) == (
        date(2026, 7, 1),
        date(2027, 1, 30),
        Decimal("600.00"),
    )


def test_the_cig_of_the_concession_is_not_that_of_the_contract(store: Store) -> None:
    contract_id = a_contract(store, concession_id=a_concession(store), cig=PARENT_CIG.lower())
    assert "cig.parent" in _codes(store, contract_id)
    correct_contract(store, contract_id, show_contract(store, contract_id).contract.version, cig=CIG)
    assert "cig.parent" not in _codes(store, contract_id)


def test_a_running_year_with_a_plan_and_no_commitment_is_told(store: Store) -> None:
    contract_id = a_contract(store)
    carry_contract(store, contract_id, ContractState.ACTIVE)
    with store.write("contract.corrected", name="x") as session:
        line = rows.add(session, BudgetLine, contract_id=contract_id, year=2026, planned=Decimal("1000.00"))
    assert "year.no_commitment" in _codes(store, contract_id)
    with store.write("contract.corrected", name="x") as session:
        rows.change(session, BudgetLine, line, None, committed=Decimal("1000.00"))
    assert "year.no_commitment" not in _codes(store, contract_id)


def test_what_is_typed_is_saved_and_goes_back_in_one_step(store: Store) -> None:
    contract_id = a_contract(store)
    seen = show_contract(store, contract_id).contract.version
    correct_contract(store, contract_id, seen, reference="n. 12")
    correct_contract(store, contract_id, seen + 1, reference="n. 123", cup="j41f 22001340006")
    contract = show_contract(store, contract_id).contract
    assert (contract.reference, contract.cup) == ("n. 123", "J41F22001340006")
    undo_last(store)
    assert show_contract(store, contract_id).contract.reference == ""


def test_a_contract_changed_elsewhere_is_not_written_over(store: Store) -> None:
    contract_id = a_contract(store)
    seen = show_contract(store, contract_id).contract.version
    correct_contract(store, contract_id, seen, note="a")
    with pytest.raises(Stale):
        correct_contract(store, contract_id, seen, note="b")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": " "}, "contract.no_title"),
        ({"ends_on": date(2020, 1, 1)}, "contract.term_reversed"),
        ({"value": Decimal(-1)}, "contract.amount_out_of_range"),
        ({"spending": "gift"}, "contract.unknown_key"),
        ({"service_code": "NON-1"}, "catalogue.unknown_service"),
        ({"concession_id": 99}, "record.gone"),
        ({"state": "active"}, "contract.unknown_field"),
        ({"signed_on": date(3026, 1, 1)}, "contract.year_unlikely"),
    ],
)
def test_what_cannot_be_is_refused(store: Store, fields: dict[str, Any], code: str) -> None:
    contract_id = a_contract(store)
    before = show_contract(store, contract_id).contract
    with pytest.raises(UserError) as refused:
        correct_contract(store, contract_id, before.version, **fields)
    assert refused.value.code == code
    assert show_contract(store, contract_id).contract == before


def test_a_contract_is_found_by_number_or_cig(store: Store) -> None:
    contract_id = a_contract(store)
    assert find_contract(store, str(contract_id)) == contract_id
    assert find_contract(store, CIG.lower()) == contract_id
    with pytest.raises(UserError, match=r"contract\.unknown"):
        find_contract(store, "77")


def test_a_contract_follows_the_membership_that_it_hangs_on(store: Store) -> None:
    accession_id = a_membership(store)
    view = show_contract(store, a_contract(store, accession_id=accession_id))
    assert view.accession == show_accession(store, accession_id).accession


def test_parts_of_a_cent_are_refused_in_words(store: Store) -> None:
    contract_id = a_contract(store)
    with pytest.raises(UserError, match=r"amount\.too_many_decimals"):
        correct_contract(store, contract_id, 1, value=Decimal("1.005"))
    with pytest.raises(UserError, match=r"amount\.too_large"):
        correct_contract(store, contract_id, 1, value=Decimal("NaN"))
