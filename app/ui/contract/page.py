# SPDX-License-Identifier: EUPL-1.2
"""Contratto: everything about one service that runs, in parts; what is typed keeps itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.concessions import ContractId
from app.errors import CampanileError
from app.text import _
from app.ui import messages
from app.ui.contract.head import ContractHead
from app.ui.contract.reading import read_contract
from app.ui.contract.sections import section_keys
from app.ui.contract.stack import SectionStack
from app.ui.contract.table import SectionRow, section_rows, sections_table
from app.ui.widgets.drop_zone import DropAnywhere
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.page import page_layout
from app.ui.widgets.page_split import PageSplit

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.contracts import ContractView
    from app.ui.desk import Desk

_TABLE_SHARE = 32


class ContractPage(QWidget):
    """Its key is the number of the contract, then perhaps a part, then perhaps a field of it."""

    TITLE = "Contratto"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view: ContractView | None = None
        self._wanted: ContractId | None = None
        self._wants_keyboard = False
        self.head = ContractHead(desk, self._go_back, self.go)
        self.table = sections_table()
        self.stack = SectionStack(desk)
        self.split = PageSplit(self.table, self.stack, table_share=_TABLE_SHARE)
        self.empty = EmptyState(
            _("Nessun contratto aperto"),
            _("Qui vedi un servizio che corre: scadenze, canone, fatture, modifiche. Scrivi il primo contratto."),
            _("Nuovo contratto"),
            lambda: desk.window.open_page("concessions", "new"),
            icon="document",
        )
        self._lay_out()
        self.table.selected.connect(self._on_selected)
        self.table.activated.connect(lambda _row: self.split.show_card())
        self.split.covered.connect(self.head.cover)
        self.split.covered.connect(self.stack.set_whole)
        DropAnywhere(self, _("Lascia qui i documenti di questa parte"), self.stack.take_files)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.head.go_on)

    @property
    def place_key(self) -> str:
        """The contract and its part, to come back to."""
        return f"{self.view.contract.id}:{self.stack.key}" if self.view is not None else ""

    def refresh(self) -> None:
        """Read the contract again."""
        self._ask(None)

    def on_changed(self, changes: Changes) -> None:
        """A contract hangs on its membership, its papers, its invoices, the catalogue and the project that pays it."""
        self.stack.on_changed(changes)
        flags = (changes.concessions, changes.invoices, changes.accessions, changes.documents)
        if any(flags) or changes.catalogue or changes.funding:
            self.refresh()

    def open_key(self, key: str) -> None:
        """Show a contract, a part of it, a field of that."""
        number, _colon, rest = key.partition(":")
        section, _colon, field = rest.partition(":")
        if number.isdecimal():
            self.stack.flush()
            self._wanted = ContractId(int(number))
            self._ask((section, field))

    def print_page(self) -> None:
        """Print the sheet of the contract."""
        self.head.print_sheet()

    def go(self, section: str, field: str = "") -> None:
        """Show a part; where a field is named, the keyboard goes into it."""
        self._choose(section)
        self.split.show_card()
        if field:
            self.stack.focus_field(field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from a part to the list; what was typed stays."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape and focused is not None and self.stack.isAncestorOf(focused):
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Who comes from another page goes on in the list of parts."""
        super().showEvent(event)
        self._wants_keyboard = not event.spontaneous()

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

    def _ask(self, after: tuple[str, str] | None) -> None:
        wanted = self._wanted
        self._desk.tasks.query(
            self, lambda store: read_contract(store, wanted), lambda view: self._on_read(view, after), self._on_gone
        )

    def _on_read(self, view: ContractView | None, after: tuple[str, str] | None) -> None:
        if view is not None and self._wanted not in (None, view.contract.id):
            return  # another one was asked for meanwhile
        if view is None:
            self.view = None
            self._show_parts(is_there=False)
            return
        if self.view is not None and self.view.contract.id != view.contract.id:
            self.stack.forget()
        self.view, self._wanted = view, view.contract.id
        self._show_parts(is_there=True)
        self.head.cover(self.split.is_covered)
        self.head.show_contract(view)
        self.table.show_rows(section_rows(view))
        if after is not None and after[0]:
            self.go(*after)
        else:
            self._choose(self.stack.key or section_keys()[0])
        self._take_keyboard()

    def _on_gone(self, error: CampanileError) -> None:
        """The contract is not there any more: a step back may have taken it."""
        if error.code not in ("record.gone", "contract.unknown"):
            messages.show_error(self, error)
            return
        self._wanted = None
        self._desk.window.toast(_("Questo contratto non c'è più: resta nella cronologia."))
        self.refresh()

    def _take_keyboard(self) -> None:
        if self._wants_keyboard:
            self._wants_keyboard = False
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, key: str) -> None:
        if key not in section_keys():
            key = section_keys()[0]
        self.table.select(lambda row: row.key == key)
        if self.view is not None:
            self.stack.show_section(self.view, key)

    def _on_selected(self, row: SectionRow | None) -> None:
        if row is not None and self.view is not None and row.key != self.stack.key:
            self.stack.show_section(self.view, row.key)

    def _go_back(self) -> None:
        key = str(self.view.contract.id) if self.view is not None else ""
        self._desk.window.open_page("concessions", key)
