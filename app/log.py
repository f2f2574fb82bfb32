# SPDX-License-Identifier: EUPL-1.2
"""The log: ids and codes only, never the words of the clerk (reliability D20)."""

import faulthandler
import logging
import logging.handlers
import os
from pathlib import Path
from typing import TextIO

from app.paths import make_private

_BYTES = 1_000_000
_FILES = 3


logging.getLogger("app").addHandler(logging.NullHandler())  # without a log nothing is said on standard error


class _PrivateHandler(logging.handlers.RotatingFileHandler):
    """A rotating file that only its owner may read; a full disk is no reason to stop (reliability D3f)."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name of the base class
        """Lose the line, and say nothing."""

    def _open(self):  # type: ignore[no-untyped-def] # noqa: ANN202 - the base class names no type
        os.close(os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT, 0o600))
        return super()._open()


class _Opened:
    """What `start` opened and `stop` closes."""

    handler: logging.Handler | None = None
    faults: TextIO | None = None


def start(folder: Path) -> None:
    """Log to `logs/` of the data folder; a folder that cannot be written is no reason to stop."""
    stop()
    try:
        make_private(folder / "logs")
        _Opened.faults = (folder / "logs" / "faults.log").open("a", encoding="utf-8")
    except OSError:
        return
    _Opened.handler = _PrivateHandler(
        folder / "logs" / "campanile.log", maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8", delay=True
    )
    _Opened.handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("app")
    root.setLevel(logging.INFO)
    root.addHandler(_Opened.handler)
    faulthandler.enable(_Opened.faults)


def place() -> Path | None:
    """The file of the log, or None where none can be written."""
    handler = _Opened.handler
    file = Path(handler.baseFilename) if isinstance(handler, logging.FileHandler) else None
    return file if file and file.exists() else None


def stop() -> None:
    """Close what `start` opened."""
    if _Opened.handler:
        logging.getLogger("app").removeHandler(_Opened.handler)
        _Opened.handler.close()
        _Opened.handler = None
    if _Opened.faults:
        faulthandler.disable()
        _Opened.faults.close()
        _Opened.faults = None
