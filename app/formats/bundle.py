# SPDX-License-Identifier: EUPL-1.2
"""The container of requests, answers and editions: a narrow zip with its manifest, who signed it, then the files.

The manifest names each file with its size and SHA-256 and is written in one way only, so that the hash of the manifest
stands for the whole package. A file that is read later is hashed again: what is used is what was checked.
"""

import hashlib
import io
import os
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, BinaryIO, Generic, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct

from app.domain.package_names import NAME_PATTERN, is_safe_name
from app.domain.publisher_keys import PublicKey
from app.errors import UserError
from app.formats.json_place import place_in
from app.formats.signing_keys import PublicKeyText, SignatureText, SigningKey, is_signed
from app.formats.stored_zip import MAX_BYTES, PIECE, Entry, ZipReader, write_zip

Source = Path | bytes

MANIFEST, SIGNATURE = "manifest.json", "signature.json"
MAX_FILES = 1000
MAX_MANIFEST = 1024**2
MAX_KEPT = 5 * 1024**2
_MAX_SIGNATURE = 4096
_VERSION = 1
_KINDS = ("campanile.request", "campanile.answer", "campanile.catalogue")

Sha256 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]


class ListedFile(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of the package."""

    name: Annotated[str, Meta(pattern=NAME_PATTERN)]
    bytes: Annotated[int, Meta(ge=0, le=MAX_BYTES)]
    sha256: Sha256


Files = Annotated[tuple[ListedFile, ...], Meta(min_length=1, max_length=MAX_FILES)]


class Manifest(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every manifest holds; each kind adds its own head."""

    format: str
    version: Literal[1]
    files: Files


class SignatureFile(Struct, frozen=True, forbid_unknown_fields=True):
    """Who signed the manifest: Ed25519 over the words of the kind and the bytes of the manifest."""

    key_id: Annotated[str, Meta(pattern=r"\A[0-9a-f]{16}\Z")]
    public_key: PublicKeyText
    signature: SignatureText


class _Told(Struct, frozen=True):
    """The part of a manifest by which its kind is known."""

    format: str
    version: int


M = TypeVar("M", bound=Manifest)
M_co = TypeVar("M_co", bound=Manifest, covariant=True)


@dataclass(frozen=True, slots=True)
class Bundle(Generic[M_co]):
    """A package that was checked from its first byte to its last."""

    source: Source
    manifest: M_co
    manifest_sha256: str
    key: PublicKey | None  # of who signed it
    kept: Mapping[str, bytes]
    places: Mapping[str, int]

    def read(self, name: str) -> bytes:
        """The content of a listed file; UserError `package.file_changed` when the file was swapped meanwhile."""
        if name in self.kept:
            return self.kept[name]
        listed = {file.name: file for file in self.manifest.files}[name]
        with _opened(self.source) as file:
            file.seek(self.places[name])
            content = file.read(listed.bytes)
        if hashlib.sha256(content).hexdigest() != listed.sha256:
            raise UserError("package.file_changed", name=name)
        return content


def kind_of(source: Source) -> str:
    """The format that a package says of itself, nothing checked; "" for a file that is no package."""
    try:
        with _opened(source) as file:
            return _told(_first(ZipReader(file))).format
    except UserError:
        return ""


def write_bundle(shape: type[M], head: Mapping[str, Any], files: Mapping[str, bytes], key: SigningKey | None) -> bytes:
    """A package of these files; the same files and key give the same bytes. UserError `package.*` past a limit."""
    ordered = {name: files[name] for name in sorted(files)}
    listed = [
        {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in ordered.items()
    ]
    if len(listed) > MAX_FILES:
        raise UserError("package.too_many_files", limit=MAX_FILES)
    manifest = canonical(shaped({**head, "version": _VERSION, "files": listed}, shape))
    _check_names([str(file["name"]) for file in listed])
    written = {MANIFEST: manifest}
    if key:
        signature = key.sign(str(head["format"]), manifest)
        written[SIGNATURE] = canonical(SignatureFile(key.public.key_id, key.public.public_key, signature))
    return write_zip({**written, **ordered})


def read_bundle(source: Source, shape: type[M], kind: str, keep: Collection[str], *, has_signature: bool) -> Bundle[M]:
    """Check a whole package; the files named in `keep` are held, the others read again when they are asked for."""
    with _opened(source) as file:
        reader = ZipReader(file)
        raw = _first(reader)
        _check_kind(_told(raw), kind)
        key = _signer(reader, raw, kind) if has_signature else None
        manifest = decoded(raw, shape, MANIFEST)
        _check_names([listed.name for listed in manifest.files])
        kept: dict[str, bytes] = {}
        places: dict[str, int] = {}
        for listed in manifest.files:
            entry = _entry(reader, listed)
            places[listed.name] = entry.starts_at
            content = _checked(reader, entry, listed, is_kept=listed.name in keep)
            if listed.name in keep:
                kept[listed.name] = content
        if reader.open_entry() is not None:
            raise UserError("package.unlisted_file")
        reader.finish()
    return Bundle(source, manifest, hashlib.sha256(raw).hexdigest(), key, kept, places)


def canonical(value: Struct) -> bytes:
    """JSON in the one way in which we write it: keys in order, no spaces."""
    return msgspec.json.encode(value, order="sorted")


S = TypeVar("S", bound=Struct)


def shaped(values: object, shape: type[S]) -> S:
    """Our own values in the shape of a file; UserError `package.wrong_value` names the one that does not fit."""
    try:
        made = msgspec.convert(values, shape, from_attributes=True)
        canonical(made)
    except msgspec.ValidationError as error:
        raise UserError("package.wrong_value", where=place_in(error)) from error
    except UnicodeEncodeError as error:
        raise UserError("package.wrong_value", where="") from error
    return made


def decoded(raw: bytes, shape: type[S], name: str) -> S:
    """A JSON file of a package, refused when it is not exactly as we would write it."""
    try:
        value = msgspec.json.decode(raw, type=shape)
        is_ours = canonical(value) == raw
    except msgspec.ValidationError as error:
        raise UserError("package.wrong_shape", name=name, where=place_in(error)) from error
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise UserError("package.wrong_shape", name=name, where="") from error
    if not is_ours:
        raise UserError("package.wrong_shape", name=name, where="")
    return value


@contextmanager
def _opened(source: Source) -> Iterator[BinaryIO]:
    if isinstance(source, bytes):
        if len(source) > MAX_BYTES:
            raise UserError("package.too_big", limit=MAX_BYTES // 1024**2)
        yield io.BytesIO(source)
        return
    try:
        with open(source, "rb", buffering=PIECE, opener=_open_quickly) as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise UserError("package.not_opened")
            if found.st_size > MAX_BYTES:
                raise UserError("package.too_big", limit=MAX_BYTES // 1024**2)
            yield file
    except OSError as error:
        raise UserError("package.not_opened") from error


def _open_quickly(path: str, flags: int) -> int:
    """Open without waiting for the other end of a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _first(reader: ZipReader) -> bytes:
    entry = reader.open_entry()
    if entry is None or entry.name != MANIFEST:
        raise UserError("package.not_a_package")
    return _small(reader, entry, MAX_MANIFEST)


def _small(reader: ZipReader, entry: Entry, limit: int) -> bytes:
    if entry.bytes > limit:
        raise UserError("package.wrong_shape", name=entry.name, where="")
    return b"".join(reader.pieces(entry))


def _told(raw: bytes) -> _Told:
    try:
        return msgspec.json.decode(raw, type=_Told)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise UserError("package.wrong_shape", name=MANIFEST, where="") from error


def _check_kind(told: _Told, kind: str) -> None:
    if told.format not in _KINDS:
        raise UserError("package.not_a_package")
    if told.format != kind:
        raise UserError(f"package.is_{told.format.rpartition('.')[2]}")
    if told.version > _VERSION:
        raise UserError("package.newer_version")


def _signer(reader: ZipReader, manifest: bytes, kind: str) -> PublicKey:
    entry = reader.open_entry()
    if entry is None or entry.name != SIGNATURE:
        raise UserError("package.not_signed")
    told = decoded(_small(reader, entry, _MAX_SIGNATURE), SignatureFile, SIGNATURE)
    key = PublicKey(told.public_key)
    if key.key_id != told.key_id or not is_signed(key, kind, manifest, told.signature):
        raise UserError("package.signature_wrong")
    return key


def _check_names(names: list[str]) -> None:
    for name in names:
        if not is_safe_name(name):
            raise UserError("package.unsafe_name", name=name)
    folded = {name.casefold() for name in names} | {MANIFEST, SIGNATURE}
    if names != sorted(names) or len(folded) < len(names) + 2:
        raise UserError("package.files_differ")


def _entry(reader: ZipReader, listed: ListedFile) -> Entry:
    entry = reader.open_entry()
    if entry is None or (entry.name, entry.bytes) != (listed.name, listed.bytes):
        raise UserError("package.files_differ")
    return entry


def _checked(reader: ZipReader, entry: Entry, listed: ListedFile, *, is_kept: bool) -> bytes:
    if is_kept and entry.bytes > MAX_KEPT:
        raise UserError("package.wrong_shape", name=listed.name, where="")
    digest, kept = hashlib.sha256(), []
    for piece in reader.pieces(entry):
        digest.update(piece)
        if is_kept:
            kept.append(piece)
    if digest.hexdigest() != listed.sha256:
        raise UserError("package.file_changed", name=listed.name)
    return b"".join(kept)
