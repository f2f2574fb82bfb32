# SPDX-License-Identifier: EUPL-1.2
"""The services of a request: what they need first, what they cost by which act, what is done without and why."""

from decimal import Decimal

import pytest

from app.actions import history
from app.actions.accession_services import (
    choose_services,
    correct_service,
    decline_service,
    drop_service,
    have_already,
    plan_services,
)
from app.actions.accession_steps import StepForm, record_step
from app.actions.accessions import show_accession
from app.domain.accession_states import State, Step
from app.domain.accessions import AccessionId, Choice, RequestedService
from app.errors import Stale, UserError
from app.store import Store
from tests.accessions import SIGNED, carry, open_join


def services(store: Store, accession_id: AccessionId) -> dict[str, RequestedService]:
    return {service.code: service for service in show_accession(store, accession_id).case.services}


def test_what_is_needed_first_comes_with_it(store: Store) -> None:
    plan = plan_services(store, ["pab-02"])
    assert [service.code for service in plan.wanted] == ["PAB-02"]
    assert [service.code for service in plan.prerequisites] == ["BAS-01", "PAB-01"]
    accession_id = open_join(store, ("PAB-02",))
    assert list(services(store, accession_id)) == ["BAS-01", "PAB-01", "PAB-02"]
    again = plan_services(store, ["PAB-02"], accession_id)
    assert again.prerequisites == ()
    assert [service.code for service in again.settled] == ["BAS-01", "PAB-01", "PAB-02"]


def test_choosing_twice_is_choosing_once(store: Store) -> None:
    accession_id = open_join(store, ("PAB-02",))
    entries = len(history.list_history(store))
    choose_services(store, accession_id, ["PAB-02", "PAB-01"])
    assert len(history.list_history(store)) == entries
    choose_services(store, accession_id, ["BAS-05"])
    assert list(services(store, accession_id)) == ["BAS-01", "PAB-01", "PAB-02", "BAS-05"]


def test_one_can_do_without_only_for_a_reason(store: Store) -> None:
    accession_id = open_join(store, ("PAB-02",))
    with pytest.raises(UserError, match=r"accession\.service_reason_missing"):
        decline_service(store, accession_id, "PAB-01", "  ")
    decline_service(store, accession_id, "pab-01", "Lo fa già l'Unione")
    declined = services(store, accession_id)["PAB-01"]
    assert (declined.choice, declined.reason) == (Choice.DECLINED, "Lo fa già l'Unione")
    assert show_accession(store, accession_id).case.lacking_prerequisites() == ()
    choose_services(store, accession_id, ["PAB-01"])
    assert services(store, accession_id)["PAB-01"].choice is Choice.REQUESTED


def test_one_may_have_it_from_elsewhere(store: Store) -> None:
    accession_id = open_join(store, ())
    have_already(store, accession_id, "PAB-01", "Contratto del 2024 con un fornitore")
    choose_services(store, accession_id, ["PAB-02"])
    assert [service.choice for service in services(store, accession_id).values()] == [Choice.ALREADY, Choice.REQUESTED]


def test_dropping_a_prerequisite_is_told(store: Store) -> None:
    accession_id = open_join(store, ("PAB-02",))
    drop_service(store, accession_id, "PAB-01")
    assert show_accession(store, accession_id).case.lacking_prerequisites() == (("PAB-02", "PAB-01"),)
    history.undo_last(store)
    assert list(services(store, accession_id)) == ["BAS-01", "PAB-01", "PAB-02"]
    with pytest.raises(UserError, match=r"accession\.service_not_there"):
        drop_service(store, accession_id, "GES-01")


