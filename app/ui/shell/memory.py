# SPDX-License-Identifier: EUPL-1.2
"""What the window remembers on this computer: its size, the page it was left on, what was being typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QMainWindow

from app.errors import CampanileError
from app.settings import Settings
from app.ui import messages
from app.ui.shell.situation import Opener

_WIDTH, _HEIGHT = 1366, 768


class Memory:
    """Reads from the settings that the window was started with, writes through the data folder once it is open."""

    def __init__(self, window: QMainWindow, opener: Opener, settings: Settings) -> None:
        self._window = window
        self._opener = opener
        self._settings = settings
        kept = settings.window
        window.resize(kept.get("width", _WIDTH), kept.get("height", _HEIGHT))
        self.is_maximized_first = bool(kept.get("is_maximized"))
        self.first_page = str(kept.get("page", "home"))

    def typed(self) -> dict[str, Any]:
        """What was being typed into the current store when the window was left."""
        kept = self._now().window.get("typed", {})
        found = kept.get(self._now().current_store, {}) if isinstance(kept, dict) else {}
        return found if isinstance(found, dict) else {}

    def keep(self, page: str, typed: dict[str, Any]) -> None:
        """Keep size, page ("" for one that is not gone back to) and what is typed and not saved."""
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

    def _now(self) -> Settings:
        return self._opener.workspace.settings if self._opener.workspace else self._settings
