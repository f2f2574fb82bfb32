# SPDX-License-Identifier: EUPL-1.2
"""What the pages of a contract and of a concession share: parts on the left, the chosen one on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.errors import CampanileError
from app.text import _
from app.ui import messages
from app.ui.contract.stack import SectionStack
from app.ui.contract.table import SectionRow, sections_table
from app.ui.widgets.drop_zone import DropAnywhere
from app.ui.widgets.page import page_layout
from app.ui.widgets.page_split import PageSplit

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.store import Store
    from app.ui.desk import Desk
    from app.ui.widgets.empty_state import EmptyState

_TABLE_SHARE = 34
_GONE = ("record.gone", "contract.unknown", "concession.unknown")


class PartsPage(QWidget):
    """Its key is a number, then perhaps a part, then perhaps a field of it; a subclass says what is read and shown."""

    def __init__(
        self, desk: Desk, head: QWidget, empty: EmptyState, make: Callable[[str], QWidget], *, parts_name: str = ""
    ) -> None:
        super().__init__()
        self._desk = desk
        self.view: Any = None
        self._wanted: int | None = None
        self._wants_keyboard = False
        self.head, self.empty = head, empty
        self.table = sections_table(parts_name)
        self.stack = SectionStack(desk, make, self.title_of)
        self.split = PageSplit(self.table, self.stack, table_share=_TABLE_SHARE)
        layout = page_layout(self)
        layout.addWidget(head)
        layout.addWidget(self.split, 1)
        layout.addWidget(empty, 1)
        self._show_parts(is_there=False)
        empty.hide()
        self.table.selected.connect(self._on_selected)
        self.table.activated.connect(lambda _row: self.split.show_card())
        self.split.covered.connect(self.stack.set_whole)
        DropAnywhere(self, _("Lascia qui i documenti di questa parte"), self.stack.take_files)

    # what a subclass says

    def read(self, store: Store, wanted: int | None) -> Any:  # noqa: ANN401 - a view; None where there is none
        """Read the thing wanted, or the first."""
        raise NotImplementedError

    def number_of(self, view: Any) -> int:  # noqa: ANN401 - a view
        """The number of the thing shown."""
        raise NotImplementedError

    def rows_of(self, view: Any) -> Sequence[SectionRow]:  # noqa: ANN401 - a view
        """The parts with what they say."""
        raise NotImplementedError

    def title_of(self, key: str) -> str:
        """The name of a part."""
        raise NotImplementedError

    def show_head(self, view: Any) -> None:  # noqa: ANN401 - a view
        """Show where it stands."""
        raise NotImplementedError

    # what the window asks

    @property
    def place_key(self) -> str:
        """What is shown and its part, to come back to."""
        return f"{self.number_of(self.view)}:{self.stack.key}" if self.view is not None else ""

    def refresh(self) -> None:
        """Read again."""
        self._ask(None)

    def on_changed(self, changes: Changes) -> None:
        """It hangs on memberships, papers, invoices, the catalogue, the projects."""
        self.stack.on_changed(changes)
        flags = (changes.concessions, changes.invoices, changes.accessions, changes.documents)
        if any(flags) or changes.catalogue or changes.funding:
            self.refresh()

    def open_key(self, key: str) -> None:
        """Show a thing, a part of it, a field of that."""
        number, _colon, rest = key.partition(":")
        section, _colon, field = rest.partition(":")
        if number.isdecimal():
            self.stack.flush()
            self._wanted = int(number)
            self._ask((section, field))

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

    def _show_parts(self, *, is_there: bool) -> None:
        for widget in (self.head, self.split):
            widget.setVisible(is_there)
        self.empty.setVisible(not is_there)

    def _ask(self, after: tuple[str, str] | None) -> None:
        wanted = self._wanted
        self._desk.tasks.query(
            self, lambda store: self.read(store, wanted), lambda view: self._on_read(view, after), self._on_gone
        )

    def _on_read(self, view: Any, after: tuple[str, str] | None) -> None:  # noqa: ANN401 - a view
        if view is not None and self._wanted not in (None, self.number_of(view)):
            return  # another one was asked for meanwhile
        if view is None:
            self.view = None
            self._show_parts(is_there=False)
            return
        if self.view is not None and self.number_of(self.view) != self.number_of(view):
            self.stack.forget()
        self.view, self._wanted = view, self.number_of(view)
        self._show_parts(is_there=True)
        self.show_head(view)
        before = self.stack.key
        self.table.show_rows(self.rows_of(view))
        if after is not None and after[0]:
            self.go(*after)
        else:
            self._choose(before)
        self._take_keyboard()

    def _on_gone(self, error: CampanileError) -> None:
        """It is not there any more: a step back may have taken it."""
        if error.code not in _GONE:
            messages.show_error(self, error)
            return
        self._wanted = None
        self._desk.window.toast(_("Non c'è più: resta nella cronologia."))
        self.refresh()

    def _take_keyboard(self) -> None:
        if self._wants_keyboard:
            self._wants_keyboard = False
            if not self.stack.has_keyboard:
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, key: str) -> None:
        keys = [row.key for row in self.table.rows()]
        key = key if key in keys else keys[0]
        self.table.select(lambda row: row.key == key)
        self.stack.show_section(self.view, key)

    def _on_selected(self, row: SectionRow | None) -> None:
        if row is not None and self.view is not None and row.key != self.stack.key:
            self.stack.show_section(self.view, row.key)
