# SPDX-License-Identifier: EUPL-1.2
"""Spreadsheets read back by others: amounts are numbers and equal, codes are text, no formula from anybody's text."""

import csv
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from app.formats.odt_names import tag
from app.formats.spreadsheet import Cell, to_csv, to_ods, to_xlsx
from tests.formats.test_spreadsheet import FORMULAS, MADE

HEADERS = ("Capitolo", "CUP", "CIG", "Impegno", "Importo", "Data", "Registrato", "Anno", "Nota")
CODES = ("1080", "J41C22000020006", "94566301F3", "Z642AEB782", "1234567E05", "00123", "45/2027", "1-2", "12,5")
AMOUNTS = (Decimal("1234.50"), Decimal("0.01"), Decimal("-12.30"), Decimal("999999999999.99"), Decimal("0.00"))


def rows() -> list[tuple[Cell, ...]]:
    """Every code and every text that a spreadsheet would like to take for something else, beside every amount."""
    texts = (*FORMULAS, "<b>&amp;</b>", "due  spazi", "una\nriga sotto", "a\tb", "'=1", '"x";y', "TRUE", "")
    return [
        (
            CODES[place % len(CODES)], "J41C22000020006", "1234567E05", "45/2027", AMOUNTS[place % len(AMOUNTS)],
            date(2027, 3, 5), datetime(2026, 11, 23, 8, 0, tzinfo=UTC), 2027, text,
        )
        for place, text in enumerate(texts)
    ]  # fmt: skip


def read_ods(content: bytes) -> Sequence[Sequence[object]]:
    """The first sheet by another library."""
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def test_amounts_are_numbers_days_are_days_and_all_else_is_text() -> None:
    head, *lines = read_ods(to_ods("Spesa", HEADERS, rows(), MADE))
    assert head == list(HEADERS)
    for line, row in zip(lines, rows(), strict=True):
        assert line[:4] == list(row[:4])
        assert all(isinstance(code, str) for code in line[:4])
        assert isinstance(line[4], float)
        assert Decimal(str(line[4])) == row[4]
        assert line[5:8] == [date(2027, 3, 5), datetime(2026, 11, 23, 9, 0), 2027.0]  # noqa: DTZ001 - a sheet has no zone


def test_the_exact_amount_stands_in_the_file_and_no_formula_does() -> None:
    package = zipfile.ZipFile(io.BytesIO(to_ods("Spesa", HEADERS, rows(), MADE)))
    assert package.namelist()[0] == "mimetype"
    assert package.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
    root = fromstring(package.read("content.xml"))  # noqa: S314 - written just above
    cells = list(root.iter(tag("table:table-cell")))
    assert not any(name.endswith("}formula") for cell in cells for name in cell.attrib)
    values = [cell.get(tag("office:value")) for cell in cells if cell.get(tag("table:style-name")) == "amount"]
    assert values == [f"{row[4]:f}" for row in rows()]
    shown = ["".join(cell.itertext()) for cell in cells if cell.get(tag("office:value-type")) == "float"]
    assert shown[0] == "1.234,50"


def test_the_same_content_gives_the_same_bytes() -> None:
    assert to_ods("Spesa", HEADERS, rows(), MADE) == to_ods("Spesa", HEADERS, rows(), MADE)


@given(amount=st.decimals(-(10**12), 10**12, places=2), text=st.text(max_size=40))
def test_no_amount_and_no_text_breaks_it(amount: Decimal, text: str) -> None:
    _head, [number, code] = read_ods(to_ods(text, ("A", "B"), [(amount, "x" + text)], MADE))
    assert isinstance(number, float)
    assert number == float(amount)
    assert str(code).startswith("x")


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=30))
def test_text_comes_back_as_it_was(text: str) -> None:
    assert read_ods(to_ods("P", ("A",), [(text,)], MADE))[1] == [text]


def test_a_code_that_looks_like_a_number_stands_between_quotes_in_csv() -> None:
    content = to_csv(HEADERS, rows()).decode("utf-8-sig")
    assert '"1080";J41C22000020006;"1234567E05";"45/2027";1234,50;05/03/2027' in content
    lines = list(csv.reader(io.StringIO(content, newline=""), delimiter=";"))
    assert [line[0] for line in lines[1:]] == [row[0] for row in rows()]
    assert [Decimal(line[4].replace(",", ".")) for line in lines[1:]] == [row[4] for row in rows()]


OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
CSV_FILTER = "Text - txt - csv (StarCalc):59,34,76,1,,1040,true,true"
"""Semicolons, UTF-8, Italian, what stands between quotes is text, numbers and days are looked for."""


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
@pytest.mark.parametrize("ending", ["xlsx", "ods", "csv"])
def test_libreoffice_reads_the_same(ending: str, tmp_path: Path) -> None:
    written = {
        "xlsx": to_xlsx("Spesa", HEADERS, rows(), MADE),
        "ods": to_ods("Spesa", HEADERS, rows(), MADE),
        "csv": to_csv(HEADERS, rows()),
    }
    file = tmp_path / f"spesa.{ending}"
    file.write_bytes(written[ending])
    ours = [f"--infilter={CSV_FILTER}"] if ending == "csv" else []
    command = [str(OFFICE), "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", *ours]
    out = tmp_path / "out"
    subprocess.run([*command, "--convert-to", "fods", "--outdir", str(out), str(file)], check=True, timeout=120)
    root = fromstring((out / "spesa.fods").read_bytes())  # noqa: S314 - written by the office suite from our file
    lines = [_cells(line) for line in root.iter(tag("table:table-row"))][1 : len(rows()) + 1]
    assert not any(cell.get(tag("table:formula")) for line in lines for cell in line)
    for line, row in zip(lines, rows(), strict=True):
        assert [cell.get(tag("office:value-type")) for cell in line[:4]] == ["string"] * 4
        assert ["".join(cell.itertext()).strip() for cell in line[:4]] == list(row[:4])
        assert Decimal(str(line[4].get(tag("office:value")))).quantize(Decimal("0.01")) == row[4]
        assert re.match("2027-03-05", str(line[5].get(tag("office:date-value"))))


def _cells(line: Element) -> list[Element]:
    """The first cells of a row, those that are alike told one by one."""
    repeated = tag("table:number-columns-repeated")
    told = [cell for cell in line.iter(tag("table:table-cell")) for _one in range(min(int(cell.get(repeated, "1")), 9))]
    return told[: len(HEADERS)]
