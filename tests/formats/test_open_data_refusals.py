# SPDX-License-Identifier: EUPL-1.2
"""Files that are not whole open data are refused whole, each with its own code (reliability I1, I2, I5)."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.formats.open_data import read_open_data
from tests.open_data_rows import (
    IPA_CODE,
    SOURCE_COLUMNS,
    of_others,
    row,
    source_csv,
    source_json,
    split_csv,
    split_json,
)

ROWS = [*of_others(3), row(), *of_others(3)]
HEADER = ",".join(SOURCE_COLUMNS[6])
CALLS = "titolo,misura,data_inizio_bando,data_fine_bando,stato\n1.2 Cloud,1.2,2022-04-01,2022-07-22,TERMINATO\n"


def refusal(path: Path) -> UserError:
    with pytest.raises(UserError) as found:
        read_open_data(path, IPA_CODE, ())
    assert found.value.params["file"] == path.name
    return found.value


def refused(tmp_path: Path, content: str | bytes) -> UserError:
    path = tmp_path / "file.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return refusal(path)


def lines() -> list[str]:
    return split_csv(ROWS).splitlines(keepends=True)


def test_nul(tmp_path: Path) -> None:
    error = refused(tmp_path, split_csv(ROWS).replace("Altrove 1", "Altrove\0 1"))
    assert (error.code, error.params["line"]) == ("open_data.not_text", 3)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [split_csv(ROWS), source_json(ROWS)])
def test_utf16(tmp_path: Path, encoding: str, text: str) -> None:
    assert refused(tmp_path, text.encode(encoding)).code == "open_data.utf16"


@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman"])
def test_not_utf8(tmp_path: Path, encoding: str) -> None:
    error = refused(tmp_path, split_csv([*ROWS, row(ente="Comune di Forlì")]).encode(encoding))
    assert (error.code, error.params["line"]) == ("open_data.not_utf8", 2)


def test_not_utf8_far_in_the_file_tells_the_line(tmp_path: Path) -> None:
    rows = [row(misura="1.4.4", ente=f"Comune {number}") for number in range(500)]
    error = refused(tmp_path, split_csv([*rows, row(misura="", ente="Forlì")]).encode("cp1252"))
    assert (error.code, error.params["line"]) == ("open_data.not_utf8", 502)


def test_json_not_utf8(tmp_path: Path) -> None:
    raw = split_json(ROWS).replace("Borgo Inventato", "Borgo Inventatò").encode("cp1252")
    assert refused(tmp_path, raw).code == "open_data.not_utf8"


@pytest.mark.parametrize(("separator", "shown"), [(";", ";"), ("\t", "TAB"), ("|", "|")])
@pytest.mark.parametrize("quote", ["", '"'])
def test_wrong_separator(tmp_path: Path, separator: str, shown: str, quote: str) -> None:
    text = "\n".join(separator.join(f"{quote}{cell}{quote}" for cell in line.split(",")) for line in lines())
    error = refused(tmp_path, text)
    assert (error.code, error.params["separator"]) == ("open_data.wrong_separator", shown)


@pytest.mark.parametrize(
    "text",
    [
        "nome,cognome\nAda,Rossi\n",
        "404: Not Found",
        "ciao",
        '{"message": "Not Found"}',
        "[1, 2]",
        '["a"]',
        '"aperto',
        '{"codice_ipa": "c_x999"}',
    ],
)
def test_no_known_header(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, text).code == "open_data.unknown_header"


def test_a_needed_column_is_missing(tmp_path: Path) -> None:
    text = split_csv(ROWS).replace("codice_cup", "cup").replace("avviso", "bando", 1)
    error = refused(tmp_path, text)
    assert (error.code, error.params["columns"]) == ("open_data.missing_columns", "avviso, codice_cup")


def test_a_needed_column_is_missing_in_json(tmp_path: Path) -> None:
    error = refused(tmp_path, split_json(ROWS).replace("codice_cup", "cup"))
    assert (error.code, error.params["columns"]) == ("open_data.missing_columns", "codice_cup")


def test_a_column_twice(tmp_path: Path) -> None:
    error = refused(tmp_path, split_csv(ROWS).replace("regione,", "ente,", 1))
    assert (error.code, error.params["columns"]) == ("open_data.repeated_columns", "ente")


def test_a_name_twice_in_json(tmp_path: Path) -> None:
    assert refused(tmp_path, split_json(ROWS).replace('"regione"', '"ente"')).code == "open_data.bad_json"
    assert refused(tmp_path, split_json(ROWS).replace('"regione"', '"Ente"')).code == "open_data.repeated_columns"


def test_too_many_columns(tmp_path: Path) -> None:
    extra = [f"c{number}" for number in range(182)]
    error = refused(tmp_path, HEADER + "," + ",".join(extra) + "\n")
    assert (error.code, error.params["columns"]) == ("open_data.too_many_columns", 201)
    assert refused(tmp_path, "codice_ipa" + "," * 1_000_000 + "\n").code == "open_data.too_many_columns"


@pytest.mark.parametrize(
    "text",
    [
        CALLS,
        '[{"titolo": "1.2", "misura": "1.2"}]',
        '{"windows": [{"titolo": "1.2"}]}',
        '[{"id": "1", "name": "1.2", "startDate": "2022-04-01", "endDate": "2022-07-22"}]',
    ],
)
def test_the_list_of_calls(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, text).code == "open_data.is_calls"


@pytest.mark.parametrize("text", ["<!DOCTYPE html><html></html>", "\n  <html>\n", "\ufeff<?xml version='1.0'?><a/>"])
def test_a_web_page_saved_instead(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, text).code == "open_data.is_web_page"


@pytest.mark.parametrize("head", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b\x08"])
def test_a_workbook_or_an_archive(tmp_path: Path, head: bytes) -> None:
    assert refused(tmp_path, head + b"\0\1\2" * 50).code == "open_data.is_workbook"


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_with_a_code(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.csv"
    path.write_bytes(raw)
    assert refusal(path).code.startswith("open_data.")


@given(st.data())
def test_any_change_of_one_byte_reads_or_refuses(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([split_csv(ROWS), source_csv(ROWS), split_json(ROWS), source_json(ROWS)]))
    raw = bytearray(text.encode())
    raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "changed.csv"
    path.write_bytes(raw)
    found = rows_or_code(path)
    assert found.startswith("open_data.") if isinstance(found, str) else found >= len(ROWS) - 1


def rows_or_code(path: Path) -> int | str:
    try:
        return read_open_data(path, IPA_CODE, ()).rows
    except UserError as error:
        return error.code
