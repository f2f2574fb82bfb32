# SPDX-License-Identifier: EUPL-1.2
"""The words of the command line: what they answer, where, and with which exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.actions.example import example_files
from app.cli.main import WORDS
from app.store.store import Store
from tests.cli.conftest import Say


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """The invented open data as if they were Aprica's."""
    made = []
    for file in example_files():
        made.append(tmp_path / file.name)
        text = file.read_text(encoding="utf-8").replace("c_prova", "c_a337").replace(",000000,", ",014004,")
        made[-1].write_text(text, encoding="utf-8")
    return made


def test_every_word_of_the_manual_has_help(say: Say) -> None:
    for word in WORDS:
        answer = say(word, "--help")
        assert (answer.status, "campanile" in answer.out) == (0, True), word


def test_find_forgives_and_tells_homonyms_apart(say: Say) -> None:
    assert {item["province"] for item in say("--json", "comune", "find", "castro").json} >= {"BG", "LE"}
    assert say("--json", "comune", "find", "forli").json[0]["name"] == "Forlì"


def test_set_and_show(say: Say) -> None:
    assert say("--json", "comune", "set", "014004").json["ipa_code"] == "c_a337"
    assert say("--json", "comune", "show").json["name"] == "Aprica"


def test_an_unknown_code_is_refused_in_one_sentence(say: Say, folder: Path) -> None:
    answer = say("comune", "set", "999999")
    assert (answer.status, answer.out) == (1, "")
    assert "999999" in answer.err
    assert list(folder.glob("*.sqlite")) == []


def test_without_a_comune_every_word_says_what_to_do(say: Say) -> None:
    for words in (
        ["status"],
        ["funding", "list"],
        ["catalogue", "search", "x"],
        ["history"],
        ["undo"],
        ["backup"],
        ["check"],
    ):
        answer = say(*words)
        assert answer.status == 1
        assert "comune set" in answer.err


@pytest.mark.parametrize(
    "words", [["nothing"], ["funding"], ["funding", "import"], ["report", "other", "--output", "x.pdf"], ["--nope"]]
)
def test_wrong_words_have_status_two(say: Say, words: list[str]) -> None:
    answer = say(*words)
    assert (answer.status, answer.out) == (2, "") or (words == ["funding"] and answer.status in (0, 2))


def test_import_list_show_changes_undo_redo(say: Say, files: list[Path]) -> None:
    say("comune", "set", "014004")
    dry = say("--json", "funding", "import", "--dry-run", files[0]).json[0]
    assert (dry["ours"], dry["added"]) == (8, 8)
    assert say("--json", "funding", "list").json == []
    done = say("--json", "funding", "import", *files).json
    assert [item["added"] for item in done] == [0, 9]
    assert [item["rejected"] for item in done] == [[], []]
    projects = say("--json", "funding", "list").json
    assert {
        "call",
        "measure",
        "cup",
        "amount",
        "status",
        "sent_at",
        "funded_on",
        "status_on",
        "decree",
        "window",
        "source_file",
    } <= set(projects[0])
    assert {project["amount"] for project in projects} >= {"47427.00", "3928.40", "4326.40"}
    assert len(say("--json", "funding", "list", "--status", "paid").json) == 5
    shown = say("--json", "funding", "show", "J91C22000000001").json
    assert [part["count"] for part in shown["composition"]] == [1, 9]
    assert len(say("--json", "funding", "changes").json) == 9
    figures = say("--json", "status").json["funding"]
    assert (figures["projects"], figures["granted"], figures["granted_projects"]) == (9, "131277.40", 3)
    assert say("--json", "undo").json["action"] == "funding.imported"
    assert say("--json", "funding", "list").json == []
    kinds = [item["kind"] for item in say("--json", "history").json]
    assert kinds[:2] == ["undo", "action"]
    assert say("redo").status == 0
    assert len(say("--json", "funding", "list").json) == 9


