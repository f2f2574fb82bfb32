# SPDX-License-Identifier: EUPL-1.2
"""`backup | backups | restore | check`."""

from contextlib import closing
from pathlib import Path

from app.actions.documents import add_document
from app.actions.workspace import Workspace
from tests.cli.conftest import Say, whole


def test_a_copy_is_made_listed_and_put_back(aprica: Say, files: list[Path]) -> None:
    made = aprica("--json", "backup").json
    assert set(made) == {
        *("file", "made_at", "bytes", "is_verified", "reason", "rows", "documents", "documents_lacking"),
    }
    assert (made["is_verified"], made["reason"], made["rows"]["service"]) == (True, "asked", 93)
    aprica("funding", "import", files[0])
    assert aprica("--json", "backups").json == [made]
    assert aprica("restore", made["file"]).status == 0
    assert aprica("--json", "funding", "list").json == []
    assert aprica("--json", "history").json[0]["action"] == "store.restored"


def test_a_copy_by_name_goes_where_it_is_asked(aprica: Say, tmp_path: Path) -> None:
    target = tmp_path / "chiavetta" / "copia.sqlite"
    assert aprica("--json", "backup", target).json["file"] == str(target)
    letter = tmp_path / "lettera.odt"
    letter.write_text("Egregio")
    answer = aprica("backup", letter)
    assert (answer.status, answer.is_refusal, letter.read_text()) == (1, True, "Egregio")


def test_a_damaged_store_is_put_right_by_its_copy(aprica: Say, folder: Path) -> None:
    made = aprica("--json", "backup").json
    before = whole(folder, has_history=False)
    store = folder / "comune-a337.sqlite"
    store.write_bytes(store.read_bytes()[:5000])
    assert aprica("status").status == 3
    assert aprica("--json", "backups").json == [made]
    assert aprica("restore", made["file"]).status == 0
    assert whole(folder, has_history=False) == before


def test_the_copy_of_another_comune_is_refused_also_for_a_damaged_store(aprica: Say, folder: Path) -> None:
    aprica("comune", "set", "017197")
    theirs = aprica("--json", "backup").json["file"]
    aprica("comune", "set", "014004")
    store = folder / "comune-a337.sqlite"
    for content in (store.read_bytes(), store.read_bytes()[:5000]):
        store.write_bytes(content)
        answer = aprica("restore", theirs)
        assert (answer.status, answer.is_refusal, "Vestone" in answer.err) == (1, True, True)
        assert store.read_bytes()[:4096] == content[:4096]


def test_what_is_no_copy_is_refused(aprica: Say, folder: Path, tmp_path: Path) -> None:
    text = tmp_path / "testo.sqlite"
    text.write_text("x")
    for file in (text, tmp_path / "manca.sqlite", folder / "comune-a337.sqlite"):
        answer = aprica("restore", file)
        assert (answer.status, answer.is_refusal) == (1, True), file


def test_check_counts_the_rows(filled: Say) -> None:
    told = filled("--json", "check").json
    assert (told["is_sound"], told["findings"], told["rows"]["project"]) == (True, [], 9)
    assert filled("check").out == "L'archivio è integro.\n"


def test_check_names_the_documents_whose_file_is_gone_or_changed_and_mends_them(aprica: Say, folder: Path) -> None:
    with closing(Workspace(folder)) as workspace:
        for name in ("delibera", "domanda", "lettera"):
            add_document(workspace.need_store(), name.encode(), f"{name}.txt")
    aprica("backup")
    kept = sorted((folder / "documents").rglob("*"), key=lambda file: file.read_bytes() if file.is_file() else b"")
    delibera, domanda, _lettera = (file for file in kept if file.is_file())
    delibera.write_bytes(b"delibero")
    domanda.unlink()
    (folder / "documents" / "comune-a337" / "00").mkdir()
    (folder / "documents" / "comune-a337" / "00" / ("0" * 64)).write_bytes(b"di nessuno")
    told = aprica("--json", "check")
    assert told.status == 3
    assert told.json["is_sound"] is True
    assert told.json["documents"] == {
        "read": 3,
        "missing": ["domanda.txt"],
        "changed": ["delibera.txt"],
        "orphans": 1,
        "loose": 1,
    }
    lines = aprica("check").out.splitlines()
    assert lines[2].startswith("Manca il file di domanda.txt")
    assert lines[3].startswith("Il file di delibera.txt è cambiato")
    mended = aprica("--json", "check", "--mend")
    assert (mended.status, mended.json["documents"]["missing"], "2 file rimessi" in mended.err) == (0, [], True)


def test_files_that_nothing_names_are_taken_away_when_it_is_said(aprica: Say, folder: Path) -> None:
    file = folder.parent / "delibera.txt"
    file.write_bytes(b"delibera")
    assert aprica("document", "add", file).status == 0
    document = aprica("--json", "document", "list").json[0]["id"]
    assert aprica("document", "remove", document).status == 0
    (folder / "documents" / "comune-a337" / "00").mkdir()
    (folder / "documents" / "comune-a337" / "00" / ("0" * 64)).write_bytes(b"di un passo rifiutato")
    assert "campanile check --tidy" in aprica("check").out
    told = aprica("--json", "check", "--tidy")
    assert (told.json["documents"]["orphans"], told.json["documents"]["loose"]) == (1, 0)
    assert "1 file tolto" in told.err
    assert aprica("undo").status == 0
    assert aprica("--json", "check").json["documents"]["missing"] == []


def test_without_copies_it_says_how_to_make_one(aprica: Say) -> None:
    answer = aprica("--json", "backups")
    assert (answer.status, answer.json, "campanile backup" in answer.err) == (0, [], True)
