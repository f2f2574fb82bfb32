# SPDX-License-Identifier: EUPL-1.2
"""What the window remembers on this computer: its size, the page it was left on, what was being typed."""

from __future__ import annotations

import copy
import logging
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from app.errors import CampanileError
from app.settings import Settings
from app.ui import messages
from app.ui.shell.situation import Opener

_WIDTH, _HEIGHT = 1366, 768
_FRAME = 48  # what the system puts around a window
_LOOK_MS = 200  # what is typed is written at the first rest of the keys that is as long as this
_LONGEST_MS = 2_000  # who types without a pause loses no more than this when cut off

_log = logging.getLogger(__name__)


class Memory:
    """Reads from the settings that the window was started with, writes through the data folder once it is open."""

    def __init__(self, window: QMainWindow, opener: Opener, settings: Settings) -> None:
        self._window = window
        self._opener = opener
        self._settings = settings
        kept = settings.window
        window.resize(kept.get("width", _WIDTH), kept.get("height", _HEIGHT))
        self.is_maximized_first = bool(kept.get("is_maximized", not _has_room()))
        self.first_page = str(kept.get("page", "home"))
        self._typed: dict[str, Any] = {}
        self._written: dict[str, Any] = {}
        self._seen: dict[str, Any] = {}
        self._unwritten_ms = 0
        self._drafts = QTimer(window)
        self._drafts.setInterval(_LOOK_MS)
        self._drafts.timeout.connect(self._look)

    def typed(self) -> dict[str, Any]:
        """What was being typed into the current store when the window was left, or cut off; kept up from here on."""
        kept = self._now().window.get("typed", {})
        found = kept.get(self._now().current_store, {}) if isinstance(kept, dict) else {}
        self._written = found if isinstance(found, dict) else {}
        self._typed = copy.deepcopy(self._written)
        self._drafts.start()
        return self._typed

    def keep(self, page: str, typed: dict[str, Any]) -> None:
        """Keep size, page ("" for one that is not gone back to) and what is typed and not saved."""
        self._drafts.stop()
        window, before = self._window, self._now().window
        kept: dict[str, Any] = {**before, "is_maximized": window.isMaximized()}
        if not window.isMaximized():
            kept |= {"width": window.width(), "height": window.height()}
        if page:
            kept["page"] = page
        kept["typed"] = {self._now().current_store: typed} if typed else {}
        self.remember(window=kept)

    def remember(self, **fields: object) -> None:
        """Write settings; where that fails, say so and go on."""
        if self._opener.workspace is None:
            return
        try:
            self._opener.workspace.change_settings(**fields)
        except CampanileError as error:
            messages.show_error(self._window, error)

    def _look(self) -> None:
        """Write what is being typed once it rests, or once it has waited long enough."""
        if self._typed == self._written:
            self._unwritten_ms = 0
            return
        self._unwritten_ms += _LOOK_MS
        if self._typed == self._seen or self._unwritten_ms >= _LONGEST_MS:
            self._unwritten_ms = 0
            self._keep_typed()
        else:
            self._seen = copy.deepcopy(self._typed)

    def _keep_typed(self) -> None:
        """Write what is being typed; where that fails, the one told of it is who closes."""
        if self._opener.workspace is None:
            return
        self._written = copy.deepcopy(self._typed)
        kept = {**self._now().window, "typed": {self._now().current_store: self._written}}
        try:
            self._opener.workspace.change_settings(window=kept)
        except CampanileError:
            _log.warning("what is being typed cannot be kept")
            self._drafts.stop()

    def _now(self) -> Settings:
        return self._opener.workspace.settings if self._opener.workspace else self._settings


def _has_room() -> bool:
    """Whether the usual size fits the screen with its frame; without a screen nothing is in the way."""
    screen = QGuiApplication.primaryScreen()
    if screen is None or QGuiApplication.platformName() == "offscreen":
        return True
    room = screen.availableGeometry()
    return room.width() >= _WIDTH and room.height() >= _HEIGHT + _FRAME
