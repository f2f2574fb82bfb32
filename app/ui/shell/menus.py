# SPDX-License-Identifier: EUPL-1.2
"""The menus: every command of the window with its words and its keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from app.settings import ZOOMS
from app.text import _, action_title

if TYPE_CHECKING:
    from app.domain.history import HistoryEntry, UndoState

Slot = Callable[[], object]


class Commands(Protocol):
    """What the menus ask of the window."""

    def open_page(self, name: str, key: str = "") -> None:
        """Show a page."""

    def go(self, by: int) -> None:
        """One page back or forward."""

    def undo(self) -> None:
        """Take back the last action."""

    def redo(self) -> None:
        """Do again what was taken back."""

    def print_page(self) -> None:
        """Print what is shown."""

    def back_up(self) -> None:
        """Make a copy now."""

    def zoom_by(self, by: int) -> None:
        """One step larger or smaller; 0: back to 100 %."""

    def set_zoom(self, zoom: int) -> None:
        """Enlarge all."""

    def set_theme(self, name: str) -> None:
        """Change the look."""

    def focus_search(self) -> None:
        """Put the keyboard into the search of the window."""

    def focus_page_search(self) -> None:
        """Put the keyboard into the search of the page."""

    def next_pane(self) -> None:
        """Put the keyboard into the next part of the window."""

    def about(self) -> None:
        """Say what this program is."""

    def close(self) -> bool:
        """End."""


class Menus(QObject):
    """Fills a menu bar; `show_undo` and `show_look` keep it true."""

    def __init__(self, bar: QMenuBar, window: Commands) -> None:
        super().__init__(bar)
        self._window = window
        self._needs_store: list[QAction] = []
        self._file(bar.addMenu(_("&Archivio")))
        self._edit(bar.addMenu(_("&Modifica")))
        self._view(bar.addMenu(_("&Vista")))
        self._help(bar.addMenu(_("A&iuto")))
        self.show_undo(None)

    def show_undo(self, state: UndoState | None) -> None:
        """Name what one step back or forward would do."""
        _name(self.undo, _("Annulla"), state.undo if state else None)
        _name(self.redo, _("Ripeti"), state.redo if state else None)

    def show_store(self, is_open: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """What needs an archive can be chosen only with one."""
        for action in self._needs_store:
            action.setEnabled(is_open)

    def show_way(self, *, back: bool, forward: bool) -> None:
        """Whether there is a page to go back or forward to."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def show_look(self, theme: str, zoom: int) -> None:
        """Tick the look and the zoom in use."""
        for action in (*self._themes.actions(), *self._zooms.actions()):
            action.setChecked(action.property("value") in (theme, zoom))

    def _file(self, menu: QMenu) -> None:
        window = self._window
        bring_in = partial(window.open_page, "funding", "import")
        self._add(menu, _("Importa dati aperti…"), bring_in, "Ctrl+I", needs_store=True)
        edition = partial(window.open_page, "catalogue", "import")
        self._add(menu, _("Importa un'edizione del catalogo…"), edition, "Ctrl+Shift+I", needs_store=True)
        invoices = partial(window.open_page, "invoices", "import")
        self._add(menu, _("Importa fatture…"), invoices, "Ctrl+Shift+F", needs_store=True)
        self._add(menu, _("Stampa…"), window.print_page, "Ctrl+P", needs_store=True)
        self._add(menu, _("Fai una copia di sicurezza"), window.back_up, needs_store=True)
        menu.addSeparator()
        self._add(menu, _("Cronologia"), lambda: window.open_page("history"), "Ctrl+H", needs_store=True)
        self._add(menu, _("Impostazioni"), lambda: window.open_page("settings"), "Ctrl+,", needs_store=True)
        menu.addSeparator()
        self._add(menu, _("Esci"), window.close, "Ctrl+Q")

    def _edit(self, menu: QMenu) -> None:
        window = self._window
        self.undo = self._add(menu, _("Annulla"), window.undo, "Ctrl+Z")
        self.redo = self._add(menu, _("Ripeti"), window.redo, "Ctrl+Shift+Z")
        menu.addSeparator()
        self._add(menu, _("Cerca dappertutto"), window.focus_search, "Ctrl+K", needs_store=True)
        self._add(menu, _("Cerca in questa pagina"), window.focus_page_search, "Ctrl+F", needs_store=True)

    def _view(self, menu: QMenu) -> None:
        window = self._window
        for name, title, keys in (
            ("home", _("Inizio"), "Ctrl+1"),
            ("catalogue", _("Catalogo"), "Ctrl+2"),
            ("accessions", _("Adesioni"), "Ctrl+3"),
            ("concessions", _("Concessioni"), "Ctrl+4"),
            ("funding", _("Finanziamenti"), "Ctrl+5"),
            ("documents", _("Documenti"), "Ctrl+6"),
        ):
            self._add(menu, title, partial(window.open_page, name), keys, needs_store=True)
        menu.addSeparator()
        self.back = self._add(menu, _("Pagina precedente"), lambda: window.go(-1), "Alt+Left")
        self.forward = self._add(menu, _("Pagina successiva"), lambda: window.go(1), "Alt+Right")
        self._add(menu, _("Riquadro successivo"), window.next_pane, "F6")
        menu.addSeparator()
        self._add(menu, _("Ingrandisci"), lambda: window.zoom_by(1), "Ctrl++", "Ctrl+=")
        self._add(menu, _("Riduci"), lambda: window.zoom_by(-1), "Ctrl+-")
        self._add(menu, _("Grandezza normale"), lambda: window.zoom_by(0), "Ctrl+0")
        self._zooms = QActionGroup(self)
        self._choices(menu.addMenu(_("Ingrandimento")), self._zooms, {zoom: f"{zoom} %" for zoom in ZOOMS})
        self._themes = QActionGroup(self)
        looks = {
            "system": _("Come il sistema"),
            "light": _("Chiaro"),
            "dark": _("Scuro"),
            "contrast": _("Contrasto alto"),
        }
        self._choices(menu.addMenu(_("Aspetto")), self._themes, looks)

    def _help(self, menu: QMenu) -> None:
        window = self._window
        self._add(menu, _("Guida"), lambda: window.open_page("help"), "F1", needs_store=True)
        self._add(menu, _("Informazioni su Campanile"), window.about)

    def _choices(self, menu: QMenu, group: QActionGroup, choices: dict[int, str] | dict[str, str]) -> None:
        for value, text in choices.items():
            action = QAction(text, menu)
            action.setCheckable(True)
            action.setProperty("value", value)
            action.triggered.connect(lambda _checked=False, value=value: self._on_choice(value))
            group.addAction(action)
            menu.addAction(action)

    def _on_choice(self, value: int | str) -> None:
        if isinstance(value, int):
            self._window.set_zoom(value)
        else:
            self._window.set_theme(value)

    def _add(self, menu: QMenu, text: str, slot: Slot, *keys: str, needs_store: bool = False) -> QAction:
        action = QAction(text, menu)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _checked=False: slot())
        menu.addAction(action)
        if needs_store:
            self._needs_store.append(action)
        return action


def _name(action: QAction, verb: str, entry: HistoryEntry | None) -> None:
    action.setEnabled(entry is not None)
    title = action_title(entry.title, entry.params) if entry else ""
    words = _("{verb} «{title}»").format(verb=verb, title=title) if title else verb
    action.setText(words.replace("&", "&&"))
