# SPDX-License-Identifier: EUPL-1.2
"""Signed editions of the catalogue: looked at before they come in, taken in whole or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import app
from app.actions.catalogue import CHANGED
from app.actions.changes import Changes
from app.actions.own_services import OwnUse, own_uses
from app.domain.accession_states import ENDED
from app.domain.catalogue import Centre
from app.domain.editions import (
    EditionDifference,
    EditionHead,
    Installed,
    Trust,
    check_edition,
    compare_editions,
    name_publisher,
    pin,
)
from app.domain.publisher_keys import KnownKey, PinnedKey, is_same_fingerprint
from app.errors import UserError
from app.formats.bundle import MAX_KEPT
from app.formats.catalogue import centres_path, read_centres
from app.formats.editions import SignedEdition, read_edition_bundle
from app.store import Session, Store, editions, keys
from app.store import accessions as accession_statements
from app.store import catalogue as statements

_MOST_BYTES = 4 * MAX_KEPT  # two files, the keys and what stands around them
_ASKED = ("catalogue.key_not_known", "catalogue.centres_widened", "catalogue.sequence_jump")


class KeyTrust(StrEnum):
    """Why the key that signed is believed, or what the clerk must do first."""

    KNOWN = "known"
    SUCCESSOR = "successor"  # a known one has handed over to it
    NEW = "new"  # its fingerprint must be compared
    WIDENED = "widened"  # known, but it speaks for more centres than before: compared again


@dataclass(frozen=True, slots=True)
class EditionPreview:
    """What an edition says of itself and what it would change; the bytes are those that were looked at."""

    raw: bytes
    signed: SignedEdition
    trust: KeyTrust
    replaces: str  # key_id of the known key that has handed over, or ""
    is_jump: bool
    difference: EditionDifference
    uses: Mapping[str, tuple[OwnUse, ...]]  # how we use each service that it touches
    told_by_others: tuple[str, ...]  # services that it changes and another publisher told of
    own_centres: tuple[str, ...]  # centres that it changes or withdraws, with which we have a procedure
    own_centres_withdrawn: tuple[str, ...]
    claims: tuple[tuple[str, str], ...]  # each centre it says it speaks for, and who leads it as we know it, or ""

    @property
    def head(self) -> EditionHead:
        """What the publisher signed beside the content."""
        return self.signed.head

    @property
    def needs_fingerprint(self) -> bool:
        """Whether the clerk must compare the fingerprint with the publisher first."""
        return self.trust in (KeyTrust.NEW, KeyTrust.WIDENED)

    @property
    def needs_confirmation(self) -> bool:
        """Whether the clerk must look at what is withdrawn first."""
        return self.difference.needs_confirmation or bool(self.own_centres_withdrawn)


@dataclass(frozen=True, slots=True)
class _Judgement:
    trust: KeyTrust
    predecessor: PinnedKey | None
    asks: Mapping[str, UserError]  # what would be refused without the clerk's word, by code


def preview_edition(store: Store, source: Path | bytes) -> EditionPreview:
    """What importing would change; UserError `package.*` or `catalogue.*` for what can never come in."""
    raw = _bytes_of(source)
    signed = read_edition_bundle(raw)
    with store.read() as session:
        return _preview(store, session, raw, signed)


def import_edition(
    store: Store,
    source: Path | bytes,
    *,
    pin_fingerprint: str = "",
    confirm_withdrawals: bool = False,
    allow_jump: bool = False,
) -> tuple[EditionPreview, Changes]:
    """Take an edition in: one action, which a step back takes out again. The key, once compared, stays known.

    UserError `catalogue.key_not_known` or `catalogue.centres_widened` without the fingerprint that the clerk compared,
    `catalogue.fingerprint_differs` with another, `catalogue.confirm_withdrawals` and `catalogue.sequence_jump` without
    the clerk's word; all else as `preview_edition`.
    """
    raw = _bytes_of(source)
    signed = read_edition_bundle(raw)
    head, key = signed.head, signed.key
    title, number = "catalogue.edition_imported", str(head.edition)
    with store.write(title, edition=number, publisher=head.publisher, key_id=key.key_id) as session:
        judgement = _judge(store, session, signed)
        _check_word(signed, judgement, pin_fingerprint, allow_jump=allow_jump)
        preview = _preview(store, session, raw, signed)
        if preview.needs_confirmation and not confirm_withdrawals:
            gone = [service.code for service in preview.difference.services.withdrawn]
            raise UserError(
                "catalogue.confirm_withdrawals", count=len(gone) + len(preview.own_centres_withdrawn),
                codes=", ".join([*gone, *preview.own_centres_withdrawn]),
            )  # fmt: skip
        _remember_key(store, session, signed, judgement)
        editions.add_edition(session, head, signed.catalogue, key.key_id, signed.manifest_sha256, store.now())
        editions.take_in(session, preview.difference, (signed.catalogue.services, signed.centres), key.key_id)
    return preview, CHANGED


def claims_of(head: EditionHead, known: Sequence[Centre]) -> tuple[tuple[str, str], ...]:
    """Each centre for which an edition says it speaks, and who leads it by what was known before, "" for nobody."""
    leads = {centre.code: centre.lead_authority for centre in known}
    return tuple((code, leads.get(code, "")) for code in head.centre_codes)


def claims_as_shipped(head: EditionHead) -> tuple[tuple[str, str], ...]:
    """The same by the centres that the program brings, where there is no store to ask."""
    return claims_of(head, read_centres(centres_path()))


def list_publisher_keys(store: Store) -> list[KnownKey]:
    """The keys that were compared or handed over to, the oldest first."""
    with store.read() as session:
        return keys.list_keys(session)


def revoke_publisher_key(store: Store, key_id: str) -> Changes:
    """Take nothing more that the key signs; what it brought stays. UserError `key.unknown`."""
    with store.read() as session:
        known = next((one for one in keys.list_keys(session) if one.pinned.key.key_id == key_id), None)
    if known is None:
        raise UserError("key.unknown")
    with store.write("catalogue.key_revoked", key_id=key_id, publisher=known.pinned.publisher) as session:
        keys.revoke_key(session, key_id)
    return CHANGED


def _bytes_of(source: Path | bytes) -> bytes:
    """Read once: what is checked is what is used, whatever becomes of the file meanwhile."""
    if isinstance(source, bytes):
        return source
    try:
        if not source.is_file():
            raise UserError("package.not_opened")
        with source.open("rb") as file:
            raw = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UserError("package.not_opened") from error
    if len(raw) > _MOST_BYTES:
        raise UserError("package.too_big", limit=_MOST_BYTES // 1024**2)
    return raw


def _preview(store: Store, session: Session, raw: bytes, signed: SignedEdition) -> EditionPreview:
    judgement = _judge(store, session, signed)
    key_ids = _keys_of(keys.list_keys(session), signed.head.publisher)
    brought, _centres = editions.brought_by(session, key_ids)
    uses = own_uses(session)
    known = statements.list_centres(session)
    difference = compare_editions(
        statements.list_services(session),
        signed.catalogue.services,
        known,
        signed.centres,
        own_codes=uses,
        brought=brought,
        spoken_for=signed.head.centre_codes,
    )
    changed = {change.new.code for change in difference.services.changed}
    others = editions.brought_by_others(session, key_ids)
    ours = _own_centres(session)
    gone = {centre.code for centre in difference.centres.withdrawn}
    touched = {change.new.code for change in difference.centres.changed} | gone
    return EditionPreview(
        raw=raw,
        signed=signed,
        trust=judgement.trust,
        replaces=judgement.predecessor.key.key_id if judgement.predecessor else "",
        is_jump="catalogue.sequence_jump" in judgement.asks,
        difference=difference,
        uses={code: uses[code] for code in difference.touches_ours},
        told_by_others=tuple(sorted(changed & others)),
        own_centres=tuple(sorted(touched & ours)),
        own_centres_withdrawn=tuple(sorted(gone & ours)),
        claims=claims_of(signed.head, known),
    )


def _judge(store: Store, session: Session, signed: SignedEdition) -> _Judgement:
    """Whether the edition may come in, and what for that must be asked; UserError for what no word can change."""
    known = keys.list_keys(session)
    pinned, asks = name_publisher(known, signed.head, signed.key, signed.rotations), dict[str, UserError]()
    if pinned != tuple(one.pinned for one in known):
        told = {"publisher": signed.head.publisher, "fingerprint": signed.fingerprint}
        asks["catalogue.key_not_known"] = UserError("catalogue.key_not_known", **told)
    highest = _highest(session, known, signed.head)
    while True:
        here = Installed(pinned, highest, store.today(), app.__version__)
        try:
            trust = check_edition(
                signed.head, signed.key, signed.rotations, here, allow_jump="catalogue.sequence_jump" in asks
            )
        except UserError as error:
            if error.code not in _ASKED or error.code in asks:
                raise
            asks[error.code] = error
            pinned = _as_if_compared(pinned, signed, error.code)
        else:
            return _Judgement(_kind_of(trust, asks), trust.pinned if trust.is_successor else None, asks)


def _as_if_compared(pinned: Sequence[PinnedKey], signed: SignedEdition, code: str) -> tuple[PinnedKey, ...]:
    """The keys as they would be after the clerk's word, so that everything else is judged before asking for it."""
    head = signed.head
    if code == "catalogue.key_not_known":
        return (*pinned, pin(head, signed.key))
    if code == "catalogue.centres_widened":
        wider = dict.fromkeys(head.centre_codes)
        return tuple(
            replace(one, centre_codes=tuple({**dict.fromkeys(one.centre_codes), **wider}))
            if one.publisher == head.publisher
            else one
            for one in pinned
        )
    return tuple(pinned)


