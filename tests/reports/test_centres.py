# SPDX-License-Identifier: EUPL-1.2
"""The list of centres on paper, read back: every centre with who leads it, the same bytes each time."""

import pytest

from app.actions.centres import survey_centres
from app.reports.centres import draw, gather
from app.store import Store
from tests.conftest import NOW
from tests.reports.reading import drawn, squeezed, words


@pytest.mark.parametrize(("language", "place"), [("it", "Fuori bacino"), ("en", "")])
def test_every_centre_is_printed_with_its_lead_authority(store: Store, language: str, place: str) -> None:
    printed = squeezed(words(drawn(draw, gather(store, now=NOW), language)))
    rows = survey_centres(store).rows
    assert len(rows) > 3
    for row in rows:
        for told in (row.centre.name, row.centre.code, row.centre.lead_authority, *row.centre.catchment):
            assert squeezed(told) in printed
    assert squeezed(place) in printed


def test_the_same_data_give_the_same_bytes(store: Store) -> None:
    report = gather(store, now=NOW)
    assert drawn(draw, report) == drawn(draw, report)
