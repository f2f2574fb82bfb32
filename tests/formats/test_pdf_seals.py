# SPDX-License-Identifier: EUPL-1.2
"""Signatures and time stamps in one PDF, and what was added behind them."""

from datetime import UTC, datetime
from io import BytesIO

import pypdf
import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

from app.errors import UserError
from app.formats.pades import SignedPdf, read_pdf
from app.formats.pdf_seals import opened
from tests.signing import MAYOR, SIGNED_AT, add_evidence, make_pdf, person, rewrite, sign_pdf, stamp, stamp_time

PDF = make_pdf(pages=2)
UGO = "Ugo Neri"


def read(content: bytes) -> SignedPdf:
    """The signatures of a PDF that has some."""
    found = read_pdf(content, "x.pdf")
    assert found
    return found


def names(found: SignedPdf) -> list[tuple[str, bool]]:
    """Each signer, and whether the signature is intact."""
    return [(each.signer.name, each.signer.is_intact) for each in found.signatures]


@pytest.mark.parametrize("is_visible", [False, True])
@pytest.mark.parametrize("kind", ["rsa", "ec"])
@pytest.mark.parametrize("sub_filter", [SigSeedSubFilter.PADES, SigSeedSubFilter.ADOBE_PKCS7_DETACHED])
def test_signatures_of_each_kind(kind: str, sub_filter: SigSeedSubFilter, *, is_visible: bool) -> None:
    found = read(sign_pdf(PDF, person(kind=kind), sub_filter=sub_filter, is_visible=is_visible))
    assert (names(found), found.content == PDF, found.has_changes_after) == ([(MAYOR, True)], True, False)


def test_the_time_stands_in_the_pdf_or_in_the_signature() -> None:
    detached = SigSeedSubFilter.ADOBE_PKCS7_DETACHED
    for signed in (sign_pdf(PDF), sign_pdf(PDF, sub_filter=detached)):
        assert read(signed).signatures[0].signer.signed_at == SIGNED_AT
    assert read(sign_pdf(PDF, signed_at=None)).signatures[0].signer.signed_at is None


def test_a_second_signature_follows_the_first() -> None:
    found = read(sign_pdf(sign_pdf(PDF), person(UGO, "X"), field="Firma2", is_visible=True))
    assert names(found) == [(MAYOR, True), (UGO, True)]
    assert found.content == PDF
    assert (found.covers_whole_file, found.has_changes_after) == (True, False)


def test_evidence_for_the_archive_changes_nothing() -> None:
    found = read(add_evidence(sign_pdf(PDF)))
    assert (names(found), found.covers_whole_file, found.has_changes_after) == ([(MAYOR, True)], False, False)


def test_a_time_stamp_over_all_is_one_of_the_signature() -> None:
    late = datetime(2031, 1, 1, tzinfo=UTC)
    found = read(stamp_time(add_evidence(sign_pdf(PDF, signed_at=late)), SIGNED_AT))
    (signature,) = found.signatures
    assert (signature.signer.has_timestamp, signature.moment, found.has_changes_after) == (True, SIGNED_AT, False)
    assert (signature.signer.signed_at, signature.signer.was_certificate_valid) == (late, True)


def test_a_time_stamp_that_came_before_is_not() -> None:
    found = read(sign_pdf(stamp_time(PDF, SIGNED_AT)))
    assert [each.signer.has_timestamp for each in found.signatures] == [False]
    assert read_pdf(stamp_time(PDF, SIGNED_AT), "x.pdf") is None  # a time stamp alone signs nothing


@pytest.mark.parametrize("kind", ["content", "note"])
def test_a_stamp_behind_the_signature_is_told(kind: str) -> None:
    found = read(stamp(sign_pdf(PDF), kind=kind))  # type: ignore[arg-type] # one of the two kinds
    assert (names(found), found.content == PDF) == ([(MAYOR, True)], True)
    assert (found.covers_whole_file, found.has_changes_after) == (False, True)


