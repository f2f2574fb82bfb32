# SPDX-License-Identifier: EUPL-1.2
"""Tables for the office: CSV, XLSX, ODS and JSON, where text stays text (reliability D15, X1, X2)."""

import io
import json
import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from app.formats.ods import LONGEST_CELL, Cell, to_ods
from app.formats.plain_text import without_controls
from app.text import moment, on_our_clock

__all__ = ["Cell", "json_cell", "to_csv", "to_json", "to_ods", "to_xlsx"]

_STARTS_A_FORMULA = ("=", "+", "-", "@")
_READ_AS_A_NUMBER = re.compile(r"[0-9.,/:\- ]*[0-9](?:[eE][+-]?[0-9]+)?[0-9.,/:\- %€]*")


def to_csv(headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """Semicolons and a byte order mark, as Italian spreadsheets expect; amounts with a comma, times of Rome."""
    lines = [[_csv_text(header) for header in headers], *([_csv_cell(cell) for cell in row] for row in rows)]
    return "".join(";".join(line) + "\r\n" for line in lines).encode("utf-8-sig")


def to_json(keys: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """A list of objects; amounts as strings with two decimals, dates as ISO 8601, codes as text."""
    content = [dict(zip(keys, (json_cell(cell) for cell in row), strict=True)) for row in rows]
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def to_xlsx(title: str, headers: Sequence[str], rows: Sequence[Sequence[Cell]], made_at: datetime) -> bytes:
    """One sheet: amounts are numbers, dates and times are such, all other cells are text and never formulas."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": made_at.replace(tzinfo=None)})
    sheet = book.add_worksheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31])
    bold = book.add_format({"bold": True, "bottom": 1})
    formats = {
        Decimal: book.add_format({"num_format": "#,##0.00"}),
        date: book.add_format({"num_format": "dd/mm/yyyy"}),
        datetime: book.add_format({"num_format": "dd/mm/yyyy hh:mm"}),
    }
    for column, header in enumerate(headers):
        sheet.write_string(0, column, header, bold)
        sheet.set_column(column, column, _width(header, [row[column] for row in rows]))
    for line, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            _write_cell(sheet, line, column, cell, formats)
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


def json_cell(cell: Cell) -> str | int | None:
    """A value as the JSON of the project writes it."""
    if isinstance(cell, Decimal):
        return f"{cell:.2f}"
    if isinstance(cell, datetime):
        return cell.isoformat().replace("+00:00", "Z")
    if isinstance(cell, date):
        return cell.isoformat()
    return cell


def _write_cell(sheet: Any, line: int, column: int, cell: Cell, formats: dict[type, Any]) -> None:  # noqa: ANN401 - the library is untyped
    if isinstance(cell, Decimal):
        sheet.write_number(line, column, float(cell), formats[Decimal])
    elif isinstance(cell, int):
        sheet.write_number(line, column, cell)
    elif isinstance(cell, datetime):
        sheet.write_datetime(line, column, on_our_clock(cell).replace(tzinfo=None), formats[datetime])
    elif isinstance(cell, date):
        sheet.write_datetime(line, column, datetime(cell.year, cell.month, cell.day), formats[date])  # noqa: DTZ001 - a day has no zone
    elif cell is not None:
        text = str(json_cell(cell))
        sheet.write_string(line, column, without_controls(text)[:LONGEST_CELL])


def _width(header: str, cells: Sequence[Cell]) -> int:
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return min(60, max(len(header), longest) + 2)


def _csv_cell(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return f"{cell:.2f}".replace(".", ",")
    if isinstance(cell, datetime):
        return moment(cell)
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, int):
        return str(cell)
    return "" if cell is None else _csv_text(str(json_cell(cell)))


def _csv_text(text: str) -> str:
    """Between quotes where it needs them, or looks like a number: a code such as 1234567E05 must stay text."""
    clean = without_controls(text)
    starts = clean.startswith(("\t", "\r")) or clean.lstrip().startswith(_STARTS_A_FORMULA)
    shown = "'" + clean if starts else clean
    needs_quotes = any(sign in shown for sign in ';"\r\n') or bool(_READ_AS_A_NUMBER.fullmatch(shown))
    quoted = shown.replace('"', '""')
    return f'"{quoted}"' if needs_quotes else shown
