# SPDX-License-Identifier: EUPL-1.2
"""An answer is shown, then taken in whole; whatever is not the answer to what we sent leaves the store as it was."""

import itertools
import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.actions import history
from app.actions.accession_steps import StepForm, record_step
from app.actions.accessions import fill_in, show_accession
from app.actions.answers import apply_answer, read_answer_file
from app.actions.documents import content_of, list_documents
from app.actions.sending import prepare_package
from app.domain.accession_states import State, Step
from app.domain.accessions import AccessionId
from app.domain.exchange import Outcome, ProtocolNumber
from app.errors import UserError
from app.formats.signing_keys import new_key
from app.store import Store, keys
from app.text import action_title
from app.text.exchange_words import outcome_label
from tests.accessions import ANSWERED, ENDS, REGISTERED, SENT, STARTS
from tests.answers import AGREEMENT, PlayedCentre, grant
from tests.packages import mutants
from tests.sending import sent_join, signed_join


@pytest.fixture
def accession_id(store: Store) -> AccessionId:
    return sent_join(store, ("BAS-05", "PAB-01"))


@pytest.fixture
def centre(store: Store, accession_id: AccessionId, tmp_path: Path) -> PlayedCentre:
    return PlayedCentre(store, accession_id, tmp_path)


def everything(store: Store) -> object:
    """All that an answer could change."""
    with store.read() as session:
        pinned = keys.list_keys(session)
    accessions = [show_accession(store, document.accession_id).case for document in list_documents(store)[:1]]  # type: ignore[arg-type] # it is of a procedure
    return accessions, list_documents(store), pinned, history.list_history(store)


def kept_files(store: Store) -> list[str]:
    """The names of all attachments."""
    return sorted(file.name for file in store.path.parent.glob("documents/**/*") if file.is_file())


def refused(store: Store, file: Path, code: str, pin_fingerprint: str = "") -> None:
    before = (everything(store), kept_files(store))
    with pytest.raises(UserError) as caught:
        apply_answer(store, file, pin_fingerprint=pin_fingerprint)
    assert caught.value.code == code
    assert (everything(store), kept_files(store)) == before


def test_an_answer_is_shown_before_it_changes_anything(
    store: Store, accession_id: AccessionId, centre: PlayedCentre
) -> None:
    before = everything(store)
    file = centre.answer("additions", answer_by=date(2026, 12, 4), services=grant("BAS-05", refused=("PAB-01",)))
    preview = read_answer_file(store, file)
    assert everything(store) == before
    assert preview.accession.id == accession_id
    assert (preview.before, preview.after) == (State.SENT, State.ADDITIONS)
    assert preview.steps == (Step.REGISTER, Step.ASK_ADDITIONS)
    assert (preview.days_left, preview.answer.text) == (11, "Manca la delega")
    assert preview.refused_services == ("PAB-01",)
    assert preview.service_names["PAB-01"] == "Incassi con pagoPA"
    assert (preview.is_key_known, preview.key.fingerprint) == (False, centre.fingerprint)
    assert preview.new_term == (None, None)


def test_the_key_is_taken_once_it_was_compared_and_then_known(
    store: Store, accession_id: AccessionId, centre: PlayedCentre
) -> None:
    file = centre.answer("registered")
    refused(store, file, "answer.unknown_key")
    refused(store, file, "answer.fingerprint_differs", pin_fingerprint=new_key().public.fingerprint)
    apply_answer(store, file, pin_fingerprint=centre.fingerprint.lower().replace(" ", ""))
    with store.read() as session:
        (pinned,) = keys.pinned_keys(session)
    assert (pinned.key, pinned.centre_codes) == (centre.key.public, ("CST-LECCE",))
    assert pinned.publisher == show_accession(store, accession_id).accession.lead_authority
    second = centre.answer("accepted")
    assert read_answer_file(store, second).is_key_known
    apply_answer(store, second)
    assert show_accession(store, accession_id).accession.state is State.ACCEPTED


def test_a_whole_exchange_leads_to_the_active_membership(
    store: Store, accession_id: AccessionId, centre: PlayedCentre
) -> None:
    apply_answer(store, centre.answer("registered"), pin_fingerprint=centre.fingerprint)
    apply_answer(store, centre.answer("additions", answer_by=date(2026, 12, 4)))
    asked = show_accession(store, accession_id).case.last(Step.ASK_ADDITIONS)
    assert asked is not None
    assert (asked.reason, asked.answer_by) == ("Manca la delega", date(2026, 12, 4))
    prepare_package(store, accession_id)
    record_step(store, accession_id, Step.SUPPLY_ADDITIONS, StepForm(ANSWERED, number="4600"))
    services = grant("BAS-05", "BAS-01", refused=("PAB-01",))
    apply_answer(store, centre.answer("accepted", services=services))
    apply_answer(store, centre.countersign())
    view = show_accession(store, accession_id)
    assert view.accession.state is State.ACTIVE
    assert (view.accession.starts_on, view.accession.ends_on) == (STARTS, ENDS)
    assert view.accession.terms_source == "Risposta del centro n. 88110 del 20/11/2026"
    assert view.accession.answer_sequence == 4
    told = {service.code: service.answer for service in view.case.services}
    assert (told["BAS-05"], told["PAB-01"]) == ("accepted", "refused")
    registered = view.case.last(Step.REGISTER)
    assert registered is not None
    assert (registered.on, registered.number) == (REGISTERED, "88110")
    assert [step.document_id is not None for step in view.case.steps[-2:]] == [True, True]


