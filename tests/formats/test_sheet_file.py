# SPDX-License-Identifier: EUPL-1.2
"""Tables from outside: what we write comes back, each CSV of an Italian office is read, hostile files are refused."""

import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.formats import sheet_file
from app.formats.sheet_file import SheetFile, read_sheet_file
from app.formats.spreadsheet import to_csv, to_xlsx

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20).filter(
    lambda text: not text.startswith("'")
)
AMOUNTS = st.decimals(Decimal(-99999999), Decimal(99999999), places=2)
MADE = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    "content",
    [
        "Nome;Valore\r\nPerché;99,5\r\n\r\nAltro;1\r\n".encode("utf-8-sig"),
        "Nome;Valore\nPerché;99,5\n;\nAltro;1".encode("cp1252"),
        b'Nome,Valore\nPerch\xc3\xa9,"99,5"\n\nAltro,1\n',
        "Nome\tValore\nPerché\t99,5\n\t\nAltro\t1\n".encode(),
    ],
)
def test_a_csv_is_read_as_offices_write_it(content: bytes) -> None:
    table = read_sheet_file("letture.csv", content)
    assert table == SheetFile("letture.csv", ("Nome", "Valore"), ((2, ("Perché", "99,5")), (4, ("Altro", "1"))))
    assert table.column("quanto", "VALORE") == 1
    assert table.column("quanto") is None


@given(st.lists(st.tuples(WORDS, AMOUNTS, st.dates(date(1990, 1, 1), date(2090, 1, 1))), min_size=1, max_size=5))
def test_what_we_write_as_a_spreadsheet_comes_back(rows: list[tuple[str, Decimal, date]]) -> None:
    table = read_sheet_file("t.xlsx", to_xlsx("Tabella", ["Nome", "Importo", "Giorno"], rows, MADE))
    assert table.headers == ("Nome", "Importo", "Giorno")
    assert [row for _number, row in table.rows] == rows


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=5))
def test_what_we_write_as_csv_comes_back(rows: list[tuple[str, str]]) -> None:
    table = read_sheet_file("t.csv", to_csv(["Primo", "Secondo"], rows))
    assert [row for _number, row in table.rows] == rows


def _book(**cells: str) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    for place, text in cells.items():
        sheet.write_string(place, text)
    book.close()
    return out.getvalue()


def _with_sheet(sheet: bytes, folder: bytes = b"worksheets") -> bytes:
    """A book whose first sheet is these bytes, in a folder of any name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_book(A1="x"))) as came, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in came.namelist():
            part = sheet if entry == "xl/worksheets/sheet1.xml" else came.read(entry)
            path = entry.replace("worksheets", folder.decode())
            made.writestr(path, part.replace(b"worksheets/sheet1", folder + b"/sheet1"))
    return out.getvalue()


_FAR = b'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>%s</sheetData></worksheet>'


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "sheet.empty"),
        (b"Nome;Valore\n", "sheet.empty"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "sheet.old_format"),
        (b"PK\x03\x04" + bytes(100), "sheet.unreadable"),
        (b"Nome;Valore\n\0;1\n", "sheet.unreadable"),
        (_book(A1="Nome", A2="1")[:-200], "sheet.unreadable"),
        (_book(A1="Nome", XFD1048576="lontano"), "sheet.too_large"),
        (_with_sheet(_FAR % b"<row r='1048576'><c r='A1048576'><v>1</v></c></row>"), "sheet.too_large"),
        (_with_sheet(_FAR % b'<row r="2"><c s=">" r="XFD1048576"><v>1</v></c></row>'), "sheet.too_large"),
        (_with_sheet(_FAR % b'<row r="2"><c r="XFD1048576"><v>1</v></c></row>', b"altrove"), "sheet.too_large"),
        (_with_sheet(_FAR % b'<row r="2"><c r="&#88;FD2"><v>1</v></c></row>'), "sheet.unreadable"),
        (_with_sheet(b"<worksheet><sheetData>"), "sheet.unreadable"),
        (_with_sheet(b"nulla"), "sheet.unreadable"),
        (b"a;" * 300 + b"\n1\n", "sheet.too_large"),
        (b"a\n" + b"1\n" * (sheet_file.MAX_ROWS + 1), "sheet.too_large"),
        (b"x" * (sheet_file.MAX_BYTES + 1), "sheet.too_large"),
        (_with_sheet(b" " * (201 * 1024 * 1024)), "sheet.too_large"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_a_hostile_or_empty_file_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(UserError) as refused:
        read_sheet_file("t.xlsx", content)
    assert refused.value.code == code
