# SPDX-License-Identifier: EUPL-1.2
"""The parts of the settings: one in sight, its buttons in the head."""

import pytest
from PySide6.QtWidgets import QPushButton

from tests.ui.clerk import Clerk
from tests.ui.settings.conftest import head_buttons, open_part


@pytest.mark.parametrize(
    ("key", "buttons"),
    [
        ("office", ["Lascia com'era", "Salva i dati dell'ente"]),
        ("people", ["Aggiungi una persona"]),
        ("folder", []),
        ("look", []),
        ("keys", ["Importa un'edizione…"]),
        ("backup", ["Riprendi da un file…", "Verifica l'archivio", "Fai una copia adesso"]),
    ],
)
def test_one_part_is_in_sight_with_its_buttons(clerk: Clerk, key: str, buttons: list[str]) -> None:
    page = open_part(clerk, key)
    assert [name for name, section in page.sections.items() if section.isVisible()] == [key]
    assert page.chips.current() == key
    assert head_buttons(page) == buttons


def test_a_chip_opens_its_part_and_an_unknown_key_none(clerk: Clerk) -> None:
    page = open_part(clerk, "office")
    clerk.clicks(page.chips.button("people"))
    assert page.people.isVisible()
    open_part(clerk, "no such part")
    assert page.people.isVisible()


def test_the_foot_of_the_window_leads_to_the_copies(clerk: Clerk) -> None:
    page = open_part(clerk, "office")
    clerk.clicks(clerk.finds(QPushButton, "Nessuna copia di sicurezza"))
    assert page.backups.isVisible()


def test_the_part_in_sight_outlives_another_zoom(clerk: Clerk) -> None:
    open_part(clerk, "people")
    clerk.window.set_zoom(110)
    clerk.waits()
    assert clerk.sees("Aggiungi una persona")
