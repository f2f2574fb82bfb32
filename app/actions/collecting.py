# SPDX-License-Identifier: EUPL-1.2
"""The centre's side: every accession package of a folder checked, one at a time, and told in one table."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.actions.output import writing
from app.domain.collection import Flaw, Judged, Received, Standing, judge_all, key_act
from app.domain.exchange import AskedService, RequestData
from app.errors import UserError
from app.files import write_atomically
from app.formats.bundle import kind_of
from app.formats.exchange import REQUEST, read_request
from app.formats.spreadsheet import Cell, to_csv, to_xlsx
from app.text import sentence
from app.text.accession_labels import kind_label
from app.text.exchange_words import collection_headers, collection_title, flaw_sentence, standing_label

KEYS = (
    *("file", "standing", "reference", "revision", "kind", "created_at"),
    *("name", "istat", "province", "pec", "service", "service_name", "quantity", "unit", "cup", "note"),
    *("signer", "contact", "email", "phone", "act", "act_on", "protocol_number", "protocol_on", "problems"),
)
Row = tuple[Cell, ...]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Broken:
    """A package of which nothing is read, and why."""

    file: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Collection:
    """What a folder holds; answers and editions in it are only counted."""

    judged: tuple[Judged, ...]
    broken: tuple[Broken, ...]
    others: int

    @property
    def counts(self) -> dict[str, int]:
        """How many packages have each standing."""
        found = Counter(one.standing.value for one in self.judged)
        return {standing.value: found[standing.value] for standing in Standing} | {"broken": len(self.broken)}

    @property
    def rows(self) -> tuple[Row, ...]:
        """One row for each service asked for, one for each package that cannot be read; by comune, broken ones last."""
        ordered = sorted(self.judged, key=_order)
        asked = [row for judged in ordered for row in _rows(judged)]
        return (*asked, *(_broken_row(broken) for broken in self.broken))


def collect(folder: Path, progress: Progress = lambda _done, _total: None) -> Collection:
    """Check the packages of a folder and of those within it; each is let go before the next is opened."""
    files = _packages(folder)
    received: list[Received] = []
    broken: list[Broken] = []
    others = 0
    for number, file in enumerate(files, start=1):
        name = file.relative_to(folder).as_posix()
        try:
            package = read_request(file)
            received.append(Received(name, package.manifest_sha256, package.data))
        except UserError as error:
            if kind_of(file) in ("", REQUEST):
                broken.append(Broken(name, error.code, sentence(error)))
            else:
                others += 1
        progress(number, len(files))
    return Collection(judge_all(received), tuple(broken), others)


def write_collection(collection: Collection, target: Path, now: datetime) -> None:
    """Write the table as .csv or .xlsx, by the end of the file's name."""
    suffix = target.suffix.lower()
    rows = [_in_words(row) for row in collection.rows]
    if suffix == ".csv":
        content = to_csv(collection_headers(), rows)
    elif suffix == ".xlsx":
        content = to_xlsx(collection_title(), collection_headers(), rows, now)
    else:
        raise UserError("publish.unknown_format", suffix=suffix or target.name)
    with writing(target):
        write_atomically(target, content)


def _packages(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise UserError("publish.no_folder", file=str(folder))

    def unreadable(error: OSError) -> None:
        raise UserError("publish.no_folder", file=str(error.filename)) from error

    found = []
    for place, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(place, name) for name in names if name.lower().endswith(".zip") and not name.startswith(".")]
    return sorted(found)


def _order(judged: Judged) -> tuple[str, str, int, str]:
    request = judged.received.request
    return request.body.name.casefold(), request.reference, -request.revision, judged.received.file


def _rows(judged: Judged) -> Iterator[Row]:
    request = judged.received.request
    for service in request.services or (None,):
        flaws = [flaw for flaw in judged.flaws if flaw.service in ("", service.code if service else "")]
        yield (
            *(judged.received.file, judged.standing.value, request.reference, request.revision),
            *(request.kind, request.created_at),
            *(request.body.name, request.body.istat, request.body.province, request.body.pec),
            *_service_cells(service),
            *(request.signer.name, request.contact.name, request.contact.email, request.contact.phone),
            *_act_cells(request),
            *(request.protocol.number, request.protocol.on, " ".join(_said(flaw) for flaw in flaws)),
        )


def _service_cells(service: AskedService | None) -> Row:
    if service is None:
        return ("", "", None, "", "", "")
    return (service.code, service.name, service.quantity, service.unit, service.cup, service.note)


def _act_cells(request: RequestData) -> Row:
    act = key_act(request)
    return (act.number, act.on) if act else ("", None)


def _said(flaw: Flaw) -> str:
    return flaw_sentence(flaw.code, flaw.params)


def _broken_row(broken: Broken) -> Row:
    empty: Row = (None,) * (len(KEYS) - 3)
    return (broken.file, Standing.BROKEN.value, *empty, broken.reason)


def _in_words(row: Row) -> Row:
    """The row with the words of the office in place of our keys."""
    file, standing, reference, revision, kind, *rest = row
    return (file, standing_label(str(standing)), reference, revision, kind_label(str(kind)) if kind else "", *rest)
