# SPDX-License-Identifier: EUPL-1.2
"""A print before it is saved: its pages, and the very bytes that were shown."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from pypdfium2 import PdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.reports import service
from app.ui.tasks import Tasks
from app.ui.widgets.pdf_preview import PdfPreview
from tests.reports import factory
from tests.ui.widgets.conftest import Show


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """Threads without a store: drawing needs none."""
    made = Tasks(lambda: None, qapp)
    yield made
    made.close()
    shiboken6.delete(made)


def draw(path: Path) -> None:
    service.draw(factory.service_report(), path)


def opened(tasks: Tasks, window: QWidget, draws: Callable[[Path], None] = draw) -> PdfPreview:
    made = PdfPreview(tasks, "Scheda del servizio", draws, "scheda 1.4.1.pdf", window)
    made.open()
    return made


def idle(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: not tasks.is_busy, timeout=20_000)


def test_the_pages_are_shown_and_named(show: Show, tasks: Tasks, qtbot: QtBot) -> None:
    preview = opened(tasks, show())
    assert not preview.save_button.isEnabled()
    idle(qtbot, tasks)
    pages = [label for label in preview.scroll_area.findChildren(QLabel) if not label.pixmap().isNull()]
    assert [page.accessibleName() for page in pages] == ["Pagina 1 di 2", "Pagina 2 di 2"]
    assert preview.state.text() == "2 pagine"
    picture = pages[0].pixmap().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(0, 300, 3)}
    assert "#ffffff" in colours
    assert len(colours) > 3  # something is drawn on it
    assert preview.save_button.hasFocus()
    preview.reject()


def save_as(preview: PdfPreview, target: Path) -> None:
    preview.save_button.click()
    (dialog,) = preview.findChildren(QFileDialog)
    dialog.selectFile(str(target))
    dialog.fileSelected.emit(dialog.selectedFiles()[0])
    dialog.reject()


def test_what_is_saved_is_what_was_shown(show: Show, tasks: Tasks, qtbot: QtBot, tmp_path: Path) -> None:
    preview = opened(tasks, show())
    idle(qtbot, tasks)
    save_as(preview, tmp_path / "scheda 1.4.1.pdf")
    draw(tmp_path / "atteso.pdf")
    saved = tmp_path / "scheda 1.4.1.pdf"
    assert saved.read_bytes() == (tmp_path / "atteso.pdf").read_bytes()
    assert preview.state.text() == "Salvato in scheda 1.4.1.pdf"
    preview.reject()


def test_the_proposed_name_keeps_its_points(show: Show, tasks: Tasks, qtbot: QtBot) -> None:
    preview = opened(tasks, show())
    idle(qtbot, tasks)
    preview.save_button.click()
    (dialog,) = preview.findChildren(QFileDialog)
    assert dialog.defaultSuffix() == "pdf"
    assert Path(dialog.selectedFiles()[0]).name == "scheda 1.4.1.pdf"
    dialog.reject()
    preview.reject()


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_lost(
    show: Show, tasks: Tasks, qtbot: QtBot, tmp_path: Path
) -> None:
    preview = opened(tasks, show())
    idle(qtbot, tasks)
    save_as(preview, tmp_path / "cartella che manca" / "scheda.pdf")
    assert preview.state.text() == "Non ho potuto scrivere scheda.pdf: la cartella non c'è"
    assert preview.save_button.isEnabled()
    preview.reject()


def test_a_refusal_is_said_in_its_place(show: Show, tasks: Tasks, qtbot: QtBot) -> None:
    def refuse(_path: Path) -> None:
        raise UserError("report.no_service")

    preview = opened(tasks, show(), refuse)
    idle(qtbot, tasks)
    assert preview.state.text().endswith(".")
    assert not preview.save_button.isEnabled()
    preview.reject()


def test_closing_while_it_is_drawn_leaves_nothing_behind(show: Show, tasks: Tasks, qtbot: QtBot) -> None:
    preview = opened(tasks, show())
    folder = Path(preview._folder.name)  # noqa: SLF001 - the folder is nobody else's
    preview.reject()
    idle(qtbot, tasks)
    qtbot.waitUntil(lambda: not shiboken6.isValid(preview))
    assert not folder.exists()


def test_a_file_that_another_program_holds_is_no_defect(
    show: Show, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows does not let go of a file that is open in the program that prints it."""

    def held(*_: object, **__: object) -> None:
        raise PermissionError

    preview = opened(tasks, show())
    idle(qtbot, tasks)
    with monkeypatch.context() as now:
        now.setattr(os, "unlink", held)
        preview.reject()
    shutil.rmtree(preview._folder.name)  # noqa: SLF001 - the folder is nobody else's


def printer_to(target: Path, first: int = 0, last: int = 0) -> QPrinter:
    """A printer of the system that writes what it is sent into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    if first:
        printer.setFromTo(first, last)
    return printer


@pytest.mark.parametrize(("first", "last", "count"), [(0, 0, 2), (2, 2, 1)])
def test_the_pages_asked_for_are_on_paper(
    show: Show, tasks: Tasks, qtbot: QtBot, tmp_path: Path, first: int, last: int, count: int
) -> None:
    preview = opened(tasks, show())
    idle(qtbot, tasks)
    preview.print_to(printer_to(tmp_path / "carta.pdf", first, last))
    assert not preview.print_button.isEnabled()
    idle(qtbot, tasks)
    assert preview.state.text() == ("2 pagine alla stampante" if count == 2 else "1 pagina alla stampante")
    assert preview.print_button.isEnabled()
    paper, shown = PdfDocument(tmp_path / "carta.pdf"), PdfDocument(preview._file)  # noqa: SLF001 - shown on the screen
    assert len(paper) == count
    assert paper[0].get_size() == pytest.approx(shown[0].get_size(), abs=1)
    assert darkness(paper[0]) == pytest.approx(darkness(shown[max(0, first - 1)]), rel=0.1)
    preview.reject()


def darkness(page: Any) -> float:  # noqa: ANN401 - pypdfium2 ships no types
    """The share of ink on a page: what was printed covers as much as what was shown."""
    pixels = bytes(page.render(scale=1, grayscale=True).buffer)
    return sum(255 - pixel for pixel in pixels) / len(pixels)


@pytest.mark.qt_log_ignore(r"QPainter::begin")  # what Qt itself says of such a printer
def test_a_printer_that_does_not_take_it_is_told_and_the_print_stays(
    show: Show, tasks: Tasks, qtbot: QtBot, tmp_path: Path
) -> None:
    preview = opened(tasks, show())
    idle(qtbot, tasks)
    preview.print_to(printer_to(tmp_path / "cartella che manca" / "carta.pdf"))
    idle(qtbot, tasks)
    assert "non ha accettato la stampa" in preview.state.text()
    assert preview.save_button.isEnabled()
    preview.print_to(printer_to(tmp_path / "carta.pdf", 7, 9))
    idle(qtbot, tasks)
    assert "Il documento ha 2 pagine" in preview.state.text()
    preview.reject()


def test_the_button_asks_for_the_printer(show: Show, tasks: Tasks, qtbot: QtBot) -> None:
    preview = opened(tasks, show())
    idle(qtbot, tasks)
    preview.print_button.click()
    (dialog,) = preview.findChildren(QPrintDialog)
    assert dialog.isVisible()
    dialog.reject()
    preview.reject()
