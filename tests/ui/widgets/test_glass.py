# SPDX-License-Identifier: EUPL-1.2
"""The glass grows with the zoom and stands in the field."""

import pytest

from app.ui.widgets.glass import Glass
from tests.ui.conftest import Seat


@pytest.mark.parametrize(("zoom", "size"), [(100, 18), (200, 36)])
def test_the_glass_follows_the_zoom(seat: Seat, zoom: int, size: int) -> None:
    clerk = seat(zoom=zoom)
    (glass,) = clerk.window.search.findChildren(Glass)
    assert glass.width() == size
    assert clerk.window.search.rect().contains(glass.geometry())
    assert clerk.window.search.textMargins().left() > size
