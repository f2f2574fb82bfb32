# SPDX-License-Identifier: EUPL-1.2
"""What a signed file says of itself, and whether it holds what was given out to be signed.

Nothing here claims that a signature is valid: it is intact or not, and its certificate names someone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

FileKind = Literal["pades", "cades", "none"]
Trust = Literal["not_checked", "trusted", "untrusted"]


class Match(StrEnum):
    """How a signed file relates to the file that was given out; only `SAME` lets a request leave."""

    SAME = "same"
    ALTERED = "altered"  # stamped, converted or filled in, and then signed
    CHANGED_AFTER = "changed_after"  # stamped or saved anew once it was signed
    BROKEN = "broken"  # the right content, but a signature that does not hold
    OTHER = "other"  # another file was signed
    NOT_SIGNED = "not_signed"


@dataclass(frozen=True, slots=True)
class Signer:
    """One signature: who the certificate names, and whether it still fits what was signed."""

    name: str
    fiscal_code: str  # of the certificate, or ""
    organisation: str
    certificate_from: date
    certificate_until: date
    issuer: str  # who says to have issued the certificate
    signed_at: datetime | None  # UTC, as the signer claims
    has_timestamp: bool  # a time stamp that fits the signature and is intact
    is_intact: bool
    was_certificate_valid: bool | None  # on the day of signing, by its own dates; None where no time is known


@dataclass(frozen=True, slots=True)
class Earlier:
    """A state that a signed file had before its first signature."""

    sha256: str
    is_untouched: bool  # nothing but the signature was added to it before signing


@dataclass(frozen=True, slots=True)
class SignedFile:
    """A file as read: what was signed, by whom, and what happened to it afterwards."""

    kind: FileKind
    content: bytes  # before the first signature; all that was signed where a PDF does not tell the two apart
    content_sha256: str
    signers: tuple[Signer, ...]
    covers_whole_file: bool
    has_changes_after: bool  # other than more signatures and their evidence
    trust: Trust
    earlier: tuple[Earlier, ...] = ()
    mark: str = ""  # the permanent identifier of a PDF, which programs keep when they save it anew

    @property
    def is_intact(self) -> bool:
        """True when every signature holds; also a file without any is not intact."""
        return bool(self.signers) and all(signer.is_intact for signer in self.signers)

    @property
    def were_certificates_valid(self) -> bool | None:
        """False when one was not valid at signing, None when one cannot be told."""
        told = {signer.was_certificate_valid for signer in self.signers}
        return False if False in told else None if None in told or not told else True


def compare_with_given_out(signed: SignedFile, sha256: str, mark: str = "") -> Match:
    """Whether the file that was signed is the one given out, by its SHA-256 and by its mark if it is a PDF."""
    if signed.kind == "none":
        return Match.NOT_SIGNED
    was_changed = signed.has_changes_after or not signed.is_intact
    states = [state for state in signed.earlier if state.sha256 == sha256]
    if not states:
        return _unlike(signed.mark, mark, was_changed=was_changed)
    if not any(state.is_untouched for state in states):
        return Match.ALTERED
    if signed.has_changes_after:
        return Match.CHANGED_AFTER
    return Match.SAME if signed.is_intact else Match.BROKEN


def as_noted(signed: SignedFile, match: Match | None = None) -> dict[str, object]:
    """The facts that are kept beside a document: plain values only, so that they can be written as JSON."""
    return {
        "kind": signed.kind,
        "match": match.value if match else None,
        "is_intact": signed.is_intact if signed.signers else None,
        "was_certificate_valid": signed.were_certificates_valid,
        "has_changes_after": signed.has_changes_after,
        "covers_whole_file": signed.covers_whole_file,
        "trust": signed.trust,
        "content_sha256": signed.content_sha256,
        "signers": [signer.name for signer in signed.signers],
        "signatures": [dict(_plain(signer)) for signer in signed.signers],
    }


def first_signed_at(signed: SignedFile) -> datetime | None:
    """The earliest moment that a signer claims, or None."""
    return min((signer.signed_at for signer in signed.signers if signer.signed_at), default=None)


def _unlike(found: str, given: str, *, was_changed: bool) -> Match:
    """No state of the file has the bytes given out: what else can be told from the marks of the two."""
    if found and given and found != given:
        return Match.OTHER
    if was_changed:
        return Match.CHANGED_AFTER
    return Match.ALTERED if found and found == given else Match.OTHER


def _plain(signer: Signer) -> Iterator[tuple[str, object]]:
    for name in Signer.__dataclass_fields__:
        value = getattr(signer, name)
        yield name, value.isoformat() if isinstance(value, date | datetime) else value
