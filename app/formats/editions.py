# SPDX-License-Identifier: EUPL-1.2
"""An edition of a catalogue as its publisher signs it: the catalogue, the centres, the keys that came before."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from app.domain.catalogue import Catalogue, Centre
from app.domain.editions import EditionHead
from app.domain.publisher_keys import PublicKey, Rotation, is_chain
from app.errors import UserError
from app.formats.bundle import Source, read_bundle, write_bundle
from app.formats.catalogue import decode_catalogue, decode_centres
from app.formats.exchange_shapes import CatalogueManifest
from app.formats.signing_keys import SigningKey, join_rotations, read_rotations

CATALOGUE = "campanile.catalogue"
EDITION_FILE, CENTRES_FILE, ROTATION_FILE = "edition.json", "centres.json", "rotation.json"
NO_CENTRES = b'{"centres":[]}'


@dataclass(frozen=True, slots=True)
class SignedEdition:
    """An edition whose every byte is what its key signed; whether the key is to be believed is for the clerk."""

    head: EditionHead
    catalogue: Catalogue
    centres: tuple[Centre, ...]
    key: PublicKey
    rotations: tuple[Rotation, ...]
    manifest_sha256: str

    @property
    def fingerprint(self) -> str:
        """What the clerk compares on the telephone."""
        return self.key.fingerprint


def write_edition(
    catalogue: bytes, centres: bytes, head: EditionHead, key: SigningKey, rotations: Sequence[bytes] = ()
) -> bytes:
    """A signed edition, read back before it is given out; UserError `catalogue.*` when its parts do not fit."""
    files = {EDITION_FILE: catalogue, CENTRES_FILE: centres}
    if rotations:
        files[ROTATION_FILE] = join_rotations(rotations)
    told = {"format": CATALOGUE, **{name: getattr(head, name) for name in EditionHead.__slots__}}
    written = write_bundle(CatalogueManifest, told, files, key)
    read_edition_bundle(written)
    return written


def read_edition_bundle(source: Source) -> SignedEdition:
    """A signed edition, from its bytes or its file; UserError `package.*` or `catalogue.*`."""
    names = (EDITION_FILE, CENTRES_FILE, ROTATION_FILE)
    bundle = read_bundle(source, CatalogueManifest, CATALOGUE, names, has_signature=True)
    if bundle.key is None or not set(names[:2]) <= set(bundle.kept) or set(bundle.places) - set(names):
        raise UserError("package.files_differ")
    head = msgspec.convert(bundle.manifest, EditionHead, from_attributes=True)
    catalogue = decode_catalogue(bundle.kept[EDITION_FILE], EDITION_FILE)
    centres = decode_centres(bundle.kept[CENTRES_FILE], CENTRES_FILE, catalogue)
    rotations = read_rotations(bundle.kept[ROTATION_FILE]) if ROTATION_FILE in bundle.kept else ()
    _check_head(head, catalogue, centres)
    if not is_chain(rotations, bundle.key) or any(one.publisher != head.publisher for one in rotations):
        raise UserError("rotation.broken_chain")
    return SignedEdition(head, catalogue, centres, bundle.key, rotations, bundle.manifest_sha256)


def _check_head(head: EditionHead, catalogue: Catalogue, centres: Sequence[Centre]) -> None:
    for name in ("publisher", "edition", "published_on"):
        if getattr(head, name) != getattr(catalogue, name):
            raise UserError("catalogue.head_differs", where=name)
    if len(set(head.centre_codes)) < len(head.centre_codes):
        raise UserError("catalogue.head_differs", where="centre_codes")
    if head.valid_until < head.valid_from:
        raise UserError("catalogue.validity_reversed", since=head.valid_from, until=head.valid_until)
    strange = [centre.code for centre in centres if centre.code not in head.centre_codes]
    if strange:
        raise UserError("catalogue.centre_not_listed", code=strange[0])
