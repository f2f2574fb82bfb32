# SPDX-License-Identifier: EUPL-1.2
"""PDFs signed inside: what was signed, by whom, and what is no signed PDF."""

import subprocess
import sys

import pytest

from app.errors import UserError
from app.formats.pades import SignedPdf, is_pdf, mark_of, read_pdf
from tests.signing import MAYOR, SIGNED_AT, make_pdf, person, rewrite, sign_pdf, stamp

PDF = make_pdf()
NAME = "domanda.pdf"


def read(content: bytes) -> SignedPdf:
    """The signatures of a PDF that has some."""
    found = read_pdf(content, NAME)
    assert found
    return found


def test_what_was_signed_is_what_stood_before_the_signature() -> None:
    found = read(sign_pdf(PDF))
    assert found.content == PDF
    assert [(each.signer.name, each.signer.signed_at, each.signer.is_intact) for each in found.signatures] == [
        (MAYOR, SIGNED_AT, True)
    ]
    assert (found.covers_whole_file, found.has_changes_after) == (True, False)


def test_a_pdf_without_signatures_is_none() -> None:
    assert read_pdf(PDF, NAME) is None
    assert read_pdf(stamp(PDF), NAME) is None
    assert read_pdf(PDF + b"\n\n", NAME) is None


@pytest.mark.parametrize(
    ("content", "is_one"),
    [(PDF, True), (b"\r\n" + PDF, True), (b"PK\x03\x04%PDF-1.4", False), (b"", False), (b"x" * 100 + PDF, False)],
    ids=["plain", "after a blank", "inside a zip", "empty", "after other bytes"],
)
def test_a_pdf_begins_as_one(content: bytes, *, is_one: bool) -> None:
    assert is_pdf(content) is is_one


def test_the_mark_stays_through_stamps_signatures_and_programs() -> None:
    mark = mark_of(PDF)
    assert len(mark) == 32
    assert {mark_of(each) for each in (stamp(PDF), sign_pdf(PDF), rewrite(PDF), rewrite(sign_pdf(PDF)))} == {mark}
    assert mark_of(make_pdf("Un'altra domanda")) not in {mark, ""}
    assert mark_of(b"testo /ID [<0123456789abcdef0123>]") == ""


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("signature.pdf_cut", sign_pdf(PDF)[:-1000]),
        ("signature.pdf_cut", sign_pdf(PDF)[:-14000]),
        ("signature.pdf_unreadable", b"%PDF-1.7\n/ByteRange [0 1 2 3]"),
        ("signature.pdf_unreadable", sign_pdf(PDF).replace(b"startxref", b"startxxxx")),
        ("signature.pdf_unreadable", sign_pdf(PDF).replace(b"/Contents <30", b"/Contents <31")),
    ],
    ids=range(5),
)
def test_a_broken_one_is_refused(code: str, content: bytes) -> None:
    with pytest.raises(UserError) as caught:
        read_pdf(content, NAME)
    assert (caught.value.code, caught.value.params) == (code, {"name": NAME})


def test_pyhanko_waits_until_there_is_a_signature() -> None:
    """It takes a third of a second, and most files that are added have none."""
    words = "import sys; from app.formats.signed_files import read_signed; "
    words += "read_signed(b'%PDF-1.4 x', 'x.pdf'); sys.exit('pyhanko' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", words], check=False).returncode == 0


def test_nothing_is_asked_of_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.socket.connect", lambda *_arguments: pytest.fail("a connection"))
    monkeypatch.setattr("socket.getaddrinfo", lambda *_arguments: pytest.fail("a name was asked for"))
    assert read(sign_pdf(PDF, person(kind="ec"))).signatures
