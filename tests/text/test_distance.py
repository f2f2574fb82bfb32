# SPDX-License-Identifier: EUPL-1.2
"""Days ahead, today, days behind."""

import pytest

from app.text import set_language
from app.text.distance import counted, days_away


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "fra 1 giorno"),
        (1134, "fra 1.134 giorni"),
        (0, "oggi"),
        (-1, "in ritardo di 1 giorno"),
        (-239, "in ritardo di 239 giorni"),
    ],
)
def test_how_far_a_day_is(days: int, words: str) -> None:
    assert days_away(days) == words


def test_thousands_follow_the_language() -> None:
    assert counted(1134) == "1.134"
    set_language("en")
    assert counted(1134) == "1,134"
