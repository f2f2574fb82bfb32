# SPDX-License-Identifier: EUPL-1.2
"""Signed files against the file that was given out: the same, stamped before, stamped after, another, none."""

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.signatures import Match, SignedFile
from app.errors import UserError
from app.formats import signed_files
from app.formats.signed_files import compare, read_signed
from app.text import sentence
from tests.signing import (
    MAYOR,
    SIGNED_AT,
    Identity,
    add_evidence,
    authority,
    certify,
    make_pdf,
    person,
    rewrite,
    sign_p7m,
    sign_pdf,
    stamp,
    stamp_time,
)
from tests.signing_cms import Encoding

PDF = make_pdf("Domanda di adesione al centro", pages=2)
OTHER = make_pdf("Un'altra domanda")
_STARTS = (b"", b"%PDF-1.7\n/ByteRange ", b"0\x80", b"MII", b"-----BEGIN PKCS7-----\n")
UGO = ("Ugo Neri", "TINIT-NREGUO60A41A337X")


def match(content: bytes, name: str = "domanda.pdf") -> Match:
    """How the file relates to the one given out."""
    return compare(read_signed(content, name), PDF)


@pytest.mark.parametrize("form", get_args(Encoding))
def test_an_envelope_with_what_was_given_out(form: Encoding) -> None:
    found = read_signed(sign_p7m(PDF, encoding=form), "domanda.pdf.p7m")
    assert (found.kind, found.content == PDF, found.is_intact, found.covers_whole_file) == ("cades", True, True, True)
    assert compare(found, PDF) is Match.SAME


def test_a_pdf_signed_inside_is_what_was_given_out() -> None:
    found = read_signed(sign_pdf(PDF), "domanda_signed.pdf")
    assert (found.kind, found.content == PDF, found.is_intact, found.trust) == ("pades", True, True, "not_checked")
    assert compare(found, PDF) is Match.SAME


@pytest.mark.parametrize(
    ("expected", "make"),
    [
        (Match.SAME, lambda: sign_pdf(PDF, is_visible=True)),
        (Match.SAME, lambda: sign_pdf(sign_pdf(PDF), person(*UGO), field="Firma2")),
        (Match.SAME, lambda: stamp_time(add_evidence(sign_pdf(PDF)), SIGNED_AT)),
        (Match.SAME, lambda: sign_p7m(sign_p7m(PDF), person(*UGO))),
        (Match.SAME, lambda: sign_p7m(sign_pdf(PDF), person(*UGO))),
        (Match.ALTERED, lambda: sign_pdf(stamp(PDF))),
        (Match.ALTERED, lambda: sign_pdf(stamp(PDF, kind="note"))),
        (Match.ALTERED, lambda: sign_pdf(rewrite(PDF, "Prot. 12"))),
        (Match.ALTERED, lambda: sign_p7m(stamp(PDF))),
        (Match.ALTERED, lambda: sign_p7m(rewrite(PDF))),
        (Match.ALTERED, lambda: sign_p7m(sign_pdf(stamp(PDF)), person(*UGO))),
        (Match.CHANGED_AFTER, lambda: stamp(sign_pdf(PDF))),
        (Match.CHANGED_AFTER, lambda: stamp(sign_pdf(PDF), kind="note")),
        (Match.CHANGED_AFTER, lambda: rewrite(sign_pdf(PDF), "Prot. 12")),
        (Match.CHANGED_AFTER, lambda: rewrite(sign_pdf(PDF))),
        (Match.CHANGED_AFTER, lambda: sign_p7m(stamp(sign_pdf(PDF)), person(*UGO))),
        (Match.CHANGED_AFTER, lambda: sign_p7m(PDF) + b"Prot. 12"),
        (Match.BROKEN, lambda: sign_p7m(PDF).replace(person().der[-40:], bytes(40))),
        (Match.OTHER, lambda: sign_pdf(OTHER)),
        (Match.OTHER, lambda: sign_p7m(OTHER)),
        (Match.OTHER, lambda: sign_p7m(b"un testo")),
        (Match.NOT_SIGNED, lambda: PDF),
        (Match.NOT_SIGNED, lambda: stamp(PDF)),
    ],
    ids=range(23),
)
def test_stamped_altered_and_other_files_are_told_apart(expected: Match, make: Callable[[], bytes]) -> None:
    assert match(make()) is expected


def test_the_same_words_in_other_bytes_are_not_what_was_given_out() -> None:
    text = b"Determina\r\n"
    assert compare(read_signed(sign_p7m(text), "a.txt.p7m"), text) is Match.SAME
    assert compare(read_signed(sign_p7m(text), "a.txt.p7m"), b"Determina\n") is Match.OTHER


def test_who_signed_is_told_from_the_outside_to_the_inside() -> None:
    found = read_signed(sign_p7m(sign_pdf(PDF), person(*UGO)), "domanda.pdf.p7m")
    assert [signer.name for signer in found.signers] == [UGO[0], MAYOR]
    assert (found.kind, found.content) == ("cades", PDF)


def test_a_pdf_that_cannot_be_read_is_content_of_its_envelope_all_the_same() -> None:
    cut = sign_pdf(PDF)[:-1000]
    found = read_signed(sign_p7m(cut), "domanda.pdf.p7m")
    assert (found.content, [signer.name for signer in found.signers], found.is_intact) == (cut, [MAYOR], True)


@pytest.mark.parametrize("sign", [sign_pdf, sign_p7m])
def test_trust_is_claimed_from_a_list_only(sign: Callable[[bytes], bytes]) -> None:
    signed = sign(PDF)
    assert read_signed(signed, "domanda").trust == "not_checked"
    assert read_signed(signed, "domanda", [_stranger().pem, authority().pem]).trust == "trusted"
    assert read_signed(signed, "domanda", [_stranger().pem]).trust == "untrusted"


