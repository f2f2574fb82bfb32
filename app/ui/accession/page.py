# SPDX-License-Identifier: EUPL-1.2
"""Pratica: the checklist of one procedure; each line has a short form that keeps itself as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.accessions import AccessionId
from app.domain.dates import to_rome
from app.domain.draft_gaps import OFFICE, OFFICE_PEOPLE
from app.errors import CampanileError
from app.text import _
from app.ui import messages
from app.ui.accession.head import AccessionHead
from app.ui.accession.lines_pane import LinesPane
from app.ui.accession.next_check import NextCheck
from app.ui.accession.output import print_accession
from app.ui.accession.own_line import add_own_line
from app.ui.accession.place import Place
from app.ui.accession.reading import read_procedure
from app.ui.accession.receiving import Receiver, write_file_of
from app.ui.accession.stack import LineStack
from app.ui.accession.words import CHECKS, next_deed
from app.ui.accessions.words import follow_up
from app.ui.widgets.drop_zone import DropAnywhere
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.page import page_layout
from app.ui.widgets.page_split import PageSplit

if TYPE_CHECKING:
    from datetime import date

    from app.actions.accessions import AccessionView, ItemView
    from app.actions.changes import Changes
    from app.ui.desk import Desk

_TABLE_SHARE = 55
_OF_THE_OFFICE = {OFFICE: "office", OFFICE_PEOPLE: "people"}


class AccessionPage(QWidget):
    """Its key is the number of the procedure, then perhaps a line (or "checks"), then perhaps a field of it."""

    TITLE = "Pratica"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view: AccessionView | None = None
        self._wanted: AccessionId | None = None
        self._place: Place | None = None
        self._wants_keyboard = False
        self.head = AccessionHead(self._go_back, self.go_on)
        self.receiver = Receiver(desk, self, lambda accession_id: self.open_key(f"{accession_id}:outcome"))
        self.next_check = NextCheck(self.go, self.go_on)
        self.head.add_fact(self.next_check)
        self.lines = LinesPane(self._today)
        self.stack = LineStack(self.go)
        self.split = PageSplit(self.lines, self.stack, table_share=_TABLE_SHARE)
        self.empty = EmptyState(
            _("Nessuna pratica aperta"),
            _("Guarda i centri di aggregazione e scegli quello a cui chiedere i servizi."),
            _("Aderisci a un centro"),
            lambda: desk.window.open_page("centres"),
            icon="link",
        )
        self._lay_out()
        self.lines.table.selected.connect(self._on_selected)
        self.lines.table.activated.connect(lambda _line: self.stack.enter(self.view))
        self.lines.checks_wanted.connect(lambda: self.go(CHECKS, ""))
        self.lines.line_wanted.connect(self.add_line)
        self.head.prints_wanted.connect(self.print_report)
        self.head.folder_wanted.connect(self.write_folder)
        self.head.answer_wanted.connect(self.receiver.ask)
        self.head.kin_wanted.connect(lambda key: desk.window.open_page("accession", key))
        self.split.covered.connect(self.head.cover)
        self.split.covered.connect(self.stack.set_whole)
        self.split.covered.connect(self.next_check.cover)
        DropAnywhere(self, _("Lascia qui il documento della riga scelta"), self.stack.add_files)
        keys = QShortcut(QKeySequence("Ctrl+Return"), self)  # heard while the page is in front
        keys.activated.connect(self.go_on)
        QShortcut(QKeySequence("F8"), self).activated.connect(self.next_check.follow)

    @property
    def place_key(self) -> str:
        """The procedure and its line, to come back to."""
        return f"{self.view.accession.id}:{self.stack.key}" if self.view is not None else ""

    def refresh(self) -> None:
        """Read the procedure again."""
        self._ask(None)

    def on_changed(self, changes: Changes) -> None:
        """Everything about a procedure hangs on its acts, its documents, the catalogue and the projects."""
        if changes.accessions or changes.documents or changes.catalogue or changes.funding or changes.municipality:
            self.refresh()

    def open_key(self, key: str) -> None:
        """Show a procedure, a line of it, a field of that."""
        number, _colon, rest = key.partition(":")
        line, _colon, field = rest.partition(":")
        if number.isdecimal():
            self.stack.flush()
            self._wanted = AccessionId(int(number))
            self._ask((line, field))

    def print_page(self) -> None:
        """Print the checklist."""
        self.print_report("accession")

    def print_report(self, name: str) -> None:
        """Show a print of the procedure before it is saved."""
        if self.view is not None:
            print_accession(self._desk, self, name, self.view.accession)

    def write_folder(self) -> None:
        """Write the whole file of the procedure for the registry."""
        if self.view is not None:
            write_file_of(self._desk, self, self.view.accession)

    def go_on(self) -> None:
        """Go to what comes next, with the keyboard where it is to be done."""
        if self.view is not None and (follow := follow_up(self.view)):
            self._desk.window.open_page("accession", str(follow.id))
        elif self.view is not None:
            self.go(next_deed(self.view)[1], "")
            self.stack.enter(self.view)

    def go(self, key: str, field: str) -> None:
        """Show a line, or the checks; where a field is named, the keyboard goes into it. Our comune is a page apart."""
        if key in _OF_THE_OFFICE:
            self._desk.window.open_page("settings", _OF_THE_OFFICE[key])
            return
        self._choose(key)
        self.split.show_card()
        if key == CHECKS or (field and not self.stack.focus_field(field)):
            self.stack.enter(self.view)

    def add_line(self, title: str, actor: str) -> None:
        """Put one more line of our own at the end, and go to it."""
        if self.lines.ask is not None and self._place is not None:
            add_own_line(self._place, self, self.lines.ask, title, actor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from the form to the list; what was typed stays."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape and focused is not None and self.stack.isAncestorOf(focused):
            self.lines.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Who comes from another page goes on in the checklist, or where that page leads."""
        super().showEvent(event)
        self._wants_keyboard = not event.spontaneous()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the checklist the room that there is."""
        super().resizeEvent(event)
        self.head.fit(event.size().width(), event.size().height())

    def _lay_out(self) -> None:
        layout = page_layout(self)
        layout.addWidget(self.head)
        layout.addWidget(self.split, 1)
        layout.addWidget(self.empty, 1)
        self._show_parts(is_there=False)
        self.empty.hide()

    def _show_parts(self, *, is_there: bool) -> None:
        for widget in (self.head, self.split):
            widget.setVisible(is_there)
        self.empty.setVisible(not is_there)

    def _today(self) -> date:
        return to_rome(self._desk.workspace.clock()).date()

    def _ask(self, after: tuple[str, str] | None) -> None:
        """Read, then go to a line and a field of it."""
        wanted = self._wanted
        self._desk.tasks.query(
            self, lambda store: read_procedure(store, wanted), lambda view: self._on_read(view, after), self._on_gone
        )

    def _on_read(self, view: AccessionView | None, after: tuple[str, str] | None) -> None:
        if view is not None and self._wanted not in (None, view.accession.id):
            return  # another one was asked for meanwhile
        if view is None:
            self.view = None
            self._show_parts(is_there=False)
            return
        is_other = self.view is None or self.view.accession.reference != view.accession.reference
        self.view, self._wanted = view, view.accession.id
        if is_other:
            self._start_anew(view)
        self._show_parts(is_there=True)
        self.head.cover(self.split.is_covered)
        self.head.show_view(view)
        self.next_check.show_view(view)
        self.lines.show_view(view)
        self._take_keyboard()
        if after is not None and after[0]:
            self.go(*after)
        elif is_other or self.stack.key not in (CHECKS, *(line.item.key for line in view.items)):
            self._choose(next_deed(view)[1] or view.items[0].item.key)
        else:
            self.stack.show_line(view, self.stack.key)

    def _on_gone(self, error: CampanileError) -> None:
        """The procedure is not there any more: a step back may have taken it."""
        if error.code != "accession.unknown":
            messages.show_error(self, error)
            return
        self._wanted = None
        self._desk.window.toast(_("Questa pratica non c'è più: resta nella cronologia."))
        self.refresh()

    def _take_keyboard(self) -> None:
        if self._wants_keyboard:
            self._wants_keyboard = False
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start_anew(self, view: AccessionView) -> None:
        accession = view.accession
        self._place = Place(self._desk, accession.id, accession.reference, self.go, self.refresh)
        self.lines.set_place(self._place)
        self.stack.set_place(self._place)

    def _choose(self, key: str) -> None:
        if key != CHECKS:
            self.lines.table.select(lambda line: line.item.key == key)
        if self.view is not None:
            self.stack.show_line(self.view, key)

    def _on_selected(self, line: ItemView | None) -> None:
        if line is not None and self.view is not None:
            self.stack.show_line(self.view, line.item.key)

    def _go_back(self) -> None:
        key = str(self.view.accession.id) if self.view is not None else ""
        self._desk.window.open_page("accessions", key)
