# SPDX-License-Identifier: EUPL-1.2
"""Signatures inside a PDF (PAdES): what they cover, what the file was before them, what was added behind them.

pyHanko reads the PDF and judges what changed between two of its states; the signatures themselves are checked by the
same code as those of an envelope, so that both kinds mean the same thing by `intact`.
"""

import re
from dataclasses import dataclass

from app.domain.signatures import Earlier
from app.errors import UserError
from app.formats.cms_signatures import Signature
from app.formats.hostile import refusing

_START, _END, _OBJECT = b"%PDF-", b"%%EOF", b" obj"
_BLANKS = b"\0\t\n\f\r "
_BYTE_RANGE = b"/ByteRange"  # it stands in the clear in every signed PDF
_MARK = re.compile(rb"/ID\s*\[\s*<([0-9A-Fa-f]{16,128})>")


@dataclass(frozen=True, slots=True)
class SignedPdf:
    """What the signatures of a PDF say."""

    content: bytes  # before the first signature; with it, where the program signed and wrote all in one
    signatures: tuple[Signature, ...]
    earlier: tuple[Earlier, ...]
    covers_whole_file: bool
    has_changes_after: bool


def is_pdf(content: bytes) -> bool:
    """True for what begins as a PDF does."""
    return content[:64].lstrip(_BLANKS).startswith(_START)


def mark_of(content: bytes) -> str:
    """The permanent identifier of a PDF, which stays when a program saves it anew; "" if it has none."""
    found = _MARK.findall(content) if is_pdf(content) else []
    return found[-1].decode("ascii").upper() if found else ""


def read_pdf(content: bytes, name: str) -> SignedPdf | None:
    """The signatures of a PDF, or None if it has none; UserError `signature.*` where they cannot be read."""
    if _BYTE_RANGE not in content:
        if _OBJECT in content[content.rfind(_END) :]:
            raise UserError("signature.pdf_cut", name=name)
        return None
    from pyhanko.pdf_utils.misc import PdfError

    from app.formats.pdf_seals import opened, read_seals

    with refusing("signature.pdf_unreadable", PdfError, name=name):
        return read_seals(opened(content), content)
