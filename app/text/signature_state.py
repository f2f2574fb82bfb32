# SPDX-License-Identifier: EUPL-1.2
"""The state of the signatures of a document in one or two words, and its tone: never "valid"."""

from dataclasses import dataclass
from typing import Protocol

from app.text import _, ngettext


@dataclass(frozen=True, slots=True)
class SignatureState:
    """Words for a list; `tone` is that of a pill."""

    text: str
    tone: str


class _Note(Protocol):
    @property
    def kind(self) -> str: ...

    @property
    def match(self) -> object: ...

    @property
    def signers(self) -> tuple[object, ...]: ...

    @property
    def is_signed(self) -> bool: ...

    @property
    def is_intact(self) -> bool: ...


def signature_state(note: _Note | None) -> SignatureState:
    """Nothing for a kind of file without signatures."""
    if note is None:
        return SignatureState("", "neutral")
    if note.kind == "unreadable":
        return SignatureState(_("Firma illeggibile"), "warning")
    if not note.is_signed:
        return SignatureState(_("Senza firma"), "neutral")
    if not note.is_intact:
        return SignatureState(_("Firma non integra"), "bad")
    count = len(note.signers)
    if count > 1:
        return SignatureState(
            ngettext("{count} firma integra", "{count} firme integre", count).format(count=count), "good"
        )
    return SignatureState(_("Firma integra"), "good")
