# SPDX-License-Identifier: EUPL-1.2
"""`publish ...` and `catalogue verify`: the centre's side, without a store."""

import json
import logging
import os
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.formats.catalogue import centres_path, first_edition_path
from tests.cli.conftest import Answer, Say
from tests.packages import PUBLISHER, request_package

NO_COMUNE_NEEDED = (
    "publish",
    "publish keygen",
    "publish catalogue",
    "publish collect",
    "publish answer",
    "catalogue verify",
)
YESTERDAY = (date.today() - timedelta(days=1)).isoformat()  # noqa: DTZ011 - the clerk's day


@pytest.fixture
def keys(say: Say, tmp_path: Path) -> Path:
    """A folder with a key."""
    assert say("publish", "keygen", tmp_path / "chiavi", "--name", PUBLISHER).status == 0
    return tmp_path / "chiavi"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with a request."""
    folder = tmp_path / "richieste"
    folder.mkdir()
    (folder / "prova.zip").write_bytes(request_package())
    return folder


def signed(say: Say, keys: Path, output: Path, *more: object) -> Answer:
    words = ("--centres", centres_path(), "--key", keys / "campanile.key", "--sequence", 3, "--valid-days", 30)
    return say("--json", "publish", "catalogue", first_edition_path(), *words, "--output", output, *more)


def answered(say: Say, keys: Path, package: Path, output: Path, *more: object) -> Answer:
    words = ("--key", keys / "campanile.key", "--outcome", "accepted", "--on", YESTERDAY, "--output", output)
    return say("--json", "publish", "answer", package, *words, *more)


@pytest.mark.parametrize("words", NO_COMUNE_NEEDED)
def test_every_word_has_help_in_italian(say: Say, words: str) -> None:
    answer = say(*words.split(), "--help")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith(f"Uso: campanile {words}")
    assert "Mostra questo aiuto." in answer.out


def test_a_key_is_told_by_its_fingerprint_and_the_secret_by_nobody(
    say: Say, tmp_path: Path, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = say("--json", "publish", "keygen", tmp_path / "k", "--name", "Provincia")
    assert answer.status == 0
    public = json.loads((tmp_path / "k" / "campanile-public.json").read_text(encoding="utf-8"))
    assert {name: answer.json[name] for name in ("name", "key_id", "fingerprint", "public_key")} == {
        name: public[name] for name in ("name", "key_id", "fingerprint", "public_key")
    }
    assert answer.json["files"] == [str(tmp_path / "k" / name) for name in ("campanile.key", "campanile-public.json")]
    secret = (tmp_path / "k" / "campanile.key").read_text(encoding="ascii").splitlines()[1]
    logs = "".join(file.read_text(encoding="utf-8") for file in (folder / "logs").iterdir())
    assert secret not in answer.out + answer.err + caplog.text + logs
    assert "Impronta: " in say("publish", "keygen", tmp_path / "altra").out
    refused = say("publish", "keygen", tmp_path / "k")
    assert (refused.status, refused.is_refusal) == (1, True)


def test_an_edition_is_signed_and_verified_without_a_comune(say: Say, keys: Path, tmp_path: Path, folder: Path) -> None:
    edition = tmp_path / "edizione.zip"
    told = signed(say, keys, edition)
    assert told.status == 0
    assert (told.json["sequence"], told.json["is_valid_today"], told.json["services"]) == (3, True, 93)
    verified = say("--json", "catalogue", "verify", edition)
    assert {"file": str(edition), **verified.json} == told.json
    lines = say("catalogue", "verify", edition)
    assert told.json["fingerprint"] in lines.out
    assert "In vigore dal" in lines.out
    assert list(folder.glob("*.sqlite")) == []
    again = signed(say, keys, edition)
    assert (again.status, again.is_refusal) == (1, True)


@pytest.mark.parametrize(("since", "said"), [("2020-01-01", "Scaduta"), ("2190-01-01", "Non ancora in vigore")])
def test_an_edition_out_of_its_time_is_told_as_such(
    say: Say, keys: Path, tmp_path: Path, since: str, said: str
) -> None:
    told = signed(say, keys, tmp_path / "e.zip", "--valid-from", since)
    assert told.json["is_valid_today"] is False
    assert said in say("catalogue", "verify", tmp_path / "e.zip").out


def test_a_changed_edition_is_refused(say: Say, keys: Path, tmp_path: Path) -> None:
    signed(say, keys, tmp_path / "e.zip")
    content = (tmp_path / "e.zip").read_bytes()
    (tmp_path / "e.zip").write_bytes(content.replace(b"pagoPA", b"pagoPB", 1))
    answer = say("catalogue", "verify", tmp_path / "e.zip")
    assert (answer.status, answer.is_refusal) == (1, True)


def test_a_new_key_takes_over(say: Say, keys: Path, tmp_path: Path) -> None:
    new = tmp_path / "nuova"
    old_key = keys / "campanile.key"
    assert say("publish", "keygen", new, "--name", PUBLISHER, "--replaces", old_key).status == 0
    told = signed(say, new, tmp_path / "e.zip", "--rotation", new / "rotation.json")
    old = json.loads((keys / "campanile-public.json").read_text(encoding="utf-8"))["key_id"]
    assert [(step["old_key_id"], step["new_key_id"]) for step in told.json["rotations"]] == [(old, told.json["key_id"])]
    assert "sostituita da" in say("catalogue", "verify", tmp_path / "e.zip").out


def test_a_protected_key_opens_with_its_phrase(say: Say, inbox: Path, tmp_path: Path) -> None:
    phrase = tmp_path / "frase.txt"
    phrase.write_text("una frase lunga\n", encoding="utf-8")
    assert say("publish", "keygen", tmp_path / "k", "--passphrase-file", phrase).status == 0
    assert "ENCRYPTED" in (tmp_path / "k" / "campanile.key").read_text(encoding="ascii")
    refused = answered(say, tmp_path / "k", inbox / "prova.zip", tmp_path / "r.zip")
    assert (refused.status, refused.is_refusal) == (1, True)
    told = answered(say, tmp_path / "k", inbox / "prova.zip", tmp_path / "r.zip", "--passphrase-file", phrase)
    assert told.status == 0
    missing = say("publish", "keygen", tmp_path / "z", "--passphrase-file", tmp_path / "manca")
    assert (missing.status, missing.is_refusal) == (1, True)


def test_requests_are_collected_in_a_table(say: Say, inbox: Path, tmp_path: Path) -> None:
    (inbox / "rotta.zip").write_bytes((inbox / "prova.zip").read_bytes()[:-1])
    told = say("--json", "publish", "collect", inbox, "--output", tmp_path / "t.csv")
    assert told.status == 0
    assert told.json["packages"] == 2
    assert told.json["counts"] == {"sound": 1, "to_check": 0, "superseded": 0, "duplicate": 0, "broken": 1}
    assert [(row["name"], row["service"], row["standing"]) for row in told.json["rows"]] == [
        ("Comune di Prova", "BAS-01", "sound"),
        ("Comune di Prova", "PAB-01", "sound"),
    ]
    (broken,) = told.json["broken"]
    assert (broken["file"], broken["code"]) == ("rotta.zip", "package.truncated")
    assert (tmp_path / "t.csv").read_bytes().count(b"\r\n") == 4
    lines = say("publish", "collect", inbox, "--output", tmp_path / "t.xlsx")
    assert "In regola: 1" in lines.out
    assert "rotta.zip: Il file è incompleto." in lines.out


def test_answers_among_the_requests_are_left_out_and_told(say: Say, keys: Path, inbox: Path, tmp_path: Path) -> None:
    assert answered(say, keys, inbox / "prova.zip", inbox / "risposta.zip").status == 0
    told = say("--json", "publish", "collect", inbox, "--output", tmp_path / "t.csv")
    assert (told.json["packages"], told.json["others"]) == (1, 1)
    assert "1 file è una risposta o un catalogo" in told.err


def test_a_request_is_answered(say: Say, keys: Path, inbox: Path, tmp_path: Path) -> None:
    attached = tmp_path / "nota.pdf"
    attached.write_bytes(b"%PDF")
    told = answered(
        say, keys, inbox / "prova.zip", tmp_path / "r1.zip", "--refuse", "PAB-01", "--attach", attached, "--text",
        "Benvenuti", "--protocol", "12", "--protocol-on", YESTERDAY,
        "--starts-on", "2027-01-01", "--ends-on", "31/12/2036",
    )  # fmt: skip
    assert told.status == 0
    assert (told.json["sequence"], told.json["outcome"], told.json["on"]) == (1, "accepted", YESTERDAY)
    assert told.json["services"] == [
        {"code": "BAS-01", "is_accepted": True},
        {"code": "PAB-01", "is_accepted": False},
    ]
    assert [document["title"] for document in told.json["documents"]] == ["nota.pdf"]
    words = ("--key", keys / "campanile.key", "--outcome", "registered", "--on", YESTERDAY)
    lines = say("publish", "answer", inbox / "prova.zip", *words, "--output", tmp_path / "r2.zip")
    assert "risposta n. 2" in lines.out


@pytest.mark.parametrize(
    "more",
    [
        ("--refuse", "XXX-01"),
        ("--outcome", "rejected"),
        ("--on", "31/12/2190"),
        ("--ends-on", "2027-01-01", "--starts-on", "2027-01-02"),
        ("--attach", "manca.pdf"),
    ],
)
def test_an_answer_that_makes_no_sense_is_refused(
    say: Say, keys: Path, inbox: Path, tmp_path: Path, more: tuple[str, ...]
) -> None:
    answer = answered(say, keys, inbox / "prova.zip", tmp_path / "r.zip", *more)
    assert (answer.status, answer.is_refusal) == (1, True)
    assert not (tmp_path / "r.zip").exists()


@pytest.mark.parametrize(
    "words",
    [
        "publish catalogue x --key k --sequence 0 --valid-days 1 --output y",
        "publish catalogue x --key k --sequence 1 --valid-days 0 --output y",
        "publish catalogue x --key k --sequence 1 --valid-days 1 --output y --valid-from pasqua",
        "publish answer x --key k --outcome forse --on oggi --output y",
        "publish answer x --key k --outcome accepted --on 31/02/2026 --output y",
        "publish answer x --outcome accepted --on oggi --output y",
        "publish collect x",
        "publish keygen",
        "catalogue verify",
    ],
)
def test_wrong_words_have_status_two(say: Say, words: str) -> None:
    answer = say(*words.split())
    assert (answer.status, answer.out) == (2, "")


@pytest.mark.parametrize(
    "words",
    [
        "publish catalogue manca.json --key manca --sequence 1 --valid-days 1 --output y",
        "publish answer manca.zip --key manca --outcome accepted --on ieri --output y",
        "publish collect manca --output y.csv",
        "catalogue verify manca.zip",
    ],
)
def test_what_is_not_there_is_told_in_one_sentence(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = say(*words.split())
    assert (answer.status, answer.is_refusal) == (1, True)


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_that_may_not_be_written_is_of_the_environment(say: Say, inbox: Path, tmp_path: Path) -> None:
    shut = tmp_path / "chiusa"
    shut.mkdir(mode=0o500)
    answer = say("publish", "collect", inbox, "--output", shut / "t.csv")
    assert (answer.status, answer.is_refusal) == (3, True)


def test_the_words_of_a_centre_leave_the_store_alone(aprica: Say, folder: Path, inbox: Path, tmp_path: Path) -> None:
    (store,) = folder.glob("*.sqlite")
    before = store.read_bytes()
    assert aprica("publish", "keygen", tmp_path / "k").status == 0
    assert answered(aprica, tmp_path / "k", inbox / "prova.zip", tmp_path / "r.zip").status == 0
    assert aprica("publish", "collect", inbox, "--output", tmp_path / "t.csv").status == 0
    assert store.read_bytes() == before
    shutil.rmtree(inbox)
    assert aprica("publish", "collect", inbox, "--output", tmp_path / "t.csv").status == 1


def test_a_refusal_is_carried_on_and_the_centre_is_told(say: Say, keys: Path, inbox: Path, tmp_path: Path) -> None:
    request = inbox / "prova.zip"
    first = answered(say, keys, request, tmp_path / "r1.zip", "--refuse", "PAB-01")
    assert first.json["carried_refusals"] == []
    second = answered(say, keys, request, tmp_path / "r2.zip")
    assert second.json["carried_refusals"] == ["PAB-01"]
    assert "PAB-01" in second.err
    third = answered(say, keys, request, tmp_path / "r3.zip", "--grant", "PAB-01")
    assert (third.json["carried_refusals"], third.err) == ([], "")


@pytest.mark.parametrize(
    ("content", "told"),
    [("{", "JSON"), ("{}", "(edition)"), ("[]", "forma di un catalogo."), (None, "Controlla il nome")],
)
def test_a_publisher_is_not_sent_to_himself(
    say: Say, keys: Path, tmp_path: Path, content: str | None, told: str
) -> None:
    file = tmp_path / "mio.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    words = ("--key", keys / "campanile.key", "--sequence", 3, "--valid-days", 30, "--output", tmp_path / "e.zip")
    answer = say("publish", "catalogue", file, *words)
    assert answer.is_refusal
    assert told in answer.err
    assert "()" not in answer.err
    assert "Chiedi un file" not in answer.err
    assert not (tmp_path / "e.zip").exists()


def test_the_name_is_the_one_of_the_key_and_a_number_is_used_once(say: Say, keys: Path, tmp_path: Path) -> None:
    told = json.loads(first_edition_path().read_text(encoding="utf-8"))
    mine, folder = tmp_path / "mio.json", tmp_path / "edizioni"
    folder.mkdir()
    words = ("--key", keys / "campanile.key", "--sequence", 3, "--valid-days", 30)
    mine.write_text(json.dumps({**told, "publisher": "Provincia di Prova"}), encoding="utf-8")
    assert "Provincia di Prova" in say("publish", "catalogue", mine, *words, "--output", folder / "a.zip").err
    assert list(folder.iterdir()) == []
    mine.write_text(json.dumps(told), encoding="utf-8")
    assert say("publish", "catalogue", mine, *words, "--output", folder / "a.zip").status == 0
    told["services"][0]["name"] = "Altro nome"
    mine.write_text(json.dumps(told), encoding="utf-8")
    refused = say("publish", "catalogue", mine, *words, "--output", folder / "b.zip")
    assert (refused.status, refused.is_refusal) == (1, True)
    assert "(a.zip)" in refused.err


def test_a_request_that_is_not_there_is_told_as_such(say: Say, keys: Path, tmp_path: Path) -> None:
    assert "Controlla il nome" in answered(say, keys, tmp_path / "manca.zip", tmp_path / "r.zip").err
    assert "Controlla il nome" in say("catalogue", "verify", tmp_path / "manca.zip").err
