# SPDX-License-Identifier: EUPL-1.2
"""The budget as Ragioneria takes it: written, and read back by another library."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from app.actions.budget import add_budget_line, show_budget
from app.actions.budget_tables import budget_table
from app.actions.export import export_table, write_table
from app.actions.payments import pay
from app.store import Store
from tests.concessions_money import add_concession, add_contract

FORMULA = '=HYPERLINK("http://example.org";"x")'


@pytest.fixture
def filled(store: Store) -> Store:
    """Two contracts, one with a name that would like to be a formula, and a concession of our own."""
    first = add_contract(store, FORMULA, cig="1234567E05", chapter="1080")
    add_contract(store, "Quota", chapter="00109", spending="transfer", cig="", cup="")
    own = add_concession(store)
    add_budget_line(store, concession_id=own, year=2028, planned=Decimal("0.10"))
    pay(store, contract_id=first, on=date(2027, 3, 5), amount=Decimal("1234.50"))
    return store


def test_it_has_a_row_for_each_year_chapter_and_contract(filled: Store) -> None:
    table = budget_table(filled, 2027)
    said = [dict(zip(table.keys, row, strict=True)) for row in table.rows]
    assert [(row["year"], row["chapter"], row["name"]) for row in said] == [
        (2027, "00109", "Quota"),
        (2027, "1080", FORMULA),
        (2028, "", "Pubblica illuminazione"),
    ]
    assert said[1]["left"] == Decimal("-334.50")
    assert table.said(table.rows[0])[2] == "Trasferimento"
    assert table.said(table.rows[0])[8] == "riga di spesa"
    assert budget_table(filled).rows == table.rows  # from the present year three years ahead


def test_its_columns_add_up_to_the_years(filled: Store) -> None:
    table, view = budget_table(filled, 2027), show_budget(filled, 2027)
    for total in view.totals:
        own = [dict(zip(table.keys, row, strict=True)) for row in table.rows if row[0] == total.year]
        assert sum(Decimal(str(row["paid"])) for row in own) == total.paid
        planned = [row["planned"] for row in own if isinstance(row["planned"], Decimal)]
        assert (sum(planned) if planned else None) == total.planned


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_a_spreadsheet_reads_numbers_and_codes(filled: Store, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"spesa.{ending}"
    table = budget_table(filled, 2027)
    write_table(table, file, filled)
    head, *lines = CalamineWorkbook.from_filelike(io.BytesIO(file.read_bytes())).get_sheet_by_index(0).to_python()
    assert head == list(table.headers)
    for line, row in zip(lines, table.rows, strict=True):
        for cell, value in zip(line, row, strict=True):
            if isinstance(value, Decimal):
                assert isinstance(cell, float)
                assert Decimal(str(cell)).quantize(Decimal("0.01")) == value
    assert [line[1] for line in lines] == ["00109", "1080", ""]
    assert [line[5] for line in lines] == ["", "1234567E05", ""]
    assert lines[1][3] == FORMULA


def test_csv_and_json_say_the_same(filled: Store, tmp_path: Path) -> None:
    assert export_table(filled, "budget", tmp_path / "spesa.csv") == 3
    text = (tmp_path / "spesa.csv").read_text(encoding="utf-8-sig")
    line = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))[2]
    assert (line[5], line[7], line[13], line[14]) == ("1234567E05", "1000,00", "1234,50", "-334,50")
    assert line[3] == "'" + FORMULA
    export_table(filled, "budget", tmp_path / "spesa.json")
    told = json.loads((tmp_path / "spesa.json").read_text(encoding="utf-8"))
    assert (told[1]["paid"], told[1]["cig"], told[2]["committed"]) == ("1234.50", "1234567E05", None)