def test_bad_files_are_refused_and_nothing_changes(say: Say, files: list[Path], tmp_path: Path) -> None:
    say("comune", "set", "014004")
    say("funding", "import", files[0])
    before = (say("--json", "funding", "list").out, say("--json", "history").out)
    content = files[1].read_bytes()
    header = content.split(b"\n", 1)[0] + b"\n"
    bad = {
        "cut": content[: len(content) // 2],
        "separator": content.replace(b",", b";"),
        "nul": content[:300] + b"\x00" + content[300:],
        "utf16": content.decode().encode("utf-16"),
        "empty": header,
        "nothing": b"",
        "json_empty": b"[]",
    }
    for name, raw in bad.items():
        file = tmp_path / f"{name}.csv"
        file.write_bytes(raw)
        answer = say("funding", "import", file)
        assert (answer.status, answer.out) == (1, ""), name
        assert answer.err.strip().endswith("."), name
        assert "\n" not in answer.err.strip(), name
    assert (say("--json", "funding", "list").out, say("--json", "history").out) == before


def test_catalogue_and_centres(say: Say) -> None:
    say("comune", "set", "014004")
    for words in ("pagopa", "PAGOPÀ", "incassi pag"):
        assert "PAB-01" in [item["code"] for item in say("--json", "catalogue", "search", words).json], words
    card = say("--json", "catalogue", "show", "pab-01").json
    assert card["code"] == "PAB-01"
    assert len(say("--json", "catalogue", "search").json) == 93
    centres = say("--json", "centre", "list").json
    assert len(centres) >= 4
    assert say("--json", "centre", "show", centres[0]["code"]).json["facts"]
    assert say("catalogue", "show", "XXX").status == 1


HOSTILE = (
    "l'acqua", "12-AB", "C.I.G.", "a OR", '"', "*", "NEAR(", "a AND", "NOT", "col:x", "^", "-", "(", ")", "a*b", "''", "\\", "%",
    "_", "{x}", "è'", "😀", "a NEAR b", "+",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_no_search_text_is_an_error(store: Store, text: str) -> None:
    from app.actions.catalogue import CatalogueFilter, search_services
    from app.actions.search import find_everywhere

    assert search_services(store, CatalogueFilter(text=text)).total >= 0
    assert isinstance(find_everywhere(store, text), list)


def test_backup_list_restore_check(say: Say, files: list[Path]) -> None:
    say("comune", "set", "014004")
    made = say("--json", "backup").json
    assert made["is_verified"]
    say("funding", "import", files[0])
    assert len(say("--json", "backups").json) == 1
    assert say("restore", made["file"]).status == 0
    assert say("--json", "funding", "list").json == []
    assert say("--json", "check").json["is_sound"] is True


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json"])
def test_export_writes_every_list(say: Say, files: list[Path], tmp_path: Path, suffix: str) -> None:
    say("comune", "set", "014004")
    say("funding", "import", files[0])
    for name, rows in (("funding", 8), ("catalogue", 93), ("changes", 8), ("history", None), ("centres", None)):
        target = tmp_path / f"{name}.{suffix}"
        answer = say("--json", "export", name, "--output", target)
        assert answer.status == 0
        assert target.stat().st_size > 100
        assert rows in (None, answer.json["rows"])
    assert say("export", "funding", "--output", tmp_path / "x.doc").status == 1
    assert say("export", "other", "--output", tmp_path / "x.csv").status == 1


def test_reports_are_written(say: Say, files: list[Path], tmp_path: Path) -> None:
    say("comune", "set", "014004")
    say("funding", "import", files[0])
    for words in (["summary"], ["funding"], ["service", "PAB-01"]):
        target = tmp_path / f"{words[0]}.pdf"
        assert say("report", *words, "--output", target).status == 0
        assert target.read_bytes().startswith(b"%PDF")
    assert say("report", "service", "XXX", "--output", tmp_path / "no.pdf").status == 1
    assert not (tmp_path / "no.pdf").exists()


def test_a_damaged_store_has_status_three_and_stays_as_it_was(say: Say, folder: Path) -> None:
    say("comune", "set", "014004")
    (store,) = folder.glob("*.sqlite")
    content = bytearray(store.read_bytes())
    content[100:4096] = b"\xff" * 3996
    store.write_bytes(content)
    answer = say("status")
    assert answer.status == 3
    assert answer.err.count("\n") == 1
    assert store.read_bytes() == bytes(content)


def test_a_file_of_another_program_is_refused_untouched(say: Say, folder: Path) -> None:
    say("comune", "set", "014004")
    (store,) = folder.glob("*.sqlite")
    for content in (b"", b"%PDF-1.7 xxxx", b"PK\x03\x04" + b"x" * 200):
        store.write_bytes(content)
        assert say("status").status == 1
        assert store.read_bytes() == content


def test_a_real_process_answers_on_the_right_streams(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app", "--data", str(folder), "--json", "comune", "find", "aprica"],
        capture_output=True, text=True, check=False, timeout=60, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0
    assert json.loads(done.stdout)[0]["istat"] == "014004"
    assert done.stderr == ""


def test_english_is_spoken_when_asked(say: Say) -> None:
    say("comune", "set", "014004")
    answer = say("--lang", "en", "funding", "show", "X")
    assert answer.status == 1
    assert "project" in answer.err
