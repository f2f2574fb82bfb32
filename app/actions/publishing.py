# SPDX-License-Identifier: EUPL-1.2
"""The centre's side: keys, signed editions of the catalogue, answers to requests. No store is opened.

A private key is never shown or logged; a file that is there is never replaced.
"""

import hashlib
import json
from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from app.actions.output import make_folder, writing
from app.actions.published import PUBLIC_FILE, check_number, check_publisher
from app.domain.answers import standing_refusals
from app.domain.catalogue import Catalogue, Centre
from app.domain.dates import to_rome
from app.domain.editions import EditionHead
from app.domain.exchange import (
    AgreementTerm,
    AnswerData,
    AnswerDocument,
    AnsweringCentre,
    Outcome,
    ProtocolNumber,
    RequestData,
    ServiceAnswer,
)
from app.domain.package_names import document_name
from app.domain.publisher_keys import PublicKey
from app.errors import UserError
from app.files import write_atomically
from app.formats.bundle import kind_of
from app.formats.catalogue import decode_catalogue, decode_centres
from app.formats.editions import NO_CENTRES, SignedEdition, read_edition_bundle, write_edition
from app.formats.exchange import ANSWER, read_answer, read_request, write_answer
from app.formats.signing_keys import SigningKey, load_key, new_key, read_rotations, rotate
from app.formats.stored_zip import MAX_BYTES

KEY_FILE, ROTATION_FILE = "campanile.key", "rotation.json"
FIRST_VERSION = "0.1.0"
"""The first program that reads signed editions."""

_DECIDING: tuple[Outcome, ...] = ("accepted", "rejected", "countersigned")
_LONGEST_TITLE = 200
_TO_THE_PUBLISHER = {
    "catalogue.not_json": "publish.not_json",
    "catalogue.wrong_shape": "publish.wrong_shape",
    "catalogue.inconsistent": "publish.inconsistent",
    "catalogue.too_big": "publish.too_big",
}
"""Whoever publishes a catalogue is not sent to ask its publisher."""


@dataclass(frozen=True, slots=True)
class EditionOrder:
    """How an edition is to be signed; the content is in its two files."""

    sequence: int
    valid_days: int
    valid_from: date | None = None  # None: today, or the day of publication where that is later
    min_version: str = FIRST_VERSION
    rotations: tuple[Path, ...] = ()
    publisher: str = ""  # the name that the key was made for, where it is known


@dataclass(frozen=True, slots=True)
class AnswerOrder:
    """What the centre answers; without a sequence it is the next after the answers that lie beside the new one.

    What those refuse stays refused unless it is named in `granted`.
    """

    outcome: Outcome
    on: date
    text: str = ""
    answer_by: date | None = None
    protocol_number: str = ""
    protocol_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    attached: tuple[Path, ...] = ()
    refused: tuple[str, ...] = ()
    granted: tuple[str, ...] = ()
    sequence: int | None = None


def make_key(
    folder: Path, name: str, today: date, passphrase: str = "", replaces: SigningKey | None = None
) -> tuple[PublicKey, tuple[Path, ...]]:
    """Make a key in a folder: the private file, the public one, and the rotation where it replaces another."""
    if replaces and not name:
        raise UserError("key.name_missing")
    files = [folder / file for file in (KEY_FILE, PUBLIC_FILE, ROTATION_FILE)[: 3 if replaces else 2]]
    for file in files:
        if file.exists() or file.is_symlink():
            raise UserError("key.already_there", file=file.name)
    key = new_key()
    contents = [key.to_pem(passphrase), _public_file(name, key.public, today)]
    if replaces:
        contents.append(rotate(replaces, key.public, name, today))
    make_folder(folder)
    for file, content in zip(files, contents, strict=True):
        with writing(file):
            write_atomically(file, content)
    return key.public, tuple(files)


def open_key(file: Path, passphrase: str = "") -> SigningKey:
    """A private key of `make_key`; UserError `key.*`, which never tells what is in the file."""
    return load_key(_content(file), passphrase)


def publish_catalogue(
    edition: Path, centres: Path | None, key: SigningKey, order: EditionOrder, output: Path, today: date
) -> SignedEdition:
    """Sign an edition and write it; it is read back first, as a comune would.

    UserError `publish.*`: for a file that is no edition, another name than that of the key, a number that was used.
    """
    raw = _content(edition)
    raw_centres = _content(centres) if centres else NO_CENTRES
    try:
        catalogue = decode_catalogue(raw, edition.name)
        known = decode_centres(raw_centres, centres.name if centres else "", catalogue)
    except UserError as error:
        raise UserError(_TO_THE_PUBLISHER.get(error.code, error.code), **error.params) from error
    check_publisher(catalogue, order.publisher)
    check_number(catalogue, output.parent)
    rotations = [_content(file) for file in order.rotations]
    for content in rotations:
        read_rotations(content)
    head = _head(catalogue, known, order, today)
    written = write_edition(raw, raw_centres, head, key, rotations)
    _write_new(output, written)
    return read_edition_bundle(written)


