# SPDX-License-Identifier: EUPL-1.2
"""A zip of one shape only: entries as they are, no dates, no comments, nothing between or behind them.

The library `zipfile` reads far more than this: entries that overlap, compressed ones, bytes in front and behind, two
tables that differ. Here the only bytes that are read are those that `write_zip` would write, so that a changed byte
is found wherever it lies. Any program opens what is written.
"""

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from app.errors import UserError

MAX_BYTES = 200 * 1024**2
PIECE = 1024**2

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_LOCAL_SIGN, _CENTRAL_SIGN, _END_SIGN = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_NEEDED, _MADE_BY = 10, 3 << 8 | 20  # stored entries only; written as on Unix, where the mode below has a meaning
_MIDNIGHT, _FIRST_DAY = 0, 1 << 5 | 1  # 1 January 1980
_PLAIN_FILE = 0o100600 << 16
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a zip: its name, its size, and where its bytes begin."""

    name: str
    bytes: int
    crc: int  # as the zip states it
    header_at: int

    @property
    def starts_at(self) -> int:
        """Where its content begins."""
        return self.header_at + _LOCAL.size + len(self.name)


def write_zip(files: Mapping[str, bytes]) -> bytes:
    """The bytes of a zip; the same files in the same order give the same bytes."""
    parts, entries, place = [], [], 0
    for name, content in files.items():
        entry = Entry(name, len(content), zlib.crc32(content), place)
        entries.append(entry)
        parts += [_local(entry), content]
        place = entry.starts_at + entry.bytes
    whole = b"".join((*parts, _table(entries, place)))
    if len(whole) > MAX_BYTES:
        raise UserError("package.would_be_too_big", limit=MAX_BYTES // 1024**2)
    return whole


class ZipReader:
    """Reads a zip from its first byte to its last, once; UserError `package.*` at the first byte that is not ours.

    `open_entry`, then `pieces` to their end, for each file; `finish` after the last one.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._place = 0
        self._entries: list[Entry] = []

    def open_entry(self) -> Entry | None:
        """The next file, or None where the table at the end begins."""
        sign = self._take(len(_LOCAL_SIGN))
        if sign != _LOCAL_SIGN:
            if not self._entries:
                raise UserError("package.not_a_package")
            self._place -= len(sign)
            self._file.seek(self._place)
            return None
        header_at = self._place - len(sign)
        raw = sign + self._take(_LOCAL.size - len(sign))
        *_fixed, crc, _packed, size, name_length, _extra = _LOCAL.unpack(raw)
        name = self._take(min(name_length, _LONGEST_NAME))
        if not name.isascii():
            raise UserError("package.repacked")
        entry = Entry(name.decode("ascii"), size, crc, header_at)
        if raw + name != _local(entry):
            raise UserError("package.repacked")
        if entry.starts_at + size > MAX_BYTES:
            raise UserError("package.too_big", limit=MAX_BYTES // 1024**2)
        self._entries.append(entry)
        return entry

    def pieces(self, entry: Entry) -> Iterator[bytes]:
        """The content of the entry just opened, at most a megabyte at a time."""
        left, crc = entry.bytes, 0
        while left:
            piece = self._take(min(left, PIECE))
            left -= len(piece)
            crc = zlib.crc32(piece, crc)
            yield piece
        if crc != entry.crc:
            raise UserError("package.altered")

    def finish(self) -> None:
        """Nothing else may follow than the table of exactly these files."""
        expected = _table(self._entries, self._place)
        found = self._file.read(len(expected) + 1)
        if found != expected:
            is_cut = expected.startswith(found)
            raise UserError("package.truncated" if is_cut else "package.altered")

    def _take(self, size: int) -> bytes:
        taken = self._file.read(size)
        if len(taken) < size:
            raise UserError("package.truncated" if self._place else "package.not_a_package")
        self._place += size
        return taken


def _local(entry: Entry) -> bytes:
    name = entry.name.encode("ascii")
    size = entry.bytes
    times = (_MIDNIGHT, _FIRST_DAY)
    return _LOCAL.pack(_LOCAL_SIGN, _NEEDED, 0, 0, *times, entry.crc, size, size, len(name), 0) + name


def _table(entries: Iterable[Entry], place: int) -> bytes:
    lines = [_line(entry) for entry in entries]
    table = b"".join(lines)
    return table + _END.pack(_END_SIGN, 0, 0, len(lines), len(lines), len(table), place, 0)


def _line(entry: Entry) -> bytes:
    name = entry.name.encode("ascii")
    size = entry.bytes
    head = (_CENTRAL_SIGN, _MADE_BY, _NEEDED, 0, 0, _MIDNIGHT, _FIRST_DAY, entry.crc, size, size, len(name))
    return _CENTRAL.pack(*head, 0, 0, 0, 0, _PLAIN_FILE, entry.header_at) + name
