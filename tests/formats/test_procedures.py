# SPDX-License-Identifier: EUPL-1.2
"""Templates of procedures: ours are whole, the comune's own win, a wrong one is refused by name."""

import json
from pathlib import Path

import pytest

from app.domain.accession_states import Kind
from app.errors import UserError
from app.formats.catalogue import centres_path, read_centres
from app.formats.procedures import load_template, read_template, shipped_folder

OURS = sorted(shipped_folder().glob("*.json"))


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.stem)
def test_each_of_ours_reads_and_names_itself(file: Path) -> None:
    template = read_template(file)
    name = ".".join(part for part in (template.kind.value, template.centre) if part)
    assert file.stem == name
    assert template.body_source
    assert all(item.why and item.why_en and item.title_en for item in template.items)
    known = {centre.code for centre in read_centres(centres_path())}
    assert template.centre in known | {""}


def test_a_centre_without_its_own_gets_the_general_one() -> None:
    assert load_template(Kind.JOIN, "CIT-BRESCIA", [shipped_folder()]).centre == "CIT-BRESCIA"
    assert load_template(Kind.JOIN, "CST-LECCE", [shipped_folder()]).centre == ""


def test_the_comune_s_own_template_wins(tmp_path: Path) -> None:
    told = json.loads((shipped_folder() / "join.json").read_text(encoding="utf-8"))
    (tmp_path / "join.json").write_text(json.dumps({**told, "body": "executive"}), encoding="utf-8")
    folders = [tmp_path, shipped_folder()]
    assert load_template(Kind.JOIN, "CST-LECCE", folders).body == "executive"
    assert load_template(Kind.JOIN, "CIT-BRESCIA", folders).body == "council"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b'{"kind": "join"}',
        b"[" * 100_000,
        b" " * (1024 * 1024 + 1),
    ],
)
def test_a_wrong_template_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "join.json").write_bytes(content)
    with pytest.raises(UserError, match=r"procedure\.wrong") as caught:
        read_template(tmp_path / "join.json")
    assert caught.value.params["file"] == "join.json"


@pytest.mark.parametrize("wrong", [{"body": "mayor"}, {"items": []}, {"kind": "party"}, {"more": 1}])
def test_a_template_of_another_shape_is_refused(tmp_path: Path, wrong: dict[str, object]) -> None:
    told = json.loads((shipped_folder() / "join.json").read_text(encoding="utf-8"))
    (tmp_path / "join.json").write_text(json.dumps({**told, **wrong}), encoding="utf-8")
    with pytest.raises(UserError, match=r"procedure\.wrong"):
        read_template(tmp_path / "join.json")


def test_a_line_twice_or_a_document_of_no_kind_is_refused(tmp_path: Path) -> None:
    told = json.loads((shipped_folder() / "join.json").read_text(encoding="utf-8"))
    twice = {**told, "items": [told["items"][0], told["items"][0]]}
    (tmp_path / "twice.json").write_text(json.dumps(twice), encoding="utf-8")
    with pytest.raises(UserError, match=r"procedure\.wrong"):
        read_template(tmp_path / "twice.json")


def test_a_template_that_is_nowhere_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"procedure\.missing"):
        load_template(Kind.JOIN, "X", [tmp_path])
