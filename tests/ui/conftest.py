# SPDX-License-Identifier: EUPL-1.2
"""Real windows, offscreen, on real stores; the threads are joined when the test ends."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app import settings as app_settings
from app.ui.application import speak, the_application
from app.ui.main_window import MainWindow
from app.ui.theme import Theme
from tests.conftest import NOW
from tests.ui.clerk import Clerk

Seat = Callable[..., Clerk]
_GIVE_UP_MS = 30_000

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The one application, as the program makes it."""
    return the_application()


@pytest.fixture
def seat(qapp: QApplication, tmp_path: Path) -> Iterator[Seat]:
    """Sit down before a window: `seat(folder)` on a copy of a closed data folder, `seat()` on an empty one."""
    opened: list[tuple[MainWindow, Theme]] = []

    def sit(
        folder: Path | None = None,
        *,
        theme: str = "light",
        zoom: int = 100,
        size: tuple[int, int] = (1366, 768),
        named: str = "dati",
    ) -> Clerk:
        data = tmp_path / f"{named}{len(opened)}"
        if folder is None:
            data.mkdir(mode=0o700)
        else:
            shutil.copytree(folder, data)
        speak("it")
        look = Theme(qapp)
        look.apply(theme, zoom)
        window = MainWindow(data, "", app_settings.load(data), look, clock=lambda: NOW)
        window.resize(*size)
        opened.append((window, look))
        ready = QEventLoop()
        window.ready.connect(ready.quit)
        QTimer.singleShot(_GIVE_UP_MS, ready, ready.quit)
        window.show()
        window.activateWindow()
        ready.exec()
        clerk = Clerk(window)
        clerk.waits()
        return clerk

    yield sit
    for window, look in opened:
        window.tasks.close()
        window.hide()
        window.deleteLater()
        look.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    Theme(qapp).apply("light", 100)


@pytest.fixture
def clerk(seat: Seat, example_folder: Path) -> Clerk:
    """Before the window of the invented comune, full of data."""
    return seat(example_folder)


@pytest.fixture
def new_clerk(seat: Seat, aprica_folder: Path) -> Clerk:
    """Before the window of Aprica, with the catalogue and no project."""
    return seat(aprica_folder)


@pytest.fixture
def first_clerk(seat: Seat) -> Clerk:
    """Before the very first start."""
    return seat()
