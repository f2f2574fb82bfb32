# SPDX-License-Identifier: EUPL-1.2
"""The left side: the checklist, the checks before the sending, one more line of our own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTableView, QVBoxLayout, QWidget

from app.domain.accession_states import Actor
from app.text import _, ngettext
from app.text.accession_labels import actor_label
from app.ui.accession.ask import Answers, Ask
from app.ui.accession.checks import summary_words
from app.ui.accession.entries import choice, line
from app.ui.accession.place import Place
from app.ui.accession.table import lines_table
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.link import Link

if TYPE_CHECKING:
    from app.actions.accessions import AccessionView


class LinesPane(QWidget):
    """`checks_wanted` asks for the checks; `line_wanted` for a line with its title and who acts."""

    checks_wanted = Signal()
    line_wanted = Signal(str, str)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._body = ""
        self.table = lines_table(today, lambda: self._body)
        self.checks = button("", self.checks_wanted.emit, icon="shield")
        self.add = Link(_("Aggiungi una riga…"), self._open)
        self.ask: Ask | None = None
        foot = QHBoxLayout()
        foot.setSpacing(unit(10))
        foot.addWidget(self.checks)
        foot.addStretch(1)
        foot.addWidget(self.add)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(unit(8))
        self._layout.addWidget(self.table, 1)
        self._layout.addLayout(foot)

    @property
    def view(self) -> QTableView:
        """Where the rows are."""
        return self.table.view

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the rows."""
        self.table.setFocus(reason)

    def set_place(self, place: Place) -> None:
        """From here on a line can be added to this procedure."""
        if self.ask is not None:
            self.ask.hide()
            self.ask.deleteLater()
        actors = [(actor.value, actor_label(actor.value)) for actor in Actor]
        entries = {"title": line(_("Che cosa c'è da fare (obbligatorio)")), "actor": choice(_("Chi agisce"), actors)}
        self.ask = Ask(
            entries, _("Aggiungi la riga"), self._add, place.drafts, place.of("line"),
            blamed={"accession.item_without_title": "title"},
        )  # fmt: skip
        self.ask.show_usual({"actor": Actor.CLERK.value})
        self._layout.addWidget(self.ask)

    def show_view(self, view: AccessionView) -> None:
        """Show the lines and how many checks want something."""
        self._body = view.accession.body
        self.table.blockSignals(True)  # the row that was chosen stays chosen: nobody asked for another form
        self.table.show_rows(view.items)
        self.table.blockSignals(False)
        told = ngettext("{count} riga", "{count} righe", len(view.items)).format(count=len(view.items))
        self.table.set_footer(told)
        self.checks.setText(_("Controlli: {found}").format(found=summary_words(view.findings)))
        self.checks.setVisible(bool(view.findings))

    def _open(self) -> None:
        if self.ask is not None:
            self.ask.open_it()

    def _add(self, answers: Answers) -> None:
        self.line_wanted.emit(str(answers["title"]), str(answers["actor"]))
