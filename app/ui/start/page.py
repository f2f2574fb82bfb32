# SPDX-License-Identifier: EUPL-1.2
"""The first page of all: which comune, where its data lie, go on; or try with invented data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.text import _, day, sentence
from app.ui.start.choice import ChoicePanel
from app.ui.start.finder import Finder
from app.ui.start.folder import FolderPanel
from app.ui.widgets.button import button
from app.ui.widgets.callout import Callout
from app.ui.widgets.chips import FilterRow
from app.ui.widgets.columns import Columns
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link
from app.ui.widgets.page import bring_into_sight, page_layout
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from app.actions.changes import Changes
    from app.actions.data_folder import DataFolder
    from app.domain.municipality import Municipality
    from app.errors import CampanileError
    from app.ui.desk import Desk


class StartPage(QWidget):
    """Chooses the comune of the data folder; also used later to change to another one."""

    TITLE = "Qual è il tuo comune?"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.header = PageHeader(
            _("Qual è il tuo comune?"),
            _("Si sceglie una volta. Nessuna registrazione, nessuna rete: i dati restano su questo computer."),
        )
        self.leave = self.header.add_button(_("Torna a Inizio"), lambda: desk.window.open_page("home"), icon="back")
        self.leave.setVisible(desk.workspace.store is not None)
        self.finder = Finder(desk.tasks)
        self.known = FilterRow()
        self.known.hide()
        self.choice = ChoicePanel(self._on_go)
        self.folder = FolderPanel()
        self.trouble = Callout("", "", "bad")
        self.trouble.hide()
        self.example = button(_("Prova con un comune di esempio"), self._on_example)
        self._lay_out()
        self.finder.chosen.connect(self.choice.show_choice)
        self.finder.confirmed.connect(self._on_confirmed)

    def refresh(self) -> None:
        """Look at the data folder again."""
        from app.actions.data_folder import look_at_folder

        workspace = self._desk.workspace
        self._desk.tasks.draw(self, lambda: look_at_folder(workspace), self._show_folder)

    def on_changed(self, changes: Changes) -> None:
        """Nothing here depends on the store."""

    def open_key(self, key: str) -> None:
        """Look for a name."""
        self.finder.field.setText(key)

    def search_field(self) -> QWidget:
        """Where one types."""
        return self.finder.field

    def showEvent(self, event: QShowEvent) -> None:
        """One can type at once."""
        super().showEvent(event)
        self.finder.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        columns = Columns(shares=(62, 38))
        columns.left.addWidget(self.known)
        columns.left.addWidget(self.finder, 1)
        trial = Panel(_("Vuoi prima provare?"))
        told = _("Un comune inventato, con progetti e importi inventati. Si elimina con un clic.")
        trial.add(Label(told, "muted", wraps=True))
        trial.body.addWidget(self.example, 0, Qt.AlignmentFlag.AlignLeft)
        for panel in (self.trouble, self.choice, self.folder, trial):
            columns.right.addWidget(panel)
        columns.right.addStretch(1)
        layout = page_layout(self)
        layout.addWidget(self.header)
        layout.addWidget(columns, 1)

    def _show_folder(self, folder: DataFolder) -> None:
        self.folder.show_folder(folder)
        self.choice.set_source(
            _("Elenco dei comuni: ISTAT, al {day}.").format(day=day(date.fromisoformat(folder.listed_on)))
        )
        if folder.municipalities and not self.known.isVisibleTo(self):
            self.known.add(Label(_("Già in questa cartella:"), "muted"))
            for found in folder.municipalities:
                text = _("{name} ({province})").format(name=found.name, province=found.province)
                self.known.add(Link(text, partial(self._open, found)))
            self.known.show()

    def _on_confirmed(self) -> None:
        self.choice.go.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(self.choice.go)

    def _on_go(self) -> None:
        chosen = self.finder.current()
        if chosen is not None:
            self._open(chosen)

    def _open(self, chosen: Municipality) -> None:
        workspace = self._desk.workspace
        told = _("Preparo l'archivio di {name}…").format(name=chosen.name)
        self._swap(told, lambda: workspace.choose(chosen.belfiore))

    def _on_example(self) -> None:
        workspace = self._desk.workspace
        self._swap(_("Preparo il comune di esempio…"), workspace.open_example)

    def _swap(self, told: str, opener: Callable[[], Any]) -> None:
        self.trouble.hide()
        self._be_busy(told)
        self._desk.tasks.swap(self, opener, lambda _store: self._desk.window.open_current(), self._on_failed)

    def _on_failed(self, error: CampanileError) -> None:
        self._be_busy("")
        self.trouble.show_words(_("Il comune non è stato aperto"), sentence(error), "bad")
        self.trouble.show()

    def _be_busy(self, told: str) -> None:
        for widget in (self.finder, self.known, self.example):
            widget.setEnabled(not told)
        self.choice.be_busy(told)
