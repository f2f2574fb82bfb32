# SPDX-License-Identifier: EUPL-1.2
"""Keys of the publishers of catalogues and answers: which one is trusted, and how a new one takes over."""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from app.errors import UserError

_KEY_BYTES = 32
_KEY_ID_DIGITS = 16
_GROUP = 4


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public Ed25519 key; `public_key` is its base64."""

    public_key: str

    @property
    def key_id(self) -> str:
        """Sixteen hexadecimal digits: enough to look a key up, too few to trust it."""
        return self._digest()[:_KEY_ID_DIGITS]

    @property
    def fingerprint(self) -> str:
        """The whole SHA-256 in groups of four, to be read out on the telephone."""
        digits = self._digest().upper()
        return " ".join(digits[place : place + _GROUP] for place in range(0, len(digits), _GROUP))

    def _digest(self) -> str:
        return hashlib.sha256(raw_key(self.public_key)).hexdigest()


@dataclass(frozen=True, slots=True)
class Rotation:
    """A new key that the old one has signed; whoever makes one has checked the signature."""

    publisher: str
    on: date
    old: PublicKey
    new: PublicKey


@dataclass(frozen=True, slots=True)
class PinnedKey:
    """A key that the clerk has compared, or that a compared one has handed over to."""

    key: PublicKey
    publisher: str
    centre_codes: tuple[str, ...]  # the centres for which it may speak
    replaced_by: str = ""  # key_id
    is_revoked: bool = False

    @property
    def is_current(self) -> bool:
        """True while it may sign, and may name its successor."""
        return not self.is_revoked and not self.replaced_by


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A pinned key with when it was taken and the highest sequence of the editions that it signed."""

    pinned: PinnedKey
    pinned_at: datetime  # UTC
    highest_sequence: int


def raw_key(public_key: str) -> bytes:
    """The 32 bytes of a public key; UserError `key.malformed` unless it is their one base64."""
    try:
        raw = base64.b64decode(public_key.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise UserError("key.malformed") from error
    if len(raw) != _KEY_BYTES or base64.b64encode(raw).decode() != public_key:
        raise UserError("key.malformed")
    return raw


def is_same_fingerprint(key: PublicKey, compared: str) -> bool:
    """True when the clerk compared the whole fingerprint, however it was grouped."""
    digits = re.sub(r"[\s:.-]", "", compared).upper()
    return digits == key.fingerprint.replace(" ", "")


def find_pinned(key: PublicKey, pinned: Iterable[PinnedKey]) -> PinnedKey | None:
    """The pinned key that is this one."""
    return next((known for known in pinned if known.key == key), None)


def find_predecessor(key: PublicKey, rotations: Sequence[Rotation], pinned: Sequence[PinnedKey]) -> PinnedKey | None:
    """The pinned key from which the rotations lead to this one without a gap; None past one that is revoked."""
    wanted = key
    for rotation in reversed(rotations):
        if rotation.new != wanted:
            return None
        known = find_pinned(rotation.old, pinned)
        if known:
            return known if known.publisher == rotation.publisher and known.is_current else None
        wanted = rotation.old
    return None


def is_chain(rotations: Sequence[Rotation], last: PublicKey) -> bool:
    """True when each rotation goes on from the one before, for one publisher, and the last one leads to this key."""
    if not rotations:
        return True
    keys = [rotations[0].old, *(rotation.new for rotation in rotations)]
    goes_on = all(one.new == other.old for one, other in pairwise(rotations))
    is_one = len({rotation.publisher for rotation in rotations}) == 1
    return goes_on and is_one and keys[-1] == last and len(set(keys)) == len(keys)
