# SPDX-License-Identifier: EUPL-1.2
"""Files that are not whole open data are refused whole, each with its own code (reliability I1, I2, I5)."""

import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.formats import open_data_bytes
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
    write_open_data,
)

ROWS = [*of_others(3), row(), *of_others(3)]
HEADER = ",".join(SOURCE_COLUMNS[6])
CALLS = (
    "titolo,misura,data_inizio_bando,data_fine_bando,stato\n1.2 Cloud,1.2,2022-04-01,2022-07-22,TERMINATO\n"
)


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
    ["nome,cognome\nAda,Rossi\n", "404: Not Found", "ciao", '{"message": "Not Found"}', "[1, 2]", '["a"]'],
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
    assert (
        refused(tmp_path, split_json(ROWS).replace('"regione"', '"Ente"')).code
        == "open_data.repeated_columns"
    )


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


@pytest.mark.parametrize(
    "text", ["<!DOCTYPE html><html></html>", "\n  <html>\n", "\ufeff<?xml version='1.0'?><a/>"]
)
def test_a_web_page_saved_instead(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, text).code == "open_data.is_web_page"


@pytest.mark.parametrize("head", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b\x08"])
def test_a_workbook_or_an_archive(tmp_path: Path, head: bytes) -> None:
    assert refused(tmp_path, head + b"\0\1\2" * 50).code == "open_data.is_workbook"


# cut in the middle


def test_cut_anywhere_in_the_last_row(tmp_path: Path) -> None:
    for raw in (split_csv(ROWS).encode(), source_csv(ROWS).encode()):
        last = raw.rstrip(b"\n").rindex(b"\n") + 1
        for at in range(last + 1, len(raw)):
            assert refused(tmp_path, raw[:at]).code == "open_data.cut"


@pytest.mark.parametrize(
    "text", [source_json(ROWS), split_json(ROWS), split_json(ROWS).replace("},{", "},\n{")]
)
def test_json_cut_anywhere(tmp_path: Path, text: str) -> None:
    for at in range(1, len(text), 7):
        assert refused(tmp_path, text[:at]).code == "open_data.cut"


def test_cut_in_the_middle_of_a_letter(tmp_path: Path) -> None:
    raw = split_csv([row(ente="Comune di Forlì")]).encode()
    assert refused(tmp_path, raw[: raw.index("ì".encode()) + 1]).code == "open_data.cut"
    raw = split_json([row()]).replace("Borgo", "Forlì").encode()
    assert refused(tmp_path, raw[: raw.index("ì".encode()) + 1]).code == "open_data.cut"


def test_a_last_row_with_too_few_fields_and_a_newline(tmp_path: Path) -> None:
    assert refused(tmp_path, split_csv(ROWS) + "c_x999,Comune\n").code == "open_data.cut"


def test_no_final_newline_is_a_cut_file(tmp_path: Path) -> None:
    assert refused(tmp_path, split_csv(ROWS).rstrip("\n")).code == "open_data.cut"


# not whole in the middle


@pytest.mark.parametrize(
    ("change", "found"), [(lambda line: line[:-1] + ",di troppo\n", 21), (lambda _line: "a,b\n", 2)]
)
def test_a_row_of_another_length(tmp_path: Path, change, found: int) -> None:  # type: ignore[no-untyped-def]
    wrong = lines()
    wrong[3] = change(wrong[3])
    error = refused(tmp_path, "".join(wrong))
    assert (error.code, error.params["row"]) == ("open_data.ragged", 4)
    assert (error.params["found"], error.params["expected"]) == (found, 20)


def test_a_last_row_with_too_many_fields(tmp_path: Path) -> None:
    assert refused(tmp_path, split_csv(ROWS)[:-1] + ",x\n").code == "open_data.ragged"


def test_json_object_without_a_needed_name(tmp_path: Path) -> None:
    head, tail = split_json(ROWS).split('"codice_cup"', 2)[0], split_json(ROWS).split('"codice_cup"', 2)
    error = refused(tmp_path, head + '"codice_cup"' + tail[1] + '"cup"' + tail[2])
    assert (error.code, error.params["row"]) == ("open_data.ragged", 2)


def test_empty_lines_between_rows_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text("\n".join(lines()) + "\n\n")
    assert read_open_data(path, IPA_CODE, ()).rows == len(ROWS)


def test_a_bare_carriage_return_in_a_field(tmp_path: Path) -> None:
    error = refused(tmp_path, split_csv(ROWS).replace("Altrove 1,", "Altro\rve 1,", 1))
    assert error.code == "open_data.ragged"


@pytest.mark.parametrize("place", ["Comune di Altrove 0", "Comune di Borgo", "Comune di Altrove 2"])
def test_an_open_quote_does_not_swallow_rows(tmp_path: Path, place: str) -> None:
    error = refused(tmp_path, split_csv(ROWS).replace(place, '"' + place, 1))
    assert error.code == "open_data.open_quote"


def test_an_open_quote_that_a_later_quote_closes(tmp_path: Path) -> None:
    text = split_csv([row(ente="APERTO"), *ROWS, row(ente="CHIUSO")])
    error = refused(tmp_path, text.replace("APERTO", '"Comune').replace(",CHIUSO", '"'))
    assert (error.code, error.params["row"]) == ("open_data.open_quote", 2)


def test_a_field_of_200_kilobytes(tmp_path: Path) -> None:
    error = refused(tmp_path, split_csv([*ROWS, row(ente="x" * 200_000)]))
    assert (error.code, error.params["row"]) == ("open_data.open_quote", 9)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000 + "]",
        '[{"codice_ipa": NaN}]',
        "[{]",
        "[}]",
        split_json(ROWS).replace("},{", "} {"),
        '{"a" 1}',
    ],
)
def test_broken_json(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, text).code == "open_data.bad_json"


def test_something_after_the_list(tmp_path: Path) -> None:
    assert refused(tmp_path, split_json(ROWS) + "[]").code == "open_data.bad_json"


# places


def test_a_missing_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "non_c_e.csv").code == "open_data.missing"
    assert refusal(write_open_data(tmp_path / "file.csv", ROWS) / "dentro.csv").code == "open_data.missing"


def test_a_name_with_a_nul(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a\0b").code == "open_data.missing"


def test_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "open_data.is_folder"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert refusal(tmp_path / "pipe.csv").code == "open_data.not_a_file"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices on this system")
def test_a_device(tmp_path: Path) -> None:
    (tmp_path / "zero.csv").symlink_to("/dev/zero")
    assert refusal(tmp_path / "zero.csv").code == "open_data.not_a_file"


def test_a_name_too_long(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("x" * 300)).code == "open_data.unreadable"


def test_too_big_is_refused_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    with path.open("wb") as file:
        file.truncate(open_data_bytes.MAX_BYTES + 1)
    tracemalloc.start()
    error = refusal(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (error.code, error.params["limit"]) == ("open_data.too_big", 200)
    assert peak < 1_000_000


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_with_a_code(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.csv"
    path.write_bytes(raw)
    assert refusal(path).code.startswith("open_data.")


@given(st.data())
def test_any_change_of_one_byte_reads_or_refuses(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    text = data.draw(
        st.sampled_from([split_csv(ROWS), source_csv(ROWS), split_json(ROWS), source_json(ROWS)])
    )
    raw = bytearray(text.encode())
    raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "changed.csv"
    path.write_bytes(raw)
    try:
        found = read_open_data(path, IPA_CODE, ())
    except UserError as error:
        assert error.code.startswith("open_data.")
    else:
        assert found.rows >= len(ROWS) - 1
