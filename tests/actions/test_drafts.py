# SPDX-License-Identifier: EUPL-1.2
"""Drafts are filled with what we know, and kept as they were given out."""

import io
import re
import zipfile
from datetime import date, timedelta
from decimal import Decimal

import pytest
from pypdf import PdfReader

from app.actions import history
from app.actions.accession_services import correct_service
from app.actions.accession_steps import StepForm, record_step
from app.actions.accessions import fill_in, show_accession
from app.actions.documents import content_of, show_document
from app.actions.drafts import draft_keys, give_out, prepare_draft
from app.domain.accession_states import State, Step
from app.domain.accessions import AccessionId
from app.domain.drafts import DRAFTS
from app.domain.signature_note import read_note
from app.errors import UserError
from app.formats.odt import shipped_folder
from app.store import Store
from app.text import set_language
from tests.accessions import MAYOR, carry, open_join


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


def enforceable(store: Store) -> AccessionId:
    accession_id = open_join(store)
    carry(store, accession_id, State.ENFORCEABLE)
    return accession_id


def test_the_checklist_says_which_drafts_there_are(store: Store) -> None:
    accession_id = open_join(store)
    case = show_accession(store, accession_id).case
    assert draft_keys(case) == ("proposta_delibera_consiglio", "determina", "domanda_adesione", "lettera_pec")
    fill_in(store, accession_id, case.accession.version, body="executive")
    assert draft_keys(show_accession(store, accession_id).case)[0] == "proposta_delibera_giunta"


@pytest.mark.parametrize("form", ["odt", "docx", "pdf"])
@pytest.mark.parametrize("key", ["proposta_delibera_consiglio", "determina", "domanda_adesione", "lettera_pec"])
def test_each_draft_is_filled_in_each_form(store: Store, key: str, form: str) -> None:
    prepared = prepare_draft(store, enforceable(store), key, form)
    assert prepared.name == f"{key}_CST_Lecce_v1_2026-11-23.{form}"
    if form == "pdf":
        assert "Aprica" in text_of(prepared.content)
    else:
        part = "content.xml" if form == "odt" else "word/document.xml"
        assert b"Aprica" in zipfile.ZipFile(io.BytesIO(prepared.content)).read(part)


def test_the_request_to_sign_says_what_the_procedure_says(store: Store) -> None:
    accession_id = enforceable(store)
    view = show_accession(store, accession_id)
    service = view.case.requested[-1]
    correct_service(
        store, service.id, service.version, quantity=4, unit="caselle", yearly=Decimal("120.50"),
        cost_source="Delibera n. 7/2026",
    )  # fmt: skip
    prepared = prepare_draft(store, accession_id, "domanda_adesione", "pdf")
    said = text_of(prepared.content)
    for words in (MAYOR, service.name, "4 caselle", "120,50", "Delibera n. 7/2026", "01/01/2027", "31/12/2036"):
        assert words in said, words
    assert view.accession.reference in said
    assert "BOZZA" not in said  # it goes out to be signed
    assert "BOZZA" in text_of(prepare_draft(store, accession_id, "determina", "pdf").content)


def test_what_is_not_known_stays_in_sight(store: Store) -> None:
    prepared = prepare_draft(store, open_join(store), "domanda_adesione", "pdf")
    assert any("scadenza" in gap for gap in prepared.gaps)
    assert "[da completare" in text_of(prepared.content)


def test_what_a_given_out_draft_does_not_say_is_kept_with_it(store: Store) -> None:
    accession_id = enforceable(store)
    seen = show_accession(store, accession_id).accession.version
    fill_in(store, accession_id, seen, purpose="Servizi \U0001f600", contact_phone="0342 1")
    document_id, _changes = give_out(store, accession_id, "domanda_adesione", "pdf")
    document = show_document(store, document_id).document
    assert "codice fiscale di chi firma" in document.gaps
    assert "fini della convenzione" not in document.gaps
    assert document.unprinted == 1
    assert read_note(document.signature) is None  # nothing is said of signatures
    found = show_accession(store, accession_id).findings
    assert {one.item_key for one in found if one.code == "request.gaps"} >= {"office", "people", "proposal"}
    prepared = prepare_draft(store, accession_id, "domanda_adesione", "pdf")
    assert [gap.what for gap in prepared.lacks] == list(document.gaps)


