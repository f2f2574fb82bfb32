# SPDX-License-Identifier: EUPL-1.2
"""The kinds of error a clerk can act on; anything else that is raised is a bug.

An error carries a code and its parameters; `app.text.sentence` owns the words.
"""

import errno
from enum import StrEnum


class CampanileError(Exception):
    """Something the clerk is told in one sentence: what happened, what was kept, what to do."""

    exit_status = 1

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


class UserError(CampanileError):
    """The request is refused; nothing was changed."""


class Stale(UserError):
    """The row changed after it was shown."""


class WrongWords(CampanileError):
    """The command line was not understood."""

    exit_status = 2


class Defect(CampanileError):
    """What a part of the window hears of a job that a bug has broken: the bug itself was logged and told."""

    exit_status = 70


class FaultKind(StrEnum):
    """The five kinds of trouble around the store (reliability D1-D9)."""

    FULL = "full"
    LOCKED = "locked"
    READ_ONLY = "read_only"
    DAMAGED = "damaged"
    GONE = "gone"


class EnvironmentFault(CampanileError):
    """The disk, the folder or the file does not let us work; the store is as it was."""

    exit_status = 3

    def __init__(self, kind: FaultKind, **params: object) -> None:
        super().__init__(f"environment.{kind.value}", **params)
        self.kind = kind


_BY_ERRNO = {
    errno.ENOSPC: FaultKind.FULL,
    errno.EDQUOT: FaultKind.FULL,
    errno.EFBIG: FaultKind.FULL,
    errno.EACCES: FaultKind.READ_ONLY,
    errno.EPERM: FaultKind.READ_ONLY,
    errno.EROFS: FaultKind.READ_ONLY,
    errno.EIO: FaultKind.GONE,
    errno.ENOENT: FaultKind.GONE,
    errno.ENOTDIR: FaultKind.GONE,
    errno.ENODEV: FaultKind.GONE,
    errno.ENXIO: FaultKind.GONE,
    errno.ESTALE: FaultKind.GONE,
}


def kind_of(error: OSError) -> FaultKind | None:
    """The clerk's kind of an error of the disk, or None for what is no trouble of the environment."""
    return _BY_ERRNO.get(error.errno or 0)
