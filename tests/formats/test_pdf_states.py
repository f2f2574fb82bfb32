# SPDX-License-Identifier: EUPL-1.2
"""The states of a PDF before its signatures, and whether only signatures lie between."""

import hashlib
import io

import pypdf
import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from app.domain.signatures import Earlier
from app.formats.pades import read_pdf
from app.formats.pdf_seals import opened
from app.formats.pdf_states import States
from tests.signing import add_evidence, make_pdf, person, rewrite, sign_pdf, stamp

PDF = make_pdf()


def found(content: bytes, of: bytes) -> list[Earlier]:
    """What is known of a state with these bytes."""
    read = read_pdf(content, "x.pdf")
    assert read
    return [state for state in read.earlier if state.sha256 == hashlib.sha256(of).hexdigest()]


def untouched(content: bytes, of: bytes) -> list[bool]:
    """Whether each state with these bytes is the one that was signed."""
    return [state.is_untouched for state in found(content, of)]


def test_the_file_that_was_signed_is_among_its_states() -> None:
    assert untouched(sign_pdf(PDF), PDF) == [True]
    assert untouched(sign_pdf(PDF, is_visible=True), PDF) == [True]
    assert untouched(sign_pdf(PDF), make_pdf("Altro")) == []


@pytest.mark.parametrize("tail", [b"", b"\n", b"\r\n", b"\n\n"], ids=["none", "one", "two signs", "two"])
def test_its_last_line_break_may_be_its_own_or_that_of_the_signing_program(tail: bytes) -> None:
    given_out = PDF.rstrip(b"\r\n") + tail
    signed = sign_pdf(given_out)
    assert signed.startswith(given_out)
    assert untouched(signed, given_out) == [True]


@pytest.mark.parametrize("kind", ["content", "note"])
def test_a_stamp_before_the_signature_is_told_from_the_signature(kind: str) -> None:
    stamped = stamp(PDF, kind=kind)  # type: ignore[arg-type] # one of the two kinds
    signed = sign_pdf(stamped)
    assert untouched(signed, PDF) == [False]
    assert untouched(signed, stamped) == [True]


def test_words_about_the_document_may_be_written_with_the_signature() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(PDF), incremental=True)
    writer.add_metadata({"/Producer": "Programma di firma"})
    buffer = io.BytesIO()
    writer.write(buffer)
    assert buffer.getvalue().startswith(PDF)
    assert untouched(sign_pdf(buffer.getvalue()), PDF) == [True]


def test_a_text_changed_before_the_signature_is_told() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(PDF), incremental=True)
    writer.pages[0].rotate(180)
    buffer = io.BytesIO()
    writer.write(buffer)
    assert buffer.getvalue().startswith(PDF)
    assert untouched(sign_pdf(buffer.getvalue()), PDF) == [False]


def test_the_place_for_a_signature_may_be_prepared_first() -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(PDF))
    append_signature_field(writer, SigFieldSpec("Firma1", box=(50, 50, 250, 110)))
    buffer = io.BytesIO()
    writer.write(buffer)
    prepared = buffer.getvalue()
    signed = sign_pdf(prepared, field="Firma1")
    assert untouched(signed, prepared) == [True]
    assert untouched(signed, PDF) == [True]


def test_each_signed_state_is_one_that_someone_may_have_given_out() -> None:
    once = sign_pdf(PDF)
    twice = sign_pdf(add_evidence(once), person("Ugo Neri", "X"), field="Firma2")
    assert untouched(twice, once) == [True]
    assert untouched(twice, PDF) == [True]
    assert untouched(sign_pdf(stamp(once), person("Ugo Neri", "X"), field="Firma2"), once) == [False]


def test_a_file_saved_anew_has_no_state_with_our_bytes() -> None:
    assert untouched(sign_pdf(rewrite(PDF)), PDF) == []
    assert untouched(sign_pdf(rewrite(PDF)), rewrite(PDF)) == [True]


def test_an_object_that_was_there_may_not_be_called_free() -> None:
    signed = sign_pdf(PDF)
    table = b"xref\n2 1\n0000000000 00001 f \ntrailer << /Size 14 /Root 4 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
    last = int(signed[signed.rindex(b"startxref") :].split()[1])
    read = read_pdf(signed + table % (last, len(signed)), "x.pdf")
    assert read
    assert read.has_changes_after


def test_the_ends_are_those_of_the_file() -> None:
    states = States(opened(stamp(PDF)), stamp(PDF))
    assert states.before(0) is None
    assert states.before(1) == PDF
    assert stamp(PDF)[states.end :].strip() == b""
