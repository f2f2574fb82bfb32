# SPDX-License-Identifier: EUPL-1.2
"""Adding several files at once: those that can be are, in one action; of the others it is said why not."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Unpack

from app.actions.changes import Changes
from app.actions.documents import CHANGED, DocumentFacts, keep_document, write_documents
from app.domain.documents import DocumentId
from app.errors import UserError
from app.store import Store
from app.store.attachments import IsCancelled, Progress

_STOPPED = "document.cancelled"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not added, and why."""

    file: Path
    error: UserError


@dataclass(frozen=True, slots=True)
class AddOutcome:
    """What was added, in the order of the files, and what was not."""

    added: tuple[DocumentId, ...]
    refused: tuple[Refusal, ...]
    changes: Changes


def add_documents(
    store: Store,
    files: Sequence[Path],
    *,
    progress: Progress | None = None,
    is_cancelled: IsCancelled | None = None,
    **facts: Unpack[DocumentFacts],
) -> AddOutcome:
    """Keep each file as it is and write them all down in one action, one step back.

    Stopped in the middle, nothing is written. Trouble with the disk stops all, as elsewhere.
    """
    kept, refused = [], []
    for file in files:
        try:
            kept.append(keep_document(store, file, progress=progress, is_cancelled=is_cancelled, **facts))
        except UserError as error:
            if error.code == _STOPPED:
                raise
            refused.append(Refusal(file, error))
    added = write_documents(store, kept) if kept else ()
    return AddOutcome(added, tuple(refused), CHANGED if added else Changes(history=False))
