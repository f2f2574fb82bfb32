# SPDX-License-Identifier: EUPL-1.2
"""Tables that come from outside, CSV or XLSX: the first sheet, cell by cell; hostile ones are refused before a library.

calamine would make room for every cell up to the farthest one, so one cell at the far end of a sheet, or an archive
that swells, must be found before it reads.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from app.domain.folding import fold
from app.errors import UserError
from app.formats.hostile import refusing
from app.formats.plain_text import without_controls

SheetCell = str | Decimal | date | None
"""Text, a number, a day (its hour is dropped), or nothing."""
MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 50_000
MAX_COLUMNS = 200
_MAX_UNPACKED = 200 * 1024 * 1024
_MAX_ENTRIES = 2_000
_MAX_CELL = 5_000  # characters
_ARCHIVE = b"PK\x03\x04"
_OLD_BOOK = b"\xd0\xcf\x11\xe0"
_SEPARATORS = ";\t,"
_DIGITS = 15  # that a spreadsheet keeps of a number
_PLACE = re.compile(
    rb"""<(?:\w+:)?(?:c|row)\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*?\br\s*=\s*["']([^"']*)["']"""  # a value may hold a `>`
)
_CELL = re.compile(rb"([A-Z]{0,3})([0-9]{1,7})")
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A table as it came: the names of its columns, and its rows with the number that a spreadsheet shows."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[int, tuple[SheetCell, ...]], ...]

    def column(self, *names: str) -> int | None:
        """The place of the first column that has one of these names, whatever its case and marks."""
        wanted = {fold(name) for name in names}
        return next((place for place, header in enumerate(self.headers) if fold(header) in wanted), None)


def read_sheet_file(name: str, content: bytes) -> SheetFile:
    """The table in a file; empty rows are left out.

    UserError `sheet.too_large`, `sheet.old_format`, `sheet.unreadable`, `sheet.empty`.
    """
    if len(content) > MAX_BYTES:
        raise UserError("sheet.too_large", file=name)
    if content.startswith(_OLD_BOOK):
        raise UserError("sheet.old_format", file=name)
    with refusing("sheet.unreadable", zipfile.BadZipFile, csv.Error, zlib.error, OSError, file=name):
        lines = _book(name, content) if content.startswith(_ARCHIVE) else _text(name, content)
        filled = [(number, row) for number, row in lines if any(cell is not None for cell in row)]
    if len(filled) < 1 + 1:
        raise UserError("sheet.empty", file=name)
    headers = tuple(str(cell or "").strip() for cell in filled[0][1])
    return SheetFile(name, headers, tuple((number, _as_wide(row, len(headers))) for number, row in filled[1:]))


def _as_wide(row: Sequence[SheetCell], width: int) -> tuple[SheetCell, ...]:
    return (*row[:width], *[None] * (width - len(row)))


def _text(name: str, content: bytes) -> Iterator[tuple[int, list[SheetCell]]]:
    if b"\0" in content:
        raise UserError("sheet.unreadable", file=name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")  # what an Italian spreadsheet saves
    first = text.lstrip("\r\n").partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), start=1):
        _check_size(name, number, len(row))
        yield number, [_words(cell) for cell in row]


def _book(name: str, content: bytes) -> Iterator[tuple[int, list[SheetCell]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    stored = _stored(name, content)
    with refusing("sheet.unreadable", CalamineError, file=name):
        book = CalamineWorkbook.from_filelike(io.BytesIO(stored))
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    for number, row in enumerate(rows, start=1):
        _check_size(name, number, len(row))
        yield number, [_cell(cell) for cell in row]


def _stored(name: str, content: bytes) -> bytes:
    """The archive written again without compression, once its true sizes and the places of its cells are known."""
    out = io.BytesIO()
    room = _MAX_UNPACKED
    with zipfile.ZipFile(io.BytesIO(content)) as came, zipfile.ZipFile(out, "w") as kept:
        entries = came.infolist()
        if len(entries) > _MAX_ENTRIES or len({one.filename for one in entries}) != len(entries):
            raise UserError("sheet.unreadable", file=name)
        for entry in entries:
            with came.open(entry) as opened:
                part = opened.read(room + 1)
            room -= len(part)
            if room < 0:
                raise UserError("sheet.too_large", file=name)
            _check_places(name, part)  # a relation may call any part a sheet
            kept.writestr(zipfile.ZipInfo(entry.filename), part)
    return out.getvalue()


def _check_places(name: str, sheet: bytes) -> None:
    for place in _PLACE.finditer(sheet):
        known = _CELL.fullmatch(place[1])
        if not known:
            raise UserError("sheet.unreadable", file=name)
        column = 0
        for letter in known[1]:
            column = column * _LETTERS + letter - ord("A") + 1
        _check_size(name, int(known[2]), column)


def _check_size(name: str, row: int, columns: int) -> None:
    if row > MAX_ROWS or columns > MAX_COLUMNS:
        raise UserError("sheet.too_large", file=name)


def _cell(value: object) -> SheetCell:
    if isinstance(value, bool):
        return "VERO" if value else "FALSO"
    if isinstance(value, int | float):
        return Decimal(f"{value:.{_DIGITS}g}")
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else _words(str(value if value is not None else ""))


def _words(text: str) -> str | None:
    """Text without what cannot be shown; the quote with which our own tables ward off formulas falls."""
    clean = without_controls(text).strip()[:_MAX_CELL]
    if clean.startswith("'") and clean[1:].lstrip().startswith(("=", "+", "-", "@")):
        clean = clean[1:]
    return clean or None