def test_a_figure_wants_the_act_that_gives_it(store: Store) -> None:
    accession_id = open_join(store)
    service = services(store, accession_id)["BAS-05"]
    with pytest.raises(UserError, match=r"accession\.cost_without_act"):
        correct_service(store, service.id, service.version, yearly=Decimal("1200.50"))
    assert services(store, accession_id)["BAS-05"].yearly is None
    correct_service(
        store, service.id, service.version, yearly=Decimal("1200.50"), once=Decimal(0), cost_source="Delibera 31/2026"
    )
    costed = services(store, accession_id)["BAS-05"]
    assert (costed.yearly, costed.once, costed.cost_source) == (Decimal("1200.50"), Decimal(0), "Delibera 31/2026")
    with pytest.raises(Stale):
        correct_service(store, service.id, service.version, quantity=3)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"quantity": 0}, "accession.quantity_out_of_range"),
        ({"quantity": 1_000_001}, "accession.quantity_out_of_range"),
        ({"once": Decimal(-1), "cost_source": "x"}, "accession.amount_out_of_range"),
        ({"yearly": Decimal(10**9), "cost_source": "x"}, "accession.amount_out_of_range"),
        ({"name": "altro"}, "accession.unknown_field"),
    ],
)
def test_what_cannot_be_is_refused(store: Store, fields: dict[str, object], code: str) -> None:
    accession_id = open_join(store)
    service = services(store, accession_id)["BAS-05"]
    with pytest.raises(UserError, match=code.replace(".", r"\.")):
        correct_service(store, service.id, service.version, **fields)
    assert services(store, accession_id)["BAS-05"] == service


def test_codes_are_kept_without_spaces_and_a_wrong_one_is_kept_too(store: Store) -> None:
    accession_id = open_join(store)
    service = services(store, accession_id)["BAS-05"]
    correct_service(store, service.id, service.version, cup=" j41f 22000340006 ", cig="b00012eadb")
    kept = services(store, accession_id)["BAS-05"]
    assert (kept.cup, kept.cig) == ("J41F22000340006", "B00012EADB")
    correct_service(store, kept.id, kept.version, cup="non so", cig="")
    assert services(store, accession_id)["BAS-05"].cup == "NONSO"


def test_what_is_typed_in_one_go_is_one_entry(store: Store) -> None:
    accession_id = open_join(store)
    entries = len(history.list_history(store))
    for note in ("a", "ab", "abc"):
        service = services(store, accession_id)["BAS-05"]
        correct_service(store, service.id, service.version, note=note)
    assert len(history.list_history(store)) == entries + 1
    history.undo_last(store)
    assert services(store, accession_id)["BAS-05"].note == ""


def test_after_it_left_no_service_is_added_or_dropped(store: Store) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.SENT)
    with pytest.raises(UserError, match=r"accession\.services_closed"):
        choose_services(store, accession_id, ["GES-01"])
    with pytest.raises(UserError, match=r"accession\.services_closed"):
        drop_service(store, accession_id, "BAS-05")
    with pytest.raises(UserError, match=r"accession\.services_closed"):
        decline_service(store, accession_id, "BAS-05", "no")


def test_a_signed_request_keeps_its_services_until_it_is_corrected(store: Store) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.SIGNED)
    with pytest.raises(UserError, match=r"accession\.services_signed"):
        choose_services(store, accession_id, ["PAB-01"])
    with pytest.raises(UserError, match=r"accession\.services_signed"):
        drop_service(store, accession_id, "BAS-05")
    with pytest.raises(UserError, match=r"accession\.services_signed"):
        decline_service(store, accession_id, "BAS-05", "Non serve")
    record_step(store, accession_id, Step.CORRECT, StepForm(SIGNED, reason="Manca un servizio"))
    choose_services(store, accession_id, ["PAB-01"])
    assert "PAB-01" in {one.code for one in show_accession(store, accession_id).case.requested}


@pytest.mark.parametrize(
    ("state", "code"), [(State.SIGNED, "accession.services_signed"), (State.SENT, "accession.services_closed")]
)
@pytest.mark.parametrize("fields", [{"quantity": 7}, {"unit": "utenze"}, {"cup": "J41F22000340006"}])
def test_what_was_asked_of_a_service_is_closed_with_the_choice(
    store: Store, state: State, code: str, fields: dict[str, object]
) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, state)
    service = services(store, accession_id)["BAS-05"]
    with pytest.raises(UserError, match=code.replace(".", r"\.")):
        correct_service(store, service.id, service.version, note="x", **fields)
    assert services(store, accession_id)["BAS-05"] == service
    costs = {"yearly": Decimal(12), "cost_source": "Convenzione", "cig": "B00012EADB", "note": "Visto"}
    correct_service(store, service.id, service.version, **costs, quantity=service.quantity)
    assert services(store, accession_id)["BAS-05"].note == "Visto"
