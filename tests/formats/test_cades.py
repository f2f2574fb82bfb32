# SPDX-License-Identifier: EUPL-1.2
"""Envelopes .p7m in all their forms, one inside the other, and what is none."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from asn1crypto import cms
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from app.errors import UserError
from app.formats.cades import DEEPEST_ENVELOPE, open_envelope
from tests.signing import MAYOR, person, sign_p7m
from tests.signing_cms import Encoding as Form
from tests.signing_cms import encoded

CONTENT = b"Domanda\r\n" * 400
NAME = "domanda.pdf.p7m"


@pytest.mark.parametrize("form", get_args(Form))
@pytest.mark.parametrize("kind", ["rsa", "ec"])
def test_every_form_holds_the_same_bytes(form: Form, kind: str) -> None:
    found = open_envelope(sign_p7m(CONTENT, person(kind=kind), encoding=form), NAME)
    assert found
    assert found.content == CONTENT
    assert [(each.signer.name, each.signer.is_intact) for each in found.signatures] == [(MAYOR, True)]
    assert not found.is_followed


def test_base64_may_begin_with_a_mark_and_lack_its_end() -> None:
    text = sign_p7m(CONTENT, encoding="base64")
    for written in (b"\xef\xbb\xbf" + text + b"\n\n", text.rstrip(b"="), b" \r\n" + text):
        found = open_envelope(written, NAME)
        assert found
        assert found.content == CONTENT


def test_envelopes_lie_one_inside_the_other() -> None:
    inner = sign_p7m(CONTENT, encoding="base64_lines")
    found = open_envelope(sign_p7m(inner, person("Ugo Neri", "X"), encoding="ber"), NAME)
    assert found
    assert found.content == CONTENT
    assert [each.signer.name for each in found.signatures] == ["Ugo Neri", MAYOR]


def test_but_not_without_end() -> None:
    content = CONTENT
    for _each in range(DEEPEST_ENVELOPE):
        content = sign_p7m(content)
    assert open_envelope(content, NAME)
    with pytest.raises(UserError) as caught:
        open_envelope(sign_p7m(content), NAME)
    assert (caught.value.code, caught.value.params) == ("signature.too_deep", {"limit": DEEPEST_ENVELOPE})


def test_several_people_sign_one_envelope() -> None:
    found = open_envelope(sign_p7m(CONTENT, person(), person("Ugo Neri", "X", kind="ec")), NAME)
    assert found
    assert {each.signer.name: each.signer.is_intact for each in found.signatures} == {MAYOR: True, "Ugo Neri": True}


@pytest.mark.parametrize(("tail", "is_followed"), [(b"\0\0\r\n", False), (b"timbro", True), (b"\0x", True)])
def test_what_stands_behind_an_envelope_is_told(tail: bytes, *, is_followed: bool) -> None:
    found = open_envelope(sign_p7m(CONTENT) + tail, NAME)
    assert found
    assert (found.content, found.is_followed) == (CONTENT, is_followed)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"testo",
        b"%PDF-1.7",
        b"PK\x03\x04",
        b"M",
        b"MIIB non base64",
        b"\x30\x03\x02\x01\x05",
        b"-----BEGIN X-----\n",
    ],
)
def test_other_files_are_no_envelopes(content: bytes) -> None:
    assert open_envelope(content, NAME) is None


def _enciphered() -> bytes:
    """What is meant for someone's eyes only, which a clerk may take for a signed file."""
    cipher = {"algorithm": "aes256_cbc", "parameters": bytes(16)}
    inside = {"content_type": "data", "content_encryption_algorithm": cipher}
    made = cms.EnvelopedData({"version": "v0", "recipient_infos": [], "encrypted_content_info": inside})
    return bytes(cms.ContentInfo({"content_type": "enveloped_data", "content": made}).dump())


@pytest.mark.parametrize(
    ("code", "make"),
    [
        ("signature.detached", lambda: sign_p7m(CONTENT, is_detached=True)),
        ("signature.unreadable", lambda: sign_p7m(CONTENT)[:-300]),
        ("signature.unreadable", lambda: encoded(sign_p7m(CONTENT)[:-300], "base64")),
        ("signature.enciphered", _enciphered),
        ("signature.stamped_file", lambda: bytes.fromhex("3080060b2a864886f70d010910011fa080") + bytes(40)),
    ],
)
def test_what_cannot_be_opened_is_refused_with_the_reason(code: str, make: Callable[[], bytes]) -> None:
    with pytest.raises(UserError) as caught:
        open_envelope(make(), NAME)
    assert caught.value.code == code


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl")
@pytest.mark.parametrize(
    "how",
    [["-cades"], [], ["-stream"], ["-noattr"], ["-md", "sha512"], ["-keyopt", "rsa_padding_mode:pss"], ["-keyid"]],
    ids=" ".join,
)
def test_what_another_program_signs_is_read(tmp_path: Path, how: list[str]) -> None:
    signer = person()
    (tmp_path / "cert.pem").write_bytes(signer.pem)
    (tmp_path / "key.pem").write_bytes(signer.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    (tmp_path / "in").write_bytes(CONTENT * 30)
    words = ["openssl", "cms", "-sign", "-binary", "-nodetach", "-in", "in", "-out", "out", "-outform", "DER"]
    subprocess.run([*words, "-signer", "cert.pem", "-inkey", "key.pem", *how], cwd=tmp_path, check=True)
    found = open_envelope((tmp_path / "out").read_bytes(), NAME)
    assert found
    assert found.content == CONTENT * 30
    assert [(each.signer.name, each.signer.is_intact) for each in found.signatures] == [(MAYOR, True)]
