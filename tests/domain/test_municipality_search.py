# SPDX-License-Identifier: EUPL-1.2
"""Finding a comune by three letters."""

import pytest

from app.domain.municipality_search import find_municipalities
from app.formats.reference import load_municipalities


def names(text: str, limit: int = 5) -> list[tuple[str, str]]:
    return [(item.name, item.province) for item in find_municipalities(text, load_municipalities(), limit)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("aprica", ("Aprica", "SO")), ("APRICA", ("Aprica", "SO")), ("forli", ("Forlì", "FC")),
        ("bozen", ("Bolzano", "BZ")), ("014004", ("Aprica", "SO")), ("a337", ("Aprica", "SO")),
        ("090064", ("Sassari", "SS")), ("none", ("None", "TO")),
        ("castel d azzano", ("Castel d'Azzano", "VR")), ("reggio emilia", ("Reggio nell'Emilia", "RE")),
    ],
)  # fmt: skip
def test_the_wanted_one_is_first(text: str, first: tuple[str, str]) -> None:
    assert names(text)[0] == first


def test_homonyms_stand_by_province() -> None:
    assert names("castro")[:2] == [("Castro", "BG"), ("Castro", "LE")]
    assert names("castro le")[0] == ("Castro", "LE")


def test_nothing_is_found_for_nothing() -> None:
    assert names("") == names("  '") == names("zzzzzz") == []


def test_the_limit_holds() -> None:
    assert len(names("san", 7)) == 7
