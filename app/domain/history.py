# SPDX-License-Identifier: EUPL-1.2
"""The history: who changed what, when, and the step back."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

EntryId = NewType("EntryId", int)


class EntryKind(StrEnum):
    """An action, or a step back or forward over one."""

    ACTION = "action"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one row; None stands for "was not there" or "is no more"."""

    table: str
    row: str
    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One action in one transaction; `title` is an action code of app.text, filled with `params`."""

    id: EntryId
    at: datetime  # UTC
    who: str
    kind: EntryKind
    title: str
    params: dict[str, str]
    is_undone: bool
    is_undoable: bool
    changes: tuple[FieldChange, ...]  # empty in lists, filled by `show`


@dataclass(frozen=True, slots=True)
class UndoState:
    """What one step back or forward would do now; None: nothing."""

    undo: HistoryEntry | None
    redo: HistoryEntry | None
