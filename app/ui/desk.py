# SPDX-License-Identifier: EUPL-1.2
"""What every page is given: the threads, the data folder, the window around it, the look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from app.actions.workspace import Workspace
    from app.ui.tasks import Tasks
    from app.ui.theme import Theme
    from app.ui.widgets.pdf_versions import Version


class Window(Protocol):
    """What a page may ask of the window."""

    def open_page(self, name: str, key: str = "") -> None:
        """Show another page, on the thing with that key."""

    def toast(self, text: str, *, with_undo: bool = False) -> None:
        """Say what was done, for some seconds, with "Annulla" beside it if wanted."""

    def show_preview(self, title: str, draw: Callable[[Path], Any], file_name: str) -> None:
        """Show a print before it is saved; `draw` writes the PDF to a path, away from the UI thread."""

    def show_versions(self, title: str, versions: Sequence[Version]) -> None:
        """Show a print that there is in several versions, the first one first."""

    def open_current(self) -> None:
        """Open the current store again and show its first page, after it was changed or taken back."""

    def undo(self) -> None:
        """Take back the last action and say which."""

    def redo(self) -> None:
        """Do again what was taken back and say which."""

    def back_up(self) -> None:
        """Make a verified copy now, tell the pages and say its name."""

    def set_zoom(self, zoom: int) -> None:
        """Enlarge all, in per cent, and remember it."""

    def set_language(self, code: str) -> None:
        """Speak "it" or "en" from here on, and remember it; all pages are made anew."""

    def set_theme(self, name: str) -> None:
        """Change the look ("system", "light", "dark", "contrast") and remember it."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Given to every page by the window."""

    tasks: Tasks
    workspace: Workspace
    window: Window
    theme: Theme
    typed: dict[str, Any] = field(
        default_factory=dict
    )  # by form, not yet saved: outlives a page made anew, and the window
