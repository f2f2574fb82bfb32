# SPDX-License-Identifier: EUPL-1.2
"""The centre's side: keys in files, signed editions, answers."""

import json
import stat
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.actions.publishing import (
    AnswerOrder,
    EditionOrder,
    answer_request,
    look_at_edition,
    make_key,
    open_key,
    publish_catalogue,
)
from app.domain.exchange import AgreementTerm, AnswerData, SentRequest, check_answer
from app.domain.publisher_keys import PinnedKey
from app.errors import UserError
from app.formats.catalogue import centres_path, first_edition_path
from app.formats.exchange import read_answer, read_request
from app.formats.signing_keys import SigningKey
from tests.packages import PUBLISHER, REFERENCE, refusal, request_data, request_package

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
ORDER = AnswerOrder("accepted", TODAY)


def code_of(call: Callable[[], object]) -> str:
    return refusal(lambda _nothing: call(), b"")


@pytest.fixture
def key(tmp_path: Path) -> SigningKey:
    make_key(tmp_path / "chiavi", PUBLISHER, TODAY)
    return open_key(tmp_path / "chiavi" / "campanile.key")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    file = tmp_path / "richiesta.zip"
    file.write_bytes(request_package())
    return file


def answered(package: Path, key: SigningKey, output: str = "risposta.zip", **fields: Any) -> AnswerData:  # noqa: ANN401 - fields of the order
    return answer_request(package, key, replace(ORDER, **fields), package.parent / output, NOW)


def edition(folder: Path, key: SigningKey, output: str = "edizione.zip", **fields: Any) -> Path:  # noqa: ANN401 - fields of the order
    order = EditionOrder(**{"sequence": 1, "valid_days": 365, **fields})
    publish_catalogue(first_edition_path(), centres_path(), key, order, folder / output, TODAY)
    return folder / output


def test_a_key_is_made_for_its_owner_only(tmp_path: Path) -> None:
    public, files = make_key(tmp_path / "a" / "b", "Provincia di Prova", TODAY)
    assert [file.name for file in files] == ["campanile.key", "campanile-public.json"]
    if sys.platform != "win32":
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    told = json.loads(files[1].read_text(encoding="utf-8"))
    assert told == {
        "name": "Provincia di Prova",
        "key_id": public.key_id,
        "public_key": public.public_key,
        "fingerprint": public.fingerprint,
        "made_on": "2026-11-25",
    }
    assert open_key(files[0]).public == public


def test_a_key_that_is_there_is_never_replaced(tmp_path: Path) -> None:
    _public, files = make_key(tmp_path, "", TODAY)
    before = [file.read_bytes() for file in files]
    assert code_of(lambda: make_key(tmp_path, "", TODAY)) == "key.already_there"
    (tmp_path / "campanile.key").unlink()
    assert code_of(lambda: make_key(tmp_path, "", TODAY)) == "key.already_there"
    assert files[1].read_bytes() == before[1]
    assert not files[0].exists()


def test_a_key_may_be_protected(tmp_path: Path) -> None:
    public, (file, _public_file) = make_key(tmp_path, "", TODAY, "una frase")
    assert code_of(lambda: open_key(file)) == "key.passphrase_missing"
    assert code_of(lambda: open_key(file, "altra")) == "key.passphrase_wrong"
    assert open_key(file, "una frase").public == public


