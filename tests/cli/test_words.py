# SPDX-License-Identifier: EUPL-1.2
"""What all words share: options, streams, exit statuses, and Italian also for what was written wrong."""

import json
import logging
from pathlib import Path

import pytest

from app.bootstrap import run
from app.cli.main import WORDS
from app.text import set_language
from tests.cli.conftest import Answer, Say, real_process

ENGLISH = (
    "Usage", "Options", "Commands", "Show this", "Missing", "Invalid", "No such", "Did you mean", "unexpected", "Error",
    "is not", "required", "default", "COMMAND", "ARGS", "TEXT", "INTEGER", "DIRECTORY", "OPTIONS",
)  # fmt: skip
INNER = (
    "comune find", "comune set", "comune show", "catalogue search", "catalogue show", "centre list", "centre show",
    "funding import", "funding list", "funding show", "funding changes",
)  # fmt: skip
NEED_A_COMUNE = (
    "status", "comune show", "funding list", "funding changes", "funding show X", "catalogue search x", "centre list",
    "history", "undo", "redo", "backup", "check", "export funding --output x.csv", "report summary --output x.pdf",
    "deadlines",
)  # fmt: skip
ANSWERING = (
    "status", "comune show", "comune find aprica", "funding list", "funding changes", "catalogue search pago",
    "catalogue show PAB-01", "centre list", "history", "backup", "backups", "check", "undo", "deadlines",
)  # fmt: skip


def is_italian(text: str) -> bool:
    return not any(word in text for word in ENGLISH)


@pytest.mark.parametrize("words", ["", *WORDS, *INNER])
def test_every_word_has_help_in_italian(say: Say, words: str) -> None:
    answer = say(*words.split(), "--help")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith(f"Uso: campanile {words}".strip())
    assert "Mostra questo aiuto." in answer.out
    assert is_italian(answer.out)
    assert words == "" or " ".join(words.split()[:1]) in WORDS


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("foo", "La parola «foo» non c'è."),
        ("statu", "Forse 'status'?"),
        ("stato", "La parola «stato» non c'è."),
        ("funding foo", "La parola «foo» non c'è."),
        ("--nope", "L'opzione «--nope» non c'è."),
        ("status extra", "C'è una parola di troppo: extra."),
        ("status extra due", "Ci sono parole di troppo: extra due."),
        ("funding import", "Manca l'argomento 'FILE...'."),
        ("comune set", "Manca l'argomento 'CODICE'."),
        ("report summary", "Manca l'opzione '--output'."),
        ("report", "Manca l'argomento 'NOME'"),
        ("history --limit", "L'opzione «--limit» vuole un valore."),
        ("history --limit x", "Il valore di '--limit' non va: «x» non è un numero intero."),
        ("history --limit 0", "Il valore di '--limit' non va: 0 non sta tra i valori possibili (1<=x<=1000000)."),
        ("comune find x --limit 501", "non sta tra i valori possibili (1<=x<=500)"),
        ("--lang fr status", "Il valore di '--lang' non va: «fr» non è tra 'it', 'en'."),
        ("funding list --status x", "«x» non è tra 'funded', 'paid', 'renounced', 'renunciation_pending'."),
        ("report other --output x.pdf", "«other» non è tra 'summary', 'funding', 'service'"),
        ("report summary X --output x.pdf", "La stampa «summary» non vuole un ID."),
        ("report summary --output .", "«.» è una cartella, serve un file."),
        ("backup .", "«.» è una cartella, serve un file."),
        ("--json=1 status", "L'opzione «--json» non vuole un valore."),
        ("--data= status", "La cartella dei dati non ha un nome."),
    ],
)
def test_wrong_words_are_told_in_italian_with_status_two(say: Say, folder: Path, words: str, sentence: str) -> None:
    answer = say(*words.split())
    assert (answer.status, answer.out) == (2, "")
    assert sentence in answer.err
    assert is_italian(answer.err)
    assert answer.err.endswith("--help» per l'elenco delle parole.\n")
    assert not list(folder.glob("*.sqlite"))


