# SPDX-License-Identifier: EUPL-1.2
"""Limits before a library reads: what is measured, what is refused, and how long that takes."""

from time import perf_counter

import pytest
from asn1crypto import core
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.formats.hostile import DEEPEST, MOST_ELEMENTS, joined, measured, refusing

MEGABYTE = 1024**2


def value(tag: int, inside: bytes) -> bytes:
    """A BER value with its length in four octets."""
    return bytes((tag, 0x84)) + len(inside).to_bytes(4) + inside


@given(st.recursive(st.binary(max_size=200), lambda inner: st.lists(inner, max_size=4), max_leaves=20), st.binary())
def test_the_length_is_that_of_asn1crypto(tree: object, behind: bytes) -> None:
    written = _written(tree)
    assert measured(written + behind) == len(written)


def test_a_length_that_is_left_open_ends_where_it_says() -> None:
    opened = b"\x30\x80" + b"\x04\x02ab" + b"\x30\x80\x00\x00" + b"\x00\x00"
    assert measured(opened + b"rest") == len(opened)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x30",
        b"\x04\x05abc",
        b"\x30\x03\x04\x05ab",
        b"\x30\x80\x04\x01a",
        b"\x04\x80ab\x00\x00",
        b"\x30\x84\xff\xff\xff\xff",
        b"\x30\x88" + b"\xff" * 8,
        b"\x3f\xff\xff\x01\x00",
        b"\x30\x80" * (DEEPEST + 2) + b"\x00\x00" * (DEEPEST + 2),
        b"\x30\x80" + b"\x05\x00" * (MOST_ELEMENTS + 1) + b"\x00\x00",
    ],
)
def test_headers_that_do_not_fit_are_found(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        measured(content)


@pytest.mark.parametrize(
    "content",
    [
        value(0x30, b"\x3f" + b"\xff" * (20 * MEGABYTE)),
        value(0x30, b"\x30\x00" * (10 * MEGABYTE)),
        b"\x30\x80" * (10 * MEGABYTE),
    ],
    ids=["a tag of a million digits", "millions of empty values", "millions of open values"],
)
def test_what_would_keep_the_library_busy_is_left_at_once(content: bytes) -> None:
    start = perf_counter()
    with pytest.raises(ValueError, match=r"."):
        measured(content)
    assert perf_counter() - start < 5


@given(st.binary(max_size=3000), st.integers(1, 700))
def test_pieces_are_joined(content: bytes, size: int) -> None:
    pieces = [core.OctetString(content[at : at + size]).dump() for at in range(0, len(content), size)]
    half = len(pieces) // 2
    nested = b"\x24\x80" + b"".join(pieces[half:]) + b"\x00\x00"
    assert joined(b"".join(pieces[:half]) + nested) == content


def test_thousands_of_pieces_are_joined_at_once() -> None:
    start = perf_counter()
    assert len(joined(core.OctetString(b"x" * 200).dump() * 100_000)) == 20_000_000
    assert perf_counter() - start < 5


def test_only_octets_are_pieces() -> None:
    with pytest.raises(ValueError, match="no piece"):
        joined(b"\x02\x01\x05")


def test_what_a_library_raises_becomes_one_refusal() -> None:
    class OfTheLibraryError(Exception): ...

    for error in (ValueError("x"), KeyError("x"), RecursionError(), AssertionError(), OfTheLibraryError()):
        with pytest.raises(UserError) as caught, refusing("signature.unreadable", OfTheLibraryError, name="a"):
            raise error
        assert (caught.value.code, caught.value.params, caught.value.__cause__) == (
            "signature.unreadable",
            {"name": "a"},
            error,
        )


def test_a_refusal_keeps_its_own_code_and_a_full_memory_is_none() -> None:
    with pytest.raises(UserError) as caught, refusing("signature.unreadable"):
        raise UserError("signature.detached")
    assert caught.value.code == "signature.detached"
    with pytest.raises(MemoryError), refusing("signature.unreadable"):
        raise MemoryError


def _written(tree: object) -> bytes:
    if isinstance(tree, bytes):
        return bytes(core.OctetString(tree).dump())
    assert isinstance(tree, list)
    return value(0x30, b"".join(map(_written, tree)))
