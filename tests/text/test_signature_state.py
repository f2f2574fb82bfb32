# SPDX-License-Identifier: EUPL-1.2
"""The state of signatures in a word and a tone; nothing ever calls a signature valid."""

from dataclasses import replace

import pytest

from app.domain.signature_note import SignatureNote, read_note, unreadable
from app.domain.signatures import as_noted
from app.text.signature_state import signature_short, signature_state_label, signature_tone
from tests.domain.test_signature_note import SIGNED, SIGNER


@pytest.mark.parametrize(
    ("note", "text", "tone"),
    [
        (read_note(as_noted(replace(SIGNED, kind="none", signers=()))), "Senza firma", "neutral"),
        (read_note(unreadable("signature.unreadable")), "Firma illeggibile", "warning"),
        (read_note(as_noted(SIGNED)), "Firma integra", "good"),
        (read_note(as_noted(replace(SIGNED, signers=(SIGNER, SIGNER)))), "2 firme integre", "good"),
        (read_note(as_noted(replace(SIGNED, has_changes_after=True))), "Firma non integra", "bad"),
    ],
)
def test_each_state_has_its_words(note: SignatureNote, text: str, tone: str) -> None:
    assert signature_state_label(note.state, len(note.signers)) == text
    assert signature_tone(note.state) == tone
    if len(note.signers) < 2:
        assert text.casefold().endswith(signature_short(note.state).casefold())
    assert "valid" not in text


def test_a_kind_of_file_without_signatures_says_nothing() -> None:
    assert (signature_state_label(""), signature_tone("")) == ("", "neutral")
