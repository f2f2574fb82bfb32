# SPDX-License-Identifier: EUPL-1.2
"""Words as a search compares them: no accents, no case, no punctuation."""

import unicodedata


def fold(text: str) -> str:
    """Small letters without marks, words apart by one space: "Forlì-Cesena" becomes "forli cesena"."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    letters = (char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return " ".join("".join(letters).split())


def matches(words: str, folded: str) -> bool:
    """True when each of the folded words begins some word of the folded text."""
    there = folded.split()
    return all(any(found.startswith(word) for found in there) for word in dict.fromkeys(words.split()))
