# SPDX-License-Identifier: EUPL-1.2
"""Private copies of documents that another program shows: the original is never handed out (reliability D19, G5).

They lie beside the attachments in a hidden folder and go when the store is closed, or at its next opening.
"""

import os
import secrets
import shutil
from pathlib import Path

from app.domain.file_names import safe_name
from app.paths import make_private
from app.store import attachments
from app.store.faults import sorting

_PRIVATE_FILE = 0o600
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def folder_of(store: Path) -> Path:
    """Where the copies of a store lie."""
    return attachments.folder_of(store) / ".opened"


def make_copy(store: Path, sha256: str, name: str) -> Path:
    """A copy with the name made safe, in a folder of its own; refused where the original is missing or changed."""
    content = attachments.read(store, sha256, name)
    with sorting(store):
        place = folder_of(store) / secrets.token_hex(4) / safe_name(name)
        make_private(place.parent)
        with os.fdopen(os.open(place, _NEW_FILE, _PRIVATE_FILE), "wb") as copy:
            copy.write(content)
        return place


def remove_copies(store: Path) -> None:
    """Take away all copies; one that a program still holds open goes at the next start."""
    shutil.rmtree(folder_of(store), ignore_errors=True)
