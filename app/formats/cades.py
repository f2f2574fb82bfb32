# SPDX-License-Identifier: EUPL-1.2
"""Envelopes .p7m (CAdES): DER, PEM or base64, one inside the other, opened to what was signed."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

from app.errors import UserError
from app.formats.cms_signatures import Signature, digest_of, enclosed_content, read_signatures, signed_data
from app.formats.hostile import measured, refusing

DEEPEST_ENVELOPE = 5
_OID = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07"  # pkcs7: the next octet says which kind
_SIGNED, _ENCIPHERED = 2, (3, 4)
_STAMPED_FILE = b"\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x1f"  # a .tsd: a file with its time stamps
_SEQUENCE = b"\x30"
_HEADER_BYTES = 32
_BLANKS = b" \t\r\n"
_PADDING = b"\0 \t\r\n"
_BASE64_OF_SEQUENCE = b"M"  # what 0x30 begins with
_ARMOUR = b"-----BEGIN "


@dataclass(frozen=True, slots=True)
class Envelope:
    """What was signed, by whom, from the outermost envelope to the innermost."""

    content: bytes
    signatures: tuple[Signature, ...]
    is_followed: bool  # something other than padding stands behind the envelope


def open_envelope(content: bytes, name: str) -> Envelope | None:
    """The content of an envelope, or None if these bytes are no envelope; UserError `signature.*` for a broken one."""
    inner = _as_der(content)
    if inner is None:
        return None
    signatures: list[Signature] = []
    is_followed = False
    for _depth in range(DEEPEST_ENVELOPE):
        with refusing("signature.unreadable", name=name):
            content, found, has_tail = _opened(inner)
        signatures += found
        is_followed = is_followed or has_tail
        inner = _as_der(content)
        if inner is None:
            return Envelope(content, tuple(signatures), is_followed)
    raise UserError("signature.too_deep", limit=DEEPEST_ENVELOPE)


def enclosed_in(content: bytes, name: str) -> bytes | None:
    """What the outermost envelope holds, whatever its signatures are worth; None if these bytes are no envelope."""
    der = _as_der(content)
    if der is None:
        return None
    with refusing("signature.unreadable", name=name):
        measured(der)
        found = enclosed_content(signed_data(der))
    if found is None:
        raise UserError("signature.detached")
    return found


def _opened(der: bytes) -> tuple[bytes, tuple[Signature, ...], bool]:
    """The content, the signatures, and whether the envelope is followed by something."""
    end = measured(der)
    found = signed_data(der)
    content = enclosed_content(found)
    if content is None:
        raise UserError("signature.detached")
    return content, read_signatures(found, digest_of(content)), bool(der[end:].strip(_PADDING))


def _as_der(content: bytes) -> bytes | None:
    """The binary form of what looks like an envelope; UserError for one of another kind."""
    if content.startswith(_SEQUENCE):
        return content if _is_signed(content) else None
    text = content.removeprefix(b"\xef\xbb\xbf").strip(_BLANKS)
    if text.startswith(_ARMOUR):
        text = b"".join(line for line in text.splitlines() if not line.startswith(b"-----"))
    elif not text.startswith(_BASE64_OF_SEQUENCE):
        return None
    try:
        packed = text.translate(None, _BLANKS)
        der = base64.b64decode(packed + b"=" * (-len(packed) % 4), validate=True)
    except binascii.Error:
        return None
    return der if _is_signed(der) else None


def _is_signed(der: bytes) -> bool:
    start = der[:_HEADER_BYTES]
    if _STAMPED_FILE in start:
        raise UserError("signature.stamped_file")
    _before, mark, kind = start.partition(_OID)
    if mark and kind and kind[0] in _ENCIPHERED:
        raise UserError("signature.enciphered")
    return bool(mark and kind) and kind[0] == _SIGNED
