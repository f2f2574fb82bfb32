# SPDX-License-Identifier: EUPL-1.2
"""A place of a package in the words of the form."""

import pytest

from app.text.package_words import package_place_label


@pytest.mark.parametrize(
    ("where", "label"),
    [
        ("contact.name", "Chi segue la richiesta"),
        ("services[1].unit", "Unità, PAB-01"),
        ("body.address", "Indirizzo, Aprica"),
        ("services[99].unit", "Unità"),
        ("", ""),
    ],
)
def test_each_place_has_the_name_of_its_field(where: str, label: str) -> None:
    assert package_place_label(where, {"services": ["BAS-01", "PAB-01"], "body": ["Aprica"]}) == label