def test_the_package_and_its_files_are_kept_as_they_came(
    store: Store, accession_id: AccessionId, centre: PlayedCentre
) -> None:
    file = centre.countersign()
    apply_answer(store, file, pin_fingerprint=centre.fingerprint)
    package, agreement = list_documents(store, accession_id)[-2:]
    assert content_of(store, package.id) == file.read_bytes()
    assert (package.kind, package.origin, package.item_key) == ("answer", "received", "start")
    assert (package.protocol_number, package.protocol_on) == ("88110", REGISTERED)
    assert content_of(store, agreement.id) == AGREEMENT
    assert (agreement.kind, agreement.name, agreement.item_key) == ("countersigned", "convenzione.pdf", "start")
    steps = show_accession(store, accession_id).case.steps[-3:]
    assert [step.step for step in steps] == [Step.REGISTER, Step.ACCEPT, Step.COUNTERSIGN]


def test_all_of_an_answer_is_one_action_undone_and_done_again(
    store: Store, accession_id: AccessionId, centre: PlayedCentre
) -> None:
    before = show_accession(store, accession_id).case
    entries = len(history.list_history(store))
    apply_answer(store, centre.countersign(), pin_fingerprint=centre.fingerprint)
    assert len(history.list_history(store)) == entries + 1
    after = show_accession(store, accession_id).case
    history.undo_last(store)
    undone = show_accession(store, accession_id).case
    assert replace(undone, accession=before.accession, services=before.services) == before
    assert (undone.accession.state, undone.accession.answer_sequence) == (State.SENT, 0)
    with store.read() as session:
        assert len(keys.list_keys(session)) == 1  # what was compared stays compared
    history.redo_last(store)
    assert show_accession(store, accession_id).case == after


def test_a_replayed_answer_changes_nothing(store: Store, centre: PlayedCentre) -> None:
    first = centre.answer("registered")
    apply_answer(store, first, pin_fingerprint=centre.fingerprint)
    refused(store, first, "answer.replayed")
    apply_answer(store, centre.answer("accepted"))
    refused(store, first, "answer.replayed")


def test_an_answer_that_is_not_to_this_request_changes_nothing(store: Store, centre: PlayedCentre) -> None:
    apply_answer(store, centre.answer("registered"), pin_fingerprint=centre.fingerprint)
    good = centre.data("accepted")
    wrong = {
        "answer.foreign": replace(good, reference="0" * 32),
        "answer.other_revision": replace(good, revision=2),
        "answer.other_request": replace(good, request_sha256="0" * 64),
        "answer.jump": replace(good, sequence=5000),
        "answer.in_future": replace(good, on=date(2026, 11, 24), issued_at=good.issued_at),
    }
    for code, data in wrong.items():
        refused(store, centre.write(data), code)
    other_centre = replace(good, centre=replace(good.centre, code="CIT-BRESCIA"))
    refused(store, centre.write(other_centre), "answer.foreign")
    refused(store, centre.write(replace(good, on=good.on - timedelta(days=60))), "answer.before_last_step")


def test_an_answer_of_another_key_changes_nothing(
    store: Store, accession_id: AccessionId, centre: PlayedCentre, tmp_path: Path
) -> None:
    stranger = PlayedCentre(store, accession_id, tmp_path / "..")
    apply_answer(store, centre.answer("registered"), pin_fingerprint=centre.fingerprint)
    file = tmp_path / "straniera.zip"
    file.write_bytes(stranger.write(centre.data("accepted")).read_bytes())
    refused(store, file, "answer.wrong_key")
    refused(store, file, "answer.wrong_key", pin_fingerprint=stranger.fingerprint)
    with store.write("example.filled") as session:
        keys.revoke_key(session, centre.key.public.key_id)
    refused(store, centre.answer("accepted"), "answer.revoked_key")


def test_a_key_taken_for_other_centres_is_compared_again(store: Store, centre: PlayedCentre) -> None:
    with store.write("example.filled") as session:
        keys.pin_key(session, centre.key.public, "Comune di Lecce", ("CST-LECCO",), store.now())
    file = centre.answer("registered")
    assert not read_answer_file(store, file).is_key_known
    refused(store, file, "answer.unknown_key")
    apply_answer(store, file, pin_fingerprint=centre.fingerprint)
    with store.read() as session:
        (pinned,) = keys.pinned_keys(session)
    assert pinned.centre_codes == ("CST-LECCO", "CST-LECCE")


