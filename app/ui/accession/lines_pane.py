# SPDX-License-Identifier: EUPL-1.2
"""The left side: the checklist, the checks before the sending, one more line of our own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTableView, QVBoxLayout, QWidget

from app.text import _, ngettext
from app.ui.accession.checks import summary_words
from app.ui.accession.table import lines_table
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.link import Link

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView


class LinesPane(QWidget):
    """`checks_wanted` and `line_wanted` ask for what stands on the right."""

    checks_wanted = Signal()
    line_wanted = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._body = ""
        self.table = lines_table(today, lambda: self._body)
        self.checks = button("", self.checks_wanted.emit, icon="shield")
        self.add = Link(_("Aggiungi una riga…"), self.line_wanted.emit)
        foot = QHBoxLayout()
        foot.setSpacing(unit(10))
        foot.addWidget(self.checks)
        foot.addStretch(1)
        foot.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(8))
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)

    @property
    def view(self) -> QTableView:
        """Where the rows are."""
        return self.table.view

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the rows."""
        self.table.setFocus(reason)

    def show_view(self, view: AccessionView) -> None:
        """Show the lines and how many checks want something."""
        self._body = view.accession.body
        self.table.show_rows(view.items)
        told = ngettext("{count} riga", "{count} righe", len(view.items)).format(count=len(view.items))
        self.table.set_footer(told)
        self.checks.setText(_("Controlli: {found}").format(found=summary_words(view.findings)))
        self.checks.setVisible(bool(view.findings))
