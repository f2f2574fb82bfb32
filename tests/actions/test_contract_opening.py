# SPDX-License-Identifier: EUPL-1.2
"""Opening contracts by hand, from a membership, after another; and letting go of them."""

from datetime import date
from decimal import Decimal

import pytest

from app.actions.accession_services import correct_service
from app.actions.accessions import fill_in, show_accession
from app.actions.contract_opening import duplicate_contract, open_contract, open_from_accession, remove_contract
from app.actions.contract_parts import add_contact
from app.actions.contracts import correct_contract, show_contract, survey_contracts
from app.actions.fees import show_schedule
from app.actions.history import undo_last
from app.domain.accession_states import State
from app.domain.accessions import AccessionId
from app.domain.concessions import MILESTONES, BudgetLine, Owner
from app.domain.contract_states import ContractState
from app.domain.fees import Fee
from app.errors import UserError
from app.store import Store, rows
from tests.accessions import ENDS, STARTS, carry, open_join
from tests.contracts import CIG, CUP, a_concession, a_contract, a_membership, carry_contract


def _costed(store: Store) -> AccessionId:
    accession_id = open_join(store)
    service = show_accession(store, accession_id).case.services[-1]
    told = {"yearly": Decimal("1200.00"), "once": Decimal("300.00"), "cost_source": "Delibera 31/2026"}
    correct_service(store, service.id, service.version, cup=CUP, cig=CIG, **told)
    carry(store, accession_id, State.ACTIVE)
    return accession_id


def test_a_new_contract_is_requested_and_has_the_plan_of_every_activation(store: Store) -> None:
    view = show_contract(store, a_contract(store))
    assert view.contract.state is ContractState.REQUESTED
    assert tuple(one.key for one in view.milestones) == MILESTONES


def test_a_membership_gives_its_services_codes_costs_and_term(store: Store) -> None:
    accession_id, concession_id = _costed(store), a_concession(store)
    (contract_id, *_others), _changes = open_from_accession(store, accession_id, ("BAS-05",))
    contract = show_contract(store, contract_id).contract
    assert (contract.service_code, contract.cup, contract.cig) == ("BAS-05", CUP, CIG)
    assert (contract.starts_on, contract.ends_on, contract.accession_id) == (STARTS, ENDS, accession_id)
    assert (contract.concession_id, contract.supplier) == (concession_id, "Servizi di Prova s.p.a.")
    with store.read() as session:
        fees = rows.every(session, Fee, contract_id=contract_id)
    assert [(fee.model, fee.period, fee.amount, fee.source) for fee in fees] == [
        ("canone_fisso", "yearly", Decimal("1200.00"), "Delibera 31/2026"),
        ("progetto", "once", Decimal("300.00"), "Delibera 31/2026"),
    ]
    assert fees[0].note == "Periodicità da controllare sull'atto."


def test_a_membership_of_years_ago_charges_nothing_for_the_years_before_the_service(store: Store) -> None:
    accession_id = _costed(store)
    fill_in(store, accession_id, show_accession(store, accession_id).accession.version, starts_on=date(2022, 1, 1))
    (contract_id, *_others), _changes = open_from_accession(store, accession_id, ("BAS-05",))
    view = show_contract(store, contract_id)
    assert (view.contract.starts_on, view.contract.ends_on) == (None, ENDS)
    assert "starts_on" in view.gaps
    assert show_schedule(store, contract_id).instalments == ()


def test_all_of_a_membership_open_at_once_and_go_back_at_once(store: Store) -> None:
    accession_id = a_membership(store, ("PAB-02",))
    opened, _changes = open_from_accession(store, accession_id)
    asked = {one.code for one in show_accession(store, accession_id).case.services}
    assert {show_contract(store, one).contract.service_code for one in opened} == asked
    assert open_from_accession(store, accession_id)[0] == ()
    undo_last(store)
    assert survey_contracts(store) == []


