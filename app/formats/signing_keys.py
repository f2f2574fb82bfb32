# SPDX-License-Identifier: EUPL-1.2
"""Ed25519 keys of a publisher: made, kept as PEM, used to sign, checked, replaced.

What is signed begins with the kind of the thing, so that a signature of one kind never holds for another.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from app.domain.publisher_keys import PublicKey, Rotation, is_chain, raw_key
from app.errors import UserError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_MAX_BYTES = 64 * 1024
_MOST_ROTATIONS = 50
_SIGNATURE_BYTES = 64
_ROTATION = "campanile.rotation"
_PREFIX = "campanile signature 1\n"

PublicKeyText = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9+/]{43}=\Z")]
SignatureText = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9+/]{86}==\Z")]
Name = Annotated[str, Meta(pattern=r"\A[^\x00-\x1f\x7f]*\Z", min_length=1, max_length=200)]


class _Rotation(Struct, frozen=True, forbid_unknown_fields=True):
    """One key that hands over to the next: the old one has signed all the rest."""

    publisher: Name
    on: date
    old_public_key: PublicKeyText
    new_public_key: PublicKeyText
    signature: SignatureText


class RotationFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a publisher from an older one to the one in use."""

    format: Literal["campanile.rotation"]
    version: Literal[1]
    rotations: Annotated[tuple[_Rotation, ...], Meta(min_length=1, max_length=_MOST_ROTATIONS)]


class SigningKey:
    """A private key; it shows itself only through `to_pem`."""

    __slots__ = ("_private", "public")

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.public = PublicKey(base64.b64encode(private.public_key().public_bytes_raw()).decode())

    def sign(self, kind: str, content: bytes) -> str:
        """The signature of a content of this kind, in base64."""
        return base64.b64encode(self._private.sign(_message(kind, content))).decode()

    def to_pem(self, passphrase: str = "") -> bytes:
        """PKCS 8, enciphered when there is a passphrase."""
        from cryptography.hazmat.primitives import serialization as forms

        cipher = forms.BestAvailableEncryption(passphrase.encode()) if passphrase else forms.NoEncryption()
        return self._private.private_bytes(forms.Encoding.PEM, forms.PrivateFormat.PKCS8, cipher)


def new_key() -> SigningKey:
    """A key that nobody has had before."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return SigningKey(Ed25519PrivateKey.generate())


def load_key(pem: bytes, passphrase: str = "") -> SigningKey:
    """The key of a PEM; UserError `key.passphrase_missing`, `key.passphrase_wrong` or `key.unreadable`."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    is_enciphered = b"ENCRYPTED PRIVATE KEY" in pem[:_MAX_BYTES]
    if is_enciphered and not passphrase:
        raise UserError("key.passphrase_missing")
    try:
        private = load_pem_private_key(pem[:_MAX_BYTES], passphrase.encode() if is_enciphered else None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise UserError("key.passphrase_wrong" if is_enciphered else "key.unreadable") from error
    if not isinstance(private, Ed25519PrivateKey):
        raise UserError("key.unreadable")
    return SigningKey(private)


def is_signed(key: PublicKey, kind: str, content: bytes, signature: str) -> bool:
    """True when the holder of the key has signed exactly this content as a thing of this kind."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        raw = base64.b64decode(signature.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError):
        return False
    if len(raw) != _SIGNATURE_BYTES or base64.b64encode(raw).decode() != signature:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(raw_key(key.public_key)).verify(raw, _message(kind, content))
    except InvalidSignature:
        return False
    return True


def rotate(old: SigningKey, new: PublicKey, publisher: str, on: date) -> bytes:
    """The file by which the old key hands over to the new one."""
    statement = Rotation(publisher, on, old.public, new)
    try:
        signature = old.sign(_ROTATION, _statement(statement))
        shape = msgspec.convert(_as_written(statement, signature), _Rotation)
    except (msgspec.ValidationError, UnicodeEncodeError) as error:
        raise UserError("rotation.wrong_shape") from error
    return _file((shape,))


def read_rotations(content: bytes) -> tuple[Rotation, ...]:
    """The chain of a file, each signature checked; UserError `rotation.*`."""
    rotations = tuple(_rotation(shape) for shape in _decode(content).rotations)
    if not is_chain(rotations, rotations[-1].new):
        raise UserError("rotation.broken_chain")
    return rotations


def join_rotations(files: Sequence[bytes]) -> bytes:
    """One file of several, each of which goes on where the one before ended."""
    joined = _file(tuple(shape for content in files for shape in _decode(content).rotations))
    read_rotations(joined)
    return joined


def _message(kind: str, content: bytes) -> bytes:
    return f"{_PREFIX}{kind}\n".encode() + content


def _decode(content: bytes) -> RotationFile:
    if len(content) > _MAX_BYTES:
        raise UserError("rotation.wrong_shape")
    try:
        return msgspec.json.decode(content, type=RotationFile)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UserError("rotation.wrong_shape") from error


def _rotation(shape: _Rotation) -> Rotation:
    old, new = PublicKey(shape.old_public_key), PublicKey(shape.new_public_key)
    raw_key(new.public_key)
    found = Rotation(shape.publisher, shape.on, old, new)
    if not is_signed(old, _ROTATION, _statement(found), shape.signature):
        raise UserError("rotation.signature_wrong")
    return found


def _statement(rotation: Rotation) -> bytes:
    return msgspec.json.encode(_as_written(rotation), order="sorted")


def _as_written(rotation: Rotation, signature: str = "") -> dict[str, str]:
    told = {
        "publisher": rotation.publisher,
        "on": rotation.on.isoformat(),
        "old_public_key": rotation.old.public_key,
        "new_public_key": rotation.new.public_key,
    }
    return told | ({"signature": signature} if signature else {})


def _file(rotations: tuple[_Rotation, ...]) -> bytes:
    try:
        shape = msgspec.convert({"format": _ROTATION, "version": 1, "rotations": rotations}, RotationFile)
    except msgspec.ValidationError as error:
        raise UserError("rotation.wrong_shape") from error
    return msgspec.json.encode(shape, order="sorted")
