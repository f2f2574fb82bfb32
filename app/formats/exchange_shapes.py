# SPDX-License-Identifier: EUPL-1.2
"""The JSON of requests and answers as it stands in a package, type by type and limit by limit."""

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from app.domain.exchange import Outcome, RequestKind
from app.domain.package_names import NAME_PATTERN
from app.formats.bundle import Manifest, Sha256
from app.formats.catalogue import Code
from app.formats.stored_zip import MAX_BYTES

_LINE = r"\A[^\x00-\x1f\x7f]*\Z"
_PROSE = r"\A[^\x00-\x08\x0b-\x1f\x7f]*\Z"  # tabs and new lines are text
_LARGEST_NUMBER = 2**53 - 1  # what every reader of JSON keeps exactly

Line = Annotated[str, Meta(pattern=_LINE, min_length=1, max_length=200)]
MaybeLine = Annotated[str, Meta(pattern=_LINE, max_length=300)]
Short = Annotated[str, Meta(pattern=_LINE, max_length=60)]
Subject = Annotated[str, Meta(pattern=_LINE, max_length=500)]
Prose = Annotated[str, Meta(pattern=_PROSE, max_length=4000)]
Word = Annotated[str, Meta(pattern=r"\A[a-z_]*\Z", max_length=40)]
FileName = Annotated[str, Meta(pattern=NAME_PATTERN)]
Size = Annotated[int, Meta(ge=0, le=MAX_BYTES)]
Moment = Annotated[datetime, Meta(tz=True)]
Reference = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
Revision = Annotated[int, Meta(ge=1, le=10_000)]
Sequence = Annotated[int, Meta(ge=1, le=_LARGEST_NUMBER)]
Quantity = Annotated[int, Meta(ge=1, le=1_000_000_000)]


class _Strict(Struct, frozen=True, forbid_unknown_fields=True):
    pass


class _Centre(_Strict, frozen=True):
    """The centre that is asked."""

    code: Code
    name: Line
    lead_authority: MaybeLine


class _Body(_Strict, frozen=True):
    """The comune that asks; a code that it does not know is empty."""

    name: Line
    istat: Annotated[str, Meta(pattern=r"\A[0-9]{6}\Z")]
    belfiore: Annotated[str, Meta(pattern=r"\A(?:[A-Z][0-9]{3})?\Z")]
    province: Annotated[str, Meta(pattern=r"\A(?:[A-Z]{2})?\Z")]
    fiscal_code: Short
    ipa_code: Short
    pec: MaybeLine
    address: MaybeLine


class _Signer(_Strict, frozen=True):
    """Who signs for the comune."""

    name: MaybeLine
    fiscal_code: Short
    role: MaybeLine
    is_delegate: bool


class _Contact(_Strict, frozen=True):
    """Whom the centre may call."""

    name: MaybeLine
    email: MaybeLine
    phone: Short


class _Service(_Strict, frozen=True):
    """One service that is asked for, by its code in the catalogue."""

    code: Code
    name: Line
    quantity: Quantity | None
    unit: Short
    cup: Short
    note: Prose


class _Act(_Strict, frozen=True):
    """An act on which the request stands."""

    kind: Word
    body: Word
    number: Short
    on: date
    published_on: date | None
    enforceable_on: date | None
    subject: Subject


class _FileSigner(_Strict, frozen=True):
    """Somebody who signed the file, as the comune read it."""

    name: MaybeLine
    fiscal_code: Short
    signed_at: Moment | None


class _Document(_Strict, frozen=True):
    """A file of the package; hash and size are those of the manifest."""

    file: FileName
    kind: Word
    title: MaybeLine
    sha256: Sha256
    bytes: Size
    protocol_number: Short
    protocol_on: date | None
    signed_by: Annotated[tuple[_FileSigner, ...], Meta(max_length=50)]


class _Protocol(_Strict, frozen=True):
    """A number of the register of protocol, empty before there is one."""

    number: Short
    on: date | None


class RequestShape(_Strict, frozen=True):
    """What a comune asks of an aggregation centre: `data.json` of an accession package."""

    reference: Reference
    revision: Revision
    kind: RequestKind
    created_at: Moment
    centre: _Centre
    body: _Body
    signer: _Signer
    contact: _Contact
    services: Annotated[tuple[_Service, ...], Meta(max_length=500)]
    acts: Annotated[tuple[_Act, ...], Meta(max_length=100)]
    documents: Annotated[tuple[_Document, ...], Meta(max_length=999)]
    protocol: _Protocol
    note: Prose


class _AnsweringCentre(_Strict, frozen=True):
    """The centre that answers."""

    code: Code
    name: Line


class _Term(_Strict, frozen=True):
    """From when to when the agreement runs."""

    starts_on: date | None
    ends_on: date | None


class _ServiceAnswer(_Strict, frozen=True):
    """What the centre says of one service."""

    code: Code
    is_accepted: bool
    note: Prose


class _AnswerDocument(_Strict, frozen=True):
    """A file of the package; hash and size are those of the manifest."""

    file: FileName
    kind: Word
    title: MaybeLine
    sha256: Sha256
    bytes: Size


class AnswerShape(_Strict, frozen=True):
    """What a centre answers to one revision of one request: `data.json` of an answer package."""

    reference: Reference
    revision: Revision
    request_sha256: Sha256
    sequence: Sequence
    issued_at: Moment
    centre: _AnsweringCentre
    outcome: Outcome
    on: date
    protocol: _Protocol
    text: Prose
    answer_by: date | None
    agreement: _Term | None
    services: Annotated[tuple[_ServiceAnswer, ...], Meta(max_length=500)]
    documents: Annotated[tuple[_AnswerDocument, ...], Meta(max_length=999)]


class RequestManifest(Manifest, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`manifest.json` of an accession package."""

    format: Literal["campanile.request"]
    reference: Reference
    revision: Revision
    centre: Code


class AnswerManifest(Manifest, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`manifest.json` of an answer package; who issues the answer has signed its bytes."""

    format: Literal["campanile.answer"]
    reference: Reference
    revision: Revision
    centre: Code
    request_sha256: Sha256
    sequence: Sequence


class CatalogueManifest(Manifest, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`manifest.json` of an edition of a catalogue; its publisher has signed its bytes."""

    format: Literal["campanile.catalogue"]
    publisher: Line
    centre_codes: Annotated[tuple[Code, ...], Meta(max_length=1000)]
    sequence: Sequence
    edition: Annotated[int, Meta(ge=1, le=_LARGEST_NUMBER)]
    published_on: date
    valid_from: date
    valid_until: date
    min_version: Annotated[str, Meta(pattern=r"\A(?:0|[1-9][0-9]{0,5})(?:\.(?:0|[1-9][0-9]{0,5})){2}\Z")]