def test_a_word_that_wants_another_shows_its_help(say: Say) -> None:
    answer = say("funding")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("Uso: campanile funding")


def test_english_is_spoken_when_asked(say: Say) -> None:
    answer = say("--lang", "en", "foo")
    assert (answer.status, "No such command 'foo'." in answer.err) == (2, True)
    set_language("it")
    assert "Usage: campanile" in say("--lang", "en", "--help").out


def test_the_language_of_the_settings_is_that_of_the_words(aprica: Say, folder: Path) -> None:
    file = folder / "settings.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"language": "en"}))
    assert "No such command" in aprica("foo").err
    assert "non c'è" in aprica("--lang", "it", "foo").err


@pytest.mark.parametrize("words", NEED_A_COMUNE)
def test_without_a_comune_every_word_says_what_to_do(say: Say, words: str) -> None:
    answer = say(*words.split())
    assert (answer.status, answer.is_refusal) == (1, True)
    assert "comune set" in answer.err


@pytest.mark.parametrize("words", ANSWERING)
def test_json_is_alone_on_standard_output_before_or_behind_the_word(filled: Say, words: str) -> None:
    before, behind = filled("--json", *words.split()), filled(*words.split(), "--json")
    assert before.status == 0
    assert isinstance(before.json, list | dict)
    if words not in {"backup", "backups", "undo"}:
        assert behind.json == before.json
    assert filled("comune", "find", "aprica").out.startswith("014004")


def test_a_real_process_answers_on_the_right_streams(folder: Path) -> None:
    done = real_process("--data", folder, "--json", "comune", "find", "aprica")
    assert (done.status, done.err) == (0, "")
    assert done.json[0]["istat"] == "014004"
    refused = real_process("--data", folder, "--json", "status")
    assert (refused.status, refused.is_refusal) == (1, True)


def test_the_variable_moves_the_whole_world(tmp_path: Path) -> None:
    home = {"CAMPANILE_DATA": str(tmp_path / "mondo"), "HOME": str(tmp_path / "casa")}
    assert real_process("comune", "set", "014004", **home).status == 0
    assert real_process("--json", "status", **home).json["comune"]["istat"] == "014004"
    assert [path.name for path in tmp_path.iterdir()] == ["mondo"]
    assert {path.name for path in (tmp_path / "mondo").iterdir()} >= {"comune-a337.sqlite", "settings.json", "logs"}
    assert real_process("--data", tmp_path / "altro", "status", **home).status == 1


@pytest.mark.parametrize("url", ["postgresql://u@h/d", "sqlite://", "mysql:", "http://x"])
def test_a_store_that_is_no_file_is_refused(say: Say, url: str) -> None:
    answer = say("--store", url, "status")
    assert (answer.status, answer.is_refusal, url in answer.err) == (1, True, True)


@pytest.mark.parametrize("prefix", ["", "sqlite:///"])
def test_a_store_elsewhere_is_used_and_the_folder_left(say: Say, folder: Path, tmp_path: Path, prefix: str) -> None:
    elsewhere = f"{prefix}{tmp_path / 'altrove.sqlite'}"
    assert say("--store", elsewhere, "comune", "set", "014004").status == 0
    assert say("--store", elsewhere, "--json", "status").json["comune"]["name"] == "Aprica"
    other = say("--store", elsewhere, "comune", "set", "017197")
    assert (other.status, other.is_refusal, "Aprica" in other.err) == (1, True, True)
    assert list(folder.glob("*.sqlite")) == []
    assert say("status").status == 1


