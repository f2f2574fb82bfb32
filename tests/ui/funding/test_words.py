# SPDX-License-Identifier: EUPL-1.2
"""The words of the page that say how far a deadline is."""

from datetime import date

import pytest

from app.domain.deadlines import KnownDeadline
from app.ui.funding.words import distance_words

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("event", "due_on", "is_done", "said"),
    [
        ("completion", date(2026, 11, 20), False, ("in ritardo di 3 giorni", "bad")),
        ("completion", date(2026, 11, 23), False, ("oggi", "warning")),  # as on Inizio: it is late tomorrow
        ("completion", date(2026, 12, 23), False, ("fra 30 giorni", "warning")),
        ("completion", date(2026, 12, 24), False, ("fra 31 giorni", "info")),
        ("completion", date(2026, 11, 20), True, ("fatto", "good")),
        ("maintenance", date(2026, 12, 24), False, ("fra 31 giorni", "info")),
        ("maintenance", date(2026, 11, 20), False, ("fatto", "good")),  # the duty has run out: nobody is late
    ],
)
def test_how_far_a_deadline_is(event: str, due_on: date, *, is_done: bool, said: tuple[str, str]) -> None:
    assert distance_words(KnownDeadline(due_on, event, "1.2", "", "", is_done), TODAY) == said
