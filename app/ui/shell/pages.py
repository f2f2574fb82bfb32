# SPDX-License-Identifier: EUPL-1.2
"""The pages: known by name, made when first wanted, kept, and gone back to."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.ui.desk import Desk

REGISTRY = {
    "home": ("app.ui.home.page", "HomePage"),
    "catalogue": ("app.ui.catalogue.page", "CataloguePage"),
    "accessions": ("app.ui.accessions.page", "AccessionsPage"),
    "centres": ("app.ui.centres.page", "CentresPage"),
    "accession": ("app.ui.accession.page", "AccessionPage"),
    "concessions": ("app.ui.concessions.page", "ConcessionsPage"),
    "concession": ("app.ui.concession.page", "ConcessionPage"),
    "contract": ("app.ui.contract.page", "ContractPage"),
    "invoices": ("app.ui.invoices.page", "InvoicesPage"),
    "budget": ("app.ui.budget.page", "BudgetPage"),
    "funding": ("app.ui.funding.page", "FundingPage"),
    "documents": ("app.ui.documents.page", "DocumentsPage"),
    "settings": ("app.ui.settings.page", "SettingsPage"),
    "history": ("app.ui.history.page", "HistoryPage"),
    "help": ("app.ui.help.page", "HelpPage"),
    "start": ("app.ui.start.page", "StartPage"),
}

PLACE_OF = {
    **dict.fromkeys(("accession", "centres"), "accessions"),
    **dict.fromkeys(("concession", "contract", "invoices", "budget"), "concessions"),
}
"""Pages without a place of their own in the sidebar, with the one that they belong to."""

_DEEDS = ("import", "new", "new-concession")
"""Keys that do something: going back shows the page, and does not do it again."""


class Page(Protocol):
    """What every page answers to; it is a QWidget that is given a Desk."""

    TITLE: str

    def refresh(self) -> None:
        """Read again."""

    def on_changed(self, changes: Changes) -> None:
        """Read again if the changes concern it."""

    def open_key(self, key: str) -> None:
        """Show the thing with that key."""


class Pages(QStackedWidget):
    """One page is in front; the way here is remembered."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self._desk: Desk | None = None
        self._frames: dict[str, QScrollArea] = {}
        self._way: list[tuple[str, str]] = []
        self._place = -1
        self.name = ""

    def set_desk(self, desk: Desk) -> None:
        """From here on pages can be made."""
        self._desk = desk

    def page(self, name: str) -> QWidget | None:
        """A page that was made already."""
        frame = self._frames.get(name)
        return frame.widget() if frame else None

    def current(self) -> QWidget | None:
        """The page in front."""
        return self.page(self.name)

    @property
    def key(self) -> str:
        """What the page in front would have to be opened with to show again what it shows, where it says so."""
        return str(getattr(self.current(), "place_key", ""))

    def open(self, name: str, key: str = "", *, is_step: bool = False) -> None:
        """Bring a page to the front, on the thing with that key."""
        page = self.page(name) or self._make(name)
        self.name = name
        self.setCurrentWidget(self._frames[name])
        place = (name, "" if key.partition(":")[0] in _DEEDS else key)
        is_here = self._way[self._place : self._place + 1] == [place] if self._place >= 0 else False
        if not is_step and not is_here:
            self._way = [*self._way[: self._place + 1], place]
            self._place = len(self._way) - 1
        if key:
            cast("Page", page).open_key(key)
        self.opened.emit(name)

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1) on the way."""
        wanted = self._place + by
        if 0 <= wanted < len(self._way):
            self._place = wanted
            self.open(*self._way[wanted], is_step=True)

    def can_step(self, by: int) -> bool:
        """Whether there is a page that way."""
        return 0 <= self._place + by < len(self._way)

    def print_current(self) -> bool:
        """Print the page in front; False where it cannot be printed."""
        doing = getattr(self.current(), "print_page", None)
        if doing:
            doing()
        return doing is not None

    def focus_search(self) -> bool:
        """Put the keyboard into the search of the page in front; False where it has none."""
        field = getattr(self.current(), "search_field", None)
        if field:
            field().setFocus(Qt.FocusReason.ShortcutFocusReason)
        return field is not None

    def tell(self, changes: Changes) -> None:
        """Tell all pages that were made what has changed."""
        for frame in self._frames.values():
            cast("Page", frame.widget()).on_changed(changes)

    def forget(self, *, keeps_way: bool = False) -> None:
        """Take all pages away; they are made anew when wanted."""
        for frame in self._frames.values():
            self.removeWidget(frame)
            frame.deleteLater()
        self._frames = {}
        if not keeps_way:
            self._way, self._place, self.name = [], -1, ""

    def _make(self, name: str) -> QWidget:
        module, kind = REGISTRY[name]
        page: QWidget = getattr(import_module(module), kind)(self._desk)
        frame = QScrollArea()
        frame.setFrameShape(QFrame.Shape.NoFrame)
        frame.setWidgetResizable(True)
        frame.setWidget(page)
        self._frames[name] = frame
        self.addWidget(frame)
        cast("Page", page).refresh()
        return page