@pytest.mark.parametrize("content", [None, b"", b"x" * 1000])
def test_a_file_that_holds_no_key_is_told_without_its_content(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "k"
    if content is not None:
        file.write_bytes(content)
    assert code_of(lambda: open_key(file)) == ("publish.not_read" if content is None else "key.unreadable")
    assert code_of(lambda: open_key(tmp_path)) == "publish.not_read"


def test_a_signed_edition_is_valid_from_today_for_so_many_days(tmp_path: Path, key: SigningKey) -> None:
    signed = look_at_edition(edition(tmp_path, key, sequence=4, valid_days=30))
    head = signed.head
    assert (head.sequence, head.valid_from, head.valid_until) == (4, TODAY, date(2026, 12, 24))
    assert (head.publisher, head.edition, head.min_version) == (PUBLISHER, 1, "0.1.0")
    assert (signed.key, len(signed.catalogue.services), len(signed.centres)) == (key.public, 93, 5)
    early = look_at_edition(edition(tmp_path, key, "2.zip", valid_from=date(2027, 1, 1), valid_days=1))
    assert (early.head.valid_from, early.head.valid_until) == (date(2027, 1, 1), date(2027, 1, 1))
    order = EditionOrder(1, 1)
    before = publish_catalogue(first_edition_path(), None, key, order, tmp_path / "3.zip", date(2026, 1, 1))
    assert (before.head.valid_from, before.head.centre_codes) == (date(2026, 11, 23), ())


def test_a_new_key_comes_with_the_old_one_s_word(tmp_path: Path, key: SigningKey) -> None:
    assert code_of(lambda: make_key(tmp_path / "n", "", TODAY, replaces=key)) == "key.name_missing"
    assert not (tmp_path / "n").exists()
    public, files = make_key(tmp_path / "n", PUBLISHER, TODAY, replaces=key)
    new = open_key(files[0])
    signed = look_at_edition(edition(tmp_path, new, rotations=(files[2],)))
    assert [(step.old, step.new) for step in signed.rotations] == [(key.public, public)]
    assert code_of(lambda: edition(tmp_path, key, "x.zip", rotations=(files[2],))) == "rotation.broken_chain"
    assert code_of(lambda: edition(tmp_path, new, "x.zip", rotations=(files[1],))) == "rotation.wrong_shape"
    assert not (tmp_path / "x.zip").exists()


def test_nothing_that_is_there_is_written_over(tmp_path: Path, key: SigningKey, package: Path) -> None:
    target = edition(tmp_path, key)
    before = target.read_bytes()
    assert code_of(lambda: edition(tmp_path, key)) == "publish.already_there"
    assert code_of(lambda: answered(package, key, target.name)) == "publish.already_there"
    assert target.read_bytes() == before


def test_files_that_cannot_be_read_or_written_are_told(tmp_path: Path, key: SigningKey, package: Path) -> None:
    order, output = EditionOrder(1, 1), tmp_path / "x.zip"
    missing = tmp_path / "manca.json"
    assert code_of(lambda: publish_catalogue(missing, None, key, order, output, TODAY)) == "publish.not_read"
    assert code_of(lambda: answered(package, key, attached=(missing,))) == "publish.not_read"
    assert code_of(lambda: answered(package, key, "manca/x.zip")) == "file.not_written"
    assert code_of(lambda: answered(tmp_path / "manca.zip", key)) == "publish.not_read"
    assert not output.exists()


def test_an_answer_is_one_to_its_request(tmp_path: Path, key: SigningKey, package: Path) -> None:
    contract = tmp_path / "Convenzione firmata.pdf.p7m"
    contract.write_bytes(b"firmata")
    told = answered(
        package, key, outcome="countersigned", attached=(contract,), starts_on=date(2027, 1, 1),
        ends_on=date(2036, 12, 31), protocol_number="12", protocol_on=TODAY, text="Benvenuti", refused=("PAB-01",),
    )  # fmt: skip
    found = read_answer(tmp_path / "risposta.zip")
    assert found.data == told
    assert (found.data.reference, found.data.revision) == (REFERENCE, 1)
    assert found.data.request_sha256 == read_request(package).manifest_sha256
    assert [(one.code, one.is_accepted) for one in found.data.services] == [("BAS-01", True), ("PAB-01", False)]
    assert found.data.agreement == AgreementTerm(date(2027, 1, 1), date(2036, 12, 31))
    (document,) = found.data.documents
    assert (document.file, document.kind) == ("documents/001-convenzione-firmata.pdf.p7m", "countersigned")
    assert (document.title, found.read(document.file)) == ("Convenzione firmata.pdf.p7m", b"firmata")
    assert found.key == key.public
    sent = SentRequest(REFERENCE, 1, read_request(package).manifest_sha256, "CIT-BRESCIA", 0)
    pinned = PinnedKey(key.public, PUBLISHER, ("CIT-BRESCIA",))
    assert check_answer(found.data, key.public, sent, (pinned,), TODAY) is pinned


def test_answers_are_counted_with_those_that_lie_beside(tmp_path: Path, key: SigningKey, package: Path) -> None:
    assert answered(package, key, "a.zip", outcome="registered").sequence == 1
    assert answered(package, key, "b.zip", outcome="additions", text="Manca la delega").sequence == 2
    other = tmp_path / "altra.zip"
    other.write_bytes(request_package(reference="f" * 32))
    assert answered(other, key, "c.zip").sequence == 1
    (tmp_path / "d.zip").write_bytes((tmp_path / "b.zip").read_bytes()[:-1])
    assert answered(package, key, "e.zip").sequence == 3
    assert answered(package, key, "f.zip", sequence=9).sequence == 9
    assert answered(package, key, "g.zip").sequence == 10


@pytest.mark.parametrize(
    ("fields", "services"),
    [
        ({"outcome": "registered"}, []),
        ({"outcome": "additions", "text": "x"}, []),
        ({"outcome": "accepted"}, [True, True]),
        ({"outcome": "accepted", "refused": ("BAS-01",)}, [False, True]),
        ({"outcome": "rejected", "text": "x"}, [False, False]),
    ],
)
def test_only_a_decision_says_what_of_each_service(
    key: SigningKey, package: Path, fields: dict[str, Any], services: list[bool]
) -> None:
    assert [one.is_accepted for one in answered(package, key, **fields).services] == services


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"on": date(2026, 11, 26)}, "publish.day_in_future"),
        ({"refused": ("XXX-01",)}, "answer.unknown_service"),
        ({"outcome": "rejected"}, "answer.text_missing"),
        ({"starts_on": date(2027, 1, 2), "ends_on": date(2027, 1, 1)}, "answer.term_reversed"),
        ({"text": "x\x00"}, "package.wrong_value"),
        ({"sequence": 2**60}, "package.wrong_value"),
    ],
)
def test_an_answer_that_makes_no_sense_is_not_written(
    key: SigningKey, package: Path, fields: dict[str, Any], code: str
) -> None:
    assert code_of(lambda: answered(package, key, **fields)) == code
    assert not (package.parent / "risposta.zip").exists()


