# SPDX-License-Identifier: EUPL-1.2
"""Reading a file that the clerk chose, once and whole: what is checked is what is used."""

import os
import stat
from pathlib import Path

from app.errors import UserError

_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # a pipe must not keep us waiting


def read_file(source: Path, most: int) -> bytes:
    """The bytes of a regular file.

    UserError `document.missing`, `document.not_a_file`, `document.too_big`, `document.not_opened`.
    """
    try:
        with os.fdopen(os.open(source, _READ), "rb") as opened:
            found = os.fstat(opened.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise UserError("document.not_a_file", file=source.name)
            content = opened.read(most + 1)
    except FileNotFoundError as error:
        raise UserError("document.missing", file=source.name) from error
    except IsADirectoryError as error:
        raise UserError("document.is_folder", file=source.name) from error
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL, which no disk can have
        raise UserError("document.not_opened", file=source.name) from error
    if len(content) > most:
        raise UserError("document.too_big", file=source.name, limit=most // 1_000_000)
    return content
