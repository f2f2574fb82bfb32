# SPDX-License-Identifier: EUPL-1.2
"""Reading open data: a row of ours that cannot be read is told, and the others go on."""

import json
from pathlib import Path

import pytest

from app.domain.funding import OpenDataFile
from app.domain.open_data import RejectedRow
from app.formats.open_data import read_open_data
from tests.open_data_rows import (
    IPA_CODE,
    ISTAT,
    SEND,
    Row,
    of_others,
    row,
    split_json,
    write_open_data,
)


def read(path: Path, ipa_code: str = IPA_CODE) -> OpenDataFile:
    return read_open_data(path, ipa_code, (ISTAT,))


def rejected_one(tmp_path: Path, **changes: str) -> RejectedRow:
    found = read(write_open_data(tmp_path / "file.csv", [row(**changes), row(avviso=SEND)]))
    assert [application.call for application in found.ours] == [SEND]
    (refusal,) = found.rejected
    return refusal


@pytest.mark.parametrize(
    ("changes", "code", "value"),
    [
        ({"importo_finanziamento": "quattordicimila"}, "open_data.row_bad_amount", "quattordicimila"),
        ({"importo_finanziamento": "14.000,00"}, "open_data.row_bad_amount", "14.000,00"),
        ({"importo_finanziamento": "-1.0"}, "open_data.row_bad_amount", "-1.0"),
        ({"importo_finanziamento": "0.005"}, "open_data.row_bad_amount", "0.005"),
        ({"importo_finanziamento": "9E99"}, "open_data.row_bad_amount", "9E99"),
        ({"importo_finanziamento": "١٢"}, "open_data.row_bad_amount", "١٢"),
        ({"importo_finanziamento": ""}, "open_data.row_bad_amount", ""),
        ({"data_finanziamento": "02/08/2022"}, "open_data.row_bad_date", "02/08/2022"),
        ({"data_finanziamento": "2022-02-30"}, "open_data.row_bad_date", "2022-02-30"),
        ({"data_stato_candidatura": "20220802"}, "open_data.row_bad_date", "20220802"),
        ({"data_invio_candidatura": "2022-04-21"}, "open_data.row_bad_date", "2022-04-21"),
        (
            {"data_invio_candidatura": "0001-01-01T00:00:00+2300"},
            "open_data.row_bad_date",
            "0001-01-01T00:00:00+2300",
        ),
        ({"stato_candidatura": "X"}, "open_data.row_bad_status", "X"),
        ({"stato_candidatura": "None"}, "open_data.row_bad_status", "None"),
        ({"avviso": " "}, "open_data.row_no_call", ""),
        ({"ente": "Comune di\x07"}, "open_data.row_bad_text", "Comune di\N{REPLACEMENT CHARACTER}"),
        ({"ente": "B" * 1001}, "open_data.row_bad_text", "B" * 60),
    ],
)
def test_a_bad_row_of_ours_is_told_and_the_others_go_on(tmp_path: Path, changes: Row, code: str, value: str) -> None:
    assert rejected_one(tmp_path, **changes) == RejectedRow(2, code, value)


def test_a_bad_row_of_another_body_is_not_our_business(tmp_path: Path) -> None:
    rows = [row(codice_ipa="altro", importo_finanziamento="?", stato_candidatura="?"), row()]
    found = read(write_open_data(tmp_path / "file.csv", rows))
    assert (len(found.ours), found.rejected) == (1, ())


def test_half_letters_of_json_are_told(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_text(split_json([row(ente="ROTTO")]).replace("ROTTO", "\\ud800"))
    assert read(path).rejected == (RejectedRow(1, "open_data.row_bad_text", "\N{REPLACEMENT CHARACTER}"),)


def test_json_of_wrong_kinds_is_told(tmp_path: Path) -> None:
    for value in (True, None, ["A"], {"a": 1}):
        records = json.loads(split_json([row()]))
        records[0]["importo_finanziamento"] = value
        path = tmp_path / "file.json"
        path.write_text(json.dumps(records))
        assert [refusal.code for refusal in read(path).rejected] == ["open_data.row_bad_amount"]


def test_the_row_told_is_the_line_of_the_file(tmp_path: Path) -> None:
    rows = [*of_others(5), row(ente="Comune su\ndue righe"), row(stato_candidatura="?", avviso=SEND)]
    found = read(write_open_data(tmp_path / "file.csv", rows))
    assert [refusal.row for refusal in found.rejected] == [9]
    assert found.ours[0].body == "Comune su\ndue righe"
