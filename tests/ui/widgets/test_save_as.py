# SPDX-License-Identifier: EUPL-1.2
"""Asking for a file without stopping the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.widgets.save_as import ask_where, ask_which


def test_a_name_without_an_ending_gets_that_of_its_kind(show: Callable[[QWidget], None], tmp_path: Path) -> None:
    asker = QWidget()
    show(asker)
    chosen: list[Path] = []
    dialog = ask_where(asker, "Esporta", "elenco", (("Foglio", "xlsx"), ("Testo", "csv")), chosen.append)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    assert field.text() == "elenco"
    dialog.selectNameFilter("Testo (*.csv)")
    dialog.filterSelected.emit("Testo (*.csv)")
    field.setText(str(tmp_path / "elenco"))
    dialog.accept()
    assert chosen == [tmp_path / "elenco.csv"]


def test_only_a_file_that_is_there_is_taken(show: Callable[[QWidget], None], tmp_path: Path) -> None:
    asker = QWidget()
    show(asker)
    (tmp_path / "copia.sqlite").write_text("x")
    chosen: list[Path] = []
    dialog = ask_which(asker, "Scegli", (("Copie", "sqlite"),), chosen.append)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(str(tmp_path / "copia.sqlite"))
    dialog.accept()
    assert chosen == [tmp_path / "copia.sqlite"]
