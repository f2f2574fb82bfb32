# SPDX-License-Identifier: EUPL-1.2
"""One program at a time on a store: a lock of the operating system, with the owner's name beside it.

The system drops the lock when the process dies, so nothing stays stuck; the name that is then still
written tells the next start that the last one did not end well.
"""

import contextlib
import json
import os
import socket
import sys
from datetime import datetime
from pathlib import Path

from app.errors import FaultKind
from app.store.faults import fault
from app.text import moment

_PRIVATE_FILE = 0o600
_SHOWN = 60  # characters of a name
_TEXT_BYTES = 512  # always as many: a disk that has become full still takes the name


class StoreLock:
    """Held from `take` to `release`."""

    def __init__(self, store: Path) -> None:
        self.path = store.with_name(store.name + ".lock")
        self._handle: int | None = None
        self.was_unclean = False

    def take(self, now: datetime, who: str) -> None:
        """Take the lock or raise the fault "locked" with its owner; OSError where no file can be made."""
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, _PRIVATE_FILE)
        if not _try_lock(handle):
            owner = _read_owner(handle)
            os.close(handle)
            raise fault(FaultKind.LOCKED, self.path.with_suffix(""), owner)
        self._handle = handle
        self.was_unclean = bool(_read_text(handle))
        host = socket.gethostname()
        ours = {"who": who[:_SHOWN], "host": host[:_SHOWN], "since": now.isoformat(), "pid": os.getpid()}
        _write_text(handle, json.dumps(ours, ensure_ascii=False))

    def release(self, *, is_clean: bool = True) -> None:
        """Clear the owner's name (a clean end), unless the next start should look closer, and let go."""
        if self._handle is None:
            return
        if is_clean:
            _write_text(self._handle, "")
        os.close(self._handle)
        self._handle = None


def _read_text(handle: int) -> str:
    os.lseek(handle, 0, os.SEEK_SET)
    return os.read(handle, _TEXT_BYTES).decode(errors="replace").strip()


def _write_text(handle: int, text: str) -> None:
    """Write over what is there; a disk without room for the very first name keeps nobody from reading."""
    os.lseek(handle, 0, os.SEEK_SET)
    with contextlib.suppress(OSError):
        os.write(handle, text.encode()[:_TEXT_BYTES].ljust(_TEXT_BYTES))
        os.fsync(handle)


def _read_owner(handle: int) -> str:
    try:
        owner = json.loads(_read_text(handle))
        since = moment(datetime.fromisoformat(owner["since"]))
        return f"{owner['who']} ({owner['host']}, {since})"
    except (ValueError, KeyError, TypeError):
        return ""


if sys.platform == "win32":
    import msvcrt

    _LOCKED_BYTE = 1 << 20  # far behind the text, so that others can read who has it

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
