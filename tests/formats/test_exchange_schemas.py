# SPDX-License-Identifier: EUPL-1.2
"""The published schemas: those of the program, and another program's reader agrees with ours."""

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from app.formats.exchange_schemas import published_schemas, schemas_folder
from app.formats.signing_keys import new_key, rotate
from tests.packages import MADE_AT, answer_package, edition_package, entries_of, request_package

KEY, NEXT = new_key(), new_key()
_STALE = "start `python installer/build_schemas.py`"


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((schemas_folder() / name).read_text(encoding="utf-8"))
    return found


def part(package: bytes, name: str) -> Any:  # noqa: ANN401 - whatever JSON can hold
    return json.loads(dict(entries_of(package))[name])


PARTS = {
    "accession_request_1.json": part(request_package(), "data.json"),
    "request_manifest_1.json": part(request_package(), "manifest.json"),
    "accession_answer_1.json": part(answer_package(KEY), "data.json"),
    "answer_manifest_1.json": part(answer_package(KEY), "manifest.json"),
    "catalogue_manifest_1.json": part(edition_package(KEY), "manifest.json"),
    "signature_1.json": part(edition_package(KEY), "signature.json"),
    "rotation_1.json": json.loads(rotate(KEY, NEXT.public, "Provincia", MADE_AT.date())),
}


def test_no_schema_is_stale_or_left_over() -> None:
    there = {file.name: file.read_bytes() for file in schemas_folder().iterdir()}
    assert there == published_schemas(), _STALE
    assert set(there) == set(PARTS)


@pytest.mark.parametrize("name", PARTS)
def test_what_we_write_is_what_the_schema_says(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    Draft202012Validator(schema(name)).validate(PARTS[name])


@pytest.mark.parametrize("name", PARTS)
def test_what_the_schema_does_not_say_is_refused(name: str) -> None:
    reader = Draft202012Validator(schema(name))
    others: tuple[object, ...] = ({**PARTS[name], "altro": 1}, {}, [], dict(list(PARTS[name].items())[1:]))
    for wrong in others:
        with pytest.raises(ValidationError):
            reader.validate(wrong)


def test_patterns_are_those_that_every_reader_knows() -> None:
    for content in published_schemas().values():
        patterns = re.findall(r'"pattern": "([^\n]*)"', content.decode())
        assert all(pattern.startswith("^") and pattern.endswith("$") for pattern in patterns)
        assert not any("\\A" in pattern or "\\Z" in pattern for pattern in patterns)
