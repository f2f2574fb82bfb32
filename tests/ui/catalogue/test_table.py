# SPDX-License-Identifier: EUPL-1.2
"""The list of services: whole names, the area where there is room, the order by a click on a head."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics

from app.ui.catalogue.page import CataloguePage
from app.ui.widgets.table_cells import cell_font
from tests.ui.catalogue.conftest import codes
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat

_PADDING = 22


@pytest.mark.parametrize("key", ["code", "name", "measure"])
def test_no_word_is_cut_in_the_window_of_an_office(page: CataloguePage, key: str) -> None:
    model, view = page.table.model, page.table.view
    place = model.place(key)
    column = model.columns[place]
    metrics = QFontMetrics(cell_font(column))
    widest = max(metrics.horizontalAdvance(column.text(row)) for row in page.table.rows())
    assert widest + _PADDING <= view.columnWidth(place)


def test_the_area_is_shown_where_there_is_room(seat: Seat, example_folder: Path, page: CataloguePage) -> None:
    place = page.table.model.place("area")
    assert page.table.view.isColumnHidden(place)
    wide = seat(example_folder, size=(1920, 1000)).opens("catalogue")
    assert isinstance(wide, CataloguePage)
    assert not wide.table.view.isColumnHidden(place)


def test_the_stars_come_first_when_their_head_is_clicked(clerk: Clerk, page: CataloguePage) -> None:
    page.table.view.horizontalHeader().sectionClicked.emit(page.table.model.place("star"))
    clerk.waits()
    assert codes(page)[:3] == ["PAB-01", "PAB-10", "SIT-01"]
    assert len(codes(page)) == 93


def test_areas_stand_in_the_order_of_the_edition(page: CataloguePage) -> None:
    prefixes = list(dict.fromkeys(code[:3] for code in codes(page)))
    assert prefixes[:3] == ["BAS", "PAB", "SIT"]
    assert len(prefixes) == 13
