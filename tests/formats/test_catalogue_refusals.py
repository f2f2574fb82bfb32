# SPDX-License-Identifier: EUPL-1.2
"""Files of the catalogue that are refused, each with a code and the place of the fault."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from app.errors import UserError
from app.formats.catalogue import MAX_BYTES, centres_path, first_edition_path, read_catalogue, read_centres


def raw_edition() -> dict[str, Any]:
    """The first edition as plain values, to be broken."""
    return dict(json.loads(first_edition_path().read_text(encoding="utf-8")))


def written(folder: Path, values: object) -> Path:
    """A file of these values."""
    path = folder / "prova.json"
    path.write_text(json.dumps(values, default=str), encoding="utf-8")
    return path


def refusal_of(path: Path) -> UserError:
    """The refusal that reading this file meets."""
    with pytest.raises(UserError) as caught:
        read_catalogue(path)
    assert caught.value.params["file"] == path.name
    return caught.value


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "catalogue.not_json"),
        (b"{", "catalogue.not_json"),
        (b"\x00\x00", "catalogue.not_json"),
        (b'{"title": "\xff"}', "catalogue.not_json"),
        ("{}".encode("utf-16"), "catalogue.not_json"),
        (b"[" * 100_000, "catalogue.wrong_shape"),
        (b'{"edition": ' + b"[" * 100_000, "catalogue.wrong_shape"),
        (b"[]", "catalogue.wrong_shape"),
        (b"{}", "catalogue.wrong_shape"),
        (b"null", "catalogue.wrong_shape"),
    ],
)
def test_a_file_that_is_no_catalogue_is_refused(tmp_path: Path, raw: bytes, code: str) -> None:
    path = tmp_path / "prova.json"
    path.write_bytes(raw)
    assert refusal_of(path).code == code


def test_a_cut_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "prova.json"
    path.write_bytes(first_edition_path().read_bytes()[:50_000])
    assert refusal_of(path).code == "catalogue.not_json"


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "prova.json"
    path.write_bytes(b"\xef\xbb\xbf" + first_edition_path().read_bytes())
    assert read_catalogue(path) == read_catalogue(first_edition_path())


def test_a_missing_file_a_folder_and_a_locked_file_are_refused(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "manca.json").code == "catalogue.missing"
    assert refusal_of(tmp_path).code == "catalogue.not_opened"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may read every file")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, {})
    path.chmod(0)
    assert refusal_of(path).code == "catalogue.not_opened"


def test_a_file_that_is_too_big_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "prova.json"
    path.write_bytes(b" " * (MAX_BYTES + 1))
    refusal = refusal_of(path)
    assert (refusal.code, refusal.params["limit"]) == ("catalogue.too_big", 5)


@pytest.mark.parametrize(
    ("field", "value", "where"),
    [
        ("edition", "1", "edition"),
        ("edition", 0, "edition"),
        ("edition", True, "edition"),
        ("title", "", "title"),
        ("title", "a\nb", "title"),
        ("title", "fine\n", "title"),
        ("title", "x" * 201, "title"),
        ("published_on", "23/11/2026", "published_on"),
        ("areas", "Una", "areas"),
        ("services", [], "services"),
        ("services", {}, "services"),
    ],
)
def test_a_wrong_value_is_refused_with_its_place(tmp_path: Path, field: str, value: object, where: str) -> None:
    refusal = refusal_of(written(tmp_path, {**raw_edition(), field: value}))
    assert (refusal.code, refusal.params["where"]) == ("catalogue.wrong_shape", where)


@pytest.mark.parametrize(
    ("field", "value", "where"),
    [
        ("code", "pab 01", "services[3].code"),
        ("code", "PAB-01\n", "services[3].code"),
        ("name", None, "services[3].name"),
        ("measure", None, "services[3].measure"),
        ("is_mandatory", "yes", "services[3].is_mandatory"),
        ("keywords", ["a", 1], "services[3].keywords[1]"),
        ("sources", [], "services[3].sources"),
        ("sources", [{"text": "x"}], "services[3].sources[0].inferred"),
        ("price", "100", "services[3].price"),
    ],
)
def test_a_wrong_service_is_refused_with_its_place(tmp_path: Path, field: str, value: object, where: str) -> None:
    values = raw_edition()
    values["services"][3][field] = value
    refusal = refusal_of(written(tmp_path, values))
    assert (refusal.code, refusal.params["where"]) == ("catalogue.wrong_shape", where)


@pytest.mark.parametrize("field", ["edition", "areas", "services"])
def test_a_missing_field_is_refused(tmp_path: Path, field: str) -> None:
    values = raw_edition()
    del values[field]
    assert refusal_of(written(tmp_path, values)).code == "catalogue.wrong_shape"


def test_an_unknown_field_is_refused(tmp_path: Path) -> None:
    assert refusal_of(written(tmp_path, {**raw_edition(), "signature": ""})).code == "catalogue.wrong_shape"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("area", "Altra"),
        ("fee_models", ["regalo"]),
        ("addressees", ["GATTI"]),
        ("prerequisites", ["ZZZ-99"]),
        ("prerequisites", ["BAS-04"]),
        ("measure_inferred", True),
    ],
)
def test_a_contradiction_is_refused_with_its_service(tmp_path: Path, field: str, value: object) -> None:
    values = raw_edition()
    values["services"][3][field] = value
    refusal = refusal_of(written(tmp_path, values))
    assert (refusal.code, refusal.params["where"]) == ("catalogue.inconsistent", "BAS-04")
    assert refusal.params["count"] == 1


def test_centres_are_refused_like_editions(tmp_path: Path) -> None:
    values = json.loads(centres_path().read_text(encoding="utf-8"))
    wrong: list[tuple[str, object, str]] = [
        ("province", "lc", "catalogue.wrong_shape"),
        ("catchment", ["LCO"], "catalogue.wrong_shape"),
        ("rating", 5, "catalogue.wrong_shape"),
        ("kind", "CLUB", "catalogue.inconsistent"),
        ("code", "CIT-BRESCIA", "catalogue.inconsistent"),
    ]
    for field, value, code in wrong:
        broken = {"centres": [{**values["centres"][0], field: value}, *values["centres"][1:]]}
        with pytest.raises(UserError) as caught:
            read_centres(written(tmp_path, broken))
        assert caught.value.code == code
