# SPDX-License-Identifier: EUPL-1.2
"""The package of a request: refused while something blocks, the bytes that are kept, a new one after a correction."""

import hashlib
from pathlib import Path

import pytest

from app.actions import history
from app.actions.accession_items import add_item
from app.actions.accession_services import correct_service
from app.actions.accession_steps import StepForm, record_step
from app.actions.accessions import fill_in, show_accession
from app.actions.documents import add_document, content_of, list_documents
from app.actions.drafts import give_out
from app.actions.sending import (
    current_package,
    mark_of,
    pec_text,
    prepare_package,
    save_package,
)
from app.domain.accession_states import State, Step
from app.errors import UserError
from app.formats.exchange import read_request
from app.store import Store
from app.text import sentence, set_language
from tests.accessions import ANSWERED, REGISTERED, SENT, SIGNED
from tests.pec import CENTRE as CENTRE_PEC
from tests.sending import PDF, ready_to_sign, sent_join, sign, signed_join


def test_the_package_holds_the_request_its_acts_and_their_bytes(store: Store, tmp_path: Path) -> None:
    accession_id = signed_join(store, ("BAS-05", "PAB-01"))
    document_id, _changes = prepare_package(store, accession_id)
    target = tmp_path / "richiesta.zip"
    saved = save_package(store, accession_id, target)
    case = show_accession(store, accession_id).case
    assert saved == current_package(case)
    assert saved.id == document_id
    assert saved.name == "adesione_CST_Lecce_v1_2026-11-23.zip"
    assert (saved.kind, saved.origin, saved.item_key) == ("package", "package", "sending")
    assert hashlib.sha256(target.read_bytes()).hexdigest() == saved.sha256
    package = read_request(target)
    assert package.manifest_sha256 == case.accession.package_sha256
    assert (package.data.reference, package.data.revision) == (case.accession.reference, 1)
    assert [service.code for service in package.data.services] == [one.code for one in case.requested]
    assert [document.kind for document in package.data.documents] == ["request", "resolution"]
    signed = case.signed_copy("request")
    assert signed is not None
    assert package.read(package.data.documents[0].file) == content_of(store, signed.id)
    assert package.read(package.data.documents[1].file) == PDF


def test_the_checks_are_those_of_the_sending(store: Store) -> None:
    accession_id = ready_to_sign(store)
    assert "signature.none" in {finding.code for finding in show_accession(store, accession_id).findings}
    sign(store, accession_id)
    assert not {finding.code for finding in show_accession(store, accession_id).findings} & {"signature.none"}


def test_nothing_is_prepared_while_a_block_stands_unless_set_aside_with_a_reason(store: Store) -> None:
    accession_id = signed_join(store)
    fill_in(store, accession_id, show_accession(store, accession_id).accession.version, signer_name="Ugo Neri")
    codes = ("signer.not_representative", "signature.other_signer")
    before = (list_documents(store), len(history.list_history(store)))
    with pytest.raises(UserError, match=r"accession\.blocked") as caught:
        prepare_package(store, accession_id)
    assert caught.value.params["codes"] == ", ".join(codes)
    with pytest.raises(UserError, match=r"accession\.override_without_reason"):
        prepare_package(store, accession_id, overridden=codes)
    assert (list_documents(store), len(history.list_history(store))) == before
    prepare_package(store, accession_id, overridden=codes, reason="Vicesindaco reggente")
    package = current_package(show_accession(store, accession_id).case)
    assert package is not None
    assert package.note == "signer.not_representative, signature.other_signer: Vicesindaco reggente"


def test_the_signature_is_recorded_before_and_nothing_changes_once_it_left(store: Store) -> None:
    accession_id = ready_to_sign(store)
    sign(store, accession_id)
    with pytest.raises(UserError, match=r"accession\.not_signed_yet"):
        prepare_package(store, accession_id)
    record_step(store, accession_id, Step.SIGN, StepForm(SIGNED))
    prepare_package(store, accession_id)
    record_step(store, accession_id, Step.SEND, StepForm(SENT, number="1"))
    with pytest.raises(UserError, match=r"accession\.package_sent"):
        prepare_package(store, accession_id)


def test_one_step_back_takes_the_package_away(store: Store) -> None:
    accession_id = signed_join(store)
    prepare_package(store, accession_id)
    history.undo_last(store)
    case = show_accession(store, accession_id).case
    assert (current_package(case), case.accession.package_sha256) == (None, "")
    history.redo_last(store)
    assert current_package(show_accession(store, accession_id).case) is not None


def test_a_correction_makes_a_second_version_and_keeps_the_first(store: Store, tmp_path: Path) -> None:
    accession_id = sent_join(store)
    first = current_package(show_accession(store, accession_id).case)
    assert first is not None
    record_step(store, accession_id, Step.CORRECT, StepForm(SENT, reason="Quantità sbagliata"))
    for ask in (pec_text, prepare_package):
        with pytest.raises(UserError):
            ask(store, accession_id)
    give_out(store, accession_id, "domanda_adesione", "pdf")
    sign(store, accession_id)
    record_step(store, accession_id, Step.SIGN, StepForm(SENT))
    prepare_package(store, accession_id)
    second = save_package(store, accession_id, tmp_path / "v2.zip")
    package = read_request(tmp_path / "v2.zip").data
    assert (package.revision, package.note) == (2, "Quantità sbagliata")
    assert [document.kind for document in package.documents] == ["request", "resolution"]
    assert {first.id, second.id} <= {document.id for document in list_documents(store, accession_id)}
    assert "_v2_" in second.name


