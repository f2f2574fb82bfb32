# SPDX-License-Identifier: EUPL-1.2
"""Tables open as they are: amounts are numbers, dates are dates, text is never a formula."""

import csv
import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from app.formats.spreadsheet import to_csv, to_json, to_xlsx

MADE = datetime(2026, 11, 23, tzinfo=UTC)
FORMULAS = ("=1+1", "+39 030", "-12,50", "@SUM(A1)", "\t=1", "\r=1", ";=1", " =1", "=cmd|' /C calc'!A0")


def test_xlsx_keeps_kinds_and_codes() -> None:
    rows = [(Decimal("1234.50"), date(2026, 3, 5), "00123", "J41F22003300006", None, 7)]
    content = to_xlsx("Prova", ["Importo", "Data", "ISTAT", "CUP", "Vuoto", "N"], rows, MADE)
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert sheet == [
        ["Importo", "Data", "ISTAT", "CUP", "Vuoto", "N"],
        [1234.5, date(2026, 3, 5), "00123", "J41F22003300006", "", 7.0],
    ]


@pytest.mark.parametrize("text", FORMULAS)
def test_text_is_never_a_formula(text: str) -> None:
    content = to_xlsx("Prova", ["A"], [(text,)], MADE)
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert sheet[1] == [text]
    cell = list(csv.reader(io.StringIO(to_csv(["A"], [(text,)]).decode("utf-8-sig"), newline=""), delimiter=";"))[1][0]
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_csv_is_what_italian_spreadsheets_expect() -> None:
    content = to_csv(["Importo", "Data"], [(Decimal("-1234.5"), date(2026, 3, 5))])
    assert content == "\ufeffImporto;Data\r\n-1234,50;05/03/2026\r\n".encode()


def test_json_has_amounts_as_strings_and_iso_dates() -> None:
    content = json.loads(to_json(["a", "b", "c"], [(Decimal(47427), date(2026, 3, 5), MADE)]))
    assert content == [{"a": "47427.00", "b": "2026-03-05", "c": "2026-11-23T00:00:00Z"}]


@given(text=st.text(max_size=60))
def test_no_text_breaks_a_table(text: str) -> None:
    assert to_csv(["A"], [(text,)])
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(to_xlsx("P", ["A"], [("x" + text,)], MADE))).get_sheet_by_index(0)
    assert str(sheet.to_python()[1][0]).startswith("x")
