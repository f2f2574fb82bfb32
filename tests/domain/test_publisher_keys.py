# SPDX-License-Identifier: EUPL-1.2
"""Keys of publishers: their names, and how one hands over to the next."""

import base64
import hashlib
from dataclasses import replace
from datetime import date

import pytest

from app.domain.publisher_keys import (
    PinnedKey,
    PublicKey,
    Rotation,
    find_pinned,
    find_predecessor,
    is_chain,
    is_same_fingerprint,
)
from app.errors import UserError

FIRST, SECOND, THIRD, OTHER = (PublicKey(base64.b64encode(bytes([number]) * 32).decode()) for number in range(4))
DAY = date(2026, 11, 3)


def rotation(old: PublicKey, new: PublicKey, publisher: str = "Provincia") -> Rotation:
    return Rotation(publisher, DAY, old, new)


CHAIN = (rotation(FIRST, SECOND), rotation(SECOND, THIRD))
PINNED = PinnedKey(FIRST, "Provincia", ("CIT-BRESCIA",))


def test_a_key_is_named_by_its_hash() -> None:
    digest = hashlib.sha256(bytes(32)).hexdigest()
    assert FIRST.key_id == digest[:16]
    assert FIRST.fingerprint.replace(" ", "").lower() == digest
    assert [len(group) for group in FIRST.fingerprint.split()] == [4] * 16


@pytest.mark.parametrize("public_key", ["", "x", "A" * 43 + "=\n", "A" * 42 + "B=", "à" * 44, "A" * 44, "A" * 88])
def test_another_spelling_of_a_key_is_none(public_key: str) -> None:
    with pytest.raises(UserError) as refused:
        _ = PublicKey(public_key).key_id
    assert refused.value.code == "key.malformed"


def test_a_fingerprint_is_compared_whole_however_it_is_grouped() -> None:
    whole = FIRST.fingerprint
    for written in (whole, whole.lower(), whole.replace(" ", ""), whole.replace(" ", ":"), f" {whole}\n"):
        assert is_same_fingerprint(FIRST, written)
    for written in ("", whole[:-5], whole[:-1] + "x", SECOND.fingerprint, FIRST.key_id):
        assert not is_same_fingerprint(FIRST, written)


def test_a_pinned_key_is_found() -> None:
    assert find_pinned(FIRST, (PINNED,)) is PINNED
    assert find_pinned(SECOND, (PINNED,)) is None


def test_rotations_lead_from_a_pinned_key_to_the_one_that_signs() -> None:
    assert find_predecessor(SECOND, CHAIN[:1], (PINNED,)) is PINNED
    assert find_predecessor(THIRD, CHAIN, (PINNED,)) is PINNED
    second = replace(PINNED, key=SECOND)
    assert find_predecessor(THIRD, CHAIN, (second, replace(PINNED, replaced_by=SECOND.key_id))) is second


@pytest.mark.parametrize(
    ("key", "rotations", "pinned"),
    [
        (THIRD, (), (PINNED,)),
        (OTHER, CHAIN, (PINNED,)),
        (SECOND, CHAIN, (PINNED,)),
        (THIRD, CHAIN[1:], (PINNED,)),
        (THIRD, (CHAIN[0], rotation(OTHER, THIRD)), (PINNED,)),
        (SECOND, (rotation(FIRST, SECOND, "Altri"),), (PINNED,)),
        (SECOND, CHAIN[:1], (replace(PINNED, is_revoked=True),)),
        (SECOND, CHAIN[:1], (replace(PINNED, replaced_by=OTHER.key_id),)),
        (THIRD, CHAIN, (PINNED, replace(PINNED, key=SECOND, is_revoked=True))),
        (SECOND, CHAIN[:1], ()),
    ],
    ids=["none", "other", "beyond", "gap", "foreign", "publisher", "revoked", "replaced", "past-revoked", "unknown"],
)
def test_no_other_way_leads_to_a_key(
    key: PublicKey, rotations: tuple[Rotation, ...], pinned: tuple[PinnedKey, ...]
) -> None:
    assert find_predecessor(key, rotations, pinned) is None


def test_a_chain_has_no_gap_no_circle_and_one_publisher() -> None:
    assert is_chain((), FIRST)
    assert is_chain(CHAIN, THIRD)
    assert not is_chain(CHAIN, SECOND)
    assert not is_chain((CHAIN[1], CHAIN[0]), SECOND)
    assert not is_chain((*CHAIN, rotation(THIRD, FIRST)), FIRST)
    assert not is_chain((CHAIN[0], rotation(SECOND, THIRD, "Altri")), THIRD)
