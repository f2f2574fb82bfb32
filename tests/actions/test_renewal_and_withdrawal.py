# SPDX-License-Identifier: EUPL-1.2
"""Renewing and leaving are procedures like the first one, and the membership moves with them."""

from datetime import date
from pathlib import Path

import pytest

from app.actions import history
from app.actions.accession_cases import at_day
from app.actions.accession_opening import open_accession, remove_accession
from app.actions.accession_steps import StepForm, record_step
from app.actions.accessions import fill_in, show_accession
from app.actions.answers import apply_answer, read_answer_file
from app.actions.drafts import draft_keys, prepare_draft
from app.actions.sending import current_package, pec_text, save_package
from app.domain.accession_dates import duties
from app.domain.accession_states import Kind, State, Step
from app.domain.accessions import AccessionId
from app.domain.exchange import AgreementTerm, Outcome
from app.errors import UserError
from app.formats.exchange import read_request
from app.formats.signing_keys import new_key
from app.store import Store
from tests.accessions import ENDS, SENT, STARTS
from tests.answers import PlayedCentre
from tests.sending import make_ready, send, sent_join

NEW_START, NEW_END = date(2037, 1, 1), date(2046, 12, 31)
KEY = new_key()  # the centre has one for all that it answers


@pytest.fixture
def membership(store: Store, tmp_path: Path) -> AccessionId:
    """An active membership that runs to the end of 2036, with six months of notice."""
    accession_id = sent_join(store, ("BAS-05", "PAB-01"))
    centre = PlayedCentre(store, accession_id, tmp_path, KEY)
    apply_answer(store, centre.countersign(), pin_fingerprint=centre.fingerprint)
    version = show_accession(store, accession_id).accession.version
    fill_in(store, accession_id, version, notice_months=6, renewal_months=12)
    return accession_id


def state_of(store: Store, accession_id: AccessionId) -> State:
    return show_accession(store, accession_id).accession.state


def begin(store: Store, kind: Kind, membership: AccessionId) -> AccessionId:
    accession_id, _changes = open_accession(store, "CST-LECCE", kind, of_accession_id=membership)
    return accession_id


def days(store: Store, accession_id: AccessionId) -> dict[str, date]:
    return {duty.key: duty.on for duty in show_accession(store, accession_id).duties}


def test_a_membership_has_its_windows_among_its_days(store: Store, membership: AccessionId) -> None:
    assert days(store, membership) == {
        "starts": STARTS,
        "concession_ends": date(2032, 3, 15),  # of the centre, before the membership
        "renewal_opens": date(2035, 12, 31),
        "notice_last": date(2036, 6, 30),
        "renewal_reminder": date(2035, 12, 31),
        "notice_reminder": date(2035, 6, 30),
        "ends": ENDS,
    }
    case = show_accession(store, membership).case
    late = {duty.key for duty in duties(at_day(case, date(2036, 9, 1)))}
    assert "notice_last" not in late  # the day to give notice has passed
    assert "ends" in late


def test_a_renewal_ends_in_a_new_membership_and_closes_the_old_one(
    store: Store, membership: AccessionId, tmp_path: Path
) -> None:
    renewal = begin(store, Kind.RENEWAL, membership)
    assert state_of(store, membership) is State.RENEWING
    asked = {service.code for service in show_accession(store, renewal).case.requested}
    assert asked == {service.code for service in show_accession(store, membership).case.requested}
    assert draft_keys(show_accession(store, renewal).case)[0] == "proposta_delibera_rinnovo"
    make_ready(store, renewal)
    send(store, renewal)
    save_package(store, renewal, tmp_path / "rinnovo.zip")
    assert read_request(tmp_path / "rinnovo.zip").data.kind == "renewal"
    centre = PlayedCentre(store, renewal, tmp_path, KEY)
    answer = centre.countersign(agreement=AgreementTerm(NEW_START, NEW_END))
    preview = read_answer_file(store, answer)
    assert (preview.after, preview.new_term) == (State.ACTIVE, (NEW_START, NEW_END))
    apply_answer(store, answer)
    assert (state_of(store, renewal), state_of(store, membership)) == (State.ACTIVE, State.EXPIRED)
    assert show_accession(store, renewal).accession.ends_on == NEW_END
    assert days(store, membership) == {}
    history.undo_last(store)
    assert (state_of(store, renewal), state_of(store, membership)) == (State.SENT, State.RENEWING)
    history.redo_last(store)
    assert (state_of(store, renewal), state_of(store, membership)) == (State.ACTIVE, State.EXPIRED)


def test_a_renewal_that_is_refused_or_dropped_leaves_the_membership_as_it_was(
    store: Store, membership: AccessionId, tmp_path: Path
) -> None:
    dropped = begin(store, Kind.RENEWAL, membership)
    remove_accession(store, dropped)
    assert state_of(store, membership) is State.ACTIVE
    refused = begin(store, Kind.RENEWAL, membership)
    make_ready(store, refused)
    send(store, refused)
    centre = PlayedCentre(store, refused, tmp_path, KEY)
    apply_answer(store, centre.answer("rejected"))
    assert (state_of(store, refused), state_of(store, membership)) == (State.REJECTED, State.ACTIVE)
    again = begin(store, Kind.RENEWAL, membership)
    assert state_of(store, again) is State.DRAFT


