# SPDX-License-Identifier: EUPL-1.2
"""Tables of indices as offices and ISTAT write them."""

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal

import pytest
import xlsxwriter

from app.errors import UserError
from app.formats.index_table import read_index_table, read_month


@pytest.mark.parametrize("text", ["10/2026", "2026-10", "ottobre 2026", "ott 2026", "01/10/2026", "2026-10-01"])
def test_ways_to_write_a_month(text: str) -> None:
    assert read_month(text) == date(2026, 10, 1)


@pytest.mark.parametrize("text", ["", "13/2026", "ottobre", "2026", "oggi", "1° trimestre 2026", "10/20266"])
def test_what_is_no_month(text: str) -> None:
    with pytest.raises(UserError, match=r"index\.month_unreadable"):
        read_month(text)


def test_a_book_with_days_and_numbers() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Indice", "Periodo", "Valore", "Base"])
    sheet.write_string(1, 0, "FOI")
    sheet.write_datetime(1, 1, datetime(2026, 10, 31), book.add_format({"num_format": "dd/mm/yyyy"}))  # noqa: DTZ001 - a day
    sheet.write_number(1, 2, 121.5)
    sheet.write_number(1, 3, 2015)
    book.close()
    (row,) = read_index_table("foi.xlsx", out.getvalue()).rows
    assert (row.name, row.month, row.value, row.base) == ("FOI", date(2026, 10, 1), Decimal("121.5"), "2015")


def test_columns_that_are_missing_are_named() -> None:
    with pytest.raises(UserError) as refused:
        read_index_table("x.csv", b"Nome;Cosa\nFOI;1\n")
    assert refused.value.params["names"] == "mese, valore"


@pytest.mark.parametrize("figure", [b"NaN", b"1E999", b"1E300", b"1E-7", b"0", b"-3"])
def test_a_number_that_is_no_index_is_refused_in_its_row(figure: bytes) -> None:
    out, made = io.BytesIO(), io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate([("Nome", "Mese", "Valore"), ("FOI", "10/2026", 121.5), ("FOI", "11/2026", 122)]):
        sheet.write_row(number, 0, row)
    book.close()
    with zipfile.ZipFile(out) as came, zipfile.ZipFile(made, "w") as kept:
        for entry in came.namelist():
            kept.writestr(entry, came.read(entry).replace(b"<v>121.5<", b"<v>" + figure + b"<"))
    table = read_index_table("foi.xlsx", made.getvalue())
    assert [row.value for row in table.rows] == [Decimal(122)]
    assert [(row.line, row.error.code) for row in table.refused] == [(2, "index.value_unlikely")]
