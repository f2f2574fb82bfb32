# SPDX-License-Identifier: EUPL-1.2
"""The window: head, places, pages, foot; opens the archive after it is painted, copies it when it is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMessageBox, QVBoxLayout, QWidget

import app
from app.errors import CampanileError
from app.settings import ZOOMS, Settings
from app.text import _, action_title, sentence
from app.ui import messages
from app.ui.desk import Desk
from app.ui.shell.header import Header
from app.ui.shell.menus import Menus
from app.ui.shell.pages import Pages
from app.ui.shell.search_box import SearchBox
from app.ui.shell.sidebar import Place, Sidebar
from app.ui.shell.situation import Opener, Situation, read_situation
from app.ui.shell.status_bar import StatusBar
from app.ui.shell.trouble import Trouble
from app.ui.tasks import Tasks
from app.ui.theme import Theme, unit
from app.ui.widgets.banner import Banner
from app.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.search import Hit
    from app.actions.workspace import Workspace

_PAGE_OF_KIND = {
    "service": ("catalogue", ""),
    "centre": ("catalogue", "centre:"),
    "project": ("funding", ""),
    "call": ("funding", "call:"),
}
_NARROW = 1000


def _places() -> tuple[Place, ...]:
    return (
        Place("home", _("Inizio"), "house"),
        Place("catalogue", _("Catalogo"), "list"),
        Place("funding", _("Finanziamenti"), "euro"),
        Place("settings", _("Impostazioni"), "gear", is_below=True),
        Place("help", _("Aiuto"), "help", is_below=True),
    )


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
        self.resize(settings.window.get("width", 1366), settings.window.get("height", 768))
        self._settings = settings
        self._is_maximized_first = bool(settings.window.get("is_maximized"))
        self._opener = Opener(folder, store_url, clock)
        self.tasks = Tasks(self._opener, self)
        self.theme = theme
        self.desk: Desk | None = None
        self.situation: Situation | None = None
        self._is_painted = False
        self._is_leaving = False
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

    def open_current(self) -> None:
        """Open the current store again and show its first page."""
        self.pages.forget()
        self.tasks.swap(self, self._opener, self._on_opened, self._on_not_opened)

    def set_zoom(self, zoom: int) -> None:
        """Enlarge all, in per cent, and remember it."""
        if zoom == self.theme.zoom:
            return
        self._remember(zoom=zoom)
        self.theme.apply(self.theme.name, zoom)
        QTimer.singleShot(0, self, self._build_again)

    def set_theme(self, name: str) -> None:
        """Change the look and remember it."""
        self._remember(theme=name)
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
        from app.actions.history import undo_last

        self.tasks.act(self, undo_last, lambda done: self._tell_step(_("Annullato: {title}"), done[0]))

    def redo(self) -> None:
        """Do again what was taken back and say which."""
        from app.actions.history import redo_last

        self.tasks.act(self, redo_last, lambda done: self._tell_step(_("Ripetuto: {title}"), done[0]))

    def back_up(self) -> None:
        """Make a verified copy now."""
        from app.actions import backup

        self.tasks.query(self, lambda store: backup.back_up(self.workspace, store), self._on_backed_up)

    def print_page(self) -> None:
        """Print what is shown, where the page can."""
        doing = getattr(self.pages.current(), "print_page", None)
        if doing:
            doing()
        else:
            self.toast(_("Questa pagina non ha una stampa."))

    def focus_search(self) -> None:
        """Put the keyboard into the search of the window."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def focus_page_search(self) -> None:
        """Put the keyboard into the search of the page, else into that of the window."""
        field = getattr(self.pages.current(), "search_field", None)
        if field:
            field().setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.focus_search()

    def next_pane(self) -> None:
        """Put the keyboard into the next part of the window."""
        panes: list[QWidget] = [self._header, self._sidebar, self.pages, self._status]
        focused = self.focusWidget()
        now = next((n for n, pane in enumerate(panes) if focused is not None and pane.isAncestorOf(focused)), -1)
        for step in range(1, len(panes) + 1):
            if self._focus_first(panes[(now + step) % len(panes)]):
                return

    def about(self) -> None:
        """Say what this program is."""
        told = _(
            "Campanile {version}\n\nIl banco di lavoro dei servizi digitali condivisi di un comune.\nLicenza EUPL-1.2."
        )
        QMessageBox.information(self, _("Informazioni su Campanile"), told.format(version=app.__version__))

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first picture, open the archive."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room where the window is narrow."""
        super().resizeEvent(event)
        self._sidebar.set_narrow(event.size().width() < unit(_NARROW))
        self._toast.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the note being typed, the place and the copy of the day; then end."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        if self._is_leaving or self.situation is None:
            self._is_leaving = True
            self._keep_place()
            self.tasks.close()
            event.accept()
            return
        from app.actions.backup import back_up_if_due

        event.ignore()
        self._is_leaving = True
        self._status.setEnabled(False)
        self.tasks.query(
            self, lambda store: back_up_if_due(self.workspace, store), self._on_copied, self._on_not_copied
        )

    def _build(self) -> None:
        shell = QWidget()
        shell.setObjectName("shell")
        self.search = SearchBox()
        self._header = Header(self.search)
        self._banners = QVBoxLayout()
        self._banners.setSpacing(0)
        self._sidebar = Sidebar(_places())
        self._sidebar.set_narrow(self.width() < unit(_NARROW))
        self.pages = Pages()
        self._status = StatusBar()
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._sidebar)
        body.addWidget(self.pages, 1)
        layout = QVBoxLayout(shell)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addLayout(self._banners)
        layout.addLayout(body, 1)
        layout.addWidget(self._status)
        self.setCentralWidget(shell)
        self.menuBar().clear()
        self._menus = Menus(self.menuBar(), self)
        self._menus.show_look(self.theme.name, self.theme.zoom)
        self._menus.show_store(is_open=False)
        self._toast = Toast(self, self.undo)
        self._connect()
        self._show_situation()

    def _connect(self) -> None:
        self._sidebar.chosen.connect(self.open_page)
        self._status.chosen.connect(self.open_page)
        self.search.wanted.connect(self._find)
        self.search.chosen.connect(self._on_hit)
        self.pages.opened.connect(self._on_opened_page)

    def _build_again(self) -> None:
        name = self.pages.name
        self._toast.deleteLater()
        self._build()
        if self.desk is not None:
            self.pages.set_desk(self.desk)
            self.pages.open(name or "home")

    def _start(self) -> None:
        if self._is_maximized_first:
            self.showMaximized()
        self.tasks.swap(self, self._opener, self._on_opened, self._on_not_opened)

    def _on_opened(self, store: object) -> None:
        self.desk = Desk(self.tasks, self.workspace, self, self.theme)
        self.pages.set_desk(self.desk)
        first = self._settings.window.get("page", "home") if store is not None else "start"
        self._settings = self.workspace.settings
        self.pages.open(first if first in self._sidebar.buttons or store is None else "home")
        self.ready.emit()

    def _on_not_opened(self, error: CampanileError) -> None:
        trouble = Trouble(sentence(error), self.open_current, self._open_copies)
        self.pages.addWidget(trouble)
        self.pages.setCurrentWidget(trouble)
        self.ready.emit()

    def _open_copies(self) -> None:
        self.desk = Desk(self.tasks, self.workspace, self, self.theme)
        self.pages.set_desk(self.desk)
        self.pages.open("settings", "backup")

    def _on_changed(self, changes: Changes) -> None:
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
        self._header.show_office(situation.office if situation else None, now.year if now else None)
        self._status.show_situation(situation, now)
        self._sidebar.setEnabled(situation is not None)
        self._menus.show_undo(situation.undo if situation else None)
        self._menus.show_store(is_open=situation is not None)
        while (item := self._banners.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        if situation and situation.office.is_example:
            told = _("Comune di esempio: nomi, progetti e importi sono inventati.")
            self._banners.addWidget(Banner(told, _("Elimina l'esempio"), self._remove_example))
        if situation and situation.is_read_only:
            told = _("Archivio in sola lettura: si può guardare e stampare, non cambiare.")
            self._banners.addWidget(Banner(told))
        name = situation.office.name if situation else ""
        self.setWindowTitle(_("{name} - Campanile").format(name=name) if name else _("Campanile"))

    def _remove_example(self) -> None:
        def remove() -> Any:  # noqa: ANN401 - a Store, whose module is heavy
            self.workspace.remove_example()
            return self.workspace.open_current()

        self.pages.forget()
        self.tasks.swap(self, remove, self._on_opened, self._on_not_opened)

    def _on_opened_page(self, name: str) -> None:
        self._sidebar.show_current(name)
        self._menus.show_way(back=self.pages.can_step(-1), forward=self.pages.can_step(1))

    def _find(self, text: str) -> None:
        from app.actions.search import find_everywhere

        self.tasks.query(
            self, lambda store: find_everywhere(store, text), lambda hits: self.search.show_hits(text, hits)
        )

    def _on_hit(self, hit: Hit) -> None:
        page, prefix = _PAGE_OF_KIND[hit.kind]
        self.open_page(page, prefix + hit.key)

    def _tell_step(self, words: str, entry: Any) -> None:  # noqa: ANN401 - HistoryEntry
        self.toast(words.format(title=action_title(entry.title, entry.params)))

    def _on_backed_up(self, made: Any) -> None:  # noqa: ANN401 - BackupFile
        from app.actions.changes import Changes

        self.tasks.changed.emit(Changes(history=False, backups=True))
        self.toast(_("Copia di sicurezza fatta e verificata: {file}").format(file=made.path.name))

    def _on_copied(self, _made: Any) -> None:  # noqa: ANN401 - BackupFile or None
        self.close()

    def _on_not_copied(self, error: CampanileError) -> None:
        question = _("La copia di sicurezza non è riuscita. Chiudere lo stesso?")
        if messages.ask(self, question, sentence(error), _("Chiudi lo stesso")):
            self.close()
        else:
            self._is_leaving = False
            self._status.setEnabled(True)

    def _focus_first(self, pane: QWidget) -> bool:
        for child in pane.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled():
                child.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _keep_place(self) -> None:
        kept: dict[str, object] = {"width": self.width(), "height": self.height(), "is_maximized": self.isMaximized()}
        if self.pages.name in self._sidebar.buttons:
            kept["page"] = self.pages.name
        if self.isMaximized():
            kept = {**self._settings.window, **kept, "width": self.normalGeometry().width()}
        self._remember(window={**self._settings.window, **kept})

    def _remember(self, **fields: object) -> None:
        if self._opener.workspace is None:
            return
        try:
            self._settings = self._opener.workspace.change_settings(**fields)
        except CampanileError as error:
            messages.show_error(self, error)
