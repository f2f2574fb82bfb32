# SPDX-License-Identifier: EUPL-1.2
"""The card of a copy."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from app.actions.backup import BackupFile, back_up
from app.actions.workspace import Workspace
from app.store import Store
from app.ui.settings.backup_card import BackupCard


@pytest.mark.usefixtures("qapp")
def test_date_and_contents_come_before_the_button(workspace: Workspace, example: Store, tmp_path: Path) -> None:
    made = back_up(workspace, example, tmp_path / "copia.sqlite")
    wanted: list[BackupFile] = []
    card = BackupCard(wanted.append)
    assert card.restore_button is None
    card.show_copy(made)
    words = [label.text() for label in card.findChildren(QLabel)]
    assert {"Copia del 23/11/2026 09:00", "Progetti finanziati", "File: copia.sqlite"} <= set(words)
    assert card.restore_button is not None
    card.restore_button.click()
    assert wanted == [made]
    card.show_copy(replace(made, rows={}, is_verified=False))
    words = [label.text() for label in card.findChildren(QLabel)]
    assert any(word.startswith("Manca la scheda della copia") for word in words)
    card.show_copy(replace(made, lacking=("delibera.pdf",)))
    words = [label.text() for label in card.findChildren(QLabel)]
    assert "Manca il file di 1 documento: delibera.pdf" in words
    card.deleteLater()
