# SPDX-License-Identifier: EUPL-1.2
"""The bytes of an open data file: read once, hashed, and refused where they cannot be text in UTF-8."""

import hashlib
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.errors import UserError

MAX_BYTES = 200 * 1024 * 1024
_CHUNK = 4 * 1024 * 1024
_SAMPLE = 4096
_UTF16_SHARE = 0.8  # of the bytes of one parity are NUL in western text in UTF-16
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_ARCHIVE_MARKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")  # xlsx, ods, zip; xls; gz
_UTF8_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told how far the reading is, and who may stop it; the two numbers are rows."""

    name: str
    progress: Callable[[int, int], None] | None = None
    is_cancelled: Callable[[], bool] | None = None

    def check(self) -> None:
        """Raise `open_data.cancelled` if the clerk asked to stop."""
        if self.is_cancelled is not None and self.is_cancelled():
            raise UserError("open_data.cancelled", file=self.name)

    def tell(self, done: int, total: int) -> None:
        """Say how many rows are read, then check for a stop."""
        if self.progress is not None:
            self.progress(min(done, total), total)
        self.check()


def shown_name(path: Path) -> str:
    """The file's name as text that any file and screen can hold."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def read_bytes(path: Path, watch: Watch) -> tuple[bytes, str]:
    """The whole file and its SHA-256; a folder, a device, a missing or too large file is refused."""
    try:
        _check_place(path, watch.name)
        chunks: list[bytes] = []
        digest = hashlib.sha256()
        size = 0
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                watch.check()
                size += len(chunk)
                if size > MAX_BYTES:
                    raise _too_big(watch.name)
                digest.update(chunk)
                chunks.append(chunk)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UserError("open_data.missing", file=watch.name) from error
    except OSError as error:
        raise UserError("open_data.unreadable", file=watch.name) from error
    except ValueError as error:  # a NUL in the path itself
        raise UserError("open_data.missing", file=watch.name) from error
    return b"".join(chunks), digest.hexdigest()


def check_text(raw: bytes, name: str) -> None:
    """Refuse what is not text, in the order in which a clerk can understand it."""
    head = raw[:_SAMPLE]
    if head.startswith(_ARCHIVE_MARKS):
        raise UserError("open_data.is_workbook", file=name)
    if head.startswith(_WIDE_MARKS) or _looks_utf16(head):
        raise UserError("open_data.utf16", file=name)
    if b"\0" in raw:
        raise UserError("open_data.not_text", file=name, line=line_of(raw, raw.index(b"\0")))
    if not _bare(raw):
        raise UserError("open_data.empty", file=name)
    if _bare(raw).startswith(b"<"):
        raise UserError("open_data.is_web_page", file=name)


def is_json(raw: bytes) -> bool:
    """Whether the content, not the suffix, is JSON."""
    return _bare(raw).startswith((b"[", b"{"))


def not_utf8(raw: bytes, error: UnicodeDecodeError, name: str) -> UserError:
    """A letter halved by the end of the file means that the file is cut."""
    if error.end == len(raw) and error.reason == "unexpected end of data":
        return UserError("open_data.cut", file=name)
    return UserError("open_data.not_utf8", file=name, line=line_of(raw, error.start))


def line_of(raw: bytes, position: int) -> int:
    """The line of a byte, from 1."""
    return raw.count(b"\n", 0, position) + 1


def _check_place(path: Path, name: str) -> None:
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise UserError("open_data.is_folder", file=name)
    if not stat.S_ISREG(found.st_mode):
        raise UserError("open_data.not_a_file", file=name)
    if found.st_size > MAX_BYTES:
        raise _too_big(name)


def _too_big(name: str) -> UserError:
    return UserError("open_data.too_big", file=name, limit=MAX_BYTES // (1024 * 1024))


def _looks_utf16(head: bytes) -> bool:
    pairs = len(head) // 2
    return pairs > 1 and any(head[parity::2].count(0) >= pairs * _UTF16_SHARE for parity in (0, 1))


def _bare(raw: bytes) -> bytes:
    return raw[:_SAMPLE].removeprefix(_UTF8_MARK).lstrip()
