# SPDX-License-Identifier: EUPL-1.2
"""Writing a file that the clerk asked for: what goes wrong there is told of that file, not of the store."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import EnvironmentFault, FaultKind, UserError, kind_of
from app.text import _


def make_folder(folder: Path) -> None:
    """Make the folder that the clerk asked for, unless it is there."""
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)


@contextmanager
def writing(target: Path) -> Iterator[None]:
    """Turn trouble with the file into a fault (full, read-only) or into UserError "file.not_written"."""
    try:
        yield
    except OSError as error:
        kind = kind_of(error)
        if kind in (FaultKind.FULL, FaultKind.READ_ONLY):
            raise EnvironmentFault(kind, place=str(target.absolute().parent), owner="") from error
        raise UserError("file.not_written", file=target.name, reason=reason_of(error)) from error


def reason_of(error: OSError) -> str:
    """Why a file could not be written, in words of the office."""
    return {
        errno.ENOENT: _("la cartella non c'è"),
        errno.ENOTDIR: _("la cartella non c'è"),
        errno.EISDIR: _("è il nome di una cartella"),
        errno.ENAMETOOLONG: _("il nome è troppo lungo"),
        errno.EIO: _("il disco non risponde"),
    }.get(error.errno or 0, _("il disco l'ha rifiutato"))