def test_an_act_is_in_italian_whatever_the_window_speaks(store: Store) -> None:
    accession_id = enforceable(store)
    italian = prepare_draft(store, accession_id, "domanda_adesione", "pdf").content
    set_language("en")
    assert prepare_draft(store, accession_id, "domanda_adesione", "pdf").content == italian


def test_a_draft_given_out_is_kept_byte_for_byte(store: Store) -> None:
    accession_id = enforceable(store)
    before = len(show_accession(store, accession_id).case.documents)
    document_id, _changes = give_out(store, accession_id, "domanda_adesione", "pdf")
    document = show_document(store, document_id).document
    assert content_of(store, document_id) == prepare_draft(store, accession_id, "domanda_adesione", "pdf").content
    assert (document.kind, document.origin, document.item_key) == ("request", "draft", "signature")
    assert (document.accession_id, document.document_on) == (accession_id, date(2026, 11, 23))
    assert show_accession(store, accession_id).case.given_out("request") == document
    assert give_out(store, accession_id, "domanda_adesione", "pdf")[0] == document_id
    history.undo_last(store)
    assert len(show_accession(store, accession_id).case.documents) == before


def test_a_changed_procedure_gives_out_another_draft(store: Store) -> None:
    accession_id = enforceable(store)
    first, _changes = give_out(store, accession_id, "domanda_adesione", "pdf")
    version = show_accession(store, accession_id).accession.version
    fill_in(store, accession_id, version, contact_name="Anna Neri")
    second, _changes = give_out(store, accession_id, "domanda_adesione", "pdf")
    assert second != first
    names = [show_document(store, one).document.name for one in (first, second)]
    assert names == [
        "domanda_adesione_CST_Lecce_v1_2026-11-23.pdf",
        "domanda_adesione_CST_Lecce_v1_2026-11-23_2.pdf",
    ]
    given_out = show_accession(store, accession_id).case.given_out("request")
    assert given_out is not None
    assert given_out.id == second


def test_a_correction_leaves_the_older_draft_behind(store: Store) -> None:
    accession_id = open_join(store)
    carry(store, accession_id, State.SIGNED)
    case = show_accession(store, accession_id).case
    assert case.signed_copy("request") is not None
    record_step(store, accession_id, Step.CORRECT, StepForm(case.steps[-1].on, reason="Quantità sbagliata"))
    later = show_accession(store, accession_id).case
    (correction,) = (step for step in later.steps if step.step is Step.CORRECT)
    assert all(document.added_at <= correction.at for document in later.documents)
    give_out(store, accession_id, "domanda_adesione", "pdf")
    now = show_accession(store, accession_id).case
    draft = now.given_out("request")
    assert draft is not None
    assert re.search(r"_v2_", draft.name)
    assert now.signed_copy("request") is None
    assert correction.at - timedelta(seconds=1) < draft.added_at


def test_the_comune_s_own_template_stands_before_ours(store: Store) -> None:
    accession_id = enforceable(store)
    folder = store.path.parent / "templates"
    ours = text_of(prepare_draft(store, accession_id, "determina", "pdf").content)
    assert "recesso" not in ours.lower()
    folder.mkdir()
    (folder / "determina.odt").write_bytes((shipped_folder() / "lettera_recesso.odt").read_bytes())
    assert "recesso" in text_of(prepare_draft(store, accession_id, "determina", "pdf").content).lower()
    (folder / "determina.odt").write_bytes(b"not a template")
    with pytest.raises(UserError, match=r"draft\.template_broken"):
        prepare_draft(store, accession_id, "determina", "pdf")


@pytest.mark.parametrize(
    ("key", "form", "code"),
    [
        ("altro", "pdf", "draft.unknown"),
        ("lettera_recesso", "pdf", "draft.other_kind"),
        ("determina", "doc", "draft.unknown_form"),
    ],
)
def test_what_there_is_not_is_refused(store: Store, key: str, form: str, code: str) -> None:
    with pytest.raises(UserError) as caught:
        prepare_draft(store, open_join(store), key, form)
    assert caught.value.code == code


def test_every_draft_that_a_template_of_a_procedure_names_is_there(store: Store) -> None:
    assert set(draft_keys(show_accession(store, open_join(store, centre="CIT-BRESCIA")).case)) <= set(DRAFTS)