def test_a_bug_has_status_seventy_and_the_place_of_the_report(
    aprica: Say, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("app.actions.overview.look_over", broken)
    logging.getLogger("app").propagate = False  # pytest would take the report for a warning of ours
    try:
        answer = aprica("status")
    finally:
        logging.getLogger("app").propagate = True
    report = folder / "logs" / "campanile.log"
    assert (answer.status, answer.is_refusal) == (70, True)
    assert str(report) in answer.err
    assert "ZeroDivisionError" in report.read_text()


def test_a_data_folder_that_cannot_be_is_of_the_environment(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    answer = real_process("--data", tmp_path / "file" / "dati", "status")
    assert (answer.status, answer.is_refusal) == (3, True)
    assert real_process("--data", tmp_path / "file", "status").status == 2


def test_a_broken_file_of_settings_says_nothing_on_the_streams(aprica: Say, folder: Path) -> None:
    (folder / "settings.json").write_text("{")
    answer = aprica("status")
    assert (answer.status, answer.is_refusal) == (1, True)
    assert (folder / "settings.json.broken").read_text() == "{"
    assert "settings unreadable" in (folder / "logs" / "campanile.log").read_text()
    assert aprica("comune", "set", "014004").status == 0


def test_a_damaged_store_has_status_three_and_stays_as_it_was(aprica: Say, folder: Path) -> None:
    (store,) = folder.glob("*.sqlite")
    content = bytearray(store.read_bytes())
    content[100:4096] = b"\xff" * 3996
    store.write_bytes(content)
    for words in ("status", "check", "undo", "backup", "funding list"):
        answer = aprica(*words.split())
        assert (answer.status, answer.is_refusal, "restore" in answer.err) == (3, True, True), words
    assert store.read_bytes() == bytes(content)


def test_a_store_that_is_gone_has_status_three_and_is_not_made_anew(aprica: Say, folder: Path) -> None:
    (store,) = folder.glob("*.sqlite")
    store.rename(folder / "altrove")
    answer = aprica("status")
    assert (answer.status, answer.is_refusal, store.exists()) == (3, True, False)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 xxxx", b"PK\x03\x04" + b"x" * 200])
def test_a_file_of_another_program_is_refused_untouched(aprica: Say, folder: Path, content: bytes) -> None:
    (store,) = folder.glob("*.sqlite")
    store.write_bytes(content)
    answer = aprica("status")
    assert (answer.status, answer.is_refusal) == (1, True)
    assert store.read_bytes() == content


def test_a_store_that_another_has_open_is_told_with_its_owner(aprica: Say, folder: Path) -> None:
    from app.actions.workspace import Workspace

    workspace = Workspace(folder)
    workspace.need_store()
    try:
        answers: list[Answer] = [aprica(*words.split()) for words in ("status", "undo", "comune set 014004")]
    finally:
        workspace.close()
    for answer in answers:
        assert (answer.status, answer.is_refusal, workspace.who in answer.err) == (3, True, True)


@pytest.mark.parametrize("option", ["--data", "--store"])
def test_the_home_of_nobody_is_a_name_like_others(
    option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nobody of that name has a home: no reason to break."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAMPANILE_DATA", str(tmp_path / "dati"))
    assert run([option, "~chissa-chi/archivio", "status"]) in (1, 3)
    assert capfd.readouterr().err.count("\n") == 1


def test_a_folder_is_no_store(say: Say, tmp_path: Path) -> None:
    (tmp_path / "cartella").mkdir()
    answer = say("--store", tmp_path / "cartella", "status")
    assert (answer.status, answer.is_refusal) == (1, True)
    assert not (tmp_path / "cartella.lock").exists()


def test_more_entries_than_there_can_be_are_wrong_words(aprica: Say) -> None:
    assert aprica("history", "--limit", 10**20).status == 2


@pytest.mark.parametrize("words", ["screenshots", "demo"])
def test_pictures_that_have_no_place_are_told_of_it(aprica: Say, tmp_path: Path, words: str) -> None:
    (tmp_path / "file").write_text("")
    answer = aprica(words, "--output", tmp_path / "file" / "immagini")
    assert (answer.status, answer.is_refusal) == (1, True)


def test_a_service_without_a_code_is_asked_for(aprica: Say, tmp_path: Path) -> None:
    answer = aprica("report", "service", "--output", tmp_path / "x.pdf")
    assert (answer.status, answer.is_refusal) == (1, True)
    assert "Nessun servizio scelto" in answer.err
