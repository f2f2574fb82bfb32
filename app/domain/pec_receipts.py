# SPDX-License-Identifier: EUPL-1.2
"""Receipts of certified mail: what one says, and whether it speaks of the message that we sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ReceiptKind(StrEnum):
    """What the operator of the mail certifies, by the names of its technical rules."""

    ACCEPTANCE = "accettazione"
    REFUSAL = "non-accettazione"
    TAKEN_OVER = "presa-in-carico"
    DELIVERY = "avvenuta-consegna"
    NO_DELIVERY = "mancata-consegna"
    ERROR = "errore"
    MESSAGE = "posta-certificata"  # not a receipt: a message that we received


FAILED = (ReceiptKind.REFUSAL, ReceiptKind.NO_DELIVERY, ReceiptKind.ERROR)
"""The message did not arrive."""
DOCUMENT_KINDS = {ReceiptKind.ACCEPTANCE: "receipt_acceptance", ReceiptKind.DELIVERY: "receipt_delivery"}
"""What a receipt is among the documents of a procedure; all others prove nothing and are kept as `other`."""


@dataclass(frozen=True, slots=True)
class PecReceipt:
    """One receipt as its certificate tells it; what it does not tell is empty."""

    kind: ReceiptKind
    at: datetime | None  # UTC
    message_id: str  # of the message that it is about
    identifier: str  # that the operator gave to the receipt
    sender: str
    recipients: tuple[str, ...]
    delivered_to: str  # of a delivery: in whose box
    subject: str  # of the message that it is about
    provider: str
    error: str
    is_certified: bool  # read from the operator's certificate, not only from the headers of the message


def receipt_findings(
    receipt: PecReceipt, *, mark: str, recipient: str, other_message_ids: Sequence[str] = ()
) -> tuple[str, ...]:
    """What does not fit, as codes: `failed`, `other_message`, `other_recipient`, `other_id`, `not_certified`.

    `mark` is what the subject of our message holds, `recipient` the address that we wrote to, `other_message_ids`
    those of the receipts already kept of the same sending.
    """
    found = []
    if receipt.kind in FAILED:
        found.append("failed")
    if mark and mark.casefold() not in receipt.subject.casefold():
        found.append("other_message")
    if recipient and not _is_among(recipient, receipt):
        found.append("other_recipient")
    if receipt.message_id and other_message_ids and receipt.message_id not in other_message_ids:
        found.append("other_id")
    if not receipt.is_certified:
        found.append("not_certified")
    return tuple(found)


def _is_among(address: str, receipt: PecReceipt) -> bool:
    wanted = address.strip().casefold()
    told = (receipt.delivered_to,) if receipt.kind is ReceiptKind.DELIVERY and receipt.delivered_to else ()
    return wanted in {one.strip().casefold() for one in (told or receipt.recipients)}
