# SPDX-License-Identifier: EUPL-1.2
"""`comune find | set | show`."""

from pathlib import Path

from app.actions import municipality
from app.actions.workspace import Workspace
from tests.cli.conftest import Say


def test_find_forgives_and_tells_homonyms_apart(say: Say) -> None:
    assert {item["province"] for item in say("--json", "comune", "find", "castro").json} >= {"BG", "LE"}
    assert say("--json", "comune", "find", "forli").json[0]["name"] == "Forlì"
    assert say("comune", "find", "aprica", "--limit", 1).out == "014004  Aprica (SO), Lombardia\n"
    nobody = say("--json", "comune", "find", "xyzw")
    assert (nobody.status, nobody.json) == (0, [])
    assert "tre lettere" in nobody.err


def test_find_tells_the_codes_and_needs_no_comune(say: Say, folder: Path) -> None:
    found = say("--json", "comune", "find", "A337").json[0]
    assert {"istat": "014004", "belfiore": "A337", "ipa_code": "c_a337"}.items() <= found.items()
    assert list(folder.glob("*.sqlite")) == []


def test_set_makes_the_store_and_show_tells_it(say: Say, folder: Path) -> None:
    assert say("--json", "comune", "set", "014004").json["ipa_code"] == "c_a337"
    assert say("--json", "comune", "show").json["name"] == "Aprica"
    assert [path.name for path in folder.glob("*.sqlite")] == ["comune-a337.sqlite"]


def test_set_again_changes_nothing(aprica: Say) -> None:
    before = aprica("--json", "history").json
    assert aprica("comune", "set", "a337").status == 0
    assert aprica("--json", "history").json == before


def test_an_unknown_code_is_refused_and_nothing_is_made(say: Say, folder: Path) -> None:
    answer = say("comune", "set", "999999")
    assert (answer.status, answer.is_refusal, "999999" in answer.err) == (1, True, True)
    assert list(folder.glob("*.sqlite")) == []


def test_show_says_fields_and_roles_in_words(aprica: Say, folder: Path) -> None:
    workspace = Workspace(folder)
    municipality.add_person(workspace.need_store(), "rup", "Carla Esempi")
    workspace.close()
    said = aprica("comune", "show").out
    assert "Codice ISTAT: 014004\n" in said
    assert "RUP, responsabile unico del progetto: Carla Esempi\n" in said
    assert "istat" not in said
    assert aprica("--json", "comune", "show").json["people"][0]["role"] == "rup"
