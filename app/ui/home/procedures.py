# SPDX-License-Identifier: EUPL-1.2
"""The procedures on their way: where each stands, how far it has come, what comes next and who acts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.text import _, ngettext
from app.text.accession_labels import state_label
from app.ui.accessions.words import name_of, next_words, progress_words, state_tone
from app.ui.theme import unit
from app.ui.widgets.card import empty_layout
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link, LongLink
from app.ui.widgets.panel import Panel
from app.ui.widgets.pill import Pill

if TYPE_CHECKING:
    from app.actions.accessions import AccessionRow
    from app.ui.home.reading import HomeView

_AT_MOST = 4


class ProceduresPanel(Panel):
    """`open_procedure` gets the key of a procedure or of its next line, `open_all` nothing."""

    def __init__(
        self, open_procedure: Callable[[str], object], open_all: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Adesioni in corso"), parent)
        self._open_procedure = open_procedure
        self._open_all = open_all
        self._lines = QVBoxLayout()
        self._lines.setSpacing(unit(2))
        self.body.addLayout(self._lines)

    def show_view(self, view: HomeView) -> None:
        """Show what is on its way."""
        empty_layout(self._lines)
        rows = view.seen.procedures.underway
        for place, row in enumerate(rows[:_AT_MOST]):
            if place:
                self._lines.addSpacing(unit(6))
            self._add(row)
        more = len(rows) - _AT_MOST
        if more > 0:
            told = ngettext("Vedi {count} altra pratica", "Vedi altre {count} pratiche", more)
            self._lines.addWidget(Link(told.format(count=more), self._open_all))

    def _add(self, row: AccessionRow) -> None:
        accession = row.accession
        name, state = name_of(accession), state_label(accession.state.value)
        key = f"{accession.id}:{row.next_item.key}" if row.next_item else str(accession.id)
        link = LongLink(name, partial(self._open_procedure, key))
        link.setAccessibleName(_("Apri la pratica: {name}, {what}").format(name=name, what=state))
        head = QHBoxLayout()
        head.setSpacing(unit(10))
        head.addWidget(link, 1)
        head.addWidget(Pill(state, state_tone(accession.state)), 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addLayout(head)
        parts = (_done(row), *next_words(accession, row.next_item))
        self._lines.addWidget(Label(" · ".join(part for part in parts if part), "muted", wraps=True))


def _done(row: AccessionRow) -> str:
    return _("fatto {progress}").format(progress=progress_words(row.done, row.total))
