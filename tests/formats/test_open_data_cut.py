# SPDX-License-Identifier: EUPL-1.2
"""Files cut at the end or broken in the middle are refused whole (reliability I2)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import UserError
from app.formats.open_data import read_open_data
from tests.open_data_rows import (
    IPA_CODE,
    of_others,
    row,
    source_csv,
    source_json,
    split_csv,
    split_json,
)

ROWS = [*of_others(3), row(), *of_others(3)]


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


def test_cut_anywhere_in_the_last_row(tmp_path: Path) -> None:
    for raw in (split_csv(ROWS).encode(), source_csv(ROWS).encode()):
        last = raw.rstrip(b"\n").rindex(b"\n") + 1
        for at in range(last + 1, len(raw)):
            assert refused(tmp_path, raw[:at]).code == "open_data.cut"


@pytest.mark.parametrize("text", [source_json(ROWS), split_json(ROWS), split_json(ROWS).replace("},{", "},\n{")])
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


@pytest.mark.parametrize(
    ("change", "found"), [(lambda line: line[:-1] + ",di troppo\n", 21), (lambda _line: "a,b\n", 2)]
)
def test_a_row_of_another_length(tmp_path: Path, change: Callable[[str], str], found: int) -> None:
    wrong = lines()
    wrong[3] = change(wrong[3])
    error = refused(tmp_path, "".join(wrong))
    assert (error.code, error.params["row"]) == ("open_data.ragged", 4)
    assert (error.params["found"], error.params["expected"]) == (found, 20)


def test_a_last_row_with_too_many_fields(tmp_path: Path) -> None:
    assert refused(tmp_path, split_csv(ROWS)[:-1] + ",x\n").code == "open_data.ragged"


def test_json_object_without_a_needed_name(tmp_path: Path) -> None:
    head, first, rest = split_json(ROWS).split('"codice_cup"', 2)
    error = refused(tmp_path, head + '"codice_cup"' + first + '"cup"' + rest)
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
