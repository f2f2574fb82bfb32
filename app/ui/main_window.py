# SPDX-License-Identifier: EUPL-1.2
"""The window: head, places, pages, foot; opens the archive after it is painted, copies it when it is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenuBar

from app.errors import CampanileError
from app.settings import ZOOMS, Settings
from app.text import _, sentence
from app.ui.desk import Desk
from app.ui.shell.about import show_about
from app.ui.shell.deeds import copy_now, do_again, take_back
from app.ui.shell.finding import Finding
from app.ui.shell.frame import Frame
from app.ui.shell.leaving import Leaving
from app.ui.shell.memory import Memory
from app.ui.shell.menus import Menus
from app.ui.shell.pages import PLACE_OF
from app.ui.shell.situation import Opener, Situation, read_situation
from app.ui.shell.trouble import Trouble
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.workspace import Workspace
    from app.ui.widgets.pdf_versions import Version


class MainWindow(QMainWindow):
    """One window a data folder; `ready` comes when the first page stands, or when the archive did not open."""

    ready = Signal()

    def __init__(
        self,
        folder: Path,
        store_url: str,
        settings: Settings,
        theme: Theme,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(_("Campanile"))
        self._opener = Opener(folder, store_url, clock)
        self._memory = Memory(self, self._opener, settings)
        self.tasks = Tasks(self._opener, self)
        self.theme = theme
        self.desk: Desk | None = None
        self.situation: Situation | None = None
        self.trouble: CampanileError | None = None  # why the archive did not open
        self._is_painted = False
        self._leaving = Leaving(self, self.tasks)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._build()
        self.tasks.changed.connect(self._on_changed)
        self.tasks.swapped.connect(self._read_situation)

    @property
    def workspace(self) -> Workspace:
        """The data folder; AttributeError before it was opened."""
        if self._opener.workspace is None:
            raise AttributeError
        return self._opener.workspace

    def open_page(self, name: str, key: str = "") -> None:
        """Show a page, on the thing with that key."""
        if self.desk is not None:
            self.pages.open(name, key)

    def toast(self, text: str, *, with_undo: bool = False) -> None:
        """Say what was done."""
        self._toast.say(text, with_undo=with_undo)

    def show_preview(self, title: str, draw: Callable[[Path], Any], file_name: str) -> None:
        """Show a print before it is saved."""
        from app.ui.widgets.pdf_preview import PdfPreview

        PdfPreview(self.tasks, title, draw, file_name, self).open()

    def show_versions(self, title: str, versions: Sequence[Version]) -> None:
        """Show a print that there is in several versions."""
        from app.ui.widgets.pdf_versions import PdfVersions

        PdfVersions(self.tasks, title, versions, self).open()

    def open_current(self) -> None:
        """Open the current store again and show its first page."""
        self.pages.forget()
        self.tasks.swap(self, self._opener, self._on_opened, self._on_not_opened)

    def set_zoom(self, zoom: int) -> None:
        """Enlarge all, in per cent, and remember it."""
        if zoom == self.theme.zoom:
            return
        self._memory.remember(zoom=zoom)
        self.theme.apply(self.theme.name, zoom)
        QTimer.singleShot(0, self, self._build_again)

    def set_language(self, code: str) -> None:
        """Speak "it" or "en" from here on, and remember it."""
        from app.ui.application import speak

        self._memory.remember(language=code)
        speak(code)
        QTimer.singleShot(0, self, self._build_again)

    def set_theme(self, name: str) -> None:
        """Change the look and remember it."""
        self._memory.remember(theme=name)
        self.theme.apply(name, self.theme.zoom)
        self._menus.show_look(name, self.theme.zoom)

    def zoom_by(self, by: int) -> None:
        """One step larger or smaller; 0: back to 100 %."""
        place = ZOOMS.index(self.theme.zoom) + by
        self.set_zoom(ZOOMS[min(max(place, 0), len(ZOOMS) - 1)] if by else 100)

    def go(self, by: int) -> None:
        """One page back or forward."""
        self.pages.step(by)

    def undo(self) -> None:
        """Take back the last action and say which."""
        take_back(self, self.tasks, self.toast)

    def redo(self) -> None:
        """Do again what was taken back and say which."""
        do_again(self, self.tasks, self.toast)

    def back_up(self) -> None:
        """Make a verified copy now."""
        copy_now(self, self.tasks, self.workspace, self.toast)

    def print_page(self) -> None:
        """Print what is shown, where the page can."""
        if not self.pages.print_current():
            self.toast(_("Questa pagina non ha una stampa."))

    def focus_search(self) -> None:
        """Put the keyboard into the search of the window."""
        self._frame.focus_search()

    def focus_page_search(self) -> None:
        """Put the keyboard into the search of the page, else into that of the window."""
        if not self.pages.focus_search():
            self.focus_search()

    def next_pane(self) -> None:
        """Put the keyboard into the next part of the window."""
        self._frame.next_pane(self.focusWidget())

    def about(self) -> None:
        """Say what this program is."""
        show_about(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first picture, open the archive."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room where the window is narrow."""
        super().resizeEvent(event)
        self._frame.fit(event.size().width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the note being typed, the place and the copy of the day; then end."""
        if self._leaving.may_go(self.workspace if self.situation else None):
            self._memory.keep(self._frame.place, self.desk.typed if self.desk else {})
            self.tasks.close()
            event.accept()
        else:
            event.ignore()

    def _build(self) -> None:
        self._frame = Frame(self._remove_example)
        self._frame.fit(self.width())
        self.pages = self._frame.pages
        self.search = self._frame.search
        self.setCentralWidget(self._frame)
        self.setMenuBar(QMenuBar(self))  # the one before goes, with its menus and their keys
        self._menus = Menus(self.menuBar(), self)
        self._menus.show_look(self.theme.name, self.theme.zoom)
        self._menus.show_store(is_open=False)
        self._toast = Toast(self._frame.status, self.undo)
        self._frame.status.hold(self._toast)
        Finding(self.search, self.tasks, self.open_page)
        self._frame.chosen.connect(self.open_page)
        self.pages.opened.connect(self._on_opened_page)
        self._show_situation()

    def _build_again(self) -> None:
        name, key = self.pages.name, self.pages.key
        self._build()
        if self.desk is not None:
            self.pages.set_desk(self.desk)
        if self.trouble is not None and not name:
            self._show_trouble(self.trouble)
        elif self.desk is not None:
            self.pages.open(name or "home", key)

    def _start(self) -> None:
        if self._memory.is_maximized_first:
            self.showMaximized()
        self.tasks.swap(self, self._opener, self._on_opened, self._on_not_opened)

    def _on_opened(self, store: object) -> None:
        self.trouble = None
        self._set_desk()
        self.pages.open(*(("start", "") if store is None else self._frame.known(self._memory.first_page)))
        self.ready.emit()

    def _on_not_opened(self, error: CampanileError) -> None:
        self.trouble = error
        self._show_trouble(error)
        self.ready.emit()

    def _show_trouble(self, error: CampanileError) -> None:
        trouble = Trouble(sentence(error), self.open_current, self._open_copies)
        self.pages.addWidget(trouble)
        self.pages.setCurrentWidget(trouble)

    def _open_copies(self) -> None:
        self._set_desk()
        self.pages.open("settings", "backup")

    def _set_desk(self) -> None:
        self.desk = Desk(self.tasks, self.workspace, self, self.theme, self._memory.typed())
        self.pages.set_desk(self.desk)

    def _on_changed(self, changes: Changes) -> None:
        if changes.history:
            self._toast.forget_undo()
        self.pages.tell(changes)
        self._read_situation()

    def _read_situation(self) -> None:
        self.tasks.query(self, read_situation, self._on_situation, lambda _error: self._on_situation(None))

    def _on_situation(self, situation: Situation | None) -> None:
        self.situation = situation
        self._show_situation()

    def _show_situation(self) -> None:
        situation = self.situation
        now = self.workspace.clock() if self._opener.workspace else None
        self._frame.show_situation(situation, now)
        self._menus.show_undo(situation.undo if situation else None)
        self._menus.show_store(is_open=situation is not None)
        self._show_title()

    def _remove_example(self) -> None:
        self.pages.forget()
        self.tasks.swap(self, self._opener.without_example, self._on_opened, self._on_not_opened)

    def _on_opened_page(self, name: str) -> None:
        self._frame.sidebar.show_current(PLACE_OF.get(name, name))
        self._menus.show_way(back=self.pages.can_step(-1), forward=self.pages.can_step(1))
        self._show_title()

    def _show_title(self) -> None:
        """Page, comune, program: what a list of windows and a screen reader say."""
        page = str(getattr(self.pages.current(), "TITLE", ""))
        office = self.situation.office.name if self.situation else ""
        self.setWindowTitle(" - ".join(part for part in (_(page), office, "Campanile") if part))
