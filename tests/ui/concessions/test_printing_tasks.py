# SPDX-License-Identifier: EUPL-1.2
"""T10 of the task scripts, by mouse and by keyboard, within the clicks and keys that it allows.

Print the summary of concession Y for the Giunta and the version for publication; the second has no personal data.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.concessions.page import ConcessionsPage
from app.ui.contract.page import ContractPage
from app.ui.widgets.pdf_versions import PdfVersions
from tests.reports.reading import read, words
from tests.ui.accession.test_tasks import Counting
from tests.ui.conftest import Seat

CLICKS, KEYS = 4, 6
Y = "Illuminazione pubblica"
_DIALOG = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)  # of the offscreen plugin


@pytest.fixture
def clerk(seat: Seat, example_folder: Path) -> Counting:
    """Before the screen of the scripts, 1366 x 768 at 125 %, with the contracts of the example."""
    counting = Counting(seat(example_folder, zoom=125, size=(1366, 768)))
    counting.opens("home")
    return counting


@_DIALOG
def test_t10_by_mouse(clerk: Counting, qtbot: QtBot, tmp_path: Path) -> None:
    clerk.clicks(clerk.finds(QPushButton, "Concessioni"))
    page = clerk.page
    assert isinstance(page, ConcessionsPage)
    place = next(number for number, row in enumerate(page.table.rows()) if row.title == Y)
    clerk.clicks_row(page.table.view, place)
    qtbot.waitUntil(lambda: page.card.print_button is not None)
    clerk.waits()
    assert page.card.print_button is not None
    clerk.clicks(page.card.print_button)
    preview = clerk.dialog(PdfVersions)
    clerk.clicks(preview.save_both)
    _confirms(clerk, tmp_path / "scheda.pdf")
    _are_both_there(preview, tmp_path)
    assert clerk.made <= CLICKS, clerk.made
    assert clerk.pressed <= KEYS, clerk.pressed


@_DIALOG
def test_t10_by_keyboard(clerk: Counting, qtbot: QtBot, tmp_path: Path) -> None:
    clerk.presses("Ctrl+K")
    with qtbot.waitSignal(clerk.window.search.wanted):
        clerk.types_here("B000010ED6")
    clerk.waits()
    clerk.presses("Return")
    assert isinstance(clerk.page, ContractPage)
    clerk.presses("Ctrl+P")
    preview = clerk.dialog(PdfVersions)
    assert preview.save_both.hasFocus()
    clerk.presses("Space")
    _confirms(clerk, tmp_path / "scheda.pdf")
    _are_both_there(preview, tmp_path)
    assert clerk.made == 0
    assert clerk.pressed <= KEYS, clerk.pressed


def test_each_version_is_looked_at_before_it_is_saved(clerk: Counting, tmp_path: Path) -> None:
    clerk.opens("contract", "8")
    clerk.window.print_page()
    clerk.waits()
    preview = clerk.dialog(PdfVersions)
    assert preview.state.text() == "2 pagine"
    clerk.clicks(clerk.finds(QPushButton, "Per la pubblicazione"))
    assert preview.state.text() == "2 pagine"
    preview._write(tmp_path / "vista.pdf")  # noqa: SLF001 - what "Salva…" does after its dialog
    assert "Carla Esempi" not in words((tmp_path / "vista.pdf").read_bytes())
    clerk.clicks(clerk.finds(QPushButton, "Per gli uffici"))
    preview._write(tmp_path / "vista.pdf")  # noqa: SLF001 - likewise
    assert "Carla Esempi" in words((tmp_path / "vista.pdf").read_bytes())
    preview.reject()


def test_a_concession_of_the_comune_has_its_sheet_too(clerk: Counting) -> None:
    clerk.opens("concession", "1")
    clerk.window.print_page()
    clerk.waits()
    preview = clerk.dialog(PdfVersions)
    assert preview.state.text() == "2 pagine"
    preview.reject()


@_DIALOG
def test_nothing_that_lies_there_is_written_over(clerk: Counting, tmp_path: Path) -> None:
    (tmp_path / "scheda-per-pubblicazione.pdf").write_bytes(b"di un altro giorno")
    clerk.opens("contract", "8")
    clerk.window.print_page()
    clerk.waits()
    preview = clerk.dialog(PdfVersions)
    clerk.clicks(preview.save_both)
    _confirms(clerk, tmp_path / "scheda.pdf")
    assert (tmp_path / "scheda-per-pubblicazione.pdf").read_bytes() == b"di un altro giorno"
    assert "scheda-per-pubblicazione 2.pdf" in preview.state.text()
    assert len(read((tmp_path / "scheda-per-pubblicazione 2.pdf").read_bytes()).pages) == 2
    preview.reject()


def _confirms(clerk: Counting, target: Path) -> None:
    """The system's dialog has a name in it already; here another folder, as text, and Return."""
    dialog = clerk.dialog(QFileDialog)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.clear()
    clerk.types(str(target), field)
    clerk.pressed += 1
    QTest.keyClick(field, Qt.Key.Key_Return)
    clerk.waits()


def _are_both_there(preview: PdfVersions, folder: Path) -> None:
    office = (folder / "scheda.pdf").read_bytes()
    published = (folder / "scheda-per-pubblicazione.pdf").read_bytes()
    assert preview.state.text() == "Salvati: scheda.pdf · scheda-per-pubblicazione.pdf"
    assert [len(read(content).pages) for content in (office, published)] == [2, 2]
    for content in (office, published):
        assert Y in words(content)
    for personal in ("Carla Esempi", "Elio Finto", "Dino Fittizio", "@"):
        assert personal in words(office)
        assert personal not in words(published)
    assert "Che cosa non c'è in questa versione" in words(published)
    preview.reject()