def look_at_edition(file: Path) -> SignedEdition:
    """A signed edition, every byte checked; whether its key is known is not asked."""
    _need_file(file)
    return read_edition_bundle(file)


def answer_request(package: Path, key: SigningKey, order: AnswerOrder, output: Path, now: datetime) -> AnswerData:
    """Answer a request with a signed package."""
    if order.on > to_rome(now).date():
        raise UserError("publish.day_in_future", on=order.on)
    _need_file(package)
    request = read_request(package)
    files = _attached(order.attached)
    earlier = _earlier(output.parent, request.data)
    answer = AnswerData(
        reference=request.data.reference,
        revision=request.data.revision,
        request_sha256=request.manifest_sha256,
        sequence=order.sequence or max((one.sequence for one in earlier), default=0) + 1,
        issued_at=now,
        centre=AnsweringCentre(request.data.centre.code, request.data.centre.name),
        outcome=order.outcome,
        on=order.on,
        protocol=ProtocolNumber(order.protocol_number, order.protocol_on),
        text=order.text,
        answer_by=order.answer_by,
        agreement=AgreementTerm(order.starts_on, order.ends_on) if order.starts_on or order.ends_on else None,
        services=_service_answers(request.data, order, standing_refusals(earlier)),
        documents=tuple(_listed(name, file, content, order.outcome) for name, (file, content) in files.items()),
    )
    _write_new(output, write_answer(answer, {name: content for name, (_file, content) in files.items()}, key))
    return answer


def carried_refusals(answer: AnswerData, refused: Container[str]) -> tuple[str, ...]:
    """The services that an answer does not grant because an earlier one did not."""
    if answer.outcome == "rejected":
        return ()
    return tuple(one.code for one in answer.services if not one.is_accepted and one.code not in refused)


def _head(catalogue: Catalogue, centres: Sequence[Centre], order: EditionOrder, today: date) -> EditionHead:
    since = order.valid_from or max(today, catalogue.published_on)
    return EditionHead(
        publisher=catalogue.publisher,
        centre_codes=tuple(centre.code for centre in centres),
        sequence=order.sequence,
        edition=catalogue.edition,
        published_on=catalogue.published_on,
        valid_from=since,
        valid_until=since + timedelta(days=order.valid_days - 1),
        min_version=order.min_version,
    )


def _earlier(folder: Path, request: RequestData) -> list[AnswerData]:
    """The answers to this request that are in the folder and whole."""
    found = []
    for file in folder.glob("*.zip"):
        if kind_of(file) != ANSWER:
            continue
        try:
            answer = read_answer(file).data
        except UserError:
            continue
        if (answer.reference, answer.centre.code) == (request.reference, request.centre.code):
            found.append(answer)
    return found


def _service_answers(request: RequestData, order: AnswerOrder, standing: tuple[str, ...]) -> tuple[ServiceAnswer, ...]:
    asked = [service.code for service in request.services]
    if order.granted and order.outcome != "accepted":
        raise UserError("answer.grant_without_acceptance", codes=", ".join(order.granted))
    for code in (*order.refused, *order.granted):
        if code not in asked:
            raise UserError("answer.unknown_service", code=code, known=", ".join(asked))
    if order.outcome not in _DECIDING:
        return ()
    refused = {*order.refused, *(code for code in standing if code not in order.granted)}
    is_refused = order.outcome == "rejected"
    return tuple(ServiceAnswer(code, not is_refused and code not in refused, "") for code in asked)


def _attached(files: Sequence[Path]) -> dict[str, tuple[Path, bytes]]:
    numbered = enumerate(files, start=1)
    return {document_name(number, file.name): (file, _content(file)) for number, file in numbered}


def _listed(name: str, file: Path, content: bytes, outcome: Outcome) -> AnswerDocument:
    kind = "countersigned" if outcome == "countersigned" else "letter"
    title = "".join(sign if sign.isprintable() else "?" for sign in file.name)[:_LONGEST_TITLE]
    return AnswerDocument(name, kind, title, hashlib.sha256(content).hexdigest(), len(content))


def _public_file(name: str, key: PublicKey, today: date) -> bytes:
    told = {
        "name": name,
        "key_id": key.key_id,
        "public_key": key.public_key,
        "fingerprint": key.fingerprint,
        "made_on": today.isoformat(),
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _need_file(file: Path) -> None:
    try:
        is_there = file.is_file()
    except OSError:
        is_there = False
    if not is_there:
        raise UserError("publish.not_read", file=file.name)


def _content(file: Path) -> bytes:
    _need_file(file)
    try:
        with file.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError("publish.not_read", file=file.name) from error
    if len(content) > MAX_BYTES:
        raise UserError("package.would_be_too_big", limit=MAX_BYTES // 1024**2)
    return content


def _write_new(target: Path, content: bytes) -> None:
    if target.exists() or target.is_symlink():
        raise UserError("publish.already_there", file=target.name)
    with writing(target):
        write_atomically(target, content)
