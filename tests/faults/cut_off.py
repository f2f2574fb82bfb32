# SPDX-License-Identifier: EUPL-1.2
"""Types into one form of a procedure in a real window, then is killed by SIGKILL in the middle of it.

    python -m tests.faults.cut_off FOLDER LINE [SECONDS]

FOLDER is a data folder with one procedure; LINE one of its lines, perhaps with a part of it (`services:BAS-05`), or a
thing of the page Documenti (`documents/1`, `documents/act:1`). Every
field of the form in sight gets a text, the last one is still being typed into when the process kills itself, as soon
as the time in which the window promises to keep what was typed has passed, or so many seconds after the last key.
Prints the texts typed, one JSON line.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app import settings
from app.ui.accession.ask import Ask
from app.ui.application import speak, the_application
from app.ui.main_window import MainWindow
from app.ui.theme import Theme
from app.ui.widgets.expander import Expander
from tests.conftest import NOW
from tests.ui.clerk import Clerk

KEPT_AFTER = 2.5  # seconds: who types on without a rest is kept every two


def main() -> int:
    """Type, tell what, and die."""
    folder, line = Path(sys.argv[1]), sys.argv[2]
    kept_after = float(sys.argv[3]) if len(sys.argv) > 3 else KEPT_AFTER
    app = the_application()
    speak("it")
    look = Theme(app)
    look.apply("light", 100)
    window = MainWindow(folder, "", settings.load(folder), look, clock=lambda: NOW)
    ready = QEventLoop()
    window.ready.connect(ready.quit)
    window.show()
    window.activateWindow()
    ready.exec()
    clerk = Clerk(window)
    name, slash, key = line.partition("/")
    page = clerk.opens(name, key) if slash else clerk.opens("accession", f"1:{line}")
    stack = page.stack  # type: ignore[attr-defined] # the page of a procedure
    open_all(stack.currentWidget())
    told: list[tuple[str, str]] = []
    for field in fields_in_sight(stack.currentWidget()):
        text = f"a metà {len(told)}"
        field.setFocus()
        field.selectAll()
        clerk.types(text, field)
        told.append((field.accessibleName(), text))
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    waiting = QEventLoop()
    QTimer.singleShot(int(kept_after * 1000), waiting, waiting.quit)
    waiting.exec()
    os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(60)
    return 1


def open_all(within: QWidget) -> None:
    """Open every question and every part that is folded away."""
    for part in within.findChildren(Expander):
        part.open()
    for ask in within.findChildren(Ask):
        ask.show()


def fields_in_sight(within: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    """What can be typed into; the search of the catalogue is no form."""
    found: list[QLineEdit | QPlainTextEdit] = [*within.findChildren(QLineEdit), *within.findChildren(QPlainTextEdit)]
    return [
        field
        for field in found
        if field.isVisible() and not field.isReadOnly() and "catalogo" not in field.accessibleName()
    ]


if __name__ == "__main__":
    sys.exit(main())
