# SPDX-License-Identifier: EUPL-1.2
"""Signed editions of a catalogue: whether one may be taken in, and what it would change."""

import dataclasses
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from app.domain.catalogue import Centre, Service
from app.domain.exchange import LARGEST_JUMP
from app.domain.publisher_keys import KnownKey, PinnedKey, PublicKey, Rotation, find_pinned, find_predecessor
from app.errors import UserError

MANY = 10
"""An edition that withdraws more than so many services in a hundred is not taken in without asking."""


@dataclass(frozen=True, slots=True)
class EditionHead:
    """What the publisher signed of an edition, beside its content."""

    publisher: str
    centre_codes: tuple[str, ...]  # the centres for which it speaks
    sequence: int  # never goes down
    edition: int
    published_on: date
    valid_from: date
    valid_until: date  # the last day
    min_version: str  # of the program


@dataclass(frozen=True, slots=True)
class Trust:
    """Why an edition is believed: a pinned key, or one that has handed over to the key that signed."""

    pinned: PinnedKey
    is_successor: bool


@dataclass(frozen=True, slots=True)
class Installed:
    """What the store and the computer say when an edition comes in."""

    pinned: tuple[PinnedKey, ...]
    highest_sequence: int  # of this publisher, 0 before its first edition
    today: date
    program_version: str


