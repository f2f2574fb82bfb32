# SPDX-License-Identifier: EUPL-1.2
"""Statements on the keys of publishers that the clerk compared, or that a compared one handed over to.

What was compared on the telephone, and how far a publisher has counted, is written past the history: a step back over
an edition or an answer takes away what it changed, and never lets an older edition in.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from app.domain.publisher_keys import KnownKey, PinnedKey, PublicKey
from app.errors import UserError
from app.models import PublisherKeyRecord


def list_keys(session: Session) -> list[KnownKey]:
    """All keys ever taken, the oldest first."""
    query = select(PublisherKeyRecord).order_by(PublisherKeyRecord.pinned_at, PublisherKeyRecord.key_id)
    return [_known(record) for record in session.scalars(query)]


def pinned_keys(session: Session) -> list[PinnedKey]:
    """The same for the rules that judge a signature."""
    return [known.pinned for known in list_keys(session)]


def pin_key(session: Session, key: PublicKey, publisher: str, centre_codes: Iterable[str], at: datetime) -> None:
    """Take a key for some centres; one that is known speaks for these too from here on."""
    record = session.get(PublisherKeyRecord, key.key_id)
    if record is not None and record.public_key != key.public_key:
        raise UserError("key.malformed")  # another key that begins with the same digits
    if record is not None:
        _change(session, key.key_id, centre_codes=list(dict.fromkeys([*record.centre_codes, *centre_codes])))
        return
    values = {
        "key_id": key.key_id,
        "publisher": publisher,
        "public_key": key.public_key,
        "fingerprint": key.fingerprint,
        "centre_codes": list(centre_codes),
        "pinned_at": at,
        "replaced_by": "",
        "is_revoked": False,
        "highest_sequence": 0,
    }
    session.execute(insert(PublisherKeyRecord).values(**values))


def name_publisher(session: Session, key_id: str, publisher: str) -> None:
    """Call the holder of a key as its editions do; one that is not known yet is named when it is taken."""
    if session.get(PublisherKeyRecord, key_id) is not None:
        _change(session, key_id, publisher=publisher)


def replace_key(session: Session, key_id: str, by: str) -> None:
    """Write down that a key has handed over to another."""
    _get(session, key_id)
    _change(session, key_id, replaced_by=by)


def revoke_key(session: Session, key_id: str) -> None:
    """From here on nothing that the key signs is taken, unless a step back takes this one back."""
    _get(session, key_id).is_revoked = True


def raise_sequence(session: Session, key_id: str, sequence: int) -> None:
    """Remember the highest sequence of the editions of a key; it never goes down."""
    record = _get(session, key_id)
    _change(session, key_id, highest_sequence=max(record.highest_sequence, sequence))


def _change(session: Session, key_id: str, **values: Any) -> None:  # noqa: ANN401 - columns of the table
    session.execute(update(PublisherKeyRecord).where(PublisherKeyRecord.key_id == key_id).values(**values))


def _get(session: Session, key_id: str) -> PublisherKeyRecord:
    record = session.get(PublisherKeyRecord, key_id)
    if record is None:
        raise UserError("key.unknown")
    return record


def _known(record: PublisherKeyRecord) -> KnownKey:
    pinned = PinnedKey(
        key=PublicKey(record.public_key),
        publisher=record.publisher,
        centre_codes=tuple(record.centre_codes),
        replaced_by=record.replaced_by,
        is_revoked=record.is_revoked,
    )
    return KnownKey(pinned, record.pinned_at, record.highest_sequence)