def test_one_signer_whom_nobody_knows_is_enough_not_to_be_trusted() -> None:
    found = read_signed(sign_pdf(sign_pdf(PDF), _stranger(), field="Firma2"), "x.pdf", [authority().pem])
    assert (found.trust, found.is_intact) == ("untrusted", True)
    assert read_signed(PDF, "x.pdf", [authority().pem]).trust == "not_checked"


@pytest.mark.parametrize("name", ["foto.jpg", "determina.odt", "testo", ""])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"testo", b"\xff\xd8\xff"])
def test_other_files_have_no_signature(content: bytes, name: str) -> None:
    found = read_signed(content, name)
    assert (found.kind, found.content, found.signers, found.mark) == ("none", content, (), "")


@pytest.mark.parametrize("name", ["a.p7m", "a.PDF.P7M", "a.p7s", "a.pdf"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"testo", b"\x30\x03\x02\x01\x05"])
def test_what_is_signed_by_name_alone_is_refused(content: bytes, name: str) -> None:
    with pytest.raises(UserError) as caught:
        read_signed(content, name)
    assert caught.value.code == "signature.unreadable"
    assert name in sentence(caught.value)


def test_a_name_does_not_make_a_file() -> None:
    assert read_signed(sign_p7m(PDF), "domanda.pdf").kind == "cades"
    assert read_signed(sign_pdf(PDF), "domanda.p7m").kind == "pades"


def test_a_file_beyond_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signed_files, "MAX_BYTES", 1024**2)
    assert read_signed(bytes(1024**2), "x").kind == "none"
    with pytest.raises(UserError) as caught:
        read_signed(bytes(1024**2 + 1), "x")
    assert (caught.value.code, caught.value.params["limit"]) == ("signature.too_big", 1)


def test_what_the_library_of_many_signing_programs_writes() -> None:
    """Signed twice by iText 5, in a file with its objects in streams; each save calls its own table a free object."""
    signed = (Path(__file__).parent / "signed_by_itext.pdf").read_bytes()
    given_out = signed[: signed.index(b"%%EOF\n") + len(b"%%EOF\n")]
    found = read_signed(signed, "domanda_signed.pdf")
    assert [(signer.name, signer.is_intact) for signer in found.signers] == [(MAYOR, True)] * 2
    assert (compare(found, given_out), found.has_changes_after, found.covers_whole_file) == (Match.SAME, False, True)
    assert compare(read_signed(stamp(signed), "x.pdf"), given_out) is Match.CHANGED_AFTER


@cache
def _originals() -> dict[str, bytes]:
    small = b"contenuto " * 40
    return {
        "der": sign_p7m(small, time_stamp=SIGNED_AT),
        "ber": sign_p7m(small, person(kind="ec"), encoding="ber"),
        "base64": sign_p7m(small, encoding="base64_lines"),
        "nested": sign_p7m(sign_p7m(small), person(*UGO)),
        "pdf": sign_pdf(PDF),
        "two": stamp_time(add_evidence(sign_pdf(sign_pdf(PDF), person(*UGO), field="Firma2")), SIGNED_AT),
        "stamped": stamp(sign_pdf(PDF)),
    }


def _given(kind: str) -> bytes:
    return PDF if kind in {"pdf", "two", "stamped"} else b"contenuto " * 40


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["der", "ber", "base64", "nested", "pdf", "two", "stamped"]), st.integers(0, 2**32))
def test_changed_bytes_neither_break_the_program_nor_pass_for_the_file_given_out(kind: str, seed: int) -> None:
    original = _originals()[kind]
    mutant = _mutant(original, random.Random(seed))
    found = _read(mutant)
    if found and compare(found, _given(kind)) is Match.SAME:
        assert found.is_intact
        assert found.content == _given(kind)
        assert not found.has_changes_after
        assert kind != "stamped"


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 255))
def test_no_byte_that_a_signature_covers_can_change(chosen: int, change: int) -> None:
    mutant = bytearray(_originals()["pdf"])
    start = mutant.index(b"/Contents <") + len(b"/Contents ")
    gap = mutant.index(b">", start) + 1 - start
    place = chosen % (len(mutant) - gap)
    mutant[place if place < start else place + gap] ^= change
    found = _read(bytes(mutant))
    assert found is None or not found.is_intact


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(_STARTS))
def test_chance_bytes_are_refused_or_no_signed_file(content: bytes, start: bytes) -> None:
    found = _read(start + content)
    assert found is None or (found.kind, found.signers) == ("none", ())


def _read(content: bytes) -> SignedFile | None:
    """What is read, or None where it is refused with a sentence; anything else fails the test."""
    try:
        return read_signed(content, "domanda.pdf", [authority().pem])
    except UserError as error:
        refused = error
    assert refused.code.startswith("signature.")
    assert sentence(refused)
    return None


def _stranger() -> Identity:
    return certify({NameOID.COMMON_NAME: "Autorità ignota"}, is_authority=True)


def _mutant(original: bytes, chance: random.Random) -> bytes:
    """The file with some bytes changed, put in, left out or cut off; in a PDF mostly where its signature is."""
    content = bytearray(original)
    start = chance.choice((0, len(PDF) - 1500)) if original.startswith(b"%PDF") else 0
    for _each in range(chance.choice((1, 1, 2, 8))):
        content[chance.randrange(start, len(content))] = chance.choice((chance.randrange(256), 0, 0x80, 0xFF))
    way, place = chance.randrange(8), chance.randrange(start, len(content))
    if way == 0:
        del content[place:]
    elif way == 1:
        content[place:place] = chance.randbytes(chance.randrange(40))
    elif way == 2:
        del content[place : place + chance.randrange(40)]
    return bytes(content)
