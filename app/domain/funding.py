# SPDX-License-Identifier: EUPL-1.2
"""Funded projects: what the open data say of them, what we keep, what changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from app.domain.open_data import (
    Application,
    Key,
    OpenDataFile,
    OtherBody,
    RejectedRow,
    Status,
    application_key,
)

__all__ = [
    "Application",
    "Difference",
    "FilePreview",
    "Freshest",
    "FundingChange",
    "FundingTotals",
    "ImportId",
    "Key",
    "OpenDataFile",
    "OtherBody",
    "PreviewLine",
    "Project",
    "ProjectId",
    "RejectedRow",
    "Status",
    "application_key",
    "as_told",
    "compare",
    "merge_within",
    "preview_lines",
    "told_rank",
    "totals",
]


ProjectId = NewType("ProjectId", int)
ImportId = NewType("ImportId", int)


@dataclass(frozen=True, slots=True)
class Project:
    """A funded project as the store keeps it."""

    id: ProjectId
    ipa_code: str
    body: str
    call: str
    measure: str
    sent_at: datetime | None
    funded_on: date | None
    cup: str
    amount: Decimal
    status: Status
    status_on: date | None
    decree: str
    window: str
    protocol: str
    source_file: str
    as_of: date  # how fresh the file was that last set this project
    note: str
    version: int

    @property
    def key(self) -> Key:
        """The natural key of its application."""
        return application_key(self.ipa_code, self.call, self.sent_at)


class Difference(StrEnum):
    """What an import does to one project."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    OLDER = "older"  # the store already holds something fresher; counted as unchanged


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One project of ours in a file, beside what the store has."""

    application: Application
    difference: Difference
    changes: tuple[tuple[str, str, str], ...]  # field, old, new


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What importing one file would do, before anything is written."""

    file: OpenDataFile
    lines: tuple[PreviewLine, ...]
    ipa_code: str  # the code that selected the rows
    ipa_code_proposed: bool  # True: not the stored code, found by ISTAT code and kind

    def count(self, difference: Difference) -> int:
        """How many projects of ours have this difference."""
        return sum(line.difference is difference for line in self.lines)


@dataclass(frozen=True, slots=True)
class FundingChange:
    """One thing that an import changed, kept for the question "what is new since last time"."""

    import_id: ImportId
    imported_at: datetime  # UTC
    source_file: str
    kind: Difference
    call: str
    cup: str
    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class FundingTotals:
    """Projects and amounts by state."""

    projects: int
    granted_count: int  # funded or with a renunciation pending: decreed, not paid, not renounced
    granted: Decimal
    paid_count: int
    paid: Decimal
    renounced_count: int
    renounced: Decimal
    pending_count: int  # of the granted, those with a renunciation pending
    pending: Decimal

    @property
    def awarded(self) -> Decimal:
        """All that was decreed and not renounced, paid or not."""
        return self.granted + self.paid

    @property
    def outstanding(self) -> Decimal:
        """Granted and still to come: without what is being renounced."""
        return self.granted - self.pending


def totals(projects: Iterable[Project]) -> FundingTotals:
    """Sum projects by state, to the cent."""
    rows = list(projects)

    def of(*statuses: Status) -> tuple[int, Decimal]:
        amounts = [row.amount for row in rows if row.status in statuses]
        return len(amounts), sum(amounts, Decimal("0.00"))

    granted_count, granted = of(Status.FUNDED, Status.RENUNCIATION_PENDING)
    paid_count, paid = of(Status.PAID)
    renounced_count, renounced = of(Status.RENOUNCED)
    pending_count, pending = of(Status.RENUNCIATION_PENDING)
    return FundingTotals(
        projects=len(rows),
        granted_count=granted_count,
        granted=granted,
        paid_count=paid_count,
        paid=paid,
        renounced_count=renounced_count,
        renounced=renounced,
        pending_count=pending_count,
        pending=pending,
    )


@dataclass(frozen=True, slots=True)
class Freshest:
    """The application that wins among the files of one import, and the file it comes from."""

    application: Application
    file: OpenDataFile