T = TypeVar("T", Service, Centre)
T_co = TypeVar("T_co", Service, Centre, covariant=True)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that is not as it was."""

    field: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class Changed(Generic[T_co]):
    """A service or a centre that both know, differently."""

    old: T_co
    new: T_co
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Difference(Generic[T_co]):
    """What an edition does to services or centres; what it does not mention of others stays."""

    added: tuple[T_co, ...]
    changed: tuple[Changed[T_co], ...]
    withdrawn: tuple[T_co, ...]
    unchanged: int


@dataclass(frozen=True, slots=True)
class EditionDifference:
    """What an edition would change, and above all what it changes for us."""

    services: Difference[Service]
    centres: Difference[Centre]
    touches_ours: tuple[str, ...]  # codes of our services that it changes, withdraws, or leaves without what they need
    withdrawn_ours: tuple[str, ...]
    is_mass_withdrawal: bool

    @property
    def needs_confirmation(self) -> bool:
        """True where the clerk must look at the list of withdrawn services first."""
        return self.is_mass_withdrawal or bool(self.withdrawn_ours)


def pin(head: EditionHead, key: PublicKey) -> PinnedKey:
    """The key as it is kept once the clerk has compared its fingerprint."""
    return PinnedKey(key, head.publisher, head.centre_codes)


def name_publisher(
    known: Sequence[KnownKey], head: EditionHead, key: PublicKey, rotations: Sequence[Rotation]
) -> tuple[PinnedKey, ...]:
    """The pinned keys, with the publisher's own name on the one of an edition that so far only answered requests.

    Such a key was compared for a centre and kept under the name of its lead authority; no edition has told yet how
    its publisher calls itself. A name that another key bears stays that key's.
    """
    is_taken = any(one.pinned.publisher == head.publisher and one.pinned.is_current for one in known)
    signing = {key, *(rotation.old for rotation in rotations)}
    return tuple(
        replace(one.pinned, publisher=head.publisher)
        if one.pinned.key in signing and one.pinned.is_current and not one.highest_sequence and not is_taken
        else one.pinned
        for one in known
    )


def check_edition(
    head: EditionHead, key: PublicKey, rotations: Sequence[Rotation], here: Installed, *, allow_jump: bool = False
) -> Trust:
    """Why this edition may come in; UserError `catalogue.*` for one that may not."""
    trust = _trust(head, key, rotations, here.pinned)
    _check_centres(head, key, trust, here.pinned)
    if head.sequence == here.highest_sequence:
        raise UserError("catalogue.already_installed", edition=head.edition)
    if head.sequence < here.highest_sequence:
        raise UserError("catalogue.older", sequence=head.sequence, highest=here.highest_sequence)
    if head.sequence > here.highest_sequence + LARGEST_JUMP and not allow_jump:
        raise UserError("catalogue.sequence_jump", sequence=head.sequence, highest=here.highest_sequence)
    if is_version_newer(head.min_version, here.program_version):
        raise UserError("catalogue.newer_program", wanted=head.min_version, ours=here.program_version)
    if here.today > head.valid_until:
        raise UserError("catalogue.expired", until=head.valid_until)
    if here.today < head.valid_from:
        raise UserError("catalogue.not_valid_yet", since=head.valid_from)
    return trust


def is_version_newer(wanted: str, ours: str) -> bool:
    """True when a version in three numbers comes after another; what follows the numbers does not count."""
    return _numbers(wanted) > _numbers(ours)


def compare_editions(
    old_services: Sequence[Service],
    new_services: Sequence[Service],
    old_centres: Sequence[Centre],
    new_centres: Sequence[Centre],
    *,
    own_codes: Collection[str],
    brought: Collection[str],
    spoken_for: Collection[str],
) -> EditionDifference:
    """What an edition would change.

    `own_codes` are the services that we use or asked for; `brought` those that earlier editions of the same publisher
    brought, the only ones that it can withdraw; `spoken_for` the centres for which it speaks.
    """
    services = _difference(old_services, new_services, brought)
    centres = _difference(old_centres, new_centres, spoken_for)
    gone = {service.code for service in services.withdrawn}
    changed = {change.new.code for change in services.changed}
    lacking = {service.code for service in (*old_services, *new_services) if gone & set(service.prerequisites)}
    offered = sum(service.code in brought and not service.is_withdrawn for service in old_services)
    return EditionDifference(
        services,
        centres,
        touches_ours=tuple(sorted((gone | changed | lacking) & set(own_codes))),
        withdrawn_ours=tuple(sorted(gone & set(own_codes))),
        is_mass_withdrawal=len(gone) * 100 > offered * MANY,
    )


def _trust(head: EditionHead, key: PublicKey, rotations: Sequence[Rotation], pinned: Sequence[PinnedKey]) -> Trust:
    known = find_pinned(key, pinned) or find_predecessor(key, rotations, pinned)
    if known is None:
        is_known = any(other.publisher == head.publisher and other.is_current for other in pinned)
        code = "catalogue.key_wrong" if is_known else "catalogue.key_not_known"
        raise UserError(code, publisher=head.publisher, fingerprint=key.fingerprint)
    if known.publisher != head.publisher:
        raise UserError("catalogue.other_publisher", known=known.publisher, publisher=head.publisher)
    if known.is_revoked:
        raise UserError("catalogue.key_revoked", publisher=head.publisher)
    if known.replaced_by:
        raise UserError("catalogue.key_replaced", publisher=head.publisher)
    return Trust(known, is_successor=known.key != key)


def _check_centres(head: EditionHead, key: PublicKey, trust: Trust, pinned: Iterable[PinnedKey]) -> None:
    for known in pinned:
        taken = set(known.centre_codes) & set(head.centre_codes)
        if taken and known.publisher != head.publisher and known.is_current:
            raise UserError("catalogue.centre_of_another", code=min(taken), publisher=known.publisher)
    wider = set(head.centre_codes) - set(trust.pinned.centre_codes)
    if wider:
        raise UserError(
            "catalogue.centres_widened",
            publisher=head.publisher,
            codes=", ".join(sorted(wider)),
            fingerprint=key.fingerprint,
        )


def _difference(old: Sequence[T], new: Sequence[T], withdrawable: Collection[str]) -> Difference[T]:
    before, after = {one.code: one for one in old}, {one.code for one in new}
    pairs = [(before[one.code], one, _changes(before[one.code], one)) for one in new if one.code in before]
    gone = (one for one in old if one.code not in after and one.code in withdrawable and not one.is_withdrawn)
    return Difference(
        added=tuple(one for one in new if one.code not in before),
        changed=tuple(Changed(one, other, fields) for one, other, fields in pairs if fields),
        withdrawn=tuple(gone),
        unchanged=sum(not fields for _old, _new, fields in pairs),
    )


def _changes(old: Service | Centre, new: Service | Centre) -> tuple[FieldChange, ...]:
    names = (field.name for field in dataclasses.fields(old))
    values = ((name, getattr(old, name), getattr(new, name)) for name in names)
    return tuple(FieldChange(name, one, other) for name, one, other in values if one != other)


def _numbers(version: str) -> tuple[int, ...]:
    """`0.2.0` or `0.2.0rc1` as three numbers; what cannot be read is oldest."""
    parts = version.split(".")[:3]
    digits = ["".join(sign for sign in part if sign.isdecimal()) if part[:1].isdecimal() else "" for part in parts]
    return tuple(int(part) if part else 0 for part in digits)
