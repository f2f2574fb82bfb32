# SPDX-License-Identifier: EUPL-1.2
"""Writing a file so that a crash leaves the old one or the new one, never half of either; the disk below a folder."""

import contextlib
import errno
import os
import secrets
import sys
from pathlib import Path

_PRIVATE_FILE = 0o600
_MOST_LETTERS = 50  # of a name that may be as long as a disk takes: the neighbour has more to say
_NO_SUCH_CALL = (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS)
_MOUNTS = Path("/proc/self/mounts")
_MOUNT_FIELDS = 2
_DRIVE_REMOTE = 4


def write_atomically(target: Path, content: bytes) -> None:
    """Write beside the target, private from the first byte, flush to disk, then replace.

    OSError goes up as it is; the half-written neighbour is removed.
    """
    part = target.with_name(f".{target.name[:_MOST_LETTERS]}.{secrets.token_hex(4)}.part")
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
    """Make a rename in the folder durable; Windows has no such call and needs none, some network disks refuse it."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_SUCH_CALL:
            raise
    finally:
        os.close(handle)


def disk_kind(folder: Path) -> str:
    """What the system calls the disk of a folder ("ext4", "nfs4"; on Windows "remote"), "" where it does not say."""
    if sys.platform == "win32":
        import ctypes

        return "remote" if ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE else ""
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return _kind_of_mount(mounts, folder)


def _kind_of_mount(mounts: str, folder: Path) -> str:
    lines = (line.split(" ") for line in mounts.splitlines() if line.count(" ") >= _MOUNT_FIELDS)
    found = [(_unescaped(line[1]), line[2]) for line in lines]
    above = [(len(place), kind) for place, kind in found if folder.is_relative_to(place)]
    return max(above, key=lambda one: one[0], default=(0, ""))[1]


def _unescaped(place: str) -> str:
    return place.replace("\\040", " ").replace("\\134", "\\")
