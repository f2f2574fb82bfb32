# SPDX-License-Identifier: EUPL-1.2
"""Every page as a picture, without a screen."""

from __future__ import annotations

import dataclasses
import os
import sys
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEventLoop,
    QIODevice,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)

from app import settings as app_settings
from app.actions.output import make_folder, writing
from app.files import write_atomically
from app.text import language
from app.ui.main_window import MainWindow
from app.ui.theme import Theme

_WIDTH = 1366
_HEIGHT = 768
_PAGES = (
    *("home", "catalogue", "accessions", "accession", "centres", "concessions", "contract", "concession"),
    *("invoices", "funding", "documents", "history", "settings", "help"),
)
_GIVE_UP_MS = 60_000
_SETTLE_MS = 30  # for layouts that Qt puts off
_SAID_OF_EVERY_WINDOW = "This plugin does not support propagateSizeHints()"


def take_pictures(folder: Path, store_url: str, output: Path, *, theme: str, zoom: int) -> list[Path]:
    """Draw every page at 1366x768 into `output`, named after the page; gives the files.

    An archive that does not open raises its error: an empty window is no picture of a page.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from app.ui.application import speak, the_application

    qInstallMessageHandler(_say)
    app = the_application()
    speak(language())
    settings = dataclasses.replace(app_settings.load(folder), window={})
    look = Theme(app)
    look.apply(theme, zoom)
    make_folder(output)
    window = MainWindow(folder, store_url, settings, look)
    window.resize(_WIDTH, _HEIGHT)
    loop = QEventLoop()
    window.ready.connect(loop.quit)
    _run(loop, window)
    try:
        if window.trouble:
            raise window.trouble
        names = _PAGES if window.pages.name != "start" else ("start",)
        return [_picture(window, name, output) for name in names]
    finally:
        window.tasks.close()
        window.deleteLater()
        look.deleteLater()


def _say(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """What Qt says goes to standard error, but for what the offscreen plugin says of every window."""
    if message != _SAID_OF_EVERY_WINDOW:
        sys.stderr.write(f"{message}\n")


def _picture(window: MainWindow, name: str, output: Path) -> Path:
    window.open_page(name)
    settle(window)
    file = output / f"{name}.png"
    drawn = QByteArray()
    buffer = QBuffer(drawn)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    with writing(file):
        write_atomically(file, bytes(drawn.data()))
    return file


def settle(window: MainWindow) -> None:
    """Wait until all that was asked is answered and all is laid out."""
    loop = QEventLoop()
    while True:
        if window.tasks.is_busy:
            window.tasks.busy.connect(loop.quit)
            QTimer.singleShot(_GIVE_UP_MS, loop, loop.quit)
            loop.exec()
            window.tasks.busy.disconnect(loop.quit)
        QTimer.singleShot(_SETTLE_MS, loop, loop.quit)
        loop.exec()
        if not window.tasks.is_busy:
            return


def _run(loop: QEventLoop, window: MainWindow) -> None:
    QTimer.singleShot(_GIVE_UP_MS, loop, loop.quit)
    window.show()
    loop.exec()
    if window.desk is None and window.trouble is None:
        raise TimeoutError
