# SPDX-License-Identifier: EUPL-1.2
"""Receipts of certified mail (.eml): the operator's certificate `daticert.xml`, or else the headers of the message.

A receipt is itself a message, and may lie inside another one that forwards it. The outermost certificate is the one
that counts: the message that a receipt brings along may hold certificates of its own.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.utils import getaddresses, parsedate_to_datetime
from xml.etree.ElementTree import Element, ParseError

from app.domain.pec_receipts import PecReceipt, ReceiptKind
from app.errors import UserError

MAX_BYTES = 50 * 1024**2
_MAX_CERTIFICATE = 1024**2
_MAX_PARTS = 500
_MAX_RECIPIENTS = 500
_LONGEST = 1000
_CERTIFICATE = "daticert.xml"
_ZONE = re.compile(r"\s*([+-])([0-9]{2}):?([0-9]{2})\s*")
_KINDS = {
    "accettazione": ReceiptKind.ACCEPTANCE,
    "non-accettazione": ReceiptKind.REFUSAL,
    "presa-in-carico": ReceiptKind.TAKEN_OVER,
    "avvenuta-consegna": ReceiptKind.DELIVERY,
    "errore-consegna": ReceiptKind.NO_DELIVERY,
    "preavviso-errore-consegna": ReceiptKind.NO_DELIVERY,
    "rilevazione-virus": ReceiptKind.ERROR,
    "posta-certificata": ReceiptKind.MESSAGE,
}
_BROKEN = (MessageError, ValueError, LookupError, AttributeError, TypeError, RecursionError, AssertionError)
"""What the library of the language raises on a message that is not well formed."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A part of a message: how many messages lie around it, and those headers that name a receipt."""

    depth: int
    part: Message


def read_receipt(content: bytes, name: str) -> PecReceipt:
    """What a receipt says, from its .eml or from its `daticert.xml` alone.

    UserError `receipt.too_large`, `receipt.unreadable`, and `receipt.not_a_receipt` for any other message.
    """
    if len(content) > MAX_BYTES:
        raise UserError("receipt.too_large", file=name, limit=MAX_BYTES // 1024**2)
    if content.removeprefix(BOM_UTF8).lstrip()[:1] == b"<":
        return _of_certificate(content, name)
    try:
        return _of_message(message_from_bytes(content, policy=policy.default), name)
    except _BROKEN as error:
        raise UserError("receipt.unreadable", file=name) from error


def _of_message(message: EmailMessage, name: str) -> PecReceipt:
    parts = list(_parts(message, 0))
    if not message.keys():
        raise UserError("receipt.not_a_receipt", file=name)
    certificates = [found for found in parts if _is_certificate(found.part)]
    for found in sorted(certificates, key=lambda found: found.depth):
        raw = found.part.get_payload(decode=True)
        if isinstance(raw, bytes):
            return _of_certificate(raw, name)
    for found in parts:
        kind = _KINDS.get(_header(found.part, "X-Ricevuta").lower())
        if kind:
            return _of_headers(found.part, kind)
    raise UserError("receipt.not_a_receipt", file=name)


def _parts(message: Message, depth: int) -> Iterator[_Found]:
    """Every part with how deep it lies, so many and no more."""
    waiting = [_Found(depth, message)]
    count = 0
    while waiting and count < _MAX_PARTS:
        found = waiting.pop(0)
        count += 1
        yield found
        payload = found.part.get_payload()
        if isinstance(payload, list):
            is_message = found.part.get_content_maintype() == "message"
            waiting += [_Found(found.depth + is_message, part) for part in payload if isinstance(part, Message)]
        elif _is_enclosed_message(found.part):
            raw = found.part.get_payload(decode=True)
            if isinstance(raw, bytes):
                waiting.append(_Found(found.depth + 1, message_from_bytes(raw, policy=policy.default)))


def _is_certificate(part: Message) -> bool:
    return _file_name(part) == _CERTIFICATE


def _is_enclosed_message(part: Message) -> bool:
    """A message that was attached as a plain file, as `postacert.eml` is by some operators."""
    return _file_name(part).endswith(".eml") and part.get_content_maintype() != "message"


def _file_name(part: Message) -> str:
    return str(part.get_filename() or "").strip().lower()


def _header(message: Message, name: str) -> str:
    return " ".join(str(message.get(name, "")).split())[:_LONGEST]


def _of_headers(message: Message, kind: ReceiptKind) -> PecReceipt:
    """A receipt whose certificate was lost on the way: what its own headers say."""
    subject = _header(message, "Subject")
    return PecReceipt(
        kind=kind,
        at=_moment(_header(message, "Date")),
        message_id=_header(message, "X-Riferimento-Message-ID"),
        identifier=_header(message, "Message-ID"),
        sender="",
        recipients=tuple(address for _name, address in getaddresses([_header(message, "To")]) if address),
        delivered_to="",
        subject=subject.partition(":")[2].strip() or subject,
        provider=_header(message, "From"),
        error="",
        is_certified=False,
    )


def _of_certificate(raw: bytes, name: str) -> PecReceipt:
    root = _parse(raw, name)
    kind = _KINDS.get(root.get("tipo", "").strip().lower()) if root.tag == "postacert" else None
    if kind is None:
        raise UserError("receipt.not_a_receipt", file=name)
    told = root.get("errore", "nessuno").strip().lower()
    if told == "virus":
        kind = ReceiptKind.ERROR
    recipients = [_text(one) for one in root.iterfind("./intestazione/destinatari")][:_MAX_RECIPIENTS]
    extended = _text(root.find("./dati/errore-esteso"))
    return PecReceipt(
        kind=kind,
        at=_certified_at(root.find("./dati/data")),
        message_id=_text(root.find("./dati/msgid")),
        identifier=_text(root.find("./dati/identificativo")),
        sender=_text(root.find("./intestazione/mittente")),
        recipients=tuple(one for one in recipients if one),
        delivered_to=_text(root.find("./dati/consegna")),
        subject=_text(root.find("./intestazione/oggetto")),
        provider=_text(root.find("./dati/gestore-emittente")),
        error=extended or ("" if told == "nessuno" else told),
        is_certified=True,
    )


def _parse(raw: bytes, name: str) -> Element:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    if len(raw) > _MAX_CERTIFICATE:
        raise UserError("receipt.too_large", file=name, limit=_MAX_CERTIFICATE // 1024**2)
    try:
        root: Element = fromstring(raw, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise UserError("receipt.unreadable", file=name) from error
    return root


def _text(element: Element | None) -> str:
    return " ".join((element.text or "").split())[:_LONGEST] if element is not None else ""


def _certified_at(element: Element | None) -> datetime | None:
    """`<data zona="+0100"><giorno>03/11/2026</giorno><ora>10:42:11</ora></data>`."""
    if element is None:
        return None
    written = f"{_text(element.find('giorno'))} {_text(element.find('ora'))}"
    zone = _ZONE.fullmatch(element.get("zona", ""))
    try:
        found = datetime.strptime(written, "%d/%m/%Y %H:%M:%S")  # noqa: DTZ007 - its zone stands beside it
        away = timedelta(hours=int(zone[2]), minutes=int(zone[3])) if zone else timedelta()
        return found.replace(tzinfo=timezone(-away if zone and zone[1] == "-" else away)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _moment(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
