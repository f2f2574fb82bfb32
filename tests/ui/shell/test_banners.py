# SPDX-License-Identifier: EUPL-1.2
"""The bands under the head."""

from PySide6.QtWidgets import QPushButton

from tests.ui.clerk import Clerk


def test_the_invented_comune_says_so_and_goes_with_a_click(clerk: Clerk) -> None:
    assert clerk.sees("Comune di esempio: nomi, progetti, pratiche e importi sono inventati.")
    clerk.clicks(clerk.finds(QPushButton, "Elimina l'esempio"))
    assert clerk.window.pages.name == "start"
    assert not clerk.sees("Comune di esempio: nomi, progetti, pratiche e importi sono inventati.")


def test_a_real_comune_has_none(new_clerk: Clerk) -> None:
    assert not new_clerk.sees("Comune di esempio: nomi, progetti, pratiche e importi sono inventati.")
    assert not new_clerk.sees("Archivio in sola lettura")
