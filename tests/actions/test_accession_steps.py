# SPDX-License-Identifier: EUPL-1.2
"""Recording that a procedure moved on, and what is refused because its ground is not there."""

from datetime import date

import pytest

from app.actions import history
from app.actions.accession_opening import open_accession
from app.actions.accession_steps import StepForm, record_step
from app.actions.accessions import fill_in, show_accession
from app.domain.accession_states import Kind, State, Step
from app.errors import UserError
from app.store import Store
from app.store import accessions as statements
from tests.accessions import ANSWERED, CENTRE, REGISTERED, SENT, carry, open_join


def state_of(store: Store, accession_id: int) -> State:
    return show_accession(store, accession_id).accession.state  # type: ignore[arg-type] # the id is one of ours


def test_every_step_is_written_with_its_day_and_undone_alone(store: Store) -> None:
    accession = carry(store, open_join(store), State.ACTIVE)
    steps = show_accession(store, accession.id).case.steps
    assert [step.to_state for step in steps] == [
        State.PROPOSED,
        State.RESOLVED,
        State.ENFORCEABLE,
        State.SIGNED,
        State.SENT,
        State.UNDER_REVIEW,
        State.ACCEPTED,
        State.ACTIVE,
    ]
    assert (steps[4].number, steps[4].number_on, steps[4].on) == ("4512/2026", SENT, SENT)
    history.undo_last(store)
    assert state_of(store, accession.id) is State.ACCEPTED
    assert len(show_accession(store, accession.id).case.steps) == 7
    history.redo_last(store)
    assert state_of(store, accession.id) is State.ACTIVE


def test_additions_and_a_warning_come_back_to_the_review(store: Store) -> None:
    accession = carry(store, open_join(store), State.UNDER_REVIEW)
    asked = StepForm(ANSWERED, reason="Manca il parere contabile", answer_by=date(2026, 12, 4))
    record_step(store, accession.id, Step.ASK_ADDITIONS, asked)
    assert show_accession(store, accession.id).case.last(Step.ASK_ADDITIONS).answer_by == date(2026, 12, 4)  # type: ignore[union-attr] # it was taken
    by_hand = StepForm(ANSWERED, number="4600", reason="Consegnate a mano", overridden=("additions.no_package",))
    record_step(store, accession.id, Step.SUPPLY_ADDITIONS, by_hand)
    record_step(store, accession.id, Step.WARN_REJECTION, StepForm(ANSWERED, reason="Altro organo"))
    record_step(store, accession.id, Step.ANSWER_WARNING, StepForm(ANSWERED))
    assert state_of(store, accession.id) is State.UNDER_REVIEW
    record_step(store, accession.id, Step.REJECT, StepForm(ANSWERED, reason="Fuori bacino"))
    assert state_of(store, accession.id) is State.REJECTED
    assert open_join(store) != accession.id  # a new request is allowed


@pytest.mark.parametrize(
    ("state", "step", "form", "code"),
    [
        (State.DRAFT, Step.SEND, StepForm(SENT, number="1"), "accession.step_not_now"),
        (State.ACTIVE, Step.GIVE_NOTICE, StepForm(ANSWERED), "accession.step_not_now"),
        (State.DRAFT, Step.PROPOSE, StepForm(date(2026, 12, 24)), "accession.step_in_future"),
        (State.PROPOSED, Step.RESOLVE, StepForm(date(2026, 8, 1), number="31"), "accession.step_before_last"),
        (State.PROPOSED, Step.RESOLVE, StepForm(date(2026, 9, 21), number="31"), "accession.day_of_the_act"),
        (State.RESOLVED, Step.ENFORCE, StepForm(date(2026, 9, 25)), "accession.not_enforceable_yet"),
        (State.SIGNED, Step.SEND, StepForm(SENT), "accession.number_missing"),
        (
            State.SIGNED,
            Step.SEND,
            StepForm(SENT, number="1", overridden=("request.old",)),
            "accession.override_without_reason",
        ),
    ],
)
def test_a_step_without_its_ground_is_refused(
    store: Store, state: State, step: Step, form: StepForm, code: str
) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, state)
    entries = len(history.list_history(store))
    with pytest.raises(UserError, match=code.replace(".", r"\.")):
        record_step(store, accession_id, step, form)
    assert state_of(store, accession_id) is state
    assert len(history.list_history(store)) == entries


def test_nothing_is_sent_while_a_block_stands_unless_it_is_set_aside_with_a_reason(store: Store) -> None:
    accession = carry(store, open_join(store), State.SIGNED)
    accession = show_accession(store, accession.id).accession
    fill_in(store, accession.id, accession.version, signer_name="Ugo Neri")
    with pytest.raises(UserError, match=r"accession\.blocked") as caught:
        record_step(store, accession.id, Step.SEND, StepForm(SENT, number="1"))
    assert caught.value.params["codes"] == "signer.not_representative, signature.other_signer"
    form = StepForm(
        SENT,
        number="1",
        reason="Vicesindaco reggente, atto allegato",
        overridden=("signer.not_representative", "signature.other_signer"),
    )
    record_step(store, accession.id, Step.SEND, form)
    assert show_accession(store, accession.id).case.steps[-1].overridden == form.overridden


def test_nothing_is_sent_without_a_package(store: Store) -> None:
    accession = carry(store, open_join(store), State.SIGNED)
    with store.write("example.filled") as session:
        statements.change_accession(session, accession.id, None, package_sha256="")
    with pytest.raises(UserError, match=r"accession\.no_package"):
        record_step(store, accession.id, Step.SEND, StepForm(SENT, number="1"))


def test_a_correction_is_a_new_version_that_is_signed_again(store: Store) -> None:
    accession = carry(store, open_join(store), State.UNDER_REVIEW)
    record_step(store, accession.id, Step.CORRECT, StepForm(REGISTERED, reason="Quantità sbagliata"))
    corrected = show_accession(store, accession.id).accession
    assert (corrected.state, corrected.revision, corrected.package_sha256) == (State.ENFORCEABLE, 2, "")
    steps = show_accession(store, accession.id).case.steps
    assert [step.revision for step in steps][-2:] == [1, 1]


def test_it_is_active_only_with_the_term_of_the_agreement(store: Store) -> None:
    accession = carry(store, open_join(store), State.ACCEPTED)
    fill_in(store, accession.id, show_accession(store, accession.id).accession.version, ends_on=None)
    with pytest.raises(UserError, match=r"accession\.no_term"):
        record_step(store, accession.id, Step.COUNTERSIGN, StepForm(ANSWERED))


def test_a_renewal_that_comes_through_ends_the_membership_before_it(store: Store) -> None:
    member = carry(store, open_join(store), State.ACTIVE)
    renewal, _changes = open_accession(store, CENTRE, Kind.RENEWAL, of_accession_id=member.id)
    carry(store, renewal, State.ACTIVE)
    assert [state_of(store, one) for one in (renewal, member.id)] == [State.ACTIVE, State.EXPIRED]


def test_a_renewal_that_is_rejected_leaves_the_membership_as_it_was(store: Store) -> None:
    member = carry(store, open_join(store), State.ACTIVE)
    renewal, _changes = open_accession(store, CENTRE, Kind.RENEWAL, of_accession_id=member.id)
    carry(store, renewal, State.UNDER_REVIEW)
    record_step(store, renewal, Step.REJECT, StepForm(ANSWERED, reason="Tardi"))
    assert state_of(store, member.id) is State.ACTIVE
