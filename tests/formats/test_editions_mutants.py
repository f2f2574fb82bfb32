# SPDX-License-Identifier: EUPL-1.2
"""Changed editions and answers: none is taken in, none breaks the program (reliability U1-U6, I7)."""

import itertools
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.editions import Installed, check_edition, pin
from app.domain.exchange import AnsweringCentre, SentRequest, check_answer
from app.domain.publisher_keys import PinnedKey
from app.errors import UserError
from app.formats.editions import read_edition_bundle
from app.formats.exchange import read_answer
from app.formats.signing_keys import new_key, rotate
from app.text.sentences import SENTENCES
from tests.packages import (
    PUBLISHER,
    REFERENCE,
    answer_package,
    edition_head,
    edition_package,
    mutants,
    refusal,
)

MUTANTS = 220
TODAY = date(2026, 11, 25)
KEY, STRANGER, OLD = new_key(), new_key(), new_key()
EDITION = edition_package(KEY)
ANSWER = answer_package(KEY)
PINNED = pin(edition_head(), KEY.public)
HERE = Installed((PINNED,), highest_sequence=6, today=TODAY, program_version="0.1.0")
SENT = SentRequest(REFERENCE, 1, "ab" * 32, "CIT-BRESCIA", last_sequence=0)


def take_in_edition(content: bytes) -> None:
    """As a comune would that knows the key."""
    signed = read_edition_bundle(content)
    check_edition(signed.head, signed.key, signed.rotations, HERE)


def take_in_answer(content: bytes) -> None:
    """As a comune would that waits for it."""
    package = read_answer(content)
    assert package.key
    check_answer(package.data, package.key, SENT, (PINNED,), TODAY)


def judged_editions() -> Iterator[tuple[str, bytes]]:
    """Whole editions that must stay out: signed rightly, by the wrong key or at the wrong time."""
    yield "stranger", edition_package(STRANGER)
    yield (
        "stranger with a rotation of his own",
        edition_package(STRANGER, (rotate(OLD, STRANGER.public, PUBLISHER, TODAY),)),
    )
    for sequence in (1, 5, 6, 6 + 1001, 2**53 - 1):
        yield f"sequence {sequence}", edition_package(KEY, sequence=sequence)
    yield "expired", edition_package(KEY, valid_until=TODAY - timedelta(days=1))
    yield "not valid yet", edition_package(KEY, valid_from=TODAY + timedelta(days=1))
    yield "newer program", edition_package(KEY, min_version="0.1.1")
    yield "more centres", edition_package(KEY, centre_codes=(*edition_head().centre_codes, "CIT-ALTROVE"))


def judged_answers() -> Iterator[tuple[str, bytes]]:
    """Whole answers that must stay out."""
    yield "stranger", answer_package(STRANGER)
    yield "other reference", answer_package(KEY, reference="f" * 32)
    yield "other revision", answer_package(KEY, revision=2)
    yield "other package", answer_package(KEY, request_sha256="cd" * 32)
    yield "jump", answer_package(KEY, sequence=1001)
    yield "future", answer_package(KEY, on=TODAY + timedelta(days=1))
    yield "other centre", answer_package(KEY, centre=AnsweringCentre("CST-LECCO", "Lecco"))


def test_the_originals_are_taken_in() -> None:
    take_in_edition(EDITION)
    take_in_answer(ANSWER)


@pytest.mark.parametrize(
    ("original", "other", "judged", "take_in"),
    [
        (EDITION, edition_package(KEY, sequence=8), judged_editions, take_in_edition),
        (ANSWER, answer_package(KEY, sequence=2, text="Altro"), judged_answers, take_in_answer),
    ],
    ids=["edition", "answer"],
)
def test_no_mutant_is_taken_in_and_each_is_told_in_a_sentence(
    original: bytes,
    other: bytes,
    judged: Callable[[], Iterator[tuple[str, bytes]]],
    take_in: Callable[[bytes], None],
) -> None:
    changed = itertools.islice(mutants(original, other, random.Random(28)), MUTANTS)
    told = [(how, refusal(take_in, content)) for how, content in (*changed, *judged())]
    codes = {code for _how, code in told}
    assert len(told) > MUTANTS
    assert [how for how, code in told if not code] == []
    assert codes - set(SENTENCES) == set()
    assert len(codes) > 12


@pytest.mark.parametrize(("content", "read"), [(EDITION, read_edition_bundle), (ANSWER, read_answer)])
def test_every_byte_of_what_is_not_content_is_looked_at(content: bytes, read: Callable[[bytes], object]) -> None:
    """Heads, tables, sizes, modes, sums: the first bytes and the last ones hold all that a zip says of itself."""
    places = [*range(1500), *range(len(content) - 600, len(content))]
    accepted = []
    for place in (place for place in places if place < len(content)):
        for flip in (1, 0x80):
            changed = bytearray(content)
            changed[place] ^= flip
            if not refusal(read, bytes(changed)):
                accepted.append(place)
    assert accepted == []


@pytest.mark.parametrize("length", [0, 1, 4, 29, 30, 100, len(ANSWER) - 1])
def test_a_cut_answer_is_told_as_such(length: int) -> None:
    assert refusal(read_answer, ANSWER[:length]) in {"package.truncated", "package.not_a_package"}


@pytest.mark.parametrize(
    ("known", "code"),
    [
        (replace(PINNED, is_revoked=True), "revoked"),
        (replace(PINNED, replaced_by="0" * 16), "replaced"),
    ],
    ids=["revoked", "replaced"],
)
def test_a_revoked_or_replaced_key_vouches_for_nothing(known: PinnedKey, code: str) -> None:
    signed, answer = read_edition_bundle(EDITION), read_answer(ANSWER)
    assert answer.key
    with pytest.raises(UserError) as refused:
        check_edition(signed.head, signed.key, signed.rotations, replace(HERE, pinned=(known,)))
    assert refused.value.code == f"catalogue.key_{code}"
    with pytest.raises(UserError) as refused:
        check_answer(answer.data, answer.key, SENT, (known,), TODAY)
    assert refused.value.code == f"answer.{code}_key"


def test_an_answer_that_comes_again_is_a_replay() -> None:
    answer = read_answer(ANSWER)
    assert answer.key
    with pytest.raises(UserError) as refused:
        check_answer(answer.data, answer.key, replace(SENT, last_sequence=1), (PINNED,), TODAY)
    assert refused.value.code == "answer.replayed"
