# SPDX-License-Identifier: EUPL-1.2
"""Signed copies of what was given out: taken byte for byte, or refused with the reason; trust only by a loaded list."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from reportlab.pdfgen import canvas

from app.actions import documents, history
from app.actions.accessions import show_accession
from app.actions.document_files import preview_document
from app.domain.accessions import AccessionId
from app.domain.documents import DocumentId
from app.domain.signature_note import SignatureNote, read_note
from app.domain.signatures import Match
from app.errors import UserError
from app.store import Store, attachments
from app.text import sentence
from tests.accessions import open_join
from tests.signing import MAYOR, MAYOR_CODE, authority, rewrite, sign_p7m, sign_pdf, stamp

SIGNED_ON = date(2026, 11, 3)


def pdf(text: str) -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out, invariant=1)
    page.setTitle(text.partition(",")[0])
    page.drawString(60, 700, text)
    page.save()
    return out.getvalue()


FORM = pdf("Domanda di adesione, versione 2")


@pytest.fixture
def join(store: Store) -> AccessionId:
    """A procedure that is a draft."""
    return open_join(store)


@pytest.fixture
def given(store: Store, join: AccessionId) -> DocumentId:
    """The request that was given out to be signed."""
    return documents.add_document(
        store, FORM, "domanda.pdf", kind="request", origin="draft", accession_id=join, item_key="signature"
    )[0]


def note(store: Store, document_id: DocumentId) -> SignatureNote:
    found = read_note(documents.show_document(store, document_id).document.signature)
    assert found is not None
    return found


def refused(store: Store, given: DocumentId, content: bytes, name: str = "firmata.pdf") -> UserError:
    before = documents.list_documents(store), attachments.kept_in(attachments.folder_of(store.path))
    with pytest.raises(UserError) as told:
        documents.add_document(store, content, name, given_out_id=given)
    assert (documents.list_documents(store), attachments.kept_in(attachments.folder_of(store.path))) == before
    assert "Nulla è stato aggiunto" in sentence(told.value) or "è rimasto com'era" in sentence(told.value)
    return told.value


@pytest.mark.parametrize(
    ("sign", "name", "kind"), [(sign_pdf, "domanda firmata.pdf", "pades"), (sign_p7m, "domanda.pdf.p7m", "cades")]
)
def test_the_signed_copy_is_kept_as_it_came_with_who_signed_and_when(
    store: Store, join: AccessionId, given: DocumentId, sign: Callable[[bytes], bytes], name: str, kind: str
) -> None:
    signed = sign(FORM)
    document_id, _changes = documents.add_document(store, signed, name, given_out_id=given, protocol_number="7")
    view = documents.show_document(store, document_id)
    assert documents.content_of(store, document_id) == signed
    assert (view.match, view.document.kind, view.document.item_key) == ("same", "request", "signature")
    assert (view.document.accession_id, view.document.document_on) == (join, SIGNED_ON)
    assert view.given_out is not None
    assert view.given_out.id == given
    assert documents.show_document(store, given).signed_copies == (view.document,)
    told = note(store, document_id)
    assert (told.kind, told.match, told.trust, told.is_intact) == (kind, Match.SAME, "not_checked", True)
    assert [(one.name, one.fiscal_code) for one in told.signers] == [(MAYOR, MAYOR_CODE)]
    case = show_accession(store, join).case
    assert case.signed_copy("request") == view.document
    shown = preview_document(store, document_id)
    assert shown.kind == "pdf"
    assert shown.is_inside is (kind == "cades")
    assert kind != "cades" or shown.content == FORM


def test_first_the_unsigned_then_an_older_form_then_the_right_one(store: Store, given: DocumentId) -> None:
    """Task T4 of ux.md: two precise messages, then the file is taken."""
    older_form = pdf("Domanda di adesione, versione 1")
    older, _changes = documents.add_document(store, older_form, "vecchia.pdf", kind="request", origin="draft")
    unsigned = refused(store, given, FORM, "domanda.pdf")
    assert sentence(unsigned) == (
        "domanda.pdf non è firmato. Nulla è stato aggiunto. Firma domanda.pdf e aggiungi il file che esce dalla firma."
    )
    for signed in (sign_pdf(older_form), sign_p7m(older_form)):
        old = refused(store, given, signed, "firmata.pdf.p7m" if signed[:1] != b"%" else "firmata.pdf")
        assert old.code == "document.older_form"
        assert (old.params["signed"], old.params["last"]) == ("vecchia.pdf", "domanda.pdf")
    assert documents.show_document(store, older).signed_copies == ()
    documents.add_document(store, sign_p7m(FORM), "firmata.pdf.p7m", given_out_id=given)
    assert len(documents.show_document(store, given).signed_copies) == 1


@pytest.mark.parametrize(
    ("content", "match"),
    [
        (sign_pdf(stamp(FORM)), Match.ALTERED),
        (stamp(sign_pdf(FORM)), Match.CHANGED_AFTER),
        (sign_pdf(pdf("Tutt'altro")), Match.OTHER),
        (rewrite(sign_pdf(FORM), "Prot. 12"), None),
    ],
    ids=["stamped before", "stamped after", "another file", "saved anew"],
)
def test_an_altered_or_stamped_copy_is_refused_with_what_to_do(
    store: Store, given: DocumentId, content: bytes, match: Match | None
) -> None:
    told = refused(store, given, content)
    if match is not None:
        assert (told.code, told.params["match"]) == ("document.not_the_given_out", match.value)
        assert "quello generato il 23/11" in sentence(told)
    loose, _changes = documents.add_document(store, content, "copia timbrata.pdf", kind="request")
    assert documents.content_of(store, loose) == content, "as a document of its own it is kept as it came"


def test_a_stamped_envelope_and_broken_bytes_are_refused(store: Store, given: DocumentId) -> None:
    assert refused(store, given, sign_p7m(stamp(FORM)), "a.p7m").params["match"] in ("altered", "other")
    assert refused(store, given, sign_p7m(FORM)[:-20], "a.p7m").code.startswith(("signature.", "document."))
    assert refused(store, given, b"testo", "a.p7m").code == "signature.unreadable"
    assert refused(store, given, b"testo", "a.txt").code == "document.not_signed"


def test_the_given_out_may_be_gone_and_is_recognised_all_the_same(store: Store, given: DocumentId) -> None:
    attachments.place_of(store.path, documents.show_document(store, given).document.sha256).unlink()
    assert refused(store, given, sign_pdf(pdf("Altro"))).code == "document.not_the_given_out"
    documents.add_document(store, sign_pdf(FORM), "f.pdf", given_out_id=given)


def test_other_files_are_taken_whatever_their_signatures(store: Store) -> None:
    plain, _one = documents.add_document(store, FORM, "a.pdf")
    broken, _two = documents.add_document(store, b"non una busta", "a.p7m")
    text, _three = documents.add_document(store, b"x", "a.txt")
    assert (note(store, plain).kind, note(store, plain).is_signed) == ("none", False)
    assert (note(store, broken).kind, note(store, broken).problem) == ("unreadable", "signature.unreadable")
    assert documents.show_document(store, text).document.signature is None


def test_trust_comes_and_goes_with_the_list_that_the_clerk_added(store: Store, given: DocumentId) -> None:
    signed, _changes = documents.add_document(store, sign_pdf(FORM), "f.pdf", given_out_id=given)
    foreign, _changes = documents.add_document(
        store, authority("Un'altra autorità").pem, "altri.pem", kind="trust_list"
    )
    assert note(store, signed).trust == "untrusted"
    ours, _changes = documents.add_document(store, authority().pem, "nostri.pem", kind="trust_list")
    assert note(store, signed).trust == "trusted"
    later, _changes = documents.add_document(store, sign_p7m(FORM), "f.p7m", given_out_id=given)
    assert note(store, later).trust == "trusted"
    documents.remove_document(store, ours)
    assert note(store, signed).trust == note(store, later).trust == "untrusted"
    history.undo_last(store)
    assert note(store, signed).trust == "trusted"
    documents.correct_document(store, ours, None, kind="other")
    assert note(store, signed).trust == "untrusted"
    documents.remove_document(store, foreign)
    assert note(store, signed).trust == "not_checked"


def test_a_list_without_certificates_is_refused(store: Store) -> None:
    for deed in (
        lambda: documents.add_document(store, b"niente", "a.pem", kind="trust_list"),
        lambda: documents.correct_document(
            store, documents.add_document(store, b"niente", "b.pem")[0], None, kind="trust_list"
        ),
    ):
        with pytest.raises(UserError) as told:
            deed()
        assert told.value.code == "signature.trusted_unreadable"
    assert [one.kind for one in documents.list_documents(store)] == ["other"]
