# SPDX-License-Identifier: EUPL-1.2
"""Accession packages and answers: written and read back, whole or not at all."""

import hashlib
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.exchange import AskedService, NamedSigner, ProtocolNumber, RequestData
from app.errors import UserError
from app.formats.exchange import read_answer, read_request, write_answer, write_request
from app.formats.signing_keys import new_key
from tests.packages import (
    RESOLUTION,
    SIGNED,
    answer_data,
    answer_package,
    document,
    edition_package,
    entries_of,
    packed,
    refusal,
    request_data,
    request_package,
)

KEY = new_key()
LINES = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=60)


def code_of(call: Callable[[], object]) -> str:
    with pytest.raises(UserError) as refused:
        call()
    return refused.value.code


def with_data(change: Callable[[dict[str, Any]], object], *, is_signed: bool = False) -> bytes:
    """A package whose data say something else, with hashes and signature right."""
    from app.formats.bundle import write_bundle
    from app.formats.exchange_shapes import AnswerManifest, RequestManifest

    package = answer_package(KEY) if is_signed else request_package()
    files = dict(entries_of(package))
    head = msgspec.json.decode(files.pop("manifest.json"))
    files.pop("signature.json", None)
    told = msgspec.json.decode(files["data.json"])
    change(told)
    files["data.json"] = msgspec.json.encode(told, order="sorted")
    del head["files"]
    return write_bundle(AnswerManifest if is_signed else RequestManifest, head, files, KEY if is_signed else None)


def test_a_request_comes_back_as_it_was_written(tmp_path: Path) -> None:
    data, written = request_data(), request_package()
    file = tmp_path / "richiesta.zip"
    file.write_bytes(written)
    for source in (written, file):
        package = read_request(source)
        assert package.data == data
        assert package.read("documents/001-domanda.pdf") == SIGNED
        assert package.read("documents/002-delibera.pdf") == RESOLUTION
        assert package.manifest_sha256 == hashlib.sha256(dict(entries_of(written))["manifest.json"]).hexdigest()
        assert package.key is None
    assert request_package() == written


def test_an_answer_comes_back_with_its_key() -> None:
    package = read_answer(answer_package(KEY))
    assert package.data == answer_data()
    assert package.key == KEY.public
    assert package.read("documents/001-convenzione.pdf") == b"%PDF-1.7 convenzione"
    assert answer_package(KEY) == answer_package(KEY)


def test_a_request_with_nothing_but_what_must_be_is_whole() -> None:
    bare = request_data(
        kind="withdrawal", services=(), acts=(), documents=(), protocol=ProtocolNumber("", None),
        signer=NamedSigner("", "", "", is_delegate=False),
    )  # fmt: skip
    assert read_request(request_package(bare)).data == bare


@given(name=LINES, note=st.text(st.characters(blacklist_categories=["Cs", "Cc"]) | st.just("\n"), max_size=200))
def test_words_of_the_user_are_text(name: str, note: str) -> None:
    data = request_data(services=(AskedService("BAS-01", name, None, "", "", note),), note=note, documents=())
    assert read_request(request_package(data)).data == data


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"reference": "x"}, "reference"),
        ({"reference": "A" * 32}, "reference"),
        ({"revision": 0}, "revision"),
        ({"kind": "altro"}, "kind"),
        ({"note": "x\x00"}, "note"),
        ({"note": "x" * 4001}, "note"),
        ({"note": "\ud800"}, ""),
        ({"services": (AskedService("bas 01", "x", None, "", "", ""),)}, "services[0].code"),
        ({"services": (AskedService("BAS-01", "", None, "", "", ""),)}, "services[0].name"),
        ({"services": (AskedService("BAS-01", "x", 0, "", "", ""),)}, "services[0].quantity"),
        ({"created_at": datetime(2026, 11, 20, 9, 0)}, "time"),  # noqa: DTZ001 - that it has none is what is tried
        ({"created_at": datetime(2026, 11, 20, 9, 0, tzinfo=timezone(timedelta(hours=1)))}, "time"),
        ({"documents": ()}, "documents"),
        ({"services": (AskedService("BAS-01", "x", None, "", "", ""),) * 2}, "services"),
    ],
)
def test_a_value_that_does_not_fit_is_named_and_nothing_is_written(fields: dict[str, Any], where: str) -> None:
    files = {"documents/001-domanda.pdf": SIGNED, "documents/002-delibera.pdf": RESOLUTION}
    with pytest.raises(UserError) as refused:
        write_request(request_data(**fields), files)
    assert (refused.value.code, refused.value.params["where"]) == ("package.wrong_value", where)


