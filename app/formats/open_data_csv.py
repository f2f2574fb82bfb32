# SPDX-License-Identifier: EUPL-1.2
"""Open data in CSV: comma, UTF-8, double quotes, a final newline, the same number of fields in every row."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.errors import UserError
from app.formats.open_data_bytes import not_utf8
from app.formats.open_data_columns import Table, check_header, known_names

if TYPE_CHECKING:
    from _csv import Reader

_MAX_LINE = 1024 * 1024
_HEAD = 64 * 1024
_OTHER_SEPARATORS = {";": ";", "\t": "TAB", "|": "|"}


def read_csv(raw: bytes, name: str) -> Table:
    """The table in the bytes; refuses at once a wrong header, and a cut file where its end shows it."""
    stream = io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8-sig", newline="")
    reader = csv.reader(iter(lambda: stream.readline(_MAX_LINE), ""), strict=True)
    _check_separator(raw[:_HEAD], name)
    try:
        header = known_names(next(reader))
    except UnicodeDecodeError as error:
        raise _encoding(raw, error, name) from error
    except (csv.Error, StopIteration) as error:
        raise UserError("open_data.unknown_header", file=name) from error
    check_header(header, name)
    if raw[-1:] not in (b"\n", b"\r"):
        raise UserError("open_data.cut", file=name)
    return Table(header, _rows(reader, len(header), raw, name), max(raw.count(b"\n") - 1, 1))


def _check_separator(head: bytes, name: str) -> None:
    first = head.decode("utf-8-sig", "replace").partition("\n")[0]
    if "codice_ipa" in _pieces(first, ","):
        return
    for separator, shown in _OTHER_SEPARATORS.items():
        if {"codice_ipa", "avviso"} <= _pieces(first, separator):
            raise UserError("open_data.wrong_separator", file=name, separator=shown)


def _pieces(line: str, separator: str) -> set[str]:
    return {piece.strip(' "\r').lower() for piece in line.split(separator)}


def _rows(reader: "Reader", width: int, raw: bytes, name: str) -> Iterator[tuple[int, Sequence[str]]]:
    read_to = reader.line_num
    try:
        for row in reader:
            line, read_to = read_to + 1, reader.line_num
            if len(row) != width:
                if not row:
                    continue
                is_last = len(row) < width and next(reader, None) is None
                raise _wrong_length(line, len(row), width, name, is_last=is_last)
            if line != read_to and _has_swallowed_a_row(row):
                raise UserError("open_data.open_quote", file=name, row=line)
            yield line, row
    except UnicodeDecodeError as error:
        raise _encoding(raw, error, name) from error
    except csv.Error as error:
        line = read_to + 1
        is_cut = line == reader.line_num and "unexpected end" in str(error)
        raise UserError("open_data.cut" if is_cut else "open_data.open_quote", file=name, row=line) from error


def _wrong_length(line: int, found: int, expected: int, name: str, *, is_last: bool) -> UserError:
    if is_last:
        return UserError("open_data.cut", file=name)
    return UserError("open_data.ragged", file=name, row=line, found=found, expected=expected)


def _has_swallowed_a_row(row: Sequence[str]) -> bool:
    return any("\n" in field and field.count(",") >= len(row) // 2 for field in row)


def _encoding(raw: bytes, found: UnicodeDecodeError, name: str) -> UserError:
    """The stream decodes in pieces: decode the whole again to tell the line."""
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return not_utf8(raw, error, name)
    return not_utf8(raw, found, name)
