# SPDX-License-Identifier: EUPL-1.2
"""Finding a comune by a few letters of its name, or by a code."""

from collections.abc import Iterable
from functools import cache

from app.domain.folding import fold, matches
from app.domain.municipality import Municipality


def find_municipalities(text: str, municipalities: Iterable[Municipality], limit: int) -> list[Municipality]:
    """The best first: the exact name, names that begin so, names with words that begin so.

    Homonyms stand by province. A code (ISTAT, also a former one, or codice catastale) must be whole.
    """
    words = fold(text)
    if not words:
        return []
    ranked = [(rank, item) for item in municipalities if (rank := _rank(words, item)) is not None]
    ranked.sort(key=lambda found: (found[0], fold(found[1].name), found[1].province))
    return [item for _rank_found, item in ranked[:limit]]


def _rank(words: str, item: Municipality) -> int | None:
    if words.upper() in (item.istat, item.belfiore, *item.previous_istat):
        return 0
    names = _names(item)
    if words in names:
        return 1
    if any(name.startswith(words) for name in names):
        return 2
    if any(matches(words, f"{name} {item.province.casefold()}") for name in names):
        return 3
    return None


@cache
def _names(item: Municipality) -> tuple[str, ...]:
    return tuple(fold(name) for name in (item.name, item.other_name) if name)
