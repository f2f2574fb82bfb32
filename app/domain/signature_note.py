# SPDX-License-Identifier: EUPL-1.2
"""What is kept of the signatures of a document, read back: see `signatures.as_noted` for how it is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.domain.signatures import Match, Signer

UNREADABLE = "unreadable"
"""The kind of a file whose signatures could not be read."""


@dataclass(frozen=True, slots=True)
class SignatureNote:
    """The signatures of a document as they were read when it was added."""

    kind: str  # "pades", "cades", "none" or UNREADABLE
    match: Match | None  # of a signed copy with what was given out
    trust: str
    signers: tuple[Signer, ...]
    covers_whole_file: bool
    has_changes_after: bool
    problem: str  # the code of why it could not be read, or ""

    @property
    def is_signed(self) -> bool:
        """True where there is at least one signature."""
        return bool(self.signers)

    @property
    def is_intact(self) -> bool:
        """True when every signature holds and nothing came after."""
        return self.is_signed and all(one.is_intact for one in self.signers) and not self.has_changes_after

    @property
    def state(self) -> str:
        """All of it in one key: "unreadable", "none", "broken" or "intact"."""
        if self.kind == UNREADABLE:
            return UNREADABLE
        if not self.is_signed:
            return "none"
        return "intact" if self.is_intact else "broken"


def read_note(row: Mapping[str, Any] | None) -> SignatureNote | None:
    """The note of a document; None for a kind of file that has no signatures."""
    if row is None or "gaps" in row:  # a draft keeps there what it could not say
        return None
    match = row.get("match")
    return SignatureNote(
        kind=str(row.get("kind", "none")),
        match=Match(match) if match in set(Match) else None,
        trust=str(row.get("trust", "not_checked")),
        signers=tuple(_signer(one) for one in row.get("signatures", ())),
        covers_whole_file=bool(row.get("covers_whole_file", True)),
        has_changes_after=bool(row.get("has_changes_after", False)),
        problem=str(row.get("problem", "")),
    )


def unreadable(code: str) -> dict[str, object]:
    """What is kept of a file whose signatures could not be read."""
    return {"kind": UNREADABLE, "problem": code, "signers": [], "signatures": []}


def _signer(row: Mapping[str, Any]) -> Signer:
    signed_at = row.get("signed_at")
    return Signer(
        **{
            **row,
            "certificate_from": date.fromisoformat(row["certificate_from"]),
            "certificate_until": date.fromisoformat(row["certificate_until"]),
            "signed_at": datetime.fromisoformat(signed_at) if signed_at else None,
        }
    )
