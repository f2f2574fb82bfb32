# SPDX-License-Identifier: EUPL-1.2
"""The state of signatures in a word and a tone; nothing ever calls a signature valid."""

from dataclasses import replace

import pytest

from app.domain.signature_note import SignatureNote, read_note, unreadable
from app.domain.signatures import as_noted
from app.text.signature_state import signature_state
from tests.domain.test_signature_note import SIGNED, SIGNER

PLAIN = replace(SIGNED, kind="none", signers=())


@pytest.mark.parametrize(
    ("note", "text", "tone"),
    [
        (None, "", "neutral"),
        (read_note(as_noted(PLAIN)), "Senza firma", "neutral"),
        (read_note(unreadable("signature.unreadable")), "Firma illeggibile", "warning"),
        (read_note(as_noted(SIGNED)), "Firma integra", "good"),
        (read_note(as_noted(replace(SIGNED, signers=(SIGNER, SIGNER)))), "2 firme integre", "good"),
        (read_note(as_noted(replace(SIGNED, has_changes_after=True))), "Firma non integra", "bad"),
    ],
)
def test_each_state_has_its_words(note: SignatureNote | None, text: str, tone: str) -> None:
    state = signature_state(note)
    assert (state.text, state.tone) == (text, tone)
    assert "valid" not in state.text
