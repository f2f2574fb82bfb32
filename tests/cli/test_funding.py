# SPDX-License-Identifier: EUPL-1.2
"""`funding import | list | show | changes`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Say, whole
from tests.open_data_rows import row, write_open_data

LISTED = {
    "call", "measure", "cup", "amount", "status", "sent_at", "funded_on", "status_on", "decree", "window",
    "source_file",
}  # fmt: skip
TOLD = {"file", "rows", "ours", "added", "changed", "unchanged", "rejected", "published_on"}


def test_the_keys_are_those_of_the_manual(filled: Say, files: list[Path]) -> None:
    assert {frozenset(TOLD & set(item)) for item in filled("--json", "funding", "import", *files).json} == {
        frozenset(TOLD)
    }
    projects = filled("--json", "funding", "list").json
    assert {frozenset(project) for project in projects} == {frozenset(LISTED)}
    assert {project["status"] for project in projects} == {"funded", "paid", "renounced", "renunciation_pending"}
    assert {project["amount"] for project in projects} >= {"47427.00", "3928.40", "4326.40"}
    assert projects[0]["sent_at"] == "2022-05-03T08:12:44Z"
    assert (projects[0]["funded_on"], projects[0]["window"]) == ("2022-08-08", "1")


def test_the_same_again_adds_and_changes_nothing(filled: Say, folder: Path, files: list[Path]) -> None:
    before = whole(folder)
    again = filled("--json", "funding", "import", *files).json
    assert [(item["added"], item["changed"]) for item in again] == [(0, 0), (0, 0)]
    assert sum(item["unchanged"] for item in again) == 17
    assert whole(folder) == before


def test_a_file_named_twice_counts_once(aprica: Say, files: list[Path]) -> None:
    done = aprica("--json", "funding", "import", files[0], files[0]).json
    assert [(item["added"], item["unchanged"]) for item in done] == [(8, 0), (0, 8)]
    assert len(aprica("--json", "funding", "list").json) == 8


def test_a_trial_writes_nothing_not_even_history(aprica: Say, folder: Path, files: list[Path]) -> None:
    before = whole(folder)
    told = aprica("--json", "funding", "import", "--dry-run", *files).json
    assert [item["added"] for item in told] == [0, 9]
    assert whole(folder) == before


def test_list_filters_by_state_and_show_and_changes_tell_more(filled: Say) -> None:
    assert len(filled("--json", "funding", "list", "--status", "paid").json) == 5
    shown = filled("--json", "funding", "show", "j91c22000000001").json
    assert [part["count"] for part in shown["composition"]] == [1, 9]
    assert shown["deadlines"][0]["due_on"] == "2026-03-31"
    assert len(filled("--json", "funding", "changes").json) == 9
    said = filled("funding", "list").out.splitlines()
    assert len(said) == 9
    assert any("Rinuncia in corso" in line for line in said)


def test_the_parts_of_an_amount_are_said_in_the_language_in_use(filled: Say) -> None:
    assert "6.000,00\u00a0€  canone cloud di un anno" in filled("funding", "show", "J91C22000000001").out
    in_english = filled("--lang", "en", "funding", "show", "J91C22000000001").out
    assert "6,000.00\u00a0€  " in in_english
    assert "canone" not in in_english


def test_changes_are_said_in_words(aprica: Say, files: list[Path]) -> None:
    assert "non ha cambiato nulla" in aprica("funding", "changes").err
    for file in files:
        aprica("funding", "import", file)
    said = aprica("funding", "changes").out
    assert "Stato: Finanziato > Erogato" in said
    assert "nuovo" in said
    assert "status" not in said


def test_an_unknown_cup_is_refused(filled: Say) -> None:
    answer = filled("funding", "show", "X")
    assert (answer.status, answer.is_refusal) == (1, True)


BAD: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda content: content[: len(content) // 2],
    "separator": lambda content: content.replace(b",", b";"),
    "tabs": lambda content: content.replace(b",", b"\t"),
    "nul": lambda content: content[:300] + b"\x00" + content[300:],
    "utf16": lambda content: content.decode().encode("utf-16"),
    "utf16 without mark": lambda content: content.decode().encode("utf-16-le"),
    "no rows": lambda content: content.split(b"\n", 1)[0] + b"\n",
    "nothing": lambda _content: b"",
    "json without rows": lambda _content: b"[]",
    "json cut": lambda _content: b'[{"codice_ipa": "c_a337", "av',
    "workbook": lambda _content: b"PK\x03\x04" + b"x" * 100,
    "web page": lambda _content: b"<!doctype html><html></html>",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_sentence_and_nothing_changes(
    filled: Say, folder: Path, files: list[Path], tmp_path: Path, name: str
) -> None:
    before, content = whole(folder), (folder / "comune-a337.sqlite").read_bytes()
    file = tmp_path / "cattivo.csv"
    file.write_bytes(BAD[name](files[1].read_bytes()))
    for words in ([file], [files[0], file]):
        answer = filled("funding", "import", *words)
        assert (answer.status, answer.is_refusal, "cattivo.csv" in answer.err) == (1, True, True)
    assert whole(folder) == before
    assert (folder / "comune-a337.sqlite").read_bytes() == content


@pytest.mark.parametrize("name", ["manca.csv", ""], ids=["missing", "folder"])
def test_what_is_no_file_is_refused(aprica: Say, tmp_path: Path, name: str) -> None:
    answer = aprica("funding", "import", tmp_path / name)
    assert (answer.status, answer.is_refusal) == (1, True)


def test_rows_that_cannot_be_read_are_told_and_the_others_come_in(aprica: Say, tmp_path: Path) -> None:
    good = row(codice_ipa="c_a337", cod_comune="014004")
    bad = good | {"importo_finanziamento": "molto", "avviso": "1.2"}
    answer = aprica("--json", "funding", "import", write_open_data(tmp_path / "x.csv", [good, bad]))
    (told,) = answer.json
    assert (told["added"], [item["row"] for item in told["rejected"]]) == (1, [3])
    assert "molto" in told["rejected"][0]["reason"]
    assert "riga 3" in answer.err


def test_another_code_of_ours_is_taken_said_and_kept(aprica: Say, tmp_path: Path) -> None:
    file = write_open_data(tmp_path / "x.csv", [row(codice_ipa="C_XYZ1", cod_comune="014004")])
    trial = aprica("--json", "funding", "import", "--dry-run", file)
    assert (trial.json[0]["ipa_code"], trial.json[0]["ipa_code_proposed"]) == ("C_XYZ1", True)
    assert aprica("--json", "comune", "show").json["ipa_code"] == "c_a337"
    done = aprica("--json", "funding", "import", file)
    assert (done.json[0]["added"], "C_XYZ1" in done.err) == (1, True)
    office = aprica("--json", "comune", "show").json
    assert (office["ipa_code"], office["ipa_code_confirmed"]) == ("C_XYZ1", True)
    assert aprica("undo").status == 0
    assert aprica("--json", "comune", "show").json["ipa_code"] == "c_a337"


def test_bodies_that_were_left_aside_are_said(aprica: Say, tmp_path: Path) -> None:
    rows = [
        row(codice_ipa=code, ente=f"Comune di {name}", cod_comune="014004") for code, name in (("a", "A"), ("b", "B"))
    ]
    answer = aprica("--json", "funding", "import", write_open_data(tmp_path / "x.csv", rows))
    assert (answer.json[0]["ours"], answer.err.count("non è stato preso")) == (0, 2)


def test_the_json_of_other_bodies_brings_nothing_and_is_no_error(aprica: Say, shared: Path) -> None:
    """What the issue shows."""
    answer = aprica("--json", "funding", "import", shared / "opendata/candidature_altrienti_finanziate_2026-08.json")
    assert (answer.status, answer.err) == (0, "")
    assert (answer.json[0]["rows"], answer.json[0]["ours"], answer.json[0]["rejected"]) == (3054, 0, [])


def _ours(path: Path, **changes: str) -> Path:
    return write_open_data(
        path, [row(codice_ipa="c_a337", cod_comune="014004", comune="Aprica", ente="Comune di Aprica", **changes)]
    )


def test_an_older_file_is_told_and_not_taken(aprica: Say, tmp_path: Path) -> None:
    aprica(
        "funding", "import", _ours(tmp_path / "candidature_finanziate_145_2026-08.csv", importo_finanziamento="23147.0")
    )
    older = _ours(tmp_path / "candidature_finanziate_145_2026-03.csv", importo_finanziamento="1.0")
    told = aprica("funding", "import", older).out
    assert told.rstrip().endswith("1 uguali); 1 più vecchia di quella che c'è, non presa")
    (item,) = aprica("--json", "funding", "import", older).json
    assert (item["older"], item["unchanged"], item["changed"]) == (1, 1, 0)
    assert aprica("--json", "funding", "list").json[0]["amount"] == "23147.00"


def test_a_trial_says_that_it_wrote_nothing(aprica: Say, files: list[Path]) -> None:
    assert "non è stato scritto nulla" in aprica("funding", "import", "--dry-run", *files).err


def test_another_project_with_the_same_cup_is_told(aprica: Say, tmp_path: Path) -> None:
    file = write_open_data(
        tmp_path / "candidature_finanziate_144_2026-08.csv",
        [
            row(
                codice_ipa="c_a337",
                cod_comune="014004",
                codice_cup="J41F22000000006",
                avviso=call,
                stato_candidatura=state,
            )
            for call, state in (
                ("1.4.4 Adozione SPID CIE  - Comuni - Aprile 2022", "R"),
                ("1.4.4 Adozione SPID CIE - Comuni - Settembre 2022", "E"),
            )
        ],
    )
    aprica("funding", "import", file)
    shown = aprica("funding", "show", "J41F22000000006").out
    assert "Lo stesso CUP è anche su 1.4.4 SPID e CIE · aprile 2022" in shown
    assert "Decreto:  " not in shown
    assert [other["status"] for other in aprica("--json", "funding", "show", "J41F22000000006").json["same_cup"]] == [
        "renounced"
    ]
