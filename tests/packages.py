# SPDX-License-Identifier: EUPL-1.2
"""Requests, answers and editions of invented people, made by the program itself, and mutants of what it made."""

import dataclasses
import hashlib
import random
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from app.domain.editions import EditionHead
from app.domain.exchange import (
    AnswerData,
    AnswerDocument,
    AnsweringCentre,
    AskedService,
    AskingBody,
    Contact,
    EnclosedDocument,
    FileSigner,
    NamedCentre,
    NamedSigner,
    ProtocolNumber,
    RequestData,
    ServiceAnswer,
    StatedAct,
)
from app.errors import UserError
from app.formats.catalogue import centres_path, first_edition_path, read_centres
from app.formats.editions import write_edition
from app.formats.exchange import write_answer, write_request
from app.formats.signing_keys import SigningKey, new_key
from app.formats.stored_zip import write_zip

REFERENCE = "0123456789abcdef" * 2
MADE_AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
PUBLISHER = "Campanile, da fonti pubbliche"  # of the edition that the program brings
SIGNED = b"%PDF-1.7 domanda firmata"
RESOLUTION = b"%PDF-1.7 delibera"


def document(file: str, kind: str, content: bytes, **fields: Any) -> EnclosedDocument:  # noqa: ANN401 - its fields
    """A document of a request, with the hash of its content."""
    made = EnclosedDocument(
        file, kind, f"Un documento: {kind}", hashlib.sha256(content).hexdigest(), len(content), "", None, ()
    )
    return dataclasses.replace(made, **fields)


def request_data(**fields: Any) -> RequestData:  # noqa: ANN401 - its fields
    """A request in which nothing is wrong; each field may be another."""
    signer = FileSigner("PROVA ANNA", "TINIT-PRVNNA70A41L812X", datetime(2026, 11, 19, 10, 0, tzinfo=UTC))
    made = RequestData(
        reference=REFERENCE,
        revision=1,
        kind="join",
        created_at=MADE_AT,
        centre=NamedCentre("CIT-BRESCIA", "CIT della Provincia di Brescia", "Provincia di Brescia"),
        body=AskingBody("Comune di Prova", "000001", "", "BS", "", "c_prova", "prova@pec.example", "Via Roma 1"),
        signer=NamedSigner("Anna Prova", "PRVNNA70A41L812X", "Sindaco", is_delegate=False),
        contact=Contact("Bruno Prova", "bruno@example.org", ""),
        services=(
            AskedService("BAS-01", "Adesione", None, "", "", ""),
            AskedService("PAB-01", "Pagamenti", 3, "postazioni", "", "con tre sportelli"),
        ),
        acts=(
            StatedAct(
                "resolution", "council", "12", date(2026, 11, 3), date(2026, 11, 5), date(2026, 11, 16), "Adesione"
            ),
        ),
        documents=(
            document("documents/001-domanda.pdf", "request", SIGNED, signed_by=(signer,)),
            document("documents/002-delibera.pdf", "resolution", RESOLUTION),
        ),
        protocol=ProtocolNumber("4711", date(2026, 11, 20)),
        note="",
    )
    return dataclasses.replace(made, **fields)


def request_package(data: RequestData | None = None, **fields: Any) -> bytes:  # noqa: ANN401 - fields of the request
    """An accession package of that request."""
    made = data or request_data(**fields)
    contents = {"documents/001-domanda.pdf": SIGNED, "documents/002-delibera.pdf": RESOLUTION}
    return write_request(made, {one.file: contents[one.file] for one in made.documents})


def answer_data(**fields: Any) -> AnswerData:  # noqa: ANN401 - its fields
    """An answer that accepts one service and refuses the other."""
    content = b"%PDF-1.7 convenzione"
    made = AnswerData(
        reference=REFERENCE,
        revision=1,
        request_sha256="ab" * 32,
        sequence=1,
        issued_at=datetime(2026, 11, 22, 8, 0, tzinfo=UTC),
        centre=AnsweringCentre("CIT-BRESCIA", "CIT della Provincia di Brescia"),
        outcome="accepted",
        on=date(2026, 11, 21),
        protocol=ProtocolNumber("99", date(2026, 11, 21)),
        text="Benvenuti",
        answer_by=None,
        agreement=None,
        services=(ServiceAnswer("BAS-01", True, ""), ServiceAnswer("PAB-01", False, "non ancora")),
        documents=(
            AnswerDocument(
                "documents/001-convenzione.pdf", "countersigned", "Convenzione",
                hashlib.sha256(content).hexdigest(), len(content),
            ),
        ),
    )  # fmt: skip
    return dataclasses.replace(made, **fields)


def answer_package(key: SigningKey, data: AnswerData | None = None, **fields: Any) -> bytes:  # noqa: ANN401 - its fields
    """That answer, signed."""
    made = data or answer_data(**fields)
    return write_answer(made, {one.file: b"%PDF-1.7 convenzione" for one in made.documents}, key)


def edition_head(**fields: Any) -> EditionHead:  # noqa: ANN401 - its fields
    """The head of the edition that the program brings, as if its publisher had signed it."""
    made = EditionHead(
        publisher=PUBLISHER,
        centre_codes=tuple(centre.code for centre in read_centres(centres_path())),
        sequence=7,
        edition=1,
        published_on=date(2026, 11, 23),
        valid_from=date(2026, 11, 23),
        valid_until=date(2027, 11, 22),
        min_version="0.1.0",
    )
    return dataclasses.replace(made, **fields)


def edition_package(key: SigningKey, rotations: tuple[bytes, ...] = (), **fields: Any) -> bytes:  # noqa: ANN401 - its fields
    """That edition, signed."""
    contents = first_edition_path().read_bytes(), centres_path().read_bytes()
    return write_edition(*contents, edition_head(**fields), key, rotations)


