# SPDX-License-Identifier: EUPL-1.2
"""Spesa: what a financial year costs, by chapter or by contract, and what the next three will cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.text import _, ngettext
from app.text.budget_words import cell_amount, left_words
from app.ui.budget.card import BudgetCard
from app.ui.budget.output import export_budget
from app.ui.budget.rows import CHAPTERS, CONTRACTS, BudgetRow, budget_rows, page_of
from app.ui.budget.table import budget_table_view
from app.ui.contract.payment_dialog import ask_payment
from app.ui.widgets.chips import Chip, Chips, FilterRow
from app.ui.widgets.label import Label
from app.ui.widgets.page import page_layout
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.page_split import PageSplit

if TYPE_CHECKING:
    from app.actions.budget import BudgetView, MoneyView
    from app.actions.changes import Changes
    from app.store import Store
    from app.ui.desk import Desk

_TABLE_SHARE = 64


class BudgetPage(QWidget):
    """Its key is a financial year; without one the present year is shown."""

    TITLE = "Spesa"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view: BudgetView | None = None
        self._year: int | None = None
        self.header = PageHeader(_("Spesa"))
        self.back_button = self.header.add_button(
            _("Torna alle concessioni"), lambda: desk.window.open_page("concessions"), icon="back"
        )
        self.export_button = self.header.add_button(_("Esporta la tabella…"), self.export, primary=True, icon="upload")
        self.years = Chips(name=_("Esercizio"))
        self.groups = Chips(name=_("Come si guarda"))
        self.table = budget_table_view()
        self.card = BudgetCard()
        self.split = PageSplit(self.table, self.card, table_share=_TABLE_SHARE)
        self.filters = FilterRow(Label(_("Esercizio"), "muted"), self.years, self.groups)
        self._lay_out()
        self.years.chosen.connect(self._on_year)
        self.groups.chosen.connect(lambda _key: self._show_rows())
        self.table.selected.connect(self._on_selected)
        self.table.activated.connect(self._on_activated)
        self.card.wanted.connect(desk.window.open_page)
        self.card.payment_wanted.connect(self.pay)

    @property
    def place_key(self) -> str:
        """The financial year, to come back to."""
        return str(self._year) if self._year is not None else ""

    def refresh(self) -> None:
        """Read again."""
        year = self._year
        self._desk.tasks.query(self, lambda store: _read(store, year), self._on_view)

    def on_changed(self, changes: Changes) -> None:
        """Money hangs on contracts, fees, lines, invoices and payments."""
        if changes.concessions or changes.invoices:
            self.refresh()

    def open_key(self, key: str) -> None:
        """Show a financial year."""
        if key.isdecimal():
            self._year = int(key)
            self.refresh()

    def export(self) -> None:
        """Write the table for the accounts."""
        if self.view is not None:
            export_budget(self._desk, self, self.view.year)

    def pay(self, money: MoneyView) -> None:
        """Ask for a payment of the contract, or of the concession, on the card."""
        contract_id = money.contract.id if money.contract is not None else None
        concession_id = money.concession.id if money.concession is not None else None
        ask_payment(
            self._desk,
            self,
            contract_id=contract_id,
            concession_id=concession_id,
            charged=lambda year: self.open_key(str(year)),
        )

    def _lay_out(self) -> None:
        layout = page_layout(self)
        layout.addWidget(self.header)
        layout.addWidget(self.filters)
        layout.addWidget(self.split, 1)
        self.split.covered.connect(lambda is_covered: self.filters.setVisible(not is_covered))

    def _on_view(self, view: BudgetView) -> None:
        self.view = view
        self._year = view.year
        self.years.set_chips([Chip(str(year), str(year)) for year in view.known_years])
        self.years.choose(str(view.year))
        total = view.totals[0]
        self.header.set_totals(
            _("{year}: previsti {planned} · impegnati {committed} · pagati {paid} · {left}").format(
                year=view.year,
                planned=cell_amount(total.planned),
                committed=cell_amount(total.committed),
                paid=cell_amount(total.paid),
                left=left_words(total)[:1].lower() + left_words(total)[1:],
            )
            if view.rows
            else ""
        )
        self.export_button.setEnabled(bool(view.rows))
        self._show_rows()

    def _show_rows(self) -> None:
        view = self.view
        if view is None:
            return
        chapters, contracts = budget_rows(view, CHAPTERS), budget_rows(view, CONTRACTS)
        chips = [Chip(CHAPTERS, _("Per capitolo"), len(chapters)), Chip(CONTRACTS, _("Per contratto"), len(contracts))]
        self.groups.set_chips(chips)
        rows = contracts if self.groups.current() == CONTRACTS else chapters
        self._set_empty(view)
        self.table.show_rows(rows)
        told = ngettext("{count} voce", "{count} voci", len(rows)).format(count=len(rows))
        self.table.set_footer(told if rows else "", left_words(view.totals[0]) if rows else "")
        self._on_selected(self.table.current())

    def _set_empty(self, view: BudgetView) -> None:
        if view.money:
            self.table.set_empty(
                _("Nulla per questi esercizi"),
                _("Scrivi il canone o una riga di spesa nella parte Spesa del contratto."),
                _("Torna alle concessioni"),
                lambda: self._desk.window.open_page("concessions"),
                icon="euro",
            )
            return
        self.table.set_empty(
            _("Ancora nessuna spesa"),
            _("La spesa arriva dai contratti: scrivi il primo, con il suo canone."),
            _("Nuovo contratto"),
            lambda: self._desk.window.open_page("concessions", "new"),
            icon="euro",
        )

    def _on_year(self, key: str) -> None:
        self._year = int(key)
        self.refresh()

    def _on_selected(self, row: BudgetRow | None) -> None:
        if row is None:
            self.card.show_nothing()
        else:
            self.card.show_row(row)

    def _on_activated(self, row: BudgetRow) -> None:
        if len(row.money) == 1:
            self._desk.window.open_page(*page_of(row.money[0]))
        else:
            self.split.show_card()


def _read(store: Store, year: int | None) -> BudgetView:
    from app.actions.budget import show_budget

    return show_budget(store, year)
