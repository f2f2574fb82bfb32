# SPDX-License-Identifier: EUPL-1.2
"""A table of published indices, CSV or XLSX: name, month, value, base, source; what is unreadable is told by row."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from app.domain.level_periods import read_period
from app.errors import UserError
from app.formats.sheet_file import SheetCell, read_sheet_file

_COLUMNS = {
    "name": ("nome", "indice", "name", "index"),
    "month": ("mese", "periodo", "month"),
    "value": ("valore", "value"),
    "base": ("base",),
    "source": ("fonte", "source"),
}
_NEEDED = ("name", "month", "value")
_HAS_YEAR = re.compile(r"[0-9]{4}")
_FIGURE = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,6})?")
_ANY_DAY = date(2000, 1, 1)  # a month is told with its year, so it is never counted from a day
_MOST = 10**6
_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One value as the table says it."""

    line: int
    name: str
    month: date
    value: Decimal
    base: str
    source: str


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was left out, by its number in the spreadsheet, and why."""

    line: int
    error: UserError


@dataclass(frozen=True, slots=True)
class IndexTable:
    """What a file holds."""

    name: str
    rows: tuple[IndexRow, ...]
    refused: tuple[RefusedRow, ...]


def read_month(text: str) -> date:
    """`10/2026`, `2026-10`, `ottobre 2026`: the first day of the month; UserError `index.month_unreadable`."""
    if not _HAS_YEAR.search(text):
        raise UserError("index.month_unreadable", text=text[:40])
    try:
        return read_period(text, "monthly", _ANY_DAY).replace(day=1)
    except UserError as error:
        raise UserError("index.month_unreadable", text=text[:40]) from error


def read_index_table(name: str, content: bytes) -> IndexTable:
    """The values in a file; UserError `index.columns_missing`, `sheet.*` for a file that is no such table."""
    sheet = read_sheet_file(name, content)
    places = {column: sheet.column(*names) for column, names in _COLUMNS.items()}
    missing = [_COLUMNS[column][0] for column in _NEEDED if places[column] is None]
    if missing:
        raise UserError("index.columns_missing", file=name, names=", ".join(missing))
    found, refused = dict[tuple[str, str, date], IndexRow](), list[RefusedRow]()
    for line, cells in sheet.rows:
        told = {column: cells[place] if place is not None else None for column, place in places.items()}
        try:
            row = _row(line, told)
            before = found.setdefault((row.name.casefold(), row.base, row.month), row)
            if before.value != row.value:
                raise UserError("index.twice")
        except UserError as error:
            refused.append(RefusedRow(line, error))
    return IndexTable(name, tuple(found.values()), tuple(refused))


def _row(line: int, told: dict[str, SheetCell]) -> IndexRow:
    name = _text(told["name"])
    if not name:
        raise UserError("index.name_missing")
    return IndexRow(
        line, name, _month(told["month"]), _value(told["value"]), _text(told["base"]), _text(told["source"])
    )


def _month(cell: SheetCell) -> date:
    if cell is None:
        raise UserError("index.month_missing")
    return cell.replace(day=1) if isinstance(cell, date) else read_month(_text(cell))


def _value(cell: SheetCell) -> Decimal:
    if cell is None:
        raise UserError("index.value_missing")
    text = _text(cell)
    if not isinstance(cell, Decimal) and not _FIGURE.fullmatch(text):
        raise UserError("index.value_unlikely", text=text[:40])
    try:
        value = cell if isinstance(cell, Decimal) else Decimal(text.replace(",", "."))
    except InvalidOperation as error:
        raise UserError("index.value_unlikely", text=text[:40]) from error
    if not value.is_finite() or not 0 < value < _MOST or not round(value, _DECIMALS):
        raise UserError("index.value_unlikely", text=text[:40])
    return min(value, round(value, _DECIMALS), key=lambda one: len(one.as_tuple().digits))


def _text(cell: SheetCell) -> str:
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return cell.isoformat() if isinstance(cell, date) else cell or ""