def test_no_mutant_of_a_good_answer_touches_the_store(store: Store, centre: PlayedCentre, tmp_path: Path) -> None:
    good = centre.countersign().read_bytes()
    other = centre.answer("registered").read_bytes()
    before = (store.path.read_bytes(), kept_files(store))
    spoilt = tmp_path / "rotta.zip"
    for how, mutant in itertools.islice(mutants(good, other, random.Random(18)), 200):
        spoilt.write_bytes(mutant)
        with pytest.raises(UserError):
            apply_answer(store, spoilt, pin_fingerprint=centre.fingerprint)
        assert store.path.read_bytes() == before[0], how
    assert kept_files(store) == before[1]
    with pytest.raises(UserError, match=r"document\.missing"):
        read_answer_file(store, tmp_path / "manca.zip")
    spoilt.write_bytes(good)
    apply_answer(store, spoilt, pin_fingerprint=centre.fingerprint)


def test_only_the_file_that_was_shown_is_applied(store: Store, centre: PlayedCentre) -> None:
    file = centre.answer("registered")
    seen = read_answer_file(store, file).sha256
    file.write_bytes(centre.answer("accepted").read_bytes())
    before = everything(store)
    with pytest.raises(UserError, match=r"answer\.other_file"):
        apply_answer(store, file, pin_fingerprint=centre.fingerprint, seen_sha256=seen)
    assert everything(store) == before


def test_a_countersignature_without_its_term_is_refused_until_the_clerk_typed_it(
    store: Store, accession_id: AccessionId, centre: PlayedCentre
) -> None:
    apply_answer(store, centre.answer("accepted"), pin_fingerprint=centre.fingerprint)
    bare = centre.countersign(agreement=None)
    assert read_answer_file(store, bare).lacks_term
    refused(store, bare, "accession.no_term")
    version = show_accession(store, accession_id).accession.version
    fill_in(store, accession_id, version, starts_on=STARTS, ends_on=ENDS, terms_source="Convenzione")
    assert not read_answer_file(store, bare).lacks_term
    apply_answer(store, bare)
    accession = show_accession(store, accession_id).accession
    assert (accession.state, accession.terms_source) == (State.ACTIVE, "Convenzione")


def test_before_the_sending_is_recorded_no_answer_is_taken(store: Store, tmp_path: Path) -> None:
    accession_id = signed_join(store)
    prepare_package(store, accession_id)
    centre = PlayedCentre(store, accession_id, tmp_path)
    refused(store, centre.answer("accepted"), "answer.not_sent", pin_fingerprint=centre.fingerprint)


def test_an_answer_older_than_the_last_step_is_told_when_it_is_looked_at(store: Store, centre: PlayedCentre) -> None:
    early = centre.answer("registered", on=date(2026, 11, 2), protocol=ProtocolNumber("88110", None))
    with pytest.raises(UserError) as told:
        read_answer_file(store, early)
    assert (told.value.code, told.value.params["last"]) == ("answer.before_last_step", SENT)
    refused(store, early, "answer.before_last_step", pin_fingerprint=centre.fingerprint)


def test_what_was_refused_is_granted_by_an_acceptance_alone(
    store: Store, accession_id: AccessionId, centre: PlayedCentre
) -> None:
    refusing = centre.answer("accepted", services=grant("BAS-05", refused=("PAB-01",)))
    apply_answer(store, refusing, pin_fingerprint=centre.fingerprint)
    last = centre.countersign(services=grant("BAS-05", "PAB-01"))
    preview = read_answer_file(store, last)
    assert preview.refused_services == ("PAB-01",)
    assert preview.service_standing("PAB-01") == ("refused", "accepted", "refused")
    apply_answer(store, last)
    view = show_accession(store, accession_id)
    assert view.accession.state is State.ACTIVE
    assert {one.code: one.answer for one in view.case.services}["PAB-01"] == "refused"


def test_an_acceptance_that_names_the_service_grants_it_and_the_preview_says_so(
    store: Store, accession_id: AccessionId, centre: PlayedCentre
) -> None:
    refusing = centre.answer("accepted", services=grant("BAS-05", refused=("PAB-01",)))
    apply_answer(store, refusing, pin_fingerprint=centre.fingerprint)
    granting = centre.answer("accepted", services=grant("PAB-01"))
    assert read_answer_file(store, granting).service_standing("PAB-01") == ("refused", "accepted", "accepted")
    apply_answer(store, granting)
    told = {one.code: one.answer for one in show_accession(store, accession_id).case.services}
    assert (told["BAS-05"], told["PAB-01"]) == ("accepted", "accepted")


@pytest.mark.parametrize("outcome", ["registered", "additions", "rejection_notice", "accepted", "rejected"])
def test_the_history_says_what_was_answered(store: Store, centre: PlayedCentre, outcome: Outcome) -> None:
    apply_answer(store, centre.answer(outcome), pin_fingerprint=centre.fingerprint)
    entry = history.list_history(store)[0]
    told = action_title(entry.title, entry.params)
    assert told == f"Risposta n. 1 di CST del Comune di Lecce: {outcome_label(outcome).lower()}"
