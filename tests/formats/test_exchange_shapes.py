# SPDX-License-Identifier: EUPL-1.2
"""The shapes of the exchange say the same as the values of the domain."""

from dataclasses import fields

import msgspec
import pytest

from app.domain.editions import EditionHead
from app.domain.exchange import AnswerData, RequestData
from app.formats.exchange_shapes import AnswerShape, CatalogueManifest, RequestShape
from app.formats.stored_zip import MAX_BYTES


@pytest.mark.parametrize(("shape", "value"), [(RequestShape, RequestData), (AnswerShape, AnswerData)])
def test_a_shape_has_the_fields_of_its_value(
    shape: type[msgspec.Struct], value: type[RequestData] | type[AnswerData]
) -> None:
    assert [field.name for field in msgspec.structs.fields(shape)] == [field.name for field in fields(value)]


def test_the_head_of_an_edition_is_in_its_manifest() -> None:
    told = {field.name for field in msgspec.structs.fields(CatalogueManifest)}
    assert told - {field.name for field in fields(EditionHead)} == {"format", "version", "files"}


@pytest.mark.parametrize("version", ["1", "1.2", "1.2.3.4", "01.2.3", "1.2.x", "1.2.3\n", "-1.2.3", "1234567.0.0"])
def test_a_version_has_three_numbers(version: str) -> None:
    told = {
        "format": "campanile.catalogue", "version": 1, "publisher": "x", "centre_codes": [], "sequence": 1,
        "edition": 1, "published_on": "2026-11-23", "valid_from": "2026-11-23", "valid_until": "2026-11-23",
        "min_version": "0.1.0",
        "files": [{"name": "edition.json", "bytes": MAX_BYTES, "sha256": "0" * 64}],
    }  # fmt: skip
    assert msgspec.convert(told, CatalogueManifest).min_version == "0.1.0"
    with pytest.raises(msgspec.ValidationError, match="min_version"):
        msgspec.convert({**told, "min_version": version}, CatalogueManifest)
