# SPDX-License-Identifier: EUPL-1.2
"""Keys: made, kept, used, replaced; a private one is never shown."""

import random
from collections.abc import Callable
from datetime import date

import msgspec
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa, x25519
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.domain.publisher_keys import PublicKey, raw_key
from app.errors import UserError
from app.formats.signing_keys import is_signed, join_rotations, load_key, new_key, read_rotations, rotate
from tests.packages import refusal

KEY, NEXT, LAST = new_key(), new_key(), new_key()
DAY = date(2026, 11, 3)
NAME = "Provincia di Brescia"
FIRST_STEP, SECOND_STEP = rotate(KEY, NEXT.public, NAME, DAY), rotate(NEXT, LAST.public, NAME, DAY)


def code_of(call: Callable[[], object]) -> str:
    with pytest.raises(UserError) as refused:
        call()
    return refused.value.code


def test_a_key_signs_and_another_program_agrees() -> None:
    signature = KEY.sign("campanile.answer", b"testo")
    assert is_signed(KEY.public, "campanile.answer", b"testo", signature)
    import base64

    Ed25519PublicKey.from_public_bytes(raw_key(KEY.public.public_key)).verify(
        base64.b64decode(signature), b"campanile signature 1\ncampanile.answer\ntesto"
    )


def test_a_signature_holds_for_its_content_kind_and_key_only() -> None:
    signature = KEY.sign("campanile.answer", b"testo")
    assert not is_signed(KEY.public, "campanile.catalogue", b"testo", signature)
    assert not is_signed(KEY.public, "campanile.answer", b"teste", signature)
    assert not is_signed(NEXT.public, "campanile.answer", b"testo", signature)
    for wrong in (
        "",
        "à",
        signature[:-4],
        signature + "=",
        signature.replace("=", ""),
        f" {signature}",
        "A" * 86 + "==",
    ):
        assert not is_signed(KEY.public, "campanile.answer", b"testo", wrong)


def test_another_spelling_of_a_signature_is_none() -> None:
    signature = KEY.sign("x", b"y")
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    last = letters.index(signature[85])
    for number in range(last & ~15, (last & ~15) + 16):
        spelled = signature[:85] + letters[number] + "=="
        assert is_signed(KEY.public, "x", b"y", spelled) is (spelled == signature)


@pytest.mark.parametrize("passphrase", ["", "una frase lunga", "città"])
def test_a_key_is_kept_and_opened_again(passphrase: str) -> None:
    pem = KEY.to_pem(passphrase)
    assert pem.startswith(b"-----BEGIN " + (b"ENCRYPTED " if passphrase else b"") + b"PRIVATE KEY-----")
    assert load_key(pem, passphrase).public == KEY.public


def test_a_passphrase_is_asked_for_and_must_be_right() -> None:
    pem = KEY.to_pem("una frase")
    assert code_of(lambda: load_key(pem)) == "key.passphrase_missing"
    assert code_of(lambda: load_key(pem, "un'altra")) == "key.passphrase_wrong"
    assert load_key(KEY.to_pem(), "non serve").public == KEY.public


def pem_of(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | x25519.X25519PrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


@pytest.mark.parametrize(
    "pem",
    [
        b"",
        b"x" * 100_000,
        b"-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
        KEY.public.public_key.encode(),
        pem_of(ec.generate_private_key(ec.SECP256R1())),
        pem_of(rsa.generate_private_key(65537, 2048)),
        pem_of(x25519.X25519PrivateKey.generate()),
    ],
    ids=("empty", "long", "hollow", "public", "of a curve", "RSA", "for agreeing"),  # the keys differ in each process
)
def test_what_is_no_key_of_ours_is_refused(pem: bytes) -> None:
    assert code_of(lambda: load_key(pem)) == "key.unreadable"


@pytest.mark.parametrize("passphrase", ["", "frase"])
def test_a_damaged_key_file_breaks_nothing(passphrase: str) -> None:
    chance = random.Random(5)
    pem = KEY.to_pem(passphrase)
    told = set()
    for _round in range(60):
        changed = bytearray(pem)
        changed[chance.randrange(len(pem))] ^= chance.randrange(1, 256)
        told.add(refusal(lambda content: load_key(content, passphrase), bytes(changed)))
    assert told - {""} <= {"key.unreadable", "key.passphrase_wrong"}
    assert len(told) > 1


def test_a_private_key_does_not_show_itself() -> None:
    secret = KEY.to_pem().splitlines()[1].decode()
    assert secret not in f"{KEY!r} {KEY!s} {vars(type(KEY))}"
    assert not hasattr(KEY, "__dict__")


def test_the_old_key_hands_over_to_the_new_one() -> None:
    (found,) = read_rotations(FIRST_STEP)
    assert (found.publisher, found.on, found.old, found.new) == (NAME, DAY, KEY.public, NEXT.public)
    both = read_rotations(join_rotations([FIRST_STEP, SECOND_STEP]))
    assert [step.new for step in both] == [NEXT.public, LAST.public]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ([SECOND_STEP, FIRST_STEP], "rotation.broken_chain"),
        ([FIRST_STEP, FIRST_STEP], "rotation.broken_chain"),
        ([FIRST_STEP, rotate(LAST, KEY.public, NAME, DAY)], "rotation.broken_chain"),
        ([FIRST_STEP, rotate(NEXT, KEY.public, NAME, DAY)], "rotation.broken_chain"),
        ([FIRST_STEP, rotate(NEXT, LAST.public, "Altri", DAY)], "rotation.broken_chain"),
        ([FIRST_STEP, b"{}"], "rotation.wrong_shape"),
        ([], "rotation.wrong_shape"),
        ([FIRST_STEP] * 51, "rotation.wrong_shape"),
    ],
)
def test_steps_that_do_not_follow_are_refused(files: list[bytes], code: str) -> None:
    assert code_of(lambda: join_rotations(files)) == code


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff", b"[" * 60_000, b" " * 70_000, b'{"format":"campanile.rotation"}']
)
def test_what_is_no_rotation_is_refused(content: bytes) -> None:
    assert code_of(lambda: read_rotations(content)) == "rotation.wrong_shape"


def test_each_part_of_a_rotation_is_signed_by_the_old_key() -> None:
    told = msgspec.json.decode(FIRST_STEP)
    stranger = new_key()
    for field, value in (
        ("publisher", "Altri"),
        ("on", "2026-11-04"),
        ("new_public_key", LAST.public.public_key),
        ("old_public_key", stranger.public.public_key),
        ("signature", stranger.sign("campanile.rotation", b"")),
    ):
        step = {**told["rotations"][0], field: value}
        content = msgspec.json.encode({**told, "rotations": [step]})
        assert code_of(lambda content=content: read_rotations(content)) == "rotation.signature_wrong"  # type: ignore[misc] # a default for the loop


def test_a_name_that_cannot_be_written_is_refused() -> None:
    for name in ("", "x" * 201, "a\nb", "\ud800"):
        assert code_of(lambda name=name: rotate(KEY, NEXT.public, name, DAY)) == "rotation.wrong_shape"  # type: ignore[misc] # a default for the loop
    assert PublicKey(NEXT.public.public_key) == NEXT.public
