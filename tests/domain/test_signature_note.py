# SPDX-License-Identifier: EUPL-1.2
"""What is kept of signatures reads back as it was written, through the JSON of the store."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

from app.domain.signature_note import read_note, unreadable
from app.domain.signatures import Match, SignedFile, Signer, as_noted

SIGNER = Signer(
    "Maria Bianchi", "BNCMRA60A41A337X", "Comune", date(2025, 1, 1), date(2029, 12, 31), "Autorità",
    datetime(2026, 11, 3, 9, 30, tzinfo=UTC), has_timestamp=True, is_intact=True, was_certificate_valid=None,
)  # fmt: skip
SIGNED = SignedFile(
    "pades", b"x", "0" * 64, (SIGNER,), covers_whole_file=True, has_changes_after=False, trust="trusted"
)


def test_it_reads_back_as_it_was_written() -> None:
    for signer in (SIGNER, replace(SIGNER, signed_at=None, was_certificate_valid=False)):
        signed = replace(SIGNED, signers=(signer,))
        note = read_note(json.loads(json.dumps(as_noted(signed, Match.SAME))))
        assert note is not None
        assert (note.kind, note.match, note.trust, note.signers) == ("pades", Match.SAME, "trusted", (signer,))
        assert (note.covers_whole_file, note.has_changes_after, note.is_signed, note.is_intact) == (
            True,
            False,
            True,
            True,
        )


def test_what_is_broken_or_changed_is_not_intact() -> None:
    for signed in (
        replace(SIGNED, signers=(replace(SIGNER, is_intact=False),)),
        replace(SIGNED, has_changes_after=True),
    ):
        note = read_note(as_noted(signed))
        assert note is not None
        assert (note.is_signed, note.is_intact, note.match) == (True, False, None)


def test_a_file_without_signatures_or_unreadable_is_told_apart() -> None:
    assert read_note(None) is None
    plain = read_note(as_noted(replace(SIGNED, kind="none", signers=())))
    broken = read_note(unreadable("signature.unreadable"))
    assert plain is not None
    assert broken is not None
    assert (plain.kind, plain.is_signed, plain.is_intact) == ("none", False, False)
    assert (broken.kind, broken.problem, broken.is_signed) == ("unreadable", "signature.unreadable", False)
