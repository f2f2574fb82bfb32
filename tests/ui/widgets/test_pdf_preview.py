# SPDX-License-Identifier: EUPL-1.2
"""A print before it is saved: its pages, and the very bytes that were shown."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
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
