# SPDX-License-Identifier: EUPL-1.2
"""The JSON Schemas by which another program can write and read our packages; `resources/schemas` holds them."""

import json
from pathlib import Path
from typing import Any

import msgspec

from app.formats.bundle import SignatureFile
from app.formats.exchange_shapes import AnswerManifest, AnswerShape, CatalogueManifest, RequestManifest, RequestShape
from app.formats.signing_keys import RotationFile
from app.paths import resources

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SHAPES: dict[str, type[msgspec.Struct]] = {
    "accession_request_1.json": RequestShape,
    "accession_answer_1.json": AnswerShape,
    "request_manifest_1.json": RequestManifest,
    "answer_manifest_1.json": AnswerManifest,
    "catalogue_manifest_1.json": CatalogueManifest,
    "signature_1.json": SignatureFile,
    "rotation_1.json": RotationFile,
}


def schemas_folder() -> Path:
    """Where the published schemas are."""
    return resources() / "schemas"


def published_schemas() -> dict[str, bytes]:
    """Each schema by the name of its file, as the shapes of this program say it."""
    return {name: _written(name, shape) for name, shape in _SHAPES.items()}


def _written(name: str, shape: type[msgspec.Struct]) -> bytes:
    schema = {"$schema": _DIALECT, "$id": name, **_for_every_reader(msgspec.json.schema(shape))}
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _for_every_reader(part: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    r"""Patterns with `^` and `$`: other readers know no `\A`; names of our classes without their underscore."""
    if isinstance(part, dict):
        return {key.lstrip("_"): _anchored(key, _for_every_reader(value)) for key, value in part.items()}
    if isinstance(part, list):
        return [_for_every_reader(value) for value in part]
    return part


def _anchored(key: str, value: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if not isinstance(value, str):
        return value
    if key == "pattern":
        return value.replace(r"\A", "^").replace(r"\Z", "$")
    if key == "$ref":
        return value.replace("/_", "/")
    return value.lstrip("_") if key == "title" else value
