# SPDX-License-Identifier: EUPL-1.2
"""Concessioni: what runs, what it costs, what falls due, when it ends."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from app.domain.dates import to_rome
from app.text import _, ngettext
from app.text.concession_labels import contract_group_label
from app.ui.concessions.card import ConcessionCard
from app.ui.concessions.deeds import ask_new_concession, ask_new_contract, remove_row
from app.ui.concessions.output import print_concessions
from app.ui.concessions.reading import CardFacts, read_card
from app.ui.concessions.rows import CHIPS, Row, fee_total, read_rows, total_words
from app.ui.concessions.table import concessions_table
from app.ui.contract.output import print_sheet
from app.ui.contract.payment_dialog import PAY_KEYS, ask_payment
from app.ui.widgets.button import Button
from app.ui.widgets.chips import Chip, Chips, FilterRow
from app.ui.widgets.page import page_layout
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.page_split import PageSplit

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.ui.desk import Desk

_TABLE_SHARE = 66
NEW, NEW_CONCESSION = "new", "new-concession"


class ConcessionsPage(QWidget):
    """Its key is the number of a contract, `c` and that of a concession, or something new to write."""

    TITLE = "Concessioni"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[Row] = []
        self._wanted = ""
        self._wants_keyboard = False
        self.header = PageHeader(_("Concessioni"))
        self.budget_button = self.header.add_button(_("Spesa"), lambda: desk.window.open_page("budget"), icon="euro")
        self.print_button = self.header.add_button(_("Stampa…"), self.print_page, icon="print")
        self.grant_button = self.header.add_button(_("Nuova concessione"), self.ask_concession, icon="plus")
        self.new_button = self.header.add_button(_("Nuovo contratto"), self.ask_contract, icon="plus")
        self.begin_button = self._begin_button()
        self.invoice_button = self.header.add_button(_("Registra fattura"), self.register_invoice, primary=True)
        self.chips = Chips(name=_("Quali contratti"))
        self.table = concessions_table(self._today)
        self.card = ConcessionCard()
        self.split = PageSplit(self.table, self.card, table_share=_TABLE_SHARE)
        self.filters = FilterRow(self.chips)
        self._lay_out()
        self.chips.chosen.connect(lambda _key: self._show_rows())
        self.table.selected.connect(self._on_selected)
        self.table.activated.connect(self._open)
        self.card.wanted.connect(desk.window.open_page)
        self.card.removal_wanted.connect(self.remove)
        self.card.payment_wanted.connect(self.pay)
        self.card.print_wanted.connect(lambda key: print_sheet(desk, self, key))
        QShortcut(QKeySequence(PAY_KEYS), self).activated.connect(self.pay)  # heard while the page is in front

    def showEvent(self, event: QShowEvent) -> None:
        """Who comes by a key goes on in the list; who clicked a place keeps the keyboard there."""
        super().showEvent(event)
        self._wants_keyboard = not isinstance(QApplication.focusWidget(), QPushButton)
        self._take_keyboard()

    def refresh(self) -> None:
        """Read again."""
        self._desk.tasks.query(self, read_rows, self._on_rows)

    def on_changed(self, changes: Changes) -> None:
        """A contract hangs on its membership, its invoices, its papers, the catalogue and the project that pays it."""
        flags = (changes.concessions, changes.invoices, changes.accessions, changes.documents)
        if any(flags) or changes.catalogue or changes.funding:
            self.refresh()

    def open_key(self, key: str) -> None:
        """Show a contract or a concession, or ask for something new."""
        deed, _colon, origin = key.partition(":")
        if deed == NEW:
            self.ask_contract(origin)
        elif deed == NEW_CONCESSION:
            self.ask_concession()
        elif key:
            self._wanted = key
            self.refresh()

    def print_page(self) -> None:
        """Print the list as it is seen."""
        print_concessions(self._desk, self, self.chips.current())

    def register_invoice(self) -> None:
        """Choose the files of invoices."""
        self._desk.window.open_page("invoices", "import")

    def ask_contract(self, origin: str = "") -> None:
        """Write down what runs from now on, and go to it."""
        ask_new_contract(self._desk, self, origin)

    def ask_concession(self) -> None:
        """Write down a concession, and go to it."""
        ask_new_concession(self._desk, self)

    def pay(self) -> None:
        """Register a payment of the contract, or of the concession, on the card."""
        row = self.table.current()
        if row is None:
            return
        contract_id = row.contract.contract.id if row.contract is not None else None
        concession_id = row.concession.id if row.contract is None and row.concession is not None else None
        ask_payment(self._desk, self, contract_id=contract_id, concession_id=concession_id)

    def remove(self) -> None:
        """Let go of what never ran; the toast takes it back."""
        row = self.table.current()
        if row is not None:
            remove_row(self._desk, self, row)

    def _begin_button(self) -> QPushButton:
        """Both kinds of new things, once there are some; the first is asked for by a button of its own."""
        made = Button(_("Nuovo…"), icon_name="plus")
        menu = QMenu(made)
        menu.addAction(_("Nuovo contratto"), self.ask_contract)
        menu.addAction(_("Nuova concessione"), self.ask_concession)
        made.setMenu(menu)
        self.header.add_widget(made)
        return made

    def _lay_out(self) -> None:
        layout = page_layout(self)
        layout.addWidget(self.header)
        layout.addWidget(self.filters)
        layout.addWidget(self.split, 1)
        self.split.covered.connect(lambda is_covered: self.filters.setVisible(not is_covered))

    def _today(self) -> date:
        return to_rome(self._desk.workspace.clock()).date()

    def _on_rows(self, rows: list[Row]) -> None:
        self._rows = rows
        if isinstance(self.invoice_button, Button) and isinstance(self.new_button, Button):
            self.invoice_button.set_role("primary" if any(row.group == "running" for row in rows) else "secondary")
            self.new_button.set_role("primary")
        self.header.set_totals(total_words(rows, self._today().year) if rows else "")
        for one in (self.print_button, self.budget_button, self.begin_button, self.invoice_button):
            one.setVisible(bool(rows))
        for one in (self.grant_button, self.new_button):
            one.setVisible(not rows)
        self.split.set_alone(is_alone=not rows)
        self._show_rows()

    def _show_rows(self) -> None:
        groups = {key: [row for row in self._rows if key in ("all", row.group)] for key in CHIPS}
        names = {"all": _("Tutte"), "concessions": _("Concessioni")}
        chips = (Chip(key, names.get(key) or contract_group_label(key), len(groups[key])) for key in CHIPS)
        self.chips.set_chips(chips)
        if self._wanted:
            self.chips.choose("all")
        rows = groups[self.chips.current()]
        self._show_empty()
        self.table.show_rows(rows)
        told = ngettext("{count} riga", "{count} righe", len(rows)).format(count=len(rows))
        self.table.set_footer(told if self._rows else "", fee_total(rows))
        wanted, self._wanted = self._wanted, ""
        if wanted and self.table.select(lambda row: row.key == wanted):
            self.split.show_card()
        self._on_selected(self.table.current())
        self._take_keyboard()

    def _show_empty(self) -> None:
        if self._rows:
            self.table.set_empty(
                _("Nessuna riga qui"), _("Guarda sotto un'altra voce."), _("Mostra tutte"), self._reset
            )
            return
        self.table.set_empty(
            _("Ancora nessun contratto"),
            _(
                "Un contratto nasce da un'adesione attiva, in un passo solo, oppure si scrive a mano con "
                "«Nuovo contratto». Una concessione data dal comune, per esempio l'illuminazione pubblica, si scrive "
                "con «Nuova concessione»."
            ),
            icon="contract",
        )

    def _take_keyboard(self) -> None:
        """Once there are rows to go on with."""
        if self._wants_keyboard and self.table.rows():
            self._wants_keyboard = False
            self.table.setFocus()

    def _reset(self) -> None:
        self.chips.choose("all")
        self._show_rows()

    def _on_selected(self, row: Row | None) -> None:
        if row is None:
            self.card.show_nothing()
            return
        self._desk.tasks.query(self, partial(read_card, row=row), self._on_card)

    def _on_card(self, facts: CardFacts) -> None:
        chosen = self.table.current()
        if chosen is None or chosen.key != facts.row.key:
            return  # another one was chosen meanwhile
        if facts.contract is not None:
            self.card.show_contract(facts, self._today())
        elif facts.concession is not None:
            self.card.show_concession(facts.concession, self._today(), facts.money)

    def _open(self, row: Row) -> None:
        page = "contract" if row.contract is not None else "concession"
        self._desk.window.open_page(page, row.key.removeprefix("c"))
