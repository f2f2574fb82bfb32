# SPDX-License-Identifier: EUPL-1.2
"""Things by what they have in common."""

from app.domain.grouping import grouped


def test_each_key_has_its_own_in_their_order() -> None:
    assert grouped("abcABa", str.lower) == {"a": ("a", "A", "a"), "b": ("b", "B"), "c": ("c",)}
    assert grouped((), str) == {}