def test_a_document_that_changed_since_it_was_listed_is_not_sent() -> None:
    files = {"documents/001-domanda.pdf": SIGNED + b"x", "documents/002-delibera.pdf": RESOLUTION}
    assert code_of(lambda: write_request(request_data(), files)) == "package.files_differ"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda told: told.update(reference="f" * 32), "wrong_shape"),
        (lambda told: told.update(revision=2), "wrong_shape"),
        (lambda told: told["centre"].update(code="CST-LECCO"), "wrong_shape"),
        (lambda told: told.update(created_at="2026-11-20T09:30:00+01:00"), "wrong_value"),
        (lambda told: told.update(created_at="2026-11-20T09:30:00"), "wrong_shape"),
        (lambda told: told.update(altro=1), "wrong_shape"),
        (lambda told: told.pop("note"), "wrong_shape"),
        (lambda told: told["services"].extend(told["services"]), "wrong_value"),
        (lambda told: told["documents"].pop(), "files_differ"),
        (lambda told: told["documents"][0].update(sha256="0" * 64), "files_differ"),
        (lambda told: told["documents"][0].update(bytes=1), "files_differ"),
        (lambda told: told["documents"][0].update(file="documents/009-x.pdf"), "files_differ"),
        (lambda told: told["documents"][0].update(file="../x.pdf"), "wrong_shape"),
        (lambda told: told["acts"][0].update(on="2026-02-30"), "wrong_shape"),
    ],
)
def test_data_that_contradict_the_manifest_are_refused(change: Callable[[dict[str, Any]], object], code: str) -> None:
    assert refusal(read_request, with_data(change)) == f"package.{code}"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda told: told.update(sequence=2), "package.wrong_shape"),
        (lambda told: told.update(request_sha256="0" * 64), "package.wrong_shape"),
        (lambda told: told.update(outcome="altro"), "package.wrong_shape"),
        (lambda told: told.update(outcome="rejected", text=""), "answer.text_missing"),
        (
            lambda told: told.update(agreement={"starts_on": "2027-01-02", "ends_on": "2027-01-01"}),
            "answer.term_reversed",
        ),
        (lambda told: told["documents"].clear(), "package.files_differ"),
    ],
)
def test_a_signed_answer_must_make_sense_too(change: Callable[[dict[str, Any]], object], code: str) -> None:
    assert refusal(read_answer, with_data(change, is_signed=True)) == code


def test_a_sequence_beyond_every_number_is_refused() -> None:
    data = answer_data(sequence=2**63)
    assert code_of(lambda: answer_package(KEY, data)) == "package.wrong_value"


def test_one_kind_of_package_is_not_read_as_another() -> None:
    assert refusal(read_request, answer_package(KEY)) == "package.is_answer"
    assert refusal(read_request, edition_package(KEY)) == "package.is_catalogue"
    assert refusal(read_answer, request_package()) == "package.is_request"


def test_a_package_without_its_data_is_refused() -> None:
    from app.formats.bundle import write_bundle
    from app.formats.exchange_shapes import RequestManifest

    head = {"format": "campanile.request", "reference": "0" * 32, "revision": 1, "centre": "X"}
    assert refusal(read_request, write_bundle(RequestManifest, head, {"zzz": b""}, None)) == "package.files_differ"


def test_data_in_another_spelling_are_refused() -> None:
    from app.formats.bundle import write_bundle
    from app.formats.exchange_shapes import RequestManifest

    files = dict(entries_of(request_package()))
    head = msgspec.json.decode(files.pop("manifest.json"))
    del head["files"]
    files["data.json"] += b"\n"
    assert refusal(read_request, write_bundle(RequestManifest, head, files, None)) == "package.wrong_shape"


def test_the_largest_documents_are_read_without_holding_them(tmp_path: Path) -> None:
    content = random.Random(1).randbytes(3 * 1024**2 + 17)
    data = request_data(documents=(document("documents/001-x.pdf", "request", content),))
    file = tmp_path / "grande.zip"
    file.write_bytes(write_request(data, {"documents/001-x.pdf": content}))
    package = read_request(file)
    assert package.read("documents/001-x.pdf") == content
    assert set(package.bundle.kept) == {"data.json"}


def test_a_signed_answer_keeps_its_term_and_times() -> None:
    answer = answer_data(issued_at=datetime(2026, 11, 22, 8, 0, 0, 123456, tzinfo=UTC), answer_by=date(2026, 12, 1))
    package = write_answer(answer, {"documents/001-convenzione.pdf": b"%PDF-1.7 convenzione"}, KEY)
    assert read_answer(package).data == answer


def test_two_requests_do_not_share_a_hash() -> None:
    one, other = (read_request(request_package(replace(request_data(), note=note))) for note in ("", "x"))
    assert one.manifest_sha256 != other.manifest_sha256
    assert isinstance(one.data, RequestData)
    assert packed(entries_of(request_package())) == request_package()
