# SPDX-License-Identifier: EUPL-1.2
"""Centres side by side on paper: every point with every cell, what differs first, the same bytes each time."""

import pytest

from app.actions.centre_comparison import comparison_lines
from app.domain.centres import InCatchment
from app.reports.centres_comparison import draw, gather
from app.store import Store
from app.text import speaking
from tests.conftest import NOW
from tests.reports.reading import drawn, read, squeezed, words

CODES = ["CIT-BRESCIA", "CST-LECCO", "SMART-CITY-BRESCIA"]


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("codes", [CODES[:2], CODES], ids=["two", "three"])
def test_every_cell_is_printed(store: Store, codes: list[str], language: str) -> None:
    report = gather(store, codes, now=NOW)
    content = drawn(draw, report, language)
    printed = squeezed(words(content))
    with speaking(language):
        lines = comparison_lines(report.comparison)
    for line in lines:
        for cell in (line.point, *line.cells):
            for word in cell.split():
                assert squeezed(word) in printed
    assert report.places == (InCatchment.OUTSIDE,) * len(codes)
    assert len(read(content).pages) < 12


def test_what_differs_comes_first(store: Store) -> None:
    printed = words(drawn(draw, gather(store, CODES, now=NOW)))
    assert 0 < printed.index("Che cosa è diverso") < printed.index("Che cosa non si può confrontare")


def test_the_same_data_give_the_same_bytes(store: Store) -> None:
    report = gather(store, CODES, now=NOW)
    assert drawn(draw, report) == drawn(draw, report)
