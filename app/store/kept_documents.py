# SPDX-License-Identifier: EUPL-1.2
"""The attachments that go with copies of a store: kept once for all copies of a folder, brought back with one.

The usual copies share `backups/<store>/documents`; a copy that was given a name has `FILE.documents` beside it, so that
both travel together. What a copy names is read from the copy itself: a manifest may be missing.
"""

import contextlib
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from app.domain.file_names import shown_name
from app.store import attachments

_SHARED = "documents"
_NAMED = "SELECT sha256, bytes, min(name) FROM document GROUP BY sha256, bytes ORDER BY min(id)"


@dataclass(frozen=True, slots=True)
class Named:
    """A file that a copy names."""

    sha256: str
    bytes: int
    name: str


def shared_folder(folder: Path) -> Path:
    """Where the attachments of all usual copies lie."""
    return folder / _SHARED


def own_folder(copy: Path) -> Path:
    """Where those of a copy with a name of its own lie."""
    return copy.with_name(f"{copy.name}.{_SHARED}")


def named_in(copy: Path) -> tuple[Named, ...]:
    """The files that a copy names, each once, none for an older schema; sqlite3.Error if it cannot be read."""
    with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'document'").fetchone():
            return ()
        rows = connection.execute(
            "SELECT sha256, bytes, min(name) FROM document GROUP BY sha256, bytes ORDER BY min(id)"
        )
        return tuple(Named(sha256, size, name) for sha256, size, name in rows)


def keep(source: Path, folder: Path, named: Iterable[Named]) -> tuple[str, ...]:
    """Copy from the attachments of a store what is not kept yet; gives the names of those that are not there whole."""
    lacking = [one for one in named if not attachments.copy_into(attachments.place_in(source, one.sha256), folder)]
    return tuple(shown_name(one.name) for one in lacking)


def told(named: Iterable[Named], lacking: Iterable[str]) -> dict[str, list[Any]]:
    """What the manifest of a copy says of its attachments."""
    return {"documents": [asdict(one) for one in named], "documents_lacking": list(lacking)}


def lacking_of(copy: Path, named: Iterable[Named]) -> tuple[str, ...]:
    """The names of files that a copy names and that lie, whole, in none of the places that belong to it."""
    return tuple(shown_name(one.name) for one in named if _place(copy, one.sha256) is None)


def bring_back(copy: Path, target: Path) -> None:
    """Bring what a copy names, and the attachments of a store lack, back to them; what is nowhere is left out."""
    for one in named_in(copy):
        place = attachments.place_in(target, one.sha256)
        source = None if attachments.is_whole(place) else _place(copy, one.sha256)
        if source is not None:
            attachments.copy_into(source, target)


def mend(hashes: Iterable[str], folder: Path, target: Path) -> tuple[str, ...]:
    """Put attachments that are missing or changed right from the usual copies; gives the hashes that are whole now."""
    shared = shared_folder(folder)
    return tuple(one for one in hashes if attachments.copy_into(attachments.place_in(shared, one), target))


def remove_unnamed(folder: Path, kept: Iterable[str]) -> None:
    """Take away the attachments that no copy names any more, and folders that this leaves empty."""
    attachments.remove_leftovers(folder)
    for sha256 in attachments.kept_in(folder).difference(kept):
        place = attachments.place_in(folder, sha256)
        place.unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # another one lies there still
            place.parent.rmdir()


def _place(copy: Path, sha256: str) -> Path | None:
    for folder in (own_folder(copy), shared_folder(copy.parent)):
        place = attachments.place_in(folder, sha256)
        if attachments.is_whole(place):
            return place
    return None
