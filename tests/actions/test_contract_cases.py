# SPDX-License-Identifier: EUPL-1.2
"""What the rules of contracts read: the membership as renewed, payment of a project, services had from elsewhere."""

from datetime import date

from app.actions.accession_opening import open_accession
from app.actions.accession_services import have_already
from app.actions.accession_steps import StepForm, move_membership
from app.actions.contract_cases import Around
from app.actions.contracts import show_contract
from app.domain.accession_states import Kind, State, Step
from app.store import Store
from tests.accessions import CENTRE, carry, open_join
from tests.contracts import a_contract, a_membership


def test_a_renewed_membership_is_the_one_that_counts(store: Store) -> None:
    accession_id = a_membership(store)
    contract_id = a_contract(store, accession_id=accession_id)
    renewal_id, _changes = open_accession(store, CENTRE, Kind.RENEWAL, of_accession_id=accession_id)
    assert _membership(store, contract_id) == accession_id
    carry(store, renewal_id, State.ACTIVE)
    assert _membership(store, contract_id) == renewal_id


def test_a_membership_that_was_left_ends_on_the_day_on_which_it_ceased(store: Store) -> None:
    accession_id = a_membership(store)
    contract_id = a_contract(store, accession_id=accession_id)
    with store.write("accession.step_cease", centre=CENTRE) as session:
        move_membership(store, session, accession_id, Step.GIVE_NOTICE, StepForm(date(2026, 11, 21)))
        move_membership(store, session, accession_id, Step.CEASE, StepForm(date(2026, 11, 22)))
    assert show_contract(store, contract_id).clocks[1].ends_on == date(2026, 11, 22)


def test_what_we_have_from_elsewhere_is_active(store: Store) -> None:
    accession_id = open_join(store, ("PAB-02",))
    have_already(store, accession_id, "PAB-01", "Con altro fornitore")
    contract_id = a_contract(store, service_code="PAB-02")
    found = show_contract(store, contract_id).prerequisites
    assert [(one.code, one.is_active, one.why) for one in found] == [("PAB-01", True, "already")]


def test_only_what_pnrr_pays_must_be_kept(example: Store) -> None:
    with example.read() as session:
        around = Around.read(session, example.today())
    paid = next(one for one in around.projects if one.status.value == "paid" and one.cup)
    contract_id = a_contract(example, cup=paid.cup, is_funded=True)
    other = a_contract(example, cup=paid.cup)
    assert paid.status_on is not None
    assert show_contract(example, contract_id).project == paid
    assert show_contract(example, contract_id).maintenance_until == date(paid.status_on.year + 5, 12, 31)
    assert show_contract(example, other).maintenance_until is None


def _membership(store: Store, contract_id: int) -> int | None:
    with store.read() as session:
        around = Around.read(session, store.today())
    found = around.membership_of(next(one for one in around.contracts if one.id == contract_id))
    return found.id if found else None