def _kind_of(trust: Trust, asks: Mapping[str, UserError]) -> KeyTrust:
    if "catalogue.key_not_known" in asks:
        return KeyTrust.NEW
    if "catalogue.centres_widened" in asks:
        return KeyTrust.WIDENED
    return KeyTrust.SUCCESSOR if trust.is_successor else KeyTrust.KNOWN


def _check_word(signed: SignedEdition, judgement: _Judgement, fingerprint: str, *, allow_jump: bool) -> None:
    if fingerprint and not is_same_fingerprint(signed.key, fingerprint):
        raise UserError("catalogue.fingerprint_differs", fingerprint=signed.fingerprint)
    for code, error in judgement.asks.items():
        has_word = allow_jump if code == "catalogue.sequence_jump" else bool(fingerprint)
        if not has_word:
            raise error


def _remember_key(store: Store, session: Session, signed: SignedEdition, judgement: _Judgement) -> None:
    head, key, before = signed.head, signed.key, judgement.predecessor
    keys.name_publisher(session, (before.key if before else key).key_id, head.publisher)
    if judgement.trust is not KeyTrust.KNOWN:
        codes = (*before.centre_codes, *head.centre_codes) if before else head.centre_codes
        keys.pin_key(session, key, head.publisher, dict.fromkeys(codes), store.now())
    if before:
        keys.replace_key(session, before.key.key_id, key.key_id)
    keys.raise_sequence(session, key.key_id, head.sequence)


def _highest(session: Session, known: Sequence[KnownKey], head: EditionHead) -> int:
    """The highest sequence taken from this publisher; the same edition may come again after a step back over it."""
    key_ids = _keys_of(known, head.publisher)
    highest = max((one.highest_sequence for one in known if one.pinned.publisher == head.publisher), default=0)
    is_there = editions.has_edition(session, key_ids, highest)
    return highest - 1 if head.sequence == highest and not is_there else highest


def _keys_of(known: Sequence[KnownKey], publisher: str) -> list[str]:
    return [one.pinned.key.key_id for one in known if one.pinned.publisher == publisher]


def _own_centres(session: Session) -> set[str]:
    accessions = accession_statements.list_accessions(session)
    return {one.centre_code for one in accessions if one.state not in ENDED}