def test_a_membership_opens_no_contract_twice_nor_for_what_was_not_asked(store: Store) -> None:
    accession_id = a_membership(store)
    open_from_accession(store, accession_id, ("BAS-05",))
    with pytest.raises(UserError, match=r"contract\.already_open"):
        open_from_accession(store, accession_id, ("BAS-05",))
    with pytest.raises(UserError, match=r"contract\.not_requested"):
        open_from_accession(store, accession_id, ("PAB-02",))
    assert len(survey_contracts(store)) == 1


def test_a_request_that_is_not_a_membership_opens_nothing(store: Store) -> None:
    accession_id = open_join(store)
    with pytest.raises(UserError, match=r"contract\.accession_not_active"):
        open_from_accession(store, accession_id)
    with pytest.raises(UserError, match=r"contract\.accession_is_draft"):
        a_contract(store, accession_id=accession_id)


def test_a_duplicate_has_the_supplier_and_people_and_none_of_the_codes(store: Store) -> None:
    contract_id = a_contract(store, concession_id=a_concession(store))
    add_contact(store, Owner(contract_id=contract_id), "rup", "Carla Verdi", mandate="Decreto 4/2026")
    view = show_contract(store, duplicate_contract(store, contract_id, "Secondo")[0])
    assert (view.contract.title, view.contract.supplier, view.contract.cig) == (
        "Secondo",
        "Servizi di Prova s.p.a.",
        "",
    )
    assert [(one.name, one.mandate) for one in view.contacts] == [("Carla Verdi", "Decreto 4/2026")]
    assert view.contract.starts_on is None


def test_a_contract_that_never_ran_goes_with_its_parts_and_comes_back(store: Store) -> None:
    contract_id = a_contract(store)
    add_contact(store, Owner(contract_id=contract_id), "rup", "Carla Verdi")
    before = show_contract(store, contract_id)
    remove_contract(store, contract_id)
    assert survey_contracts(store) == []
    undo_last(store)
    assert show_contract(store, contract_id) == before


def test_a_contract_that_ran_or_holds_money_stays(store: Store) -> None:
    contract_id, other = a_contract(store), a_contract(store)
    carry_contract(store, contract_id, ContractState.ACTIVE)
    with pytest.raises(UserError, match=r"contract\.has_run"):
        remove_contract(store, contract_id)
    with store.write("contract.corrected", name="x") as session:
        rows.add(session, BudgetLine, contract_id=other, year=2026)
    with pytest.raises(UserError, match=r"contract\.in_use"):
        remove_contract(store, other)
    assert len(survey_contracts(store)) == 2


def test_supplier_vat_and_cup_are_those_of_the_concession(store: Store) -> None:
    concession_id = a_concession(store, cup=CUP)
    taken = ("Servizi di Prova s.p.a.", "01234567890", CUP)
    contract_id, _changes = open_contract(store, "Sotto la concessione", concession_id=concession_id)
    contract = show_contract(store, contract_id).contract
    assert (contract.supplier, contract.supplier_vat, contract.cup) == taken
    other_id, _changes = open_contract(store, "Di un altro", concession_id=concession_id, supplier="Altri s.r.l.")
    contract = show_contract(store, other_id).contract
    assert (contract.supplier, contract.supplier_vat, contract.cup) == ("Altri s.r.l.", "", CUP)
    later_id, _changes = open_contract(store, "Scelta dopo")
    later = show_contract(store, later_id)
    assert later.gaps == ("supplier", "supplier_vat", "starts_on", "ends_on", "cig", "fee")
    correct_contract(store, later_id, later.contract.version, concession_id=concession_id)
    later = show_contract(store, later_id)
    assert (later.contract.supplier, later.contract.supplier_vat, later.contract.cup) == taken
    assert later.gaps == ("starts_on", "ends_on", "cig", "fee")
    correct_contract(store, later_id, later.contract.version, supplier="")
    assert show_contract(store, later_id).contract.supplier == ""
