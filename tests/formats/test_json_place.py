# SPDX-License-Identifier: EUPL-1.2
"""Where a value is not as it should be."""

import msgspec
import pytest

from app.formats.json_place import place_in


class _Row(msgspec.Struct):
    code: str


class _Table(msgspec.Struct):
    rows: list[_Row]


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b'{"rows":[{"code":1}]}', "rows[0].code"),
        (b'{"rows":1}', "rows"),
        (b"[]", ""),
        (b"{}", "rows"),
        (b'{"rows":[{}]}', "rows[0].code"),
    ],
)
def test_the_place_is_named_as_a_reader_would(raw: bytes, place: str) -> None:
    with pytest.raises(msgspec.ValidationError) as refused:
        msgspec.json.decode(raw, type=_Table)
    assert place_in(refused.value) == place
