# SPDX-License-Identifier: EUPL-1.2
"""The state of each line, as a procedure goes its way."""

import pytest

from app.actions.accession_opening import open_accession
from app.actions.accession_steps import StepForm, record_step
from app.actions.accessions import fill_in, show_accession
from app.domain.accession_states import Kind, State, Step
from app.domain.accessions import AccessionId
from app.domain.checklist import ItemState, lines_so_far, missing, next_item, progress
from app.store import Store
from tests.accessions import CENTRE, ENFORCED, PROPOSED, attach, carry, open_join

DONE, READY, INCOMPLETE, NOT_STARTED = ItemState.DONE, ItemState.READY, ItemState.INCOMPLETE, ItemState.NOT_STARTED


def states(store: Store, accession_id: AccessionId) -> dict[str, ItemState]:
    return {line.item.key: line.state for line in show_accession(store, accession_id).items}


def lacks(store: Store, accession_id: AccessionId, key: str) -> list[str]:
    case = show_accession(store, accession_id).case
    item = next(item for item in case.items if item.key == key)
    return [f"{one.code}:{one.field}" for one in missing(case, item)]


def test_an_empty_draft_has_only_what_was_known(store: Store) -> None:
    accession_id, _changes = open_accession(store, CENTRE)
    assert set(states(store, accession_id).values()) == {NOT_STARTED}
    assert progress(show_accession(store, accession_id).case) == (0, 10)
    assert lacks(store, accession_id, "services") == ["service.none:"]


def test_a_line_that_is_begun_is_incomplete_and_says_what_it_lacks(store: Store) -> None:
    accession_id = open_join(store)
    view = show_accession(store, accession_id)
    fill_in(store, accession_id, view.accession.version, contact_email="", signer_is_delegate=True)
    assert states(store, accession_id)["people"] is INCOMPLETE
    assert lacks(store, accession_id, "people") == ["field.empty:contact_email", "document.none:delegation"]
    attach(store, accession_id, "people", "delegation")
    assert lacks(store, accession_id, "people") == ["field.empty:contact_email"]


@pytest.mark.parametrize(
    ("state", "done", "coming"),
    [
        (State.PROPOSED, {"proposal"}, "resolution"),
        (State.RESOLVED, {"proposal", "resolution"}, "publication"),
        (State.ENFORCEABLE, {"proposal", "resolution", "publication"}, "commitment"),
        (State.SIGNED, {"proposal", "resolution", "publication", "signature"}, "commitment"),
        (State.ACCEPTED, {"proposal", "resolution", "publication", "signature", "outcome"}, "commitment"),
        (State.ACTIVE, {"proposal", "resolution", "publication", "signature", "outcome", "start"}, "commitment"),
    ],
)
def test_each_step_ticks_its_line(store: Store, state: State, done: set[str], coming: str) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, state)
    view = show_accession(store, accession_id)
    assert {key for key, one in states(store, accession_id).items() if one is DONE} == {"services", "people", *done}
    coming_item = next_item(view.case)
    assert coming_item is not None
    assert coming_item.key == coming


def test_a_step_does_not_finish_a_line_that_lacks_something(store: Store) -> None:
    accession_id = open_join(store)
    record_step(store, accession_id, Step.PROPOSE, StepForm(PROPOSED))
    assert "field.empty:technical_opinion_on" in lacks(store, accession_id, "proposal")
    assert states(store, accession_id)["proposal"] is INCOMPLETE
    assert progress(show_accession(store, accession_id).case)[0] == 2, "services and people"


def test_all_is_there_but_the_step_is_not_recorded_yet(store: Store) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.DRAFT)  # the papers of every line are there
    found = states(store, accession_id)
    assert [key for key, state in found.items() if state is READY] == [
        "proposal",
        "resolution",
        "publication",
        "signature",
    ]


def test_sending_is_done_when_both_receipts_are_there(store: Store) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.SENT)
    assert states(store, accession_id)["sending"] is INCOMPLETE
    attach(store, accession_id, "sending", "receipt_acceptance", origin="receipt")
    assert lacks(store, accession_id, "sending") == ["document.none:receipt_delivery"]
    attach(store, accession_id, "sending", "receipt_delivery", origin="receipt")
    assert states(store, accession_id)["sending"] is DONE


def test_a_correction_opens_signature_and_sending_again(store: Store) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.SIGNED)
    record_step(store, accession_id, Step.CORRECT, StepForm(ENFORCED.replace(month=11, day=6), reason="Errore"))
    assert states(store, accession_id)["signature"] is READY


def test_a_line_whose_documents_are_all_optional_is_done_by_one_of_them(store: Store) -> None:
    accession_id = open_join(store, centre="CIT-BRESCIA")
    assert states(store, accession_id)["activation"] is NOT_STARTED
    attach(store, accession_id, "activation", "activation")
    assert states(store, accession_id)["activation"] is DONE


def test_the_end_of_a_withdrawal_is_done_when_it_ceased(store: Store) -> None:
    member = carry(store, open_join(store), State.ACTIVE)
    leaving, _changes = open_accession(store, CENTRE, Kind.WITHDRAWAL, of_accession_id=member.id)
    carry(store, leaving, State.SENT)
    assert states(store, leaving)["end"] is not DONE
    today = show_accession(store, leaving).case.today
    record_step(store, leaving, Step.GIVE_NOTICE, StepForm(today))
    record_step(store, leaving, Step.CEASE, StepForm(today))
    assert states(store, leaving)["end"] is DONE


def test_the_lines_so_far_end_with_the_next_step(store: Store) -> None:
    join = open_join(store)
    assert [item.key for item in lines_so_far(show_accession(store, join).case)] == ["services", "people", "proposal"]
    carry(store, join, State.SENT)
    case = show_accession(store, join).case
    assert lines_so_far(case)[-1].key == "outcome"
    other = open_join(store, centre="CIT-BRESCIA")
    carry(store, other, State.ACTIVE)
    case = show_accession(store, other).case
    assert lines_so_far(case) == case.items
