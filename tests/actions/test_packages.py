# SPDX-License-Identifier: EUPL-1.2
"""What leaves is what the procedure says, and an answer is to what left."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.actions import history
from app.actions.accession_acts import record_with_act
from app.actions.accession_steps import StepForm, record_step
from app.actions.accessions import fill_in, show_accession
from app.actions.answers import apply_answer
from app.actions.documents import add_document, content_of, correct_document, list_documents, remove_document
from app.actions.sending import is_package_due, pec_text, prepare_package
from app.actions.workspace import Workspace
from app.domain.accession_states import State, Step
from app.domain.accessions import AccessionId
from app.errors import UserError
from app.formats.exchange import read_request
from app.store import Store
from app.text import sentence
from tests.accessions import ANSWERED, SENT
from tests.answers import PlayedCentre
from tests.conftest import open_copy
from tests.sending import PDF, sent_join, signed_join

SENDING = StepForm(SENT, number="4512/2026", number_on=SENT)


class Clock:
    """A clock that goes on by a minute whenever it is asked."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """One minute later than the last time."""
        self._now += timedelta(minutes=1)
        return self._now


@pytest.fixture
def running(tmp_path: Path, aprica_folder: Path) -> Iterator[Store]:
    """The store of Aprica with a clock that goes on."""
    folder = tmp_path / "dati"
    folder.mkdir(mode=0o700)
    opened = Workspace(folder, clock=Clock())
    yield open_copy(opened, aprica_folder)
    opened.close()


def state_of(store: Store, accession_id: AccessionId) -> State:
    return show_accession(store, accession_id).accession.state


def change(store: Store, accession_id: AccessionId) -> None:
    """Another telephone of the person to call."""
    fill_in(store, accession_id, show_accession(store, accession_id).accession.version, contact_phone="0364 1")


def test_a_package_made_before_a_change_does_not_leave(running: Store) -> None:
    accession_id = signed_join(running)
    prepare_package(running, accession_id)
    assert not is_package_due(running, accession_id)
    change(running, accession_id)
    assert is_package_due(running, accession_id)
    for record in (record_step, record_with_act):
        with pytest.raises(UserError, match=r"accession\.package_outdated") as told:
            record(running, accession_id, Step.SEND, SENDING)
        assert "{" not in sentence(told.value)
    assert state_of(running, accession_id) is State.SIGNED
    prepare_package(running, accession_id)
    record_step(running, accession_id, Step.SEND, SENDING)
    assert state_of(running, accession_id) is State.SENT


def test_what_comes_with_the_sending_is_no_change(running: Store, tmp_path: Path) -> None:
    accession_id = signed_join(running)
    prepare_package(running, accession_id)
    signed = show_accession(running, accession_id).case.signed_copy("request")
    assert signed is not None
    correct_document(running, signed.id, None, protocol_number="4512/2026", protocol_on=SENT, title="Domanda")
    add_document(running, PDF, "pec.pdf", kind="letter", accession_id=accession_id, item_key="sending")
    letter = tmp_path / "lettera.pdf"
    letter.write_bytes(PDF + b"%")
    record_with_act(running, accession_id, Step.SEND, SENDING, file=letter)
    assert state_of(running, accession_id) is State.SENT


def test_a_change_may_be_set_aside_with_a_reason(running: Store) -> None:
    accession_id = signed_join(running)
    prepare_package(running, accession_id)
    change(running, accession_id)
    form = StepForm(SENT, number="1", reason="Il telefono è cambiato dopo", overridden=("package.outdated",))
    record_step(running, accession_id, Step.SEND, form)
    assert state_of(running, accession_id) is State.SENT


def test_a_package_that_is_taken_off_is_not_the_one_to_send(running: Store) -> None:
    accession_id = signed_join(running)
    prepare_package(running, accession_id)
    change(running, accession_id)
    second, _changes = prepare_package(running, accession_id)
    remove_document(running, second)
    assert is_package_due(running, accession_id)
    with pytest.raises(UserError, match=r"accession\.no_package"):
        record_step(running, accession_id, Step.SEND, SENDING)
    third, _changes = prepare_package(running, accession_id)
    record_step(running, accession_id, Step.SEND, SENDING)
    record_step(running, accession_id, Step.CORRECT, StepForm(SENT, reason="Errore"))
    with pytest.raises(UserError, match=r"document\.(was_sent|in_use)"):
        remove_document(running, third)


def test_what_was_given_out_signed_or_packed_stays_what_it_is(running: Store) -> None:
    accession_id = signed_join(running)
    prepare_package(running, accession_id)
    case = show_accession(running, accession_id).case
    draft, signed, package = case.given_out("request"), case.signed_copy("request"), case.package
    for document in (draft, signed, package):
        assert document is not None
        for change in ({"kind": "other"}, {"accession_id": None}, {"item_key": "outcome"}):
            with pytest.raises(UserError, match=r"document\.is_settled"):
                correct_document(running, document.id, None, **change)
        correct_document(running, document.id, None, kind=document.kind, note="Resta")
    assert [doc.note for doc in list_documents(running, accession_id)].count("Resta") == 3


def test_an_answer_to_what_left_is_taken_while_the_additions_are_only_ready(running: Store, tmp_path: Path) -> None:
    accession_id = sent_join(running)
    centre = PlayedCentre(running, accession_id, tmp_path)
    apply_answer(running, centre.answer("additions"), pin_fingerprint=centre.fingerprint)
    refusal = centre.data("rejection_notice")  # to the first version, the only one that the centre has
    prepare_package(running, accession_id)
    assert show_accession(running, accession_id).accession.revision == 2
    apply_answer(running, centre.write(refusal))
    assert state_of(running, accession_id) is State.REJECTION_NOTICE
    record_step(running, accession_id, Step.ANSWER_WARNING, StepForm(ANSWERED))
    last = centre.data("accepted", revision=refusal.revision, request_sha256=refusal.request_sha256)
    apply_answer(running, centre.write(last))
    assert state_of(running, accession_id) is State.ACCEPTED


def test_an_answer_to_the_first_version_is_refused_once_the_additions_left(running: Store, tmp_path: Path) -> None:
    accession_id = sent_join(running)
    centre = PlayedCentre(running, accession_id, tmp_path)
    apply_answer(running, centre.answer("additions"), pin_fingerprint=centre.fingerprint)
    late = centre.data("accepted")
    prepare_package(running, accession_id)
    record_step(running, accession_id, Step.SUPPLY_ADDITIONS, StepForm(ANSWERED, number="4600"))
    with pytest.raises(UserError, match=r"answer\.other_revision"):
        apply_answer(running, centre.write(late))
    apply_answer(running, centre.answer("accepted"))
    assert state_of(running, accession_id) is State.ACCEPTED


def asked(store: Store) -> AccessionId:
    """A join of which the centre asked additions."""
    accession_id = sent_join(store)
    record_step(store, accession_id, Step.REGISTER, StepForm(ANSWERED, number="88110"))
    record_step(store, accession_id, Step.ASK_ADDITIONS, StepForm(ANSWERED, reason="Manca la delega"))
    return accession_id


def test_additions_leave_in_a_package_that_the_centre_does_not_have(running: Store) -> None:
    accession_id = asked(running)
    add_document(running, PDF, "parere.pdf", kind="other", accession_id=accession_id, item_key="outcome")
    with pytest.raises(UserError, match=r"accession\.no_package"):
        pec_text(running, accession_id)
    supplied = StepForm(ANSWERED, number="4600")
    for record in (record_step, record_with_act):
        with pytest.raises(UserError, match=r"accession\.additions_not_prepared") as told:
            record(running, accession_id, Step.SUPPLY_ADDITIONS, supplied)
        assert "{" not in sentence(told.value)
    prepare_package(running, accession_id)
    assert "- parere" in pec_text(running, accession_id).body
    record_step(running, accession_id, Step.SUPPLY_ADDITIONS, supplied)
    assert state_of(running, accession_id) is State.UNDER_REVIEW
    add_document(running, PDF + b"%", "altro.pdf", kind="other", accession_id=accession_id, item_key="outcome")
    assert "altro" not in pec_text(running, accession_id).body  # what is in the package, not what is there now


def test_additions_that_went_another_way_are_recorded_with_a_reason_and_without_a_package(running: Store) -> None:
    accession_id = asked(running)
    first = show_accession(running, accession_id).case.package
    form = StepForm(ANSWERED, number="4600", reason="Consegnate a mano", overridden=("additions.no_package",))
    record_step(running, accession_id, Step.SUPPLY_ADDITIONS, form)
    case = show_accession(running, accession_id).case
    supplied, sent = case.last(Step.SUPPLY_ADDITIONS), case.last(Step.SEND)
    assert supplied is not None
    assert sent is not None
    assert (supplied.document_id, case.package_of(supplied), case.package_of(sent)) == (None, None, first)


def test_no_two_packages_have_the_same_number(running: Store) -> None:
    accession_id = sent_join(running)
    history.undo_last(running)  # the sending; the file may have left all the same
    add_document(running, PDF, "parere.pdf", kind="other", accession_id=accession_id, item_key="sending")
    assert is_package_due(running, accession_id)
    second, _changes = prepare_package(running, accession_id)
    remove_document(running, second)
    prepare_package(running, accession_id)
    packages = [doc for doc in list_documents(running, accession_id) if doc.is_package]
    read = [read_request(content_of(running, doc.id)).data.revision for doc in packages]
    assert read == [1, 3]
    record_step(running, accession_id, Step.SEND, SENDING)
    record_step(running, accession_id, Step.CORRECT, StepForm(SENT, reason="Errore"))
    assert show_accession(running, accession_id).accession.revision == 4