def test_a_withdrawal_gives_notice_and_then_both_end(store: Store, membership: AccessionId, tmp_path: Path) -> None:
    leaving = begin(store, Kind.WITHDRAWAL, membership)
    assert state_of(store, membership) is State.ACTIVE  # nothing was said to the centre yet
    version = show_accession(store, leaving).accession.version
    fill_in(store, leaving, version, purpose="Servizi in proprio")
    letter = prepare_draft(store, leaving, "lettera_recesso", "odt")
    assert letter.name.startswith("lettera_recesso_CST_Lecce_v1_")
    make_ready(store, leaving, "lettera_recesso")
    send(store, leaving)
    package = current_package(show_accession(store, leaving).case)
    assert package is not None
    assert package.name.startswith("recesso_CST_Lecce_v1_")
    assert "Recesso da" in pec_text(store, leaving).subject
    centre = PlayedCentre(store, leaving, tmp_path, KEY)
    with pytest.raises(UserError, match=r"answer\.not_of_a_withdrawal"):
        read_answer_file(store, centre.answer("rejected"))
    apply_answer(store, centre.answer("registered"))
    assert (state_of(store, leaving), state_of(store, membership)) == (State.WITHDRAWING, State.WITHDRAWING)
    assert days(store, membership) == {"notice_ends": date(2027, 5, 20)}
    record_step(store, leaving, Step.CEASE, StepForm(date(2026, 11, 23), reason="Servizi passati"))
    assert (state_of(store, leaving), state_of(store, membership)) == (State.CEASED, State.CEASED)
    history.undo_last(store)
    assert (state_of(store, leaving), state_of(store, membership)) == (State.WITHDRAWING, State.WITHDRAWING)


def test_the_delivery_of_a_notice_may_be_recorded_by_hand(store: Store, membership: AccessionId) -> None:
    leaving = begin(store, Kind.WITHDRAWAL, membership)
    make_ready(store, leaving, "lettera_recesso")
    send(store, leaving)
    record_step(store, leaving, Step.GIVE_NOTICE, StepForm(SENT))
    told = show_accession(store, membership).case.last(Step.GIVE_NOTICE)
    assert told is not None
    assert (told.on, told.to_state) == (SENT, State.WITHDRAWING)


def test_a_second_one_of_a_kind_waits_for_the_first(store: Store, membership: AccessionId) -> None:
    begin(store, Kind.RENEWAL, membership)
    for kind in (Kind.RENEWAL, Kind.WITHDRAWAL):
        with pytest.raises(UserError, match=r"accession\.(already_open|renewal_open)"):
            begin(store, kind, membership)


def test_what_became_of_the_membership_by_itself_does_not_stop_the_renewal(
    store: Store, membership: AccessionId, tmp_path: Path
) -> None:
    renewal = begin(store, Kind.RENEWAL, membership)
    make_ready(store, renewal)
    send(store, renewal)
    record_step(store, membership, Step.EXPIRE, StepForm(date(2026, 11, 23)))
    answer = PlayedCentre(store, renewal, tmp_path, KEY).countersign(agreement=AgreementTerm(NEW_START, NEW_END))
    apply_answer(store, answer)
    assert (state_of(store, renewal), state_of(store, membership)) == (State.ACTIVE, State.EXPIRED)


@pytest.mark.parametrize(("outcome", "after"), [("countersigned", State.EXPIRED), ("rejected", State.ACTIVE)])
def test_a_renewal_given_up_on_and_answered_all_the_same_leaves_one_membership(
    store: Store, membership: AccessionId, tmp_path: Path, outcome: Outcome, after: State
) -> None:
    renewal = begin(store, Kind.RENEWAL, membership)
    make_ready(store, renewal)
    send(store, renewal)
    record_step(store, membership, Step.GIVE_UP_RENEWAL, StepForm(date(2026, 11, 23), reason="Ripensamento"))
    centre = PlayedCentre(store, renewal, tmp_path, KEY)
    apply_answer(store, centre.answer(outcome, agreement=AgreementTerm(NEW_START, NEW_END)))
    assert state_of(store, membership) is after


def test_a_draft_of_renewal_that_is_dropped_never_brings_back_what_has_ended(
    store: Store, membership: AccessionId
) -> None:
    renewal = begin(store, Kind.RENEWAL, membership)
    record_step(store, membership, Step.EXPIRE, StepForm(date(2026, 11, 23)))
    remove_accession(store, renewal)
    assert state_of(store, membership) is State.EXPIRED


def test_a_draft_of_renewal_that_is_dropped_is_told_among_the_steps(store: Store, membership: AccessionId) -> None:
    remove_accession(store, begin(store, Kind.RENEWAL, membership))
    last = show_accession(store, membership).case.steps[-1]
    assert (last.step, last.to_state) == (Step.GIVE_UP_RENEWAL, State.ACTIVE)
    assert last.reason


def test_a_notice_arrives_though_a_renewal_was_begun_and_the_end_is_recorded_once(
    store: Store, membership: AccessionId
) -> None:
    leaving = begin(store, Kind.WITHDRAWAL, membership)
    begin(store, Kind.RENEWAL, membership)
    make_ready(store, leaving, "lettera_recesso")
    send(store, leaving)
    record_step(store, leaving, Step.GIVE_NOTICE, StepForm(SENT))
    assert state_of(store, membership) is State.WITHDRAWING
    record_step(store, membership, Step.CEASE, StepForm(date(2026, 11, 23)))
    record_step(store, leaving, Step.CEASE, StepForm(date(2026, 11, 23)))
    assert (state_of(store, leaving), state_of(store, membership)) == (State.CEASED, State.CEASED)


@pytest.mark.parametrize("kind", [Kind.RENEWAL, Kind.WITHDRAWAL])
def test_the_membership_must_be_one_with_the_same_centre(store: Store, membership: AccessionId, kind: Kind) -> None:
    with pytest.raises(UserError, match=r"accession\.of_another_centre"):
        open_accession(store, "CIT-BRESCIA", kind, of_accession_id=membership)
    assert state_of(store, membership) is State.ACTIVE
