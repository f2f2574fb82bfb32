# SPDX-License-Identifier: EUPL-1.2
"""What a comune asks of a centre in a package, and what the centre answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from app.domain.publisher_keys import PinnedKey, PublicKey, find_pinned
from app.errors import UserError

LARGEST_JUMP = 1000
"""An answer or an edition whose number is further on than this is not taken for the next one."""

RequestKind = Literal["join", "renewal", "withdrawal"]
Outcome = Literal["registered", "additions", "rejection_notice", "accepted", "rejected", "countersigned"]


@dataclass(frozen=True, slots=True)
class NamedCentre:
    """The centre that is asked."""

    code: str
    name: str
    lead_authority: str


@dataclass(frozen=True, slots=True)
class AskingBody:
    """The comune that asks."""

    name: str
    istat: str
    belfiore: str
    province: str
    fiscal_code: str
    ipa_code: str
    pec: str
    address: str


@dataclass(frozen=True, slots=True)
class NamedSigner:
    """Who signs for the comune."""

    name: str
    fiscal_code: str
    role: str
    is_delegate: bool


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom the centre may call."""

    name: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class AskedService:
    """One service that is asked for."""

    code: str
    name: str
    quantity: int | None
    unit: str
    cup: str
    note: str


@dataclass(frozen=True, slots=True)
class StatedAct:
    """An act on which the request stands; `kind` and `body` as in the register of acts."""

    kind: str
    body: str
    number: str
    on: date
    published_on: date | None
    enforceable_on: date | None
    subject: str


@dataclass(frozen=True, slots=True)
class FileSigner:
    """Somebody who signed an enclosed file, as the comune read it."""

    name: str
    fiscal_code: str
    signed_at: datetime | None  # UTC


@dataclass(frozen=True, slots=True)
class EnclosedDocument:
    """A file of a request; `file` is its name in the package."""

    file: str
    kind: str
    title: str
    sha256: str
    bytes: int
    protocol_number: str
    protocol_on: date | None
    signed_by: tuple[FileSigner, ...]


@dataclass(frozen=True, slots=True)
class ProtocolNumber:
    """A number of the register of protocol, "" before there is one."""

    number: str
    on: date | None


@dataclass(frozen=True, slots=True)
class RequestData:
    """A whole request; a correction has the same reference and a higher revision."""

    reference: str
    revision: int
    kind: RequestKind
    created_at: datetime  # UTC
    centre: NamedCentre
    body: AskingBody
    signer: NamedSigner
    contact: Contact
    services: tuple[AskedService, ...]
    acts: tuple[StatedAct, ...]
    documents: tuple[EnclosedDocument, ...]
    protocol: ProtocolNumber
    note: str


@dataclass(frozen=True, slots=True)
class AnsweringCentre:
    """The centre that answers."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class AgreementTerm:
    """From when to when the agreement runs, as far as the act says."""

    starts_on: date | None
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class ServiceAnswer:
    """What the centre says of one service."""

    code: str
    is_accepted: bool
    note: str


@dataclass(frozen=True, slots=True)
class AnswerDocument:
    """A file of an answer."""

    file: str
    kind: str
    title: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class AnswerData:
    """One answer to one revision of one request; the sequence counts those with the same reference."""

    reference: str
    revision: int
    request_sha256: str  # of the manifest of the request
    sequence: int
    issued_at: datetime  # UTC
    centre: AnsweringCentre
    outcome: Outcome
    on: date
    protocol: ProtocolNumber
    text: str
    answer_by: date | None
    agreement: AgreementTerm | None
    services: tuple[ServiceAnswer, ...]
    documents: tuple[AnswerDocument, ...]


@dataclass(frozen=True, slots=True)
class SentRequest:
    """What an answer must name to be an answer to ours."""

    reference: str
    revision: int
    manifest_sha256: str
    centre_code: str
    last_sequence: int  # of the answers applied so far, 0 before the first


NEED_TEXT: tuple[Outcome, ...] = ("additions", "rejection_notice", "rejected")
"""What the comune must act upon, or may contest: the answer says why."""


def check_request_data(request: RequestData) -> None:
    """Refuse a request that repeats a service or a file, or that has a time without a zone."""
    _check_once([service.code for service in request.services], "services")
    _check_once([document.file for document in request.documents], "documents")
    signed = [signer.signed_at for document in request.documents for signer in document.signed_by]
    for moment in (request.created_at, *signed):
        _check_utc(moment)


def check_answer_data(answer: AnswerData) -> None:
    """Refuse an answer that gives no reason where one is due, or whose term ends before it starts."""
    _check_once([service.code for service in answer.services], "services")
    _check_once([document.file for document in answer.documents], "documents")
    _check_utc(answer.issued_at)
    if answer.outcome in NEED_TEXT and not answer.text.strip():
        raise UserError("answer.text_missing")
    term = answer.agreement
    if term and term.starts_on and term.ends_on and term.ends_on < term.starts_on:
        raise UserError("answer.term_reversed", starts_on=term.starts_on, ends_on=term.ends_on)
    if answer.answer_by and answer.answer_by < answer.on:
        raise UserError("answer.term_reversed", starts_on=answer.on, ends_on=answer.answer_by)


def check_answer(
    answer: AnswerData, key: PublicKey, sent: SentRequest, pinned: Sequence[PinnedKey], today: date
) -> PinnedKey:
    """The pinned key that vouches for an answer to this request; UserError `answer.*` for any other answer."""
    if answer.reference != sent.reference or answer.centre.code != sent.centre_code:
        raise UserError("answer.foreign")
    vouching = _vouching(key, sent.centre_code, pinned)
    if answer.revision != sent.revision:
        raise UserError("answer.other_revision", found=answer.revision, ours=sent.revision)
    if answer.request_sha256 != sent.manifest_sha256:
        raise UserError("answer.other_request")
    if answer.sequence <= sent.last_sequence:
        raise UserError("answer.replayed", sequence=answer.sequence, last=sent.last_sequence)
    if answer.sequence > sent.last_sequence + LARGEST_JUMP:
        raise UserError("answer.jump", sequence=answer.sequence, last=sent.last_sequence)
    if max(answer.on, answer.issued_at.date() - timedelta(days=1)) > today:  # midnight comes later in UTC
        raise UserError("answer.in_future", on=max(answer.on, answer.issued_at.date()))
    return vouching


def _vouching(key: PublicKey, centre_code: str, pinned: Sequence[PinnedKey]) -> PinnedKey:
    known = find_pinned(key, pinned)
    if known is None:
        has_other = any(centre_code in other.centre_codes and other.is_current for other in pinned)
        raise UserError("answer.wrong_key" if has_other else "answer.unknown_key", fingerprint=key.fingerprint)
    if known.is_revoked:
        raise UserError("answer.revoked_key", publisher=known.publisher)
    if known.replaced_by:
        raise UserError("answer.replaced_key", publisher=known.publisher)
    if centre_code not in known.centre_codes:
        raise UserError("answer.key_of_another_centre", publisher=known.publisher)
    return known


def _check_once(values: Sequence[str], where: str) -> None:
    if len(set(values)) < len(values):
        raise UserError("package.wrong_value", where=where)


def _check_utc(moment: datetime | None) -> None:
    if moment is not None and moment.utcoffset() != timedelta(0):
        raise UserError("package.wrong_value", where="time")