_COMPARED = (
    "ipa_code",
    "body",
    "measure",
    "funded_on",
    "cup",
    "amount",
    "status",
    "status_on",
    "decree",
    "window",
    "protocol",
)
_NOT_IN_ALL = ("body", "measure", "decree")  # header versions 1 to 3, the source family, versions 1 to 4
_STATUS_ORDER = (Status.FUNDED, Status.RENUNCIATION_PENDING, Status.PAID, Status.RENOUNCED)


def told_rank(application: Application) -> tuple[object, ...]:
    """Orders two tellings of one application that are equally fresh, the later state last."""
    return (
        application.status_on or date.min,
        _STATUS_ORDER.index(application.status),
        *(as_told(getattr(application, name)) for name in _COMPARED),
    )


def compare(application: Application, as_of: date, stored: Project | None) -> PreviewLine:
    """What importing an application does to the stored project; the newer file wins, on one day the last.

    A column that the file does not have is no change: the line's application has it filled from the store.
    An older file changes nothing but what the store was never told. Whoever writes keeps the later of the two
    `as_of`, also where nothing changed: only then does the order of imports not matter.
    """
    if stored is None:
        return PreviewLine(application, Difference.ADDED, ())
    if as_of < stored.as_of:
        filled = _completed(_application_of(stored, application), application, _NOT_IN_ALL)
        changes = _changes(filled, stored)
        return PreviewLine(filled, Difference.CHANGED if changes else Difference.OLDER, changes)
    filled = _completed(application, stored, _NOT_IN_ALL)
    changes = _changes(filled, stored)
    return PreviewLine(filled, Difference.CHANGED if changes else Difference.UNCHANGED, changes)


def merge_within(files: Iterable[OpenDataFile]) -> dict[Key, Freshest]:
    """The freshest telling of each application in the files of one import, whatever their order."""
    told: dict[Key, list[Freshest]] = {}
    for file in files:
        for application in file.ours:
            told.setdefault(application.key, []).append(Freshest(application, file))
    return {key: _freshest(tellings) for key, tellings in told.items()}


def preview_lines(files: Sequence[OpenDataFile], stored: Mapping[Key, Project]) -> tuple[tuple[PreviewLine, ...], ...]:
    """The lines of each file, in order: an application counts once, in the freshest file that has it."""
    winners = merge_within(files)
    shown: set[Key] = set()
    previews = []
    for file in files:
        lines = []
        for application in file.ours:
            key, best = application.key, winners[application.key]
            if best.file == file and key not in shown:
                shown.add(key)
                lines.append(compare(best.application, file.as_of, stored.get(key)))
            else:
                lines.append(PreviewLine(application, Difference.OLDER, ()))
        previews.append(tuple(lines))
    return tuple(previews)


def as_told(value: object) -> str:
    """A field as a change keeps it: amounts with two decimals, dates in ISO form, nothing as ""."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _freshest(tellings: list[Freshest]) -> Freshest:
    ranked = sorted(tellings, key=_rank, reverse=True)
    best = ranked[0]
    application = best.application
    for other in ranked[1:]:
        application = _completed(application, other.application, _NOT_IN_ALL)
    return replace(best, application=application)


def _rank(telling: Freshest) -> tuple[object, ...]:
    file = telling.file
    return file.as_of, told_rank(telling.application), file.columns, file.sha256, file.name


def _completed(application: Application, known: Application | Project, fields: Iterable[str]) -> Application:
    blanks = {name: getattr(known, name) for name in fields if not getattr(application, name)}
    return replace(application, **blanks) if any(blanks.values()) else application


def _application_of(stored: Project, told: Application) -> Application:
    return replace(told, **{name: getattr(stored, name) for name in _COMPARED})


def _changes(application: Application, stored: Project) -> tuple[tuple[str, str, str], ...]:
    changes = []
    for name in _COMPARED:
        old, new = as_told(getattr(stored, name)), as_told(getattr(application, name))
        is_same = old.upper() == new.upper() if name == "cup" else old == new
        if not is_same:
            changes.append((name, old, new))
    return tuple(changes)
