# SPDX-License-Identifier: EUPL-1.2
"""The signatures and time stamps of one PDF, each in its place: what it leaves out, and what follows it.

To be imported late: pyHanko takes a third of a second.
"""

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from pyhanko.pdf_utils.generic import DictionaryObject, parse_pdf_date
from pyhanko.pdf_utils.misc import PdfError, PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DiffResult
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature, extract_contents
from pyhanko.sign.validation.status import SignatureCoverageLevel

from app.errors import UserError
from app.formats.cms_signatures import MOST_SIGNERS, DigestOf, Signature, digest_of, read_signatures, stamped_at
from app.formats.hostile import measured
from app.formats.pades import SignedPdf
from app.formats.pdf_states import AFTER_SIGNING, MOST_STATES, States, has_only_signatures

_DETACHED = ("/adbe.pkcs7.detached", "/ETSI.CAdES.detached")
_TIME_STAMP = "/ETSI.RFC3161"
_BLANKS = b"\0\t\n\f\r "
_ENDING = re.compile(rb"[\r\n]startxref\s+\d+\s+%%EOF")
_ENDING_BYTES = 2048
_ROME = ZoneInfo("Europe/Rome")

logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # it warns of each oddity of a foreign file


@dataclass(frozen=True, slots=True)
class _Seal:
    """One signature or time stamp of the document, in its place in the file."""

    found: EmbeddedPdfSignature
    is_time_stamp: bool
    has_exact_gap: bool  # nothing but the signature itself is left out of what it covers
    ends_at: int
    has_end: bool  # what it covers ends as a PDF does
    digest: DigestOf

    @property
    def state(self) -> int:
        """The state of the file, counted from its first, that this one closes."""
        return int(self.found.signed_revision)


def opened(content: bytes) -> PdfFileReader:
    """The PDF, strictly read if that goes; UserError for one whose states cannot be told apart."""
    if not _ends_as_pdf(content, len(content)):
        raise PdfReadError("no end")
    try:
        reader = PdfFileReader(io.BytesIO(content))
    except PdfReadError:
        reader = PdfFileReader(io.BytesIO(content), strict=False)
    if reader.encrypted:
        raise UserError("signature.pdf_enciphered")
    if reader.xrefs.hybrid_xrefs_present or reader.xrefs.total_revisions > MOST_STATES:
        raise UserError("signature.pdf_unusual")
    return reader


def read_seals(reader: PdfFileReader, content: bytes) -> SignedPdf | None:
    """All that the signatures of a PDF say, or None where it bears time stamps only."""
    seals = _seals(reader, content)
    if not seals:
        raise UserError("signature.pdf_lost")
    signing = [seal for seal in seals if not seal.is_time_stamp]
    if not signing:
        return None
    states = States(reader, content)
    names = frozenset(seal.found.fq_name for seal in seals)
    original = states.before(signing[0].state)
    ends_at = max(seal.ends_at for seal in seals)
    has_tail = bool(content[max(ends_at, states.end) :].strip(_BLANKS))
    return SignedPdf(
        content=content[: signing[0].ends_at] if original is None else original,
        signatures=tuple(_signatures(signing, [seal for seal in seals if seal.is_time_stamp])),
        earlier=states.earlier([seal.state for seal in signing], names),
        covers_whole_file=ends_at == len(content),
        has_changes_after=has_tail or not all(_is_left_alone(seal, names) for seal in seals),
    )


def _seals(reader: PdfFileReader, content: bytes) -> list[_Seal]:
    seals: list[_Seal] = []
    for name, signature, field in enumerate_sig_fields(reader, filled_status=True):
        if len(seals) == MOST_SIGNERS:
            raise UserError("signature.too_many_signers", limit=MOST_SIGNERS)
        seals.append(_seal(reader, content, name, signature.get_object(), field))
    return sorted(seals, key=lambda seal: (seal.state, seal.ends_at))


def _seal(
    reader: PdfFileReader, content: bytes, name: str, signature: DictionaryObject, field: DictionaryObject
) -> _Seal:
    kind = signature.get("/SubFilter")
    if kind not in (*_DETACHED, _TIME_STAMP):
        raise UserError("signature.pdf_old_kind")
    cms = extract_contents(signature)
    has_only_padding = not cms[measured(cms) :].strip(b"\0")
    found = EmbeddedPdfSignature(reader, field, name)
    start, length, behind, rest = (int(number) for number in found.byte_range)
    gap = content[length:behind]
    view = memoryview(content)
    is_inside = start == 0 <= length <= behind <= behind + rest <= len(content)
    return _Seal(
        found=found,
        is_time_stamp=kind == _TIME_STAMP,
        has_exact_gap=has_only_padding
        and is_inside
        and gap[:1] == b"<"
        and gap[-1:] == b">"
        and _unhex(gap[1:-1]) == cms,
        ends_at=behind + rest,
        has_end=_ends_as_pdf(content, behind + rest),
        digest=digest_of(view[start : start + length], view[behind : behind + rest]),
    )


def _signatures(signing: list[_Seal], stamps: list[_Seal]) -> Iterator[Signature]:
    """The signatures in their order; a time stamp of the whole document is one of each signature before it."""
    stamped = [(stamp.state, _stamped_at(stamp)) for stamp in stamps]
    for seal in signing:
        moment = next((moment for state, moment in stamped if moment and state > seal.state), None)
        for read in read_signatures(seal.found.signed_data, seal.digest, _claimed(seal), moment):
            is_intact = read.signer.is_intact and seal.has_exact_gap
            yield replace(read, signer=replace(read.signer, is_intact=is_intact))


def _stamped_at(seal: _Seal) -> datetime | None:
    return stamped_at(seal.found.pkcs7_content, seal.digest) if seal.has_exact_gap else None


def _claimed(seal: _Seal) -> datetime | None:
    """The time beside the signature; without a zone it is that of the office."""
    try:
        moment: datetime = parse_pdf_date(str(seal.found.sig_object.get("/M")), strict=False)
    except (ValueError, TypeError, PdfError):
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=_ROME)).astimezone(UTC)


def _is_left_alone(seal: _Seal, names: frozenset[str]) -> bool:
    """True if nothing but signatures, time stamps and their evidence follows this one."""
    found = seal.found
    if not seal.has_end:
        return False
    covered = found.evaluate_signature_coverage()
    found.coverage = covered  # type: ignore[assignment] # pyHanko states no type, and has None at first
    if covered < SignatureCoverageLevel.ENTIRE_REVISION:
        return False
    try:
        change = found.evaluate_modifications(AFTER_SIGNING)
        allowed = found.docmdp_level
    except PdfError:
        return False
    if not isinstance(change, DiffResult) or (allowed and change.modification_level.value > allowed.value):
        return False
    return has_only_signatures(change, names)


def _ends_as_pdf(content: bytes, end: int) -> bool:
    """Whether it may be looked at: pyHanko looks for the end of a line as far back as the first byte."""
    return _ENDING.search(content[max(0, end - _ENDING_BYTES) : max(0, end)]) is not None


def _unhex(text: bytes) -> bytes:
    try:
        return bytes.fromhex(text.decode("ascii"))
    except ValueError:
        return b""
