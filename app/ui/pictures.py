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
from app.ui.contract.parts_page import PartsPage
from app.ui.main_window import MainWindow
from app.ui.shell.pages import REGISTRY
from app.ui.theme import Theme

_WIDTH = 1366
_HEIGHT = 768
_WITH_PARTS = ("contract", "concession")  # each part of these is drawn, the first under the name of the page
_GIVE_UP_MS = 60_000
_ROUNDS = 10  # of events, since on a busy machine the time is over before the layouts that follow one another
_SETTLE_MS = 30  # for layouts that Qt puts off
_SAID_OF_EVERY_WINDOW = "This plugin does not support propagateSizeHints()"


def take_pictures(folder: Path, store_url: str, output: Path, *, theme: str, zoom: int) -> list[Path]:
    """Draw every page and every part of a contract at 1366x768 into `output`, named after them; gives the files.

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
        if window.pages.name == "start":
            return [_picture(window, output, "start")]
        made = [_picture(window, output, name) for name in REGISTRY if name != "start"]
        return made + [_picture(window, output, *place) for name in _WITH_PARTS for place in _parts(window, name)]
    finally:
        window.tasks.close()
        window.deleteLater()
        look.deleteLater()


def _say(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """What Qt says goes to standard error, but for what the offscreen plugin says of every window."""
    if message != _SAID_OF_EVERY_WINDOW:
        sys.stderr.write(f"{message}\n")


def _parts(window: MainWindow, name: str) -> list[tuple[str, str]]:
    """The page and the key of each of its parts but the first; none where there is nothing to take apart."""
    window.open_page(name)
    settle(window)
    page = window.pages.current()
    if not isinstance(page, PartsPage) or page.view is None:
        return []
    number = page.number_of(page.view)
    return [(name, f"{number}:{row.key}") for row in page.table.rows()[1:]]


def _picture(window: MainWindow, output: Path, name: str, key: str = "") -> Path:
    window.open_page(name, key)
    settle(window)
    part = key.partition(":")[2]
    file = output / f"{name}{f'_{part}' if part else ''}.png"
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
        for _round in range(_ROUNDS):
            QTimer.singleShot(0, loop, loop.quit)
            loop.exec()
        if not window.tasks.is_busy:
            return


def _run(loop: QEventLoop, window: MainWindow) -> None:
    QTimer.singleShot(_GIVE_UP_MS, loop, loop.quit)
    window.show()
    loop.exec()
    if window.desk is None and window.trouble is None:
        raise TimeoutError
