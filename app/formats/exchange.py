# SPDX-License-Identifier: EUPL-1.2
"""Accession packages and the answers to them: written, and read back with everything checked that needs no archive."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

import msgspec

from app.domain.exchange import AnswerData, RequestData, check_answer_data, check_request_data
from app.domain.publisher_keys import PublicKey
from app.errors import UserError
from app.formats.bundle import MAX_KEPT, Bundle, Manifest, Source, canonical, decoded, read_bundle, shaped, write_bundle
from app.formats.exchange_shapes import AnswerManifest, AnswerShape, RequestManifest, RequestShape
from app.formats.signing_keys import SigningKey

REQUEST, ANSWER = "campanile.request", "campanile.answer"
DATA = "data.json"

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Package(Generic[T_co]):
    """A package that was checked whole; `key` is of who signed it, None where nobody does."""

    data: T_co
    manifest_sha256: str
    key: PublicKey | None
    bundle: Bundle[Manifest]

    def read(self, file: str) -> bytes:
        """A file of the package, the same bytes that were checked."""
        return self.bundle.read(file)


class _Listed(Protocol):
    @property
    def file(self) -> str: ...
    @property
    def sha256(self) -> str: ...
    @property
    def bytes(self) -> int: ...


def write_request(data: RequestData, files: Mapping[str, bytes]) -> bytes:
    """An accession package; `files` are those that the data list, by their names there."""
    check_request_data(data)
    head = {"format": REQUEST, "reference": data.reference, "revision": data.revision, "centre": data.centre.code}
    return _write(RequestManifest, head, shaped(data, RequestShape), files, None)


def read_request(source: Source) -> Package[RequestData]:
    """An accession package, from its bytes or its file; UserError `package.*` when a byte is not as it was written."""
    bundle = read_bundle(source, RequestManifest, REQUEST, (DATA,), has_signature=False)
    shape = decoded(_data(bundle), RequestShape, DATA)
    data = msgspec.convert(shape, RequestData, from_attributes=True)
    head = bundle.manifest
    _check_same((head.reference, head.revision, head.centre), (data.reference, data.revision, data.centre.code))
    _check_files(bundle, data.documents)
    check_request_data(data)
    return Package(data, bundle.manifest_sha256, None, bundle)


def write_answer(data: AnswerData, files: Mapping[str, bytes], key: SigningKey) -> bytes:
    """An answer, signed; `files` are those that the data list, by their names there."""
    check_answer_data(data)
    head = {
        "format": ANSWER,
        "reference": data.reference,
        "revision": data.revision,
        "centre": data.centre.code,
        "request_sha256": data.request_sha256,
        "sequence": data.sequence,
    }
    return _write(AnswerManifest, head, shaped(data, AnswerShape), files, key)


def read_answer(source: Source) -> Package[AnswerData]:
    """An answer with the key that signed it, which is for `domain.exchange.check_answer` to judge."""
    bundle = read_bundle(source, AnswerManifest, ANSWER, (DATA,), has_signature=True)
    data = msgspec.convert(decoded(_data(bundle), AnswerShape, DATA), AnswerData, from_attributes=True)
    head = bundle.manifest
    _check_same(
        (head.reference, head.revision, head.centre, head.request_sha256, head.sequence),
        (data.reference, data.revision, data.centre.code, data.request_sha256, data.sequence),
    )
    _check_files(bundle, data.documents)
    check_answer_data(data)
    return Package(data, bundle.manifest_sha256, bundle.key, bundle)


def _write(
    manifest: type[Manifest],
    head: Mapping[str, object],
    shape: RequestShape | AnswerShape,
    files: Mapping[str, bytes],
    key: SigningKey | None,
) -> bytes:
    content = canonical(shape)
    listed = {document.file for document in shape.documents}
    if listed != set(files) or len(content) > MAX_KEPT:
        raise UserError("package.wrong_value", where="documents")
    written = write_bundle(manifest, head, {DATA: content, **files}, key)
    _check_again(written, shape)
    return written


def _check_again(written: bytes, shape: RequestShape | AnswerShape) -> None:
    """What we give out is what we would take in: a document changed since it was listed is found here."""
    read = read_request if isinstance(shape, RequestShape) else read_answer
    read(written)


def _data(bundle: Bundle[RequestManifest] | Bundle[AnswerManifest]) -> bytes:
    if DATA not in bundle.kept:
        raise UserError("package.files_differ")
    return bundle.kept[DATA]


def _check_same(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    if one != other:
        raise UserError("package.wrong_shape", name=DATA, where="")


def _check_files(bundle: Bundle[RequestManifest] | Bundle[AnswerManifest], documents: tuple[_Listed, ...]) -> None:
    """The data list the files of the manifest, no more and no fewer, with the same hashes."""
    told = {document.file: (document.bytes, document.sha256) for document in documents}
    found = {file.name: (file.bytes, file.sha256) for file in bundle.manifest.files if file.name != DATA}
    if told != found:
        raise UserError("package.files_differ")
