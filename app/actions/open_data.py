# SPDX-License-Identifier: EUPL-1.2
"""Importing the official open data: a look first, then all or nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.actions.changes import Changes
from app.actions.municipality import show_office
from app.domain.funding import Difference, FilePreview, ImportId, preview_lines
from app.domain.municipality import Office
from app.domain.open_data import OpenDataFile, OtherBody, is_named, is_of
from app.errors import UserError
from app.formats.open_data import read_open_data
from app.formats.reference import load_calls
from app.store import Session, Store
from app.store import funding as statements
from app.store import municipality as office_statements
from app.store.faults import sorting
from app.store.funding import ImportedLine

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did; no id when every file was known and nothing was written."""

    changes: Changes
    import_id: ImportId | None
    added: int
    changed: int
    unchanged: int


def preview_files(
    store: Store, paths: Sequence[Path], progress: Progress | None = None, is_cancelled: Cancelled | None = None
) -> list[FilePreview]:
    """What importing these files would do; nothing is written. UserError for a file that is not open data."""
    if not paths:
        raise UserError("funding.no_files")
    office = show_office(store)
    readings = [_read(path, office, progress, is_cancelled, store.today()) for path in paths]
    with store.read() as session:
        return _previews(session, readings)


def are_known(store: Store, previews: Sequence[FilePreview]) -> bool:
    """Whether every file was imported before, byte for byte: then importing it writes nothing."""
    with store.read() as session:
        known = statements.known_files(session)
    return all(preview.file.sha256 in known for preview in previews)


def import_previews(store: Store, previews: Sequence[FilePreview]) -> ImportOutcome:
    """Write what was previewed, all or nothing, as one action; a file known by its content adds nothing."""
    names = ", ".join(preview.file.name for preview in previews)
    with store.write("funding.imported", files=names) as session:
        _keep_ipa_code(session, previews)
        readings = [(preview.file, preview.ipa_code, preview.ipa_code_proposed) for preview in previews]
        current = _previews(session, readings)
        lines = [
            ImportedLine(line, preview.file.name, preview.file.as_of) for preview in current for line in preview.lines
        ]
        import_id = _write(session, store, current, lines)
    count = {kind: sum(line.line.difference is kind for line in lines) for kind in Difference}
    return ImportOutcome(
        changes=Changes(funding=True, municipality=True),
        import_id=import_id,
        added=count[Difference.ADDED],
        changed=count[Difference.CHANGED],
        unchanged=count[Difference.UNCHANGED] + count[Difference.OLDER],
    )


Reading = tuple[OpenDataFile, str, bool]


def _read(
    path: Path, office: Office, progress: Progress | None, is_cancelled: Cancelled | None, today: date
) -> Reading:
    """Read by our IPA code; where it finds nothing of ours, by the one that the file has for our ISTAT code."""
    codes = tuple(code for code in (office.istat, *office.previous_istat) if code)
    with sorting(path):
        file = _with_measures(read_open_data(path, office.ipa_code, codes, progress, is_cancelled, not_after=today))
        if any(office.ipa_code_confirmed or is_of(row, codes, _names(office)) for row in file.ours):
            return file, office.ipa_code, False
        other = _our_body(file.other_bodies, office)
        if other is None:
            return replace(file, ours=(), rejected=()) if file.ours else file, office.ipa_code, False
        found = read_open_data(path, other.ipa_code, codes, progress, is_cancelled, not_after=today)
        return _with_measures(found), other.ipa_code, True


def _names(office: Office) -> tuple[str, ...]:
    return office.name, office.other_name


def _our_body(bodies: Sequence[OtherBody], office: Office) -> OtherBody | None:
    """The one body of kind Comuni with our ISTAT code; of several (comuni that were merged), the one of our name."""
    if len(bodies) > 1:
        bodies = [body for body in bodies if is_named(body.name, _names(office))]
    return bodies[0] if len(bodies) == 1 else None


def _with_measures(file: OpenDataFile) -> OpenDataFile:
    """The files of the source family do not name the measure; the list of calls does, by the title."""
    if all(row.measure for row in file.ours):
        return file
    measures = {call.title: call.measure for call in load_calls()}
    ours = (replace(row, measure=row.measure or measures.get(row.call, "")) for row in file.ours)
    return replace(file, ours=tuple(ours))


def _previews(session: Session, readings: Sequence[Reading]) -> list[FilePreview]:
    files = [file for file, _code, _proposed in readings]
    stored = statements.stored_projects(session, [row.key for file in files for row in file.ours])
    lines = preview_lines(files, stored)
    return [
        FilePreview(file, shown, code, proposed) for (file, code, proposed), shown in zip(readings, lines, strict=True)
    ]


def _keep_ipa_code(session: Session, previews: Sequence[FilePreview]) -> None:
    """Keep the code by which our rows were found, so that it is asked only once."""
    office = office_statements.read_office(session)
    with_lines = [preview for preview in previews if preview.lines]
    found = max(with_lines, key=lambda preview: preview.file.as_of).ipa_code if with_lines else ""
    if office and found and (found != office.ipa_code or not office.ipa_code_confirmed):
        values: dict[str, object] = {"ipa_code": found, "ipa_code_confirmed": True}
        office_statements.correct_office(session, office.version, values)


def _write(
    session: Session, store: Store, previews: Sequence[FilePreview], lines: list[ImportedLine]
) -> ImportId | None:
    known = statements.known_files(session)
    news = [line for line in lines if line.line.difference in (Difference.ADDED, Difference.CHANGED)]
    if not news and all(preview.file.sha256 in known for preview in previews):
        return None
    as_of = max(preview.file.as_of for preview in previews)
    return statements.add_import(session, store.now(), as_of, [_noted(preview.file) for preview in previews], lines)


def _noted(file: OpenDataFile) -> dict[str, str]:
    return {
        "name": file.name,
        "sha256": file.sha256,
        "rows": str(file.rows),
        "ours": str(len(file.ours)),
        "published_on": file.published_on,
        "as_of": file.as_of.isoformat(),
    }
