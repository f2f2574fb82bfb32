# SPDX-License-Identifier: EUPL-1.2
"""Open data in JSON: one list of flat objects, read object by object, numbers kept as written."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, NoReturn

from app.errors import UserError
from app.formats.open_data_bytes import not_utf8
from app.formats.open_data_columns import NEEDED, Table, check_header, known_names

_SPACE = re.compile(r"[ \t\r\n]*")
_TAIL = 200


def read_json(raw: bytes, name: str) -> Table:
    """The table in the bytes; the first object gives the header and counts as row 1."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise not_utf8(raw, error, name) from error
    objects = _objects(text, name)
    first = next(objects, None)
    if first is None:
        raise UserError("open_data.empty", file=name)
    names = tuple(first[1])
    header = known_names(names)
    check_header(header, name)
    return Table(header, _rows(first, objects, names, name), max(text.count('"codice_ipa"'), 1))


def _rows(
    first: tuple[int, dict[str, Any]],
    others: Iterator[tuple[int, dict[str, Any]]],
    names: Sequence[str],
    name: str,
) -> Iterator[tuple[int, Sequence[str]]]:
    needed = [column for column in names if column.strip().lower() in NEEDED]
    yield first[0], [_text(first[1][column]) for column in names]
    for number, record in others:
        if not all(column in record for column in needed):
            raise UserError("open_data.ragged", file=name, row=number, found=len(record), expected=len(names))
        yield number, [_text(record.get(column)) for column in names]


def _objects(text: str, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    decoder = json.JSONDecoder(
        object_pairs_hook=_without_repeats, parse_float=str, parse_int=str, parse_constant=_refuse
    )
    at = _after_space(text, 0)
    if text[at] == "{":
        _refuse_object(decoder, text, at, name)
    number, at = 0, _after_space(text, at + 1)
    if text[at : at + 1] == "]":
        return
    while True:
        number += 1
        try:
            record, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            raise _broken(text, number, name) from error
        if not isinstance(record, dict):
            raise UserError("open_data.unknown_header", file=name)
        yield number, record
        at = _after_space(text, at)
        mark, at = text[at : at + 1], _after_space(text, at + 1)
        if mark == "]" and at == len(text):
            return
        if mark != ",":
            raise _broken(text, number, name)


def _refuse_object(decoder: json.JSONDecoder, text: str, at: int, name: str) -> NoReturn:
    try:
        record, _end = decoder.raw_decode(text, at)
    except (ValueError, RecursionError) as error:
        raise _broken(text, 1, name, closing="}") from error
    header = known_names(tuple(record))
    if "codice_ipa" not in header:
        check_header(header, name)
    raise UserError("open_data.unknown_header", file=name)


def _broken(text: str, number: int, name: str, closing: str = "]") -> UserError:
    if not text[-_TAIL:].rstrip().endswith(closing):
        return UserError("open_data.cut", file=name)
    return UserError("open_data.bad_json", file=name, row=number)


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else len(text)


def _text(value: object) -> str:
    """Numbers arrive as written; what is no text (null, true, a list) is nothing."""
    return value if isinstance(value, str) else ""


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) != len(pairs):
        raise ValueError("a name twice in one object")
    return record


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
