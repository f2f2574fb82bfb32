# SPDX-License-Identifier: EUPL-1.2
"""Words without an end, as a pasted address: they may not push a page out of its window.

A hash has 64 signs and a reference 32, so those stay as they are.
"""

import re

_LONGEST = 70
_PIECE = 24
_KEPT = 40
_ENDLESS = re.compile(rf"\S{{{_LONGEST + 1},}}")
_BREAK = "\N{ZERO WIDTH SPACE}"


def has_endless_word(text: str) -> bool:
    """True where a word is longer than any that an office writes."""
    return bool(_ENDLESS.search(text))


def broken(text: str) -> str:
    """The text with places inside its endless words where a line may end; nothing is seen of them."""
    return _ENDLESS.sub(lambda word: _BREAK.join(_pieces(word[0])), text)


def shortened(text: str) -> str:
    """The text with its endless words cut, for what stands in one line."""
    return _ENDLESS.sub(lambda word: f"{word[0][:_KEPT]}…", text)


def _pieces(word: str) -> list[str]:
    return [word[place : place + _PIECE] for place in range(0, len(word), _PIECE)]