def test_the_additions_travel_in_a_package_of_the_next_number(store: Store, tmp_path: Path) -> None:
    accession_id = sent_join(store)
    record_step(store, accession_id, Step.REGISTER, StepForm(REGISTERED, number="88110"))
    record_step(store, accession_id, Step.ASK_ADDITIONS, StepForm(ANSWERED, reason="Manca la delega"))
    add_document(store, PDF, "parere.pdf", kind="other", accession_id=accession_id, item_key="outcome")
    prepare_package(store, accession_id)
    assert show_accession(store, accession_id).accession.revision == 2
    assert pec_text(store, accession_id).subject.startswith("Comune di Aprica - Integrazioni")
    save_package(store, accession_id, tmp_path / "v2.zip")
    package = read_request(tmp_path / "v2.zip").data
    assert [document.kind for document in package.documents] == ["request", "resolution", "other"]
    record_step(store, accession_id, Step.SUPPLY_ADDITIONS, StepForm(ANSWERED, number="4600"))
    assert show_accession(store, accession_id).accession.state is State.UNDER_REVIEW
    with pytest.raises(UserError, match=r"accession\.package_sent"):
        prepare_package(store, accession_id)


def test_the_text_of_the_message_is_ready_to_copy(store: Store) -> None:
    accession_id = signed_join(store)
    with pytest.raises(UserError, match=r"accession\.no_package"):
        pec_text(store, accession_id)
    prepare_package(store, accession_id)
    case = show_accession(store, accession_id).case
    package = current_package(case)
    assert package is not None
    text = pec_text(store, accession_id)
    assert (text.to, text.attachment) == (CENTRE_PEC, package.name)
    assert mark_of(case.accession) in text.subject
    assert "\n" not in text.subject
    for words in (
        case.accession.reference, package.name, package.sha256, "deliberazione n. 31 del 20/09/2026",
        "- Domanda di adesione firmata", "- Delibera n. 31 del 20/09/2026", "Carla Verdi",
    ):  # fmt: skip
        assert words in text.body, words
    set_language("en")
    assert pec_text(store, accession_id) == text


def test_the_package_bears_the_protocol_of_its_sending(store: Store) -> None:
    accession_id = sent_join(store)
    case = show_accession(store, accession_id).case
    package = current_package(case)
    assert package is not None
    assert (package.protocol_number, package.protocol_on) == ("4512/2026", SENT)
    assert case.steps[-1].document_id == package.id
    history.undo_last(store)
    undone = current_package(show_accession(store, accession_id).case)
    assert undone is not None
    assert (undone.protocol_number, undone.protocol_on) == ("", None)


def test_a_file_that_went_missing_is_told_and_nothing_is_written(store: Store) -> None:
    accession_id = signed_join(store)
    add_item(store, accession_id, "Una riga")
    signed = show_accession(store, accession_id).case.signed_copy("request")
    assert signed is not None
    place = store.path.parent / "documents" / store.path.stem / signed.sha256[:2] / signed.sha256
    place.write_bytes(b"altro")
    with pytest.raises(UserError, match=r"document\.file_changed"):
        prepare_package(store, accession_id)
    assert show_accession(store, accession_id).accession.package_sha256 == ""


def test_a_text_too_long_for_the_package_is_told_by_the_name_of_its_field(store: Store) -> None:
    accession_id = signed_join(store)
    version = show_accession(store, accession_id).accession.version
    fill_in(store, accession_id, version, contact_name="Carla " * 60)
    before = list_documents(store)
    with pytest.raises(UserError) as told:
        prepare_package(store, accession_id)
    assert "«Chi segue la richiesta»" in sentence(told.value)
    assert list_documents(store) == before


def test_services_changed_after_the_request_was_signed_stop_it_before_the_signature_is_recorded(store: Store) -> None:
    accession_id = ready_to_sign(store)
    sign(store, accession_id)
    found = "signature.services_changed"
    assert found not in {finding.code for finding in show_accession(store, accession_id).findings}
    (service,) = (one for one in show_accession(store, accession_id).case.requested if one.code == "BAS-05")
    correct_service(store, service.id, service.version, note="Visto con l'ufficio")
    assert found not in {finding.code for finding in show_accession(store, accession_id).findings}
    (service,) = (one for one in show_accession(store, accession_id).case.requested if one.code == "BAS-05")
    correct_service(store, service.id, service.version, quantity=12, unit="caselle")
    assert found in {finding.code for finding in show_accession(store, accession_id).findings}
    give_out(store, accession_id, "domanda_adesione", "pdf")
    sign(store, accession_id)
    assert found not in {finding.code for finding in show_accession(store, accession_id).findings}
