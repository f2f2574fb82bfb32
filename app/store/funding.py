# SPDX-License-Identifier: EUPL-1.2
"""Statements on funded projects, on imports and on what each import changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.funding import (
    Difference,
    FundingChange,
    ImportId,
    PreviewLine,
    Project,
    ProjectId,
    Status,
)
from app.domain.money import from_cents, to_cents
from app.domain.open_data import Key, application_key
from app.errors import Stale, UserError
from app.models import FundingChangeRecord, ImportRecord, ProjectRecord

_PLAIN = (
    "ipa_code", "body", "call", "measure", "sent_at", "funded_on", "cup", "status_on", "decree", "window", "protocol",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """One import, as its list shows it; `as_of` is how fresh its freshest file was."""

    id: ImportId
    at: datetime  # UTC
    files: tuple[str, ...]
    as_of: date
    added: int
    changed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class ImportedLine:
    """A line of the preview on its way into the store, with the file it comes from."""

    line: PreviewLine
    source_file: str
    as_of: date


def key_text(key: Key) -> str:
    """The natural key in one text."""
    return "|".join(key)


def list_projects(session: Session, status: Status | None = None, call: str = "", measure: str = "") -> list[Project]:
    """Projects by decree date, then call; the filters are exact."""
    query = select(ProjectRecord).order_by(ProjectRecord.measure, ProjectRecord.funded_on, ProjectRecord.call)
    if status:
        query = query.where(ProjectRecord.status == status.value)
    if call:
        query = query.where(ProjectRecord.call == call)
    if measure:
        query = query.where(ProjectRecord.measure == measure)
    return [_project(record) for record in session.scalars(query.order_by(ProjectRecord.id))]


def read_project(session: Session, project_id: ProjectId) -> Project:
    """One project; UserError when it is no more."""
    record = session.get(ProjectRecord, project_id)
    if record is None:
        raise UserError("record.gone")
    return _project(record)


def stored_projects(session: Session, keys: Iterable[Key]) -> dict[Key, Project]:
    """Those of the natural keys that the store has."""
    query = select(ProjectRecord).where(ProjectRecord.natural_key.in_([key_text(key) for key in keys]))
    found = [_project(record) for record in session.scalars(query)]
    return {application_key(project.ipa_code, project.call, project.sent_at): project for project in found}


def annotate(session: Session, project_id: ProjectId, seen: int, note: str) -> None:
    """Replace the note of a project; Stale when it changed since it was shown."""
    record = session.get(ProjectRecord, project_id)
    if record is None:
        raise UserError("record.gone")
    if record.version != seen:
        raise Stale("record.changed_elsewhere")
    record.note = note


def add_import(
    session: Session, at: datetime, as_of: date, files: list[dict[str, str]], lines: list[ImportedLine]
) -> ImportId:
    """Write an import: its projects, and what it changed of each."""
    count = {kind: sum(line.line.difference is kind for line in lines) for kind in Difference}
    record = ImportRecord(
        imported_at=at,
        as_of=as_of,
        files=files,
        added=count[Difference.ADDED],
        changed=count[Difference.CHANGED],
        unchanged=count[Difference.UNCHANGED] + count[Difference.OLDER],
    )
    session.add(record)
    session.flush()
    for line in lines:
        _write_project(session, line)
        session.add_all(_change_records(record.id, line))
    return ImportId(record.id)


def list_imports(session: Session) -> list[ImportSummary]:
    """Imports, newest first."""
    return [_import(record) for record in session.scalars(select(ImportRecord).order_by(ImportRecord.id.desc()))]


def list_changes(session: Session, import_id: ImportId) -> list[FundingChange]:
    """What one import changed, in the order of the file."""
    query = (
        select(FundingChangeRecord, ImportRecord.imported_at)
        .join(ImportRecord, ImportRecord.id == FundingChangeRecord.import_id)
        .where(FundingChangeRecord.import_id == import_id)
    )
    rows = session.execute(query.order_by(FundingChangeRecord.id))
    return [_change(record, imported_at) for record, imported_at in rows]


def changes_of(session: Session, project_id: ProjectId) -> list[FundingChange]:
    """What imports changed of one project, newest first."""
    key = select(ProjectRecord.natural_key).where(ProjectRecord.id == project_id).scalar_subquery()
    query = (
        select(FundingChangeRecord, ImportRecord.imported_at)
        .join(ImportRecord, ImportRecord.id == FundingChangeRecord.import_id)
        .where(FundingChangeRecord.natural_key == key)
    )
    rows = session.execute(query.order_by(FundingChangeRecord.id.desc()))
    return [_change(record, imported_at) for record, imported_at in rows]


def _write_project(session: Session, imported: ImportedLine) -> None:
    if imported.line.difference is Difference.OLDER:
        return
    application = imported.line.application
    key = key_text(application.key)
    record = session.scalars(select(ProjectRecord).where(ProjectRecord.natural_key == key)).first()
    if record is None:
        record = ProjectRecord(natural_key=key, note="")
        session.add(record)
    elif imported.line.difference is Difference.UNCHANGED and record.as_of >= imported.as_of:
        return
    for name in _PLAIN:
        setattr(record, name, getattr(application, name))
    record.amount_cents = to_cents(application.amount)
    record.status = application.status.value
    record.source_file = imported.source_file
    is_new = record.id is None
    record.as_of = imported.as_of if is_new else max(record.as_of, imported.as_of)


def _change_records(import_id: int, imported: ImportedLine) -> list[FundingChangeRecord]:
    line = imported.line
    if line.difference not in (Difference.ADDED, Difference.CHANGED):
        return []
    fields = line.changes if line.difference is Difference.CHANGED else (("", "", ""),)
    return [
        FundingChangeRecord(
            import_id=import_id,
            natural_key=key_text(line.application.key),
            source_file=imported.source_file,
            kind=line.difference.value,
            call=line.application.call,
            cup=line.application.cup,
            field=field,
            old=old,
            new=new,
        )
        for field, old, new in fields
    ]


def _project(record: ProjectRecord) -> Project:
    return Project(
        id=ProjectId(record.id),
        **{name: getattr(record, name) for name in _PLAIN},
        amount=from_cents(record.amount_cents),
        status=Status(record.status),
        source_file=record.source_file,
        as_of=record.as_of,
        note=record.note,
        version=record.version,
    )


def _import(record: ImportRecord) -> ImportSummary:
    return ImportSummary(
        id=ImportId(record.id),
        at=record.imported_at,
        files=tuple(file["name"] for file in record.files),
        as_of=record.as_of,
        added=record.added,
        changed=record.changed,
        unchanged=record.unchanged,
    )


def _change(record: FundingChangeRecord, imported_at: datetime) -> FundingChange:
    return FundingChange(
        import_id=ImportId(record.import_id),
        imported_at=imported_at,
        source_file=record.source_file,
        kind=Difference(record.kind),
        call=record.call,
        cup=record.cup,
        field=record.field,
        old=record.old,
        new=record.new,
    )


def known_files(session: Session) -> set[str]:
    """The SHA-256 of each file that some import brought in."""
    return {file["sha256"] for files in session.scalars(select(ImportRecord.files)) for file in files}
