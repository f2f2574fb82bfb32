# SPDX-License-Identifier: EUPL-1.2
"""Writing a file so that a crash leaves the old one or the new one, never half of either."""

import contextlib
import os
import sys
from pathlib import Path

_PRIVATE_FILE = 0o600


def write_atomically(target: Path, content: bytes) -> None:
    """Write beside the target, private from the first byte, flush to disk, then replace.

    OSError goes up as it is; the half-written neighbour is removed.
    """
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _PRIVATE_FILE), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    flush_folder(target.parent)


def flush_folder(folder: Path) -> None:
    """Make a rename in the folder durable; Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