def test_a_broken_request_is_not_answered(tmp_path: Path, key: SigningKey) -> None:
    file = tmp_path / "rotta.zip"
    file.write_bytes(request_package(request_data(note="x")).replace(b'"note":"x"', b'"note":"y"'))
    assert code_of(lambda: answered(file, key)) == "package.altered"


def test_names_of_files_that_are_no_text_are_shown_all_the_same(tmp_path: Path, key: SigningKey, package: Path) -> None:
    strange = tmp_path / "a\nb\N{RIGHT-TO-LEFT OVERRIDE}.pdf"
    strange.write_bytes(b"x")
    (document,) = answered(package, key, attached=(strange,)).documents
    assert (document.title, document.file) == ("a?b?.pdf", "documents/001-a-b.pdf")


def test_a_refusal_is_one_of_ours(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        open_key(tmp_path / "manca")


def granted_of(answer: AnswerData) -> dict[str, bool]:
    return {one.code: one.is_accepted for one in answer.services}


def test_what_an_earlier_answer_refused_stays_refused_until_it_is_granted(key: SigningKey, package: Path) -> None:
    answered(package, key, "a.zip", refused=("PAB-01",))
    answered(package, key, "b.zip", outcome="registered")
    assert granted_of(answered(package, key, "c.zip", outcome="countersigned")) == {"BAS-01": True, "PAB-01": False}
    again = {"outcome": "countersigned", "granted": ("PAB-01",)}
    assert code_of(lambda: answered(package, key, "d.zip", **again)) == "answer.grant_without_acceptance"
    assert granted_of(answered(package, key, "e.zip", granted=("PAB-01",))) == {"BAS-01": True, "PAB-01": True}
    assert granted_of(answered(package, key, "f.zip", outcome="countersigned")) == {"BAS-01": True, "PAB-01": True}
    answered(package, key, "g.zip", outcome="rejected", text="Altro centro")
    assert granted_of(answered(package, key, "h.zip")) == {"BAS-01": True, "PAB-01": True}
