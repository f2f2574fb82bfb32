# SPDX-License-Identifier: EUPL-1.2
"""Things by what they have in common, in one pass."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


def grouped(found: Iterable[T], key: Callable[[T], K]) -> dict[K, tuple[T, ...]]:
    """All of each key, in the order in which they came."""
    groups: dict[K, list[T]] = {}
    for one in found:
        groups.setdefault(key(one), []).append(one)
    return {name: tuple(ours) for name, ours in groups.items()}
