# SPDX-License-Identifier: EUPL-1.2
"""Bytes from outside that may be anything: limits before a library reads them, one refusal for all that it raises."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from app.errors import UserError

MOST_ELEMENTS = 200_000
DEEPEST = 40

_TROUBLE: tuple[type[Exception], ...] = (
    *(ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError),
    *(RuntimeError, EOFError, zlib.error, struct.error),  # RuntimeError: also too deep, and not implemented
)
"""What the readers of ASN.1 and of PDF raise on broken bytes: they promise no common class."""

_LOW_TAG, _CONSTRUCTED, _LONG, _INDEFINITE = 0x1F, 0x20, 0x80, 0x80
_END_OF_CONTENTS = b"\x00\x00"
_PIECES = (0x04, 0x00)  # octets, or the end of a piece that is itself in pieces


@contextmanager
def refusing(code: str, *also: type[Exception], **params: object) -> Iterator[None]:
    """Refuse with this code whatever a library makes of bytes that it cannot read, and its own kinds of error."""
    try:
        yield
    except UserError:
        raise
    except _TROUBLE + also as error:
        raise UserError(code, **params) from error


def measured(content: bytes) -> int:
    """The length of the first BER value, once its headers are known to fit; ValueError where they do not.

    asn1crypto reads lazily and without limits: a tag number of a million digits or a million empty values would
    take it minutes.
    """
    place, elements = 0, 0
    ends: list[int | None] = []  # of the values that are open; None ends at the next end of contents
    limits = [len(content)]
    while place == 0 or ends:
        if ends and ends[-1] == place:
            ends.pop()
            limits.pop()
            continue
        if ends and ends[-1] is None and content[place : place + 2] == _END_OF_CONTENTS:
            ends.pop()
            limits.pop()
            place += len(_END_OF_CONTENTS)
            continue
        elements += 1
        is_open, place, end = _header(content, place, limits[-1])
        if elements > MOST_ELEMENTS or len(ends) > DEEPEST:
            raise ValueError("too many values")
        if is_open:
            ends.append(end)
            limits.append(limits[-1] if end is None else end)
        elif end is not None:
            place = end
    return place


def joined(content: bytes) -> bytes:
    """The bytes of an octet string that was written in pieces, itself measured before.

    asn1crypto copies all that it has for each piece: an hour for the 50 MB that a program wrote kilobyte by kilobyte.
    """
    pieces: list[bytes] = []
    place = 0
    while place < len(content):
        if content[place] & _LOW_TAG not in _PIECES:
            raise ValueError("no piece of an octet string")
        is_open, start, end = _header(content, place, len(content))
        if not is_open and end is not None:
            pieces.append(content[start:end])
            place = end
        else:
            place = start
    return b"".join(pieces)


def _header(content: bytes, place: int, limit: int) -> tuple[bool, int, int | None]:
    """Whether other values lie inside, where the content begins, and where it ends if that is said."""
    if place + 2 > limit:
        raise ValueError("cut")
    tag, length = content[place], content[place + 1]
    place += 2
    is_open = bool(tag & _CONSTRUCTED)
    if tag & _LOW_TAG == _LOW_TAG:
        raise ValueError("no such tag in a signature")
    if length == _INDEFINITE:
        if not is_open:
            raise ValueError("a plain value without length")
        return True, place, None
    if length & _LONG:
        octets = length & ~_LONG
        length = int.from_bytes(content[place : place + octets])
        place += octets
    if place + length > limit:
        raise ValueError("cut")
    return is_open, place, place + length
