# SPDX-License-Identifier: EUPL-1.2
"""Adesioni: where each request stands, what is missing, who must act, and the memberships that run."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.domain.accession_states import GROUPS, Kind, group_of
from app.domain.accessions import AccessionId
from app.domain.dates import to_rome
from app.text import _, ngettext
from app.ui.accessions.card import AccessionCard
from app.ui.accessions.output import export_accessions, print_accessions
from app.ui.accessions.table import accessions_table
from app.ui.accessions.words import total_words
from app.ui.widgets.button import Button
from app.ui.widgets.chips import Chip, Chips, FilterRow
from app.ui.widgets.page import page_layout
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.page_split import PageSplit

if TYPE_CHECKING:
    from app.actions.accessions import AccessionRow, AccessionView
    from app.actions.changes import Changes
    from app.store import Store
    from app.ui.desk import Desk


class AccessionsPage(QWidget):
    """The chips work on what was read; the card of the chosen one is read by itself."""

    TITLE = "Adesioni"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[AccessionRow] = []
        self._wanted: AccessionId | None = None
        self._wants_keyboard = False
        self.header = PageHeader(_("Adesioni"))
        self.print_button = self.header.add_button(_("Stampa…"), self.print_page, icon="print")
        self.export_button = self.header.add_button(_("Esporta…"), self.export, icon="upload")
        self.join_button = self.header.add_button(_("Aderisci a un centro"), self.join, primary=True, icon="plus")
        self.chips = Chips(name=_("Quali pratiche"))
        self.table = accessions_table(self._today)
        self.card = AccessionCard(self._today)
        self.split = PageSplit(self.table, self.card)
        self.filters = FilterRow(self.chips)
        self._lay_out()
        self.chips.chosen.connect(lambda _key: self._show_rows())
        self.table.selected.connect(self._on_selected)
        self.table.activated.connect(lambda row: self._open(str(row.accession.id)))
        self.card.wanted.connect(self._open)
        self.card.contracts_wanted.connect(self._open_contracts)
        self.card.renewal_wanted.connect(lambda: self._follow(Kind.RENEWAL))
        self.card.withdrawal_wanted.connect(lambda: self._follow(Kind.WITHDRAWAL))
        self.card.removal_wanted.connect(self.remove)

    def showEvent(self, event: QShowEvent) -> None:
        """Who comes by a key goes on in the list; who clicked a place keeps the keyboard there."""
        super().showEvent(event)
        self._wants_keyboard = not isinstance(QApplication.focusWidget(), QPushButton)
        self._take_keyboard()

    def refresh(self) -> None:
        """Read again."""
        self._desk.tasks.query(self, _survey, self._on_rows)

    def on_changed(self, changes: Changes) -> None:
        """Everything about a procedure hangs on its acts, its documents, the catalogue and the projects."""
        if changes.accessions or changes.documents or changes.catalogue or changes.funding or changes.municipality:
            self.refresh()

    def open_key(self, key: str) -> None:
        """Show the procedure of that number."""
        if key.isdecimal():
            self._wanted = AccessionId(int(key))
            self.refresh()

    def print_page(self) -> None:
        """Print the list as it is seen."""
        print_accessions(self._desk, self, self.chips.current())

    def export(self) -> None:
        """Write the list as it is seen to a file."""
        export_accessions(self._desk, self, [row.accession.id for row in self.table.rows()])

    def join(self) -> None:
        """Look at the centres."""
        self._desk.window.open_page("centres")

    def remove(self) -> None:
        """Let go of the draft on the card; the toast takes it back."""
        from app.actions.accession_opening import remove_accession

        view = self.card.view
        if view is None:
            return
        accession_id, name = view.accession.id, view.accession.centre_name
        self._desk.tasks.act(
            self,
            lambda store: remove_accession(store, accession_id),
            lambda _changes: self._desk.window.toast(
                _("Eliminata la bozza verso {centre}").format(centre=name), with_undo=True
            ),
        )

    def _lay_out(self) -> None:
        layout = page_layout(self)
        layout.addWidget(self.header)
        layout.addWidget(self.filters)
        layout.addWidget(self.split, 1)
        self.split.covered.connect(lambda is_covered: self.filters.setVisible(not is_covered))
        self.table.set_empty(
            _("Ancora nessuna adesione"),
            _("Guarda i centri di aggregazione, confrontali e scegli quello a cui chiedere i servizi."),
            _("Aderisci a un centro"),
            self.join,
            icon="link",
        )

    def _today(self) -> date:
        return to_rome(self._desk.workspace.clock()).date()

    def _on_rows(self, rows: list[AccessionRow]) -> None:
        self._rows = sorted(rows, key=_urgency)
        is_open = any(group_of(row.accession.state) == "open" for row in rows)
        if isinstance(self.join_button, Button):  # with one on its way, going on with it is the one thing to do
            self.join_button.set_role("secondary" if is_open else "primary")
        self.header.set_totals(total_words(rows, self._today()) if rows else "")
        for one in (self.print_button, self.export_button):
            one.setEnabled(bool(rows))
        self._show_rows()

    def _show_rows(self) -> None:
        names = {"open": _("In corso"), "active": _("Attive"), "ended": _("Concluse")}
        groups = {key: [row for row in self._rows if group_of(row.accession.state) == key] for key in GROUPS}
        chips = [Chip("all", _("Tutte"), len(self._rows))]
        self.chips.set_chips([*chips, *(Chip(key, names[key], len(groups[key])) for key in GROUPS)])
        if self._wanted is not None:
            self.chips.choose("all")
        rows = {**groups, "all": self._rows}[self.chips.current()]
        if self._rows:
            self.table.set_empty(
                _("Nessuna pratica qui"), _("Guarda sotto un'altra voce."), _("Mostra tutte"), self._reset
            )
        self.table.show_rows(rows)
        told = ngettext("{count} pratica", "{count} pratiche", len(rows)).format(count=len(rows))
        self.table.set_footer(told if self._rows else "")
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            if self.table.select(lambda row: row.accession.id == wanted):
                self.split.show_card()
        self._on_selected(self.table.current())
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """Once there are rows to go on with."""
        if self._wants_keyboard and self.table.rows():
            self._wants_keyboard = False
            self.table.setFocus()

    def _reset(self) -> None:
        self.chips.choose("all")
        self._show_rows()

    def _on_selected(self, row: AccessionRow | None) -> None:
        from app.actions.accessions import show_accession

        if row is None:
            self.card.show_nothing()
            return
        accession_id = row.accession.id
        self._desk.tasks.query(self, lambda store: show_accession(store, accession_id), self._on_view)

    def _on_view(self, view: AccessionView) -> None:
        chosen = self.table.current()
        if chosen is not None and chosen.accession.id == view.accession.id:
            self.card.show_accession(view)

    def _open(self, key: str) -> None:
        self._desk.window.open_page("accession", key)

    def _open_contracts(self) -> None:
        """Open the contracts of the services of the membership on the card."""
        if self.card.view is not None:
            self._desk.window.open_page("concessions", f"new:a{self.card.view.accession.id}")

    def _follow(self, kind: Kind) -> None:
        """Open the renewal or the withdrawal of the membership on the card."""
        from app.actions.accession_opening import open_accession

        view = self.card.view
        if view is None:
            return
        accession = view.accession
        self._desk.tasks.act(
            self,
            lambda store: open_accession(store, accession.centre_code, kind, of_accession_id=accession.id),
            lambda done: self._open(str(done[0])),
        )


def _urgency(row: AccessionRow) -> tuple[int, date]:
    """What is on its way first, and of it what falls due first."""
    return GROUPS.index(group_of(row.accession.state)), row.next_duty.on if row.next_duty else date.max


def _survey(store: Store) -> list[AccessionRow]:
    from app.actions.accessions import survey_accessions

    return survey_accessions(store)
