# SPDX-License-Identifier: EUPL-1.2
"""Signed files as they come: a PDF signed inside (PAdES) or an envelope .p7m (CAdES), and what was signed.

No bytes are changed and nothing is asked of a network. What cannot be read is refused with a `signature.*` code.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.domain.signatures import Earlier, FileKind, Match, SignedFile, Trust, compare_with_given_out
from app.errors import UserError
from app.formats.cades import Envelope, open_envelope
from app.formats.certificates import is_recognised, load_trusted
from app.formats.cms_signatures import Signature
from app.formats.pades import SignedPdf, is_pdf, mark_of, read_pdf

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

MAX_BYTES = 50 * 1024**2
_ENVELOPES = (".p7m", ".p7s", ".p7c", ".p7e")
_PDF = ".pdf"


def read_signed(content: bytes, name: str, trusted: Sequence[bytes] = ()) -> SignedFile:
    """The signatures of a file and what was signed, `kind` "none" if it has none.

    Args:
        content: the file.
        name: how it is called: an envelope or a PDF by name alone is refused.
        trusted: files of certificates that the clerk has loaded; without them trust is `not_checked`.
    """
    if len(content) > MAX_BYTES:
        raise UserError("signature.too_big", name=name, limit=MAX_BYTES // 1024**2)
    anchors = load_trusted(trusted)
    envelope = open_envelope(content, name)
    pdf = _read_inner(envelope, name) if envelope else read_pdf(content, name) if is_pdf(content) else None
    if envelope is None and not is_pdf(content) and name.lower().endswith((*_ENVELOPES, _PDF)):
        raise UserError("signature.unreadable", name=name)
    signatures = (*(envelope.signatures if envelope else ()), *(pdf.signatures if pdf else ()))
    original = pdf.content if pdf else envelope.content if envelope else content
    kind: FileKind = "cades" if envelope else "pades" if pdf else "none"
    return SignedFile(
        kind=kind,
        content=original,
        content_sha256=hashlib.sha256(original).hexdigest(),
        signers=tuple(each.signer for each in signatures),
        covers_whole_file=pdf.covers_whole_file if pdf else not (envelope and envelope.is_followed),
        has_changes_after=bool(pdf and pdf.has_changes_after) or bool(envelope and envelope.is_followed),
        trust=_trust(signatures, anchors),
        earlier=_earlier(envelope, pdf),
        mark=mark_of(original),
    )


def compare(signed: SignedFile, given_out: bytes) -> Match:
    """Whether what was signed is, byte for byte, the file that was given out."""
    return compare_with_given_out(signed, hashlib.sha256(given_out).hexdigest(), mark_of(given_out))


def _read_inner(envelope: Envelope, name: str) -> SignedPdf | None:
    """The signatures of a PDF that was signed inside first; an unreadable one is only content, which is whole."""
    if not is_pdf(envelope.content):
        return None
    try:
        return read_pdf(envelope.content, name)
    except UserError:
        return None


def _earlier(envelope: Envelope | None, pdf: SignedPdf | None) -> tuple[Earlier, ...]:
    enclosed = (Earlier(hashlib.sha256(envelope.content).hexdigest(), is_untouched=True),) if envelope else ()
    return (*enclosed, *(pdf.earlier if pdf else ()))


def _trust(signatures: Sequence[Signature], anchors: Sequence[Certificate]) -> Trust:
    if not anchors or not signatures:
        return "not_checked"
    recognised = (is_recognised(each.certificate, each.enclosed, anchors, each.moment) for each in signatures)
    return "trusted" if all(recognised) else "untrusted"
