# SPDX-License-Identifier: EUPL-1.2
"""The bands under the head."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from app.ui.widgets.banner import Banner
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat


def test_the_invented_comune_says_so_and_goes_with_a_click(clerk: Clerk) -> None:
    assert clerk.sees("Comune di esempio: nomi, progetti, pratiche e importi sono inventati.")
    clerk.clicks(clerk.finds(QPushButton, "Elimina l'esempio"))
    assert clerk.window.pages.name == "start"
    assert not clerk.sees("Comune di esempio: nomi, progetti, pratiche e importi sono inventati.")


def test_a_real_comune_has_none(new_clerk: Clerk) -> None:
    assert not new_clerk.sees("Comune di esempio: nomi, progetti, pratiche e importi sono inventati.")
    assert not new_clerk.sees("Archivio in sola lettura")


def test_where_letters_are_large_it_is_one_short_line(seat: Seat, example_folder: Path) -> None:
    clerk = seat(example_folder, zoom=200)
    (banner,) = clerk.window.findChildren(Banner)
    assert banner.label.text() == "Comune di esempio: tutto inventato"
    assert "importi sono inventati" in banner.label.toolTip()
    assert "importi sono inventati" in banner.accessibleName()
    assert banner.label.height() < 2 * banner.label.fontMetrics().lineSpacing()
    assert banner.height() <= 70


def test_at_twice_the_size_more_than_half_of_the_window_is_page(seat: Seat, example_folder: Path) -> None:
    clerk = seat(example_folder, zoom=200)
    assert clerk.window.pages.height() >= 450
