# SPDX-License-Identifier: EUPL-1.2
"""A print in two versions: what is shown is what is saved, and both are saved without writing over anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.reports import service
from app.ui.tasks import Tasks
from app.ui.widgets.pdf_versions import PdfVersions, Version
from tests.reports import factory
from tests.ui.widgets.conftest import Show


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """Threads without a store: drawing needs none."""
    made = Tasks(lambda: None, qapp)
    yield made
    made.close()
    shiboken6.delete(made)


def _draw(path: Path) -> None:
    service.draw(factory.service_report(), path)


def _refuse(_path: Path) -> None:
    raise UserError("report.nothing_sent", id="1")


def _opened(show: Show, tasks: Tasks, qtbot: QtBot, *, is_refused: bool = False) -> PdfVersions:
    second = _refuse if is_refused else _draw
    versions = (Version("Per gli uffici", _draw, "una.pdf"), Version("Per la pubblicazione", second, "altra.pdf"))
    made = PdfVersions(tasks, "Scheda", versions, show())
    made.open()
    qtbot.waitUntil(lambda: not tasks.is_busy, timeout=20_000)
    return made


def _saves_both(preview: PdfVersions, tasks: Tasks, qtbot: QtBot, target: Path) -> None:
    preview.save_both.click()
    (dialog,) = preview.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(lambda: not tasks.is_busy, timeout=20_000)


def test_both_are_saved_at_once(show: Show, tasks: Tasks, qtbot: QtBot, tmp_path: Path) -> None:
    preview = _opened(show, tasks, qtbot)
    assert preview.chips.current() == "Per gli uffici"
    assert preview.save_both.hasFocus()
    _saves_both(preview, tasks, qtbot, tmp_path / "scelto.pdf")
    assert (tmp_path / "scelto.pdf").read_bytes() == (tmp_path / "altra.pdf").read_bytes()
    assert preview.state.text() == "Salvati: scelto.pdf · altra.pdf"
    _saves_both(preview, tasks, qtbot, tmp_path / "scelto.pdf")
    assert sorted(file.name for file in tmp_path.glob("*.pdf")) == ["altra 2.pdf", "altra.pdf", "scelto.pdf"]
    _saves_both(preview, tasks, qtbot, tmp_path / "altra.pdf")
    assert (tmp_path / "altra 3.pdf").is_file()
    preview.reject()


def test_the_other_version_is_drawn_when_it_is_looked_at(show: Show, tasks: Tasks, qtbot: QtBot) -> None:
    preview = _opened(show, tasks, qtbot)
    preview.show_version("Per la pubblicazione")
    assert not preview.save_button.isEnabled()
    qtbot.waitUntil(lambda: not tasks.is_busy, timeout=20_000)
    assert preview.state.text() == "2 pagine"
    assert preview.chips.current() == "Per la pubblicazione"
    preview.reject()


def test_one_that_cannot_be_drawn_leaves_nothing_half_done(
    show: Show, tasks: Tasks, qtbot: QtBot, tmp_path: Path
) -> None:
    preview = _opened(show, tasks, qtbot, is_refused=True)
    _saves_both(preview, tasks, qtbot, tmp_path / "scelto.pdf")
    assert list(tmp_path.glob("*.pdf")) == []
    assert preview.save_both.isEnabled()
    assert "Salvati" not in preview.state.text()
    preview.reject()