Entries = list[tuple[str, bytes]]


def entries_of(package: bytes) -> Entries:
    """The files of a package, the manifest first."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return [(info.filename, opened.read(info)) for info in opened.infolist()]


def packed(entries: Entries) -> bytes:
    """A package of these files as ours are, but for what is in them; a name may stand twice."""
    if len({name for name, _content in entries}) == len(entries):
        return write_zip(dict(entries))
    return zipped(entries)


def zipped(entries: Entries, method: int = 0) -> bytes:
    """An ordinary zip of these files."""
    import io
    import warnings
    import zipfile

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as target, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two entries of one name: that is what is tried
        for name, content in entries:
            target.writestr(zipfile.ZipInfo(name), content, method)
    return made.getvalue()


def mutants(package: bytes, other: bytes, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Changed packages without end, each with how: bytes of the zip, or of a file with the zip made whole again."""
    entries = entries_of(package)
    makers: tuple[Callable[[], tuple[str, bytes]], ...] = (
        lambda: _one_byte(package, chance),
        lambda: _byte_with_right_sum(entries, chance),
        lambda: _cut(package, chance),
        lambda: _longer(package, chance),
        lambda: _swapped(entries, entries_of(other), chance),
        lambda: _without_one(entries, chance),
        lambda: _with_another(entries, chance),
        lambda: _in_other_order(entries, chance),
        lambda: _twice(entries, chance),
        lambda: _other_zip(entries, chance),
        lambda: _signed_by_a_stranger(entries, chance),
    )[: None if entries[1][0] == "signature.json" else -1]
    number = 0
    while True:
        how, mutant = makers[number % len(makers)]()
        number += 1
        if mutant not in (package, other):
            yield how, mutant


def refusal(read: Callable[[bytes], object], package: bytes) -> str:
    """The code with which a package is refused, "" where it is taken in."""
    try:
        read(package)
    except UserError as error:
        return error.code
    return ""


def _one_byte(package: bytes, chance: random.Random) -> tuple[str, bytes]:
    place = chance.randrange(len(package))
    changed = bytearray(package)
    changed[place] ^= chance.randrange(1, 256)
    return f"byte {place}", bytes(changed)


def _byte_with_right_sum(entries: Entries, chance: random.Random) -> tuple[str, bytes]:
    number = chance.randrange(len(entries))
    name, content = entries[number]
    _how, changed = _one_byte(content, chance)
    assert zlib.crc32(changed) != zlib.crc32(content)
    return f"byte in {name}", packed([*entries[:number], (name, changed), *entries[number + 1 :]])


def _cut(package: bytes, chance: random.Random) -> tuple[str, bytes]:
    length = chance.randrange(len(package))
    return f"cut at {length}", package[:length]


def _longer(package: bytes, chance: random.Random) -> tuple[str, bytes]:
    more = chance.randbytes(chance.randrange(1, 40))
    place = chance.choice((0, chance.randrange(len(package)), len(package)))
    return f"longer at {place}", package[:place] + more + package[place:]


def _swapped(entries: Entries, others: Entries, chance: random.Random) -> tuple[str, bytes]:
    number = chance.randrange(min(len(entries), len(others)))
    return f"file {number} of another", packed([*entries[:number], others[number], *entries[number + 1 :]])


def _without_one(entries: Entries, chance: random.Random) -> tuple[str, bytes]:
    number = chance.randrange(len(entries))
    return f"without file {number}", packed([*entries[:number], *entries[number + 1 :]])


def _with_another(entries: Entries, chance: random.Random) -> tuple[str, bytes]:
    name = chance.choice(
        ("documents/999-x.pdf", "zzz.json", "../x", "/etc/x", "C:x", "con", "documents/", "a\\b", "x.")
    )
    place = chance.choice((1, 2, len(entries)))
    return f"with {name}", packed([*entries[:place], (name, b"x"), *entries[place:]])


def _in_other_order(entries: Entries, chance: random.Random) -> tuple[str, bytes]:
    shuffled = chance.sample(entries, len(entries))
    return "in another order", packed(shuffled)


def _twice(entries: Entries, chance: random.Random) -> tuple[str, bytes]:
    number = chance.randrange(len(entries))
    return f"file {number} twice", packed([*entries, entries[number]])


def _signed_by_a_stranger(entries: Entries, chance: random.Random) -> tuple[str, bytes]:
    """The signature of somebody else under the name of the right key, or the right one under another name."""
    (manifest, signature, *files) = entries
    stranger = new_key()
    right = signature[1].decode()
    key_id, public_key = stranger.public.key_id, stranger.public.public_key
    signed = stranger.sign("campanile.catalogue", manifest[1])
    parts = {"key_id": key_id, "public_key": public_key, "signature": signed}
    for name in chance.sample(sorted(parts), chance.randrange(1, 3)):
        start = right.index(f'"{name}":"') + len(name) + 4
        right = right[:start] + parts[name] + right[right.index('"', start) :]
    return "signed by a stranger", packed([manifest, (signature[0], right.encode()), *files])


def _other_zip(entries: Entries, chance: random.Random) -> tuple[str, bytes]:
    bomb = ("documents/000-bomba.pdf", bytes(1_000_000))
    kind = chance.randrange(4)
    if kind == 0:
        return "compressed", zipped(entries, 8)
    if kind == 1:
        return "bomb of ratio 1000", zipped([*entries, bomb], 8)
    if kind == 2:
        return "made by another program", zipped(entries)
    return "bomb first", zipped([bomb, *entries], 8)