def test_a_stamp_between_two_signatures_is_told() -> None:
    found = read(sign_pdf(stamp(sign_pdf(PDF)), person(UGO, "X"), field="Firma2"))
    assert names(found) == [(MAYOR, True), (UGO, True)]
    assert (found.covers_whole_file, found.has_changes_after) == (True, True)


def test_a_program_that_saves_the_file_anew_breaks_the_signature() -> None:
    found = read(rewrite(sign_pdf(PDF), "Prot. 12"))
    assert names(found) == [(MAYOR, False)]
    assert found.has_changes_after


def test_bytes_behind_the_end_are_told() -> None:
    signed = sign_pdf(PDF)
    assert not read(signed + b"\r\n\0").has_changes_after
    assert read(signed + b"\nbarcode 123").has_changes_after


def test_only_the_signature_itself_is_left_out() -> None:
    """A gap larger than the signature would let anything be written into it."""
    signed = sign_pdf(PDF)
    start = signed.index(b"/Contents <") + len(b"/Contents ")
    end = signed.index(b">", start) + 1
    padded = bytearray(signed)
    padded[end - 3 : end - 1] = b"AB"  # in the padding, which no digest covers
    assert names(read(bytes(padded))) == [(MAYOR, False)]
    opened_gap = bytearray(signed)
    opened_gap[end - 1 : end] = b" "
    with pytest.raises(UserError):
        read(bytes(opened_gap))


def test_a_certifying_signature_says_what_may_follow() -> None:
    none_may = sign_pdf(PDF, certifies=MDPPerm.NO_CHANGES)
    assert (names(read(none_may)), read(none_may).has_changes_after) == ([(MAYOR, True)], False)
    assert read(sign_pdf(none_may, person(UGO, "X"), field="Firma2", is_visible=True)).has_changes_after
    some_may = sign_pdf(PDF, certifies=MDPPerm.FILL_FORMS)
    assert not read(sign_pdf(some_may, person(UGO, "X"), field="Firma2")).has_changes_after


def test_a_signature_that_a_program_wrote_into_the_first_save_is_content_and_all() -> None:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(_file(sign_pdf(PDF))))
    buffer = _file(b"")
    writer.write(buffer)
    found = read(buffer.getvalue())
    assert names(found) == [(MAYOR, False)]
    assert found.earlier == ()


def test_a_signature_that_was_taken_out_is_no_unsigned_file() -> None:
    writer = IncrementalPdfFileWriter(_file(sign_pdf(PDF)))
    form = writer.root["/AcroForm"]
    form["/Fields"].clear()
    writer.update_container(form)
    writer.update_root()
    buffer = _file(b"")
    writer.write(buffer)
    with pytest.raises(UserError) as caught:
        read(buffer.getvalue())
    assert caught.value.code == "signature.pdf_lost"


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("signature.pdf_old_kind", b"/ETSI.CAdES.detached", b"/adbe.x509.rsa_sha1 "),
        ("signature.pdf_old_kind", b"/ETSI.CAdES.detached", b"/adbe.pkcs7.sha1    "),
        ("signature.weak_algorithm", b"", b""),
    ],
)
def test_an_old_kind_of_signature_is_refused(code: str, old: bytes, new: bytes) -> None:
    signed = sign_pdf(PDF).replace(old, new) if old else sign_pdf(PDF, digest="sha1")
    with pytest.raises(UserError) as caught:
        read(signed)
    assert caught.value.code == code


def test_a_password_keeps_the_signature_from_being_read() -> None:
    writer = pypdf.PdfWriter(clone_from=_file(PDF))
    writer.encrypt("segreto", algorithm="RC4-128")
    buffer = _file(b"")
    writer.write(buffer)
    with pytest.raises(UserError) as caught:
        opened(buffer.getvalue())
    assert caught.value.code == "signature.pdf_enciphered"


def _file(content: bytes) -> BytesIO:
    return BytesIO(content)
