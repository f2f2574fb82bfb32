# SPDX-License-Identifier: EUPL-1.2
"""The container: what it lists, what it refuses, and that what is used is what was checked."""

import hashlib
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.formats.bundle import Bundle, Manifest, canonical, kind_of, read_bundle, write_bundle
from app.formats.signing_keys import SigningKey, new_key
from app.formats.stored_zip import write_zip
from app.text.sentences import SENTENCES
from tests.packages import answer_package, edition_package, entries_of, mutants, packed, refusal, request_package

KEY = new_key()
FILES = {"a.json": b"{}", "documents/001-x.pdf": b"%PDF" * 10, "b.json": b"[]"}


class Tried(Manifest, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A kind of package for these tests."""

    format: Literal["campanile.request"]
    word: str


def written(files: dict[str, bytes] | None = None, key: SigningKey | None = None, word: str = "parola") -> bytes:
    return write_bundle(Tried, {"format": "campanile.request", "word": word}, files or FILES, key)


def read(source: bytes | Path, *, has_signature: bool = False) -> Bundle[Tried]:
    return read_bundle(source, Tried, "campanile.request", ("a.json",), has_signature=has_signature)


def with_manifest(change: Callable[[dict[str, object]], object]) -> bytes:
    """A package whose manifest says something else, all the rest as before."""
    (name, raw), *others = entries_of(written())
    told = msgspec.json.decode(raw)
    changed = change(told) or told
    return packed([(name, msgspec.json.encode(changed, order="sorted")), *others])


def with_files(*files: tuple[str, bytes]) -> bytes:
    """A package that lists these files in this order, with right hashes."""
    listed = [
        {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()} for name, content in files
    ]
    told = {"format": "campanile.request", "version": 1, "word": "x", "files": listed}
    return packed([("manifest.json", msgspec.json.encode(told, order="sorted")), *files])


def test_the_same_files_give_the_same_bytes_in_whatever_order() -> None:
    assert written() == written(dict(reversed(FILES.items())))
    assert written(key=KEY) == written(key=KEY)
    assert [name for name, _content in entries_of(written(key=KEY))] == [
        "manifest.json", "signature.json", "a.json", "b.json", "documents/001-x.pdf",
    ]  # fmt: skip


def test_a_package_is_read_from_bytes_and_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "pacchetto.zip"
    file.write_bytes(written())
    for source in (written(), file):
        bundle = read(source)
        assert (bundle.manifest.word, bundle.key) == ("parola", None)
        assert {name: bundle.read(name) for name in FILES} == FILES
        assert bundle.manifest_sha256 == hashlib.sha256(entries_of(written())[0][1]).hexdigest()
        assert kind_of(source) == "campanile.request"


def test_a_signature_says_whose_it_is() -> None:
    assert read(written(key=KEY), has_signature=True).key == KEY.public
    assert refusal(lambda content: read(content, has_signature=True), written()) == "package.not_signed"
    assert refusal(read, written(key=KEY)) == "package.files_differ"


def test_a_file_that_is_swapped_after_the_check_is_not_used(tmp_path: Path) -> None:
    """Reliability U6: verified bytes only."""
    file = tmp_path / "pacchetto.zip"
    file.write_bytes(written())
    bundle = read(file)
    file.write_bytes(written().replace(b"%PDF", b"%PDG"))
    assert bundle.read("a.json") == b"{}"
    with pytest.raises(UserError) as refused:
        bundle.read("documents/001-x.pdf")
    assert refused.value.code == "package.file_changed"
    file.unlink()
    with pytest.raises(UserError) as refused:
        bundle.read("documents/001-x.pdf")
    assert refused.value.code == "package.not_opened"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda told: told.update(version=2), "newer_version"),
        (lambda told: told.update(version=0), "wrong_shape"),
        (lambda told: told.update(format="campanile.answer"), "is_answer"),
        (lambda told: told.update(format="campanile.catalogue"), "is_catalogue"),
        (lambda told: told.update(format="altro"), "not_a_package"),
        (lambda told: told.update(altro=1), "wrong_shape"),
        (lambda told: told.pop("word") and None, "wrong_shape"),
        (lambda told: told.update(files=[]), "wrong_shape"),
        (lambda told: told["files"].reverse(), "files_differ"),
        (lambda told: told["files"].pop() and None, "unlisted_file"),
        (lambda told: told["files"].pop(0) and None, "files_differ"),
        (lambda told: told["files"][0].update(bytes=3), "files_differ"),
        (lambda told: told["files"][0].update(bytes=-1), "wrong_shape"),
        (lambda told: told["files"][0].update(sha256="0" * 64), "file_changed"),
        (lambda told: told["files"][0].update(sha256="F" * 64), "wrong_shape"),
        (lambda told: told["files"][0].update(name="../a.json"), "wrong_shape"),
        (lambda told: told["files"][0].update(name="con.json"), "unsafe_name"),
        (lambda _told: [1], "wrong_shape"),
    ],
)
def test_a_manifest_that_says_something_else_is_refused(
    change: Callable[[dict[str, object]], object], code: str
) -> None:
    assert refusal(read, with_manifest(change)) == f"package.{code}"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (with_files(("a.json", b"{}"), ("a.json", b"{}")), "files_differ"),
        (with_files(("A.json", b"{}"), ("a.json", b"{}")), "files_differ"),
        (with_files(("manifest.json", b"{}")), "files_differ"),
        (with_files(("Signature.json", b"{}")), "files_differ"),
        (with_files(("b.json", b"{}"), ("a.json", b"{}")), "files_differ"),
        (with_files(("a..b", b"{}")), "unsafe_name"),
        (write_zip({"a.json": b"{}"}), "not_a_package"),
        (write_zip({"manifest.json": b"{"}), "wrong_shape"),
        (write_zip({"manifest.json": b"\xff"}), "wrong_shape"),
        (write_zip({"manifest.json": b"[" * 100_000}), "wrong_shape"),
        (write_zip({"manifest.json": b" " * (1024**2 + 1)}), "wrong_shape"),
    ],
)
def test_files_that_do_not_fit_are_refused(content: bytes, code: str) -> None:
    assert refusal(read, content).removeprefix("package.") in (code, "repacked")


@pytest.mark.parametrize("spelling", [b"%s\n", b" %s", b"\xef\xbb\xbf%s"])
def test_a_manifest_in_another_spelling_is_refused(spelling: bytes) -> None:
    (name, raw), *others = entries_of(written())
    assert refusal(read, packed([(name, spelling % raw), *others])) == "package.wrong_shape"


def test_a_key_said_twice_is_refused() -> None:
    (name, raw), *others = entries_of(written())
    twice = raw.replace(b'"word":', b'"word":"altra","word":')
    assert refusal(read, packed([(name, twice), *others])) == "package.wrong_shape"


def test_limits_hold_in_writing_too() -> None:
    many = {f"documents/{number:04d}": b"" for number in range(1001)}
    assert refusal(lambda _nothing: written(many), b"") == "package.too_many_files"
    assert read(written(dict(list(many.items())[:1000]))).manifest.word == "parola"
    assert refusal(lambda _nothing: written({"../x": b""}), b"") == "package.wrong_value"
    assert refusal(lambda _nothing: written({"con": b""}), b"") == "package.unsafe_name"
    assert refusal(lambda _nothing: written(word="\ud800"), b"") == "package.wrong_value"


@pytest.mark.parametrize("kind", ["folder", "pipe", "nowhere", "empty", "device"])
def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path, kind: str) -> None:
    place = tmp_path / kind
    if kind == "folder":
        place.mkdir()
    elif kind == "pipe":
        os.mkfifo(place)
    elif kind == "empty":
        place.write_bytes(b"")
    elif kind == "device":
        place = Path(os.devnull)
    with pytest.raises(UserError) as refused:
        read(place)
    assert refused.value.code == ("package.not_a_package" if kind == "empty" else "package.not_opened")
    assert kind_of(place) == ""


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    place = tmp_path / "grande.zip"
    with place.open("wb") as file:
        file.truncate(200 * 1024**2 + 1)
    with pytest.raises(UserError) as refused:
        read(place)
    assert refused.value.code == "package.too_big"


def test_mutants_of_a_request_are_refused() -> None:
    """A request is not signed: what makes it whole is its hash, so only a rebuilt one is read, as another request."""
    from app.formats.exchange import read_request

    original, other = request_package(), request_package(revision=2)
    changed = mutants(original, other, random.Random(3))
    told = [(how, refusal(read_request, content)) for (how, content), _number in zip(changed, range(220), strict=False)]
    assert [how for how, code in told if not code] == []
    assert {code for _how, code in told} - set(SENTENCES) == set()


def test_the_kind_of_a_package_is_told_unchecked() -> None:
    assert kind_of(request_package()) == "campanile.request"
    assert kind_of(answer_package(KEY)) == "campanile.answer"
    assert kind_of(edition_package(KEY)) == "campanile.catalogue"
    assert kind_of(b"x") == ""


def test_canonical_json_has_one_spelling() -> None:
    assert canonical(Tried(format="campanile.request", version=1, files=(), word="à")) == (
        '{"files":[],"format":"campanile.request","version":1,"word":"à"}'.encode()
    )


@given(st.binary(max_size=400), st.integers(0, 400))
def test_no_bytes_break_the_reader(noise: bytes, kept: int) -> None:
    """Reliability I7: whatever follows a good beginning is refused in a sentence."""
    for content in (noise, written()[:kept] + noise, b"PK\x03\x04" + noise):
        if content != written():
            assert refusal(read, content) in SENTENCES
