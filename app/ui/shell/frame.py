# SPDX-License-Identifier: EUPL-1.2
"""What stands around the pages, laid out: head, bands, places, foot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.text import _
from app.ui.shell.banners import Banners
from app.ui.shell.header import Header
from app.ui.shell.pages import PLACE_OF, Pages
from app.ui.shell.panes import focus_next
from app.ui.shell.search_box import SearchBox
from app.ui.shell.sidebar import Place, Sidebar
from app.ui.shell.status_bar import StatusBar
from app.ui.theme import unit
from app.ui.widgets.undo_key import UndoKey

if TYPE_CHECKING:
    from app.ui.shell.situation import Situation

_NARROW = 1000


def _places() -> tuple[Place, ...]:
    return (
        Place("home", _("Inizio"), "house"),
        Place("catalogue", _("Catalogo"), "list"),
        Place("accessions", _("Adesioni"), "link"),
        Place("concessions", _("Concessioni"), "contract"),
        Place("funding", _("Finanziamenti"), "euro"),
        Place("documents", _("Documenti"), "document"),
        Place("settings", _("Impostazioni"), "gear", is_below=True),
        Place("help", _("Aiuto"), "help", is_below=True),
    )


class Frame(QWidget):
    """Made anew for another zoom or language; `chosen` gives the page (and the key) that a click asks for."""

    chosen = Signal(str, str)

    def __init__(self, remove_example: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("shell")
        self.search = SearchBox()
        UndoKey(self.search)
        self.header = Header(self.search)
        self.banners = Banners(remove_example)
        self.sidebar = Sidebar(_places())
        self.pages = Pages()
        self.status = StatusBar()
        self.sidebar.chosen.connect(lambda name: self.chosen.emit(name, ""))
        self.status.chosen.connect(self.chosen)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.sidebar)
        body.addWidget(self.pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(self.banners)
        layout.addLayout(body, 1)
        layout.addWidget(self.status)

    def show_situation(self, situation: Situation | None, now: datetime | None) -> None:
        """Say whose archive this is and how things stand; nothing before a comune was chosen."""
        self.header.show_office(situation.office if situation else None, now.year if now else None)
        self.status.show_situation(situation, now)
        self.sidebar.setEnabled(situation is not None)
        self.banners.show_situation(situation)

    @property
    def place(self) -> str:
        """Where one is, to come back to: one of the places, or a thing of a page that belongs to one; else nothing."""
        name, key = self.pages.name, self.pages.key
        if name in self.sidebar.buttons:
            return name
        return f"{name}/{key}" if name in PLACE_OF and key else ""

    def known(self, place: str) -> tuple[str, str]:
        """The page and the key of such a place; the first page for what is none."""
        name, _slash, key = place.partition("/")
        if name in self.sidebar.buttons or (name in PLACE_OF and key):
            return name, key
        return "home", ""

    def focus_search(self) -> None:
        """Put the keyboard into the search of the window."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def fit(self, width: int) -> None:
        """Make room where the window is narrow."""
        self.sidebar.set_narrow(width < unit(_NARROW))

    def next_pane(self, focused: QWidget | None) -> None:
        """Put the keyboard into the part after the one that has it."""
        focus_next((self.header, self.sidebar, self.pages, self.status), focused)
