# SPDX-License-Identifier: EUPL-1.2
"""Fatture: which came, whether each is right, which instalment it pays, what is to be approved, paid or refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from app.domain.concessions import ServiceContract
from app.domain.dates import to_rome
from app.domain.invoice_groups import GROUPS, group_of
from app.domain.invoices import InvoiceId
from app.errors import CampanileError
from app.text import _
from app.text.invoice_labels import group_label
from app.ui.invoices.card import InvoiceCard
from app.ui.invoices.doing import Doing
from app.ui.invoices.importing import Importing
from app.ui.invoices.output import export_invoices, print_invoices
from app.ui.invoices.table import TABLE_SHARE, invoices_table
from app.ui.invoices.words import contract_name, counted, next_day, total_words
from app.ui.widgets.button import Button
from app.ui.widgets.chips import Chip, Chips, FilterRow
from app.ui.widgets.drop_zone import DropAnywhere
from app.ui.widgets.page import page_layout
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.page_split import PageSplit
from app.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.invoice_views import ImportOutcome, InvoiceRow, InvoiceView
    from app.store import Store
    from app.ui.desk import Desk

_IMPORT = "import"


class InvoicesPage(QWidget):
    """Files and folders may be dropped anywhere on it; its key is the number of an invoice, or "import"."""

    TITLE = "Fatture"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[InvoiceRow] = []
        self._wanted: InvoiceId | None = None
        self._kept: InvoiceId | None = None  # on the card, also where the filter does not show it any more
        self._wants_keyboard = False
        self.card = InvoiceCard(self._today)
        self.doing = Doing(desk, self.card)
        self.importing = Importing(desk, self, self._on_imported)
        self.header = PageHeader(_("Fatture"))
        self.print_button = self.header.add_button(_("Stampa…"), self.print_page, icon="print")
        self.export_button = self.header.add_button(_("Esporta…"), self.export, icon="upload")
        self.folder_button = self.header.add_button(
            _("Importa una cartella…"), self.importing.choose_folder, icon="folder"
        )
        self.import_button = self.header.add_button(
            _("Importa fatture…"), self.importing.choose, primary=True, icon="download"
        )
        self.chips = Chips(name=_("Quali fatture"))
        self.search = SearchField(_("Cerca tra le fatture"), _("Numero, fornitore, CIG…"))
        self.filters = FilterRow(self.chips, self.search)
        self.table = invoices_table(self._today)
        self.split = PageSplit(self.table, self.card, table_share=TABLE_SHARE)
        self._lay_out()
        self.drop = DropAnywhere(self, _("Lascia qui le fatture, o la loro cartella"), self.importing.take)
        self.chips.chosen.connect(lambda _key: self._filter())
        self.search.wanted.connect(lambda _text: self._filter())
        self.search.left_down.connect(self.table.setFocus)
        self.table.selected.connect(self._on_selected)
        self.table.activated.connect(lambda _row: self.doing.read())
        self.card.thing_wanted.connect(desk.window.open_page)

    def showEvent(self, event: QShowEvent) -> None:
        """Who comes by a key goes on in the list; who clicked a place keeps the keyboard there."""
        super().showEvent(event)
        self._wants_keyboard = not isinstance(QApplication.focusWidget(), QPushButton)
        self._take_keyboard()

    def refresh(self) -> None:
        """Read again."""
        self._desk.tasks.query(self, _survey, self._on_survey)

    def on_changed(self, changes: Changes) -> None:
        """The checks of an invoice hang on its contract, its fees, its file and our office."""
        if changes.invoices or changes.concessions or changes.documents or changes.municipality:
            self.refresh()

    def open_key(self, key: str) -> None:
        """Show the invoice of that number, or ask which files to import."""
        if key == _IMPORT:
            self.importing.choose()
        elif key.isdecimal():
            self._wanted = InvoiceId(int(key))
            self.refresh()

    def print_page(self) -> None:
        """Print the register as it is seen."""
        print_invoices(self._desk, self, self.chips.current(), self.search.words())

    def export(self) -> None:
        """Write the list as it is seen to a file."""
        export_invoices(self._desk, self, [row.invoice.id for row in self.table.rows()])

    def search_field(self) -> QLineEdit:
        """Where Ctrl+F leads."""
        return self.search

    def flush(self) -> None:
        """Keep what was typed."""
        self.card.flush()

    def _lay_out(self) -> None:
        layout = page_layout(self)
        layout.addWidget(self.header)
        layout.addWidget(self.filters)
        layout.addWidget(self.split, 1)
        self.split.covered.connect(lambda _is_covered: self._show_filters())
        self.table.set_empty(
            _("Ancora nessuna fattura"),
            _("Trascina qui i file .xml o .p7m, anche una cartella intera."),
            _("Importa fatture…"),
            self.importing.choose,
            icon="euro",
        )

    def _show_filters(self) -> None:
        """There is nothing to choose from in an empty list, nor under a card that covers it."""
        self.filters.setVisible(bool(self._rows) and not self.split.is_covered)

    def _today(self) -> date:
        return to_rome(self._desk.workspace.clock()).date()

    def _on_survey(self, found: tuple[list[InvoiceRow], tuple[ServiceContract, ...]]) -> None:
        rows, self.doing.contracts = found
        self.card.contracts = {one.id: contract_name(one) for one in self.doing.contracts}
        is_first = not self._rows
        current = self.table.current()
        self._kept = current.invoice.id if current is not None else None
        self._rows = sorted(rows, key=_urgency)
        self.header.set_totals(total_words(rows) if rows else "")
        is_new = any(group_of(row.invoice.state) == "new" for row in rows)
        for one in (self.print_button, self.export_button):
            one.setEnabled(bool(rows))
        if is_first and rows and not is_new:
            self.chips.set_chips(self._chips())
            self.chips.choose("all")
        self._show_rows()

    def _chips(self) -> list[Chip]:
        counts = {key: sum(group_of(row.invoice.state) == key for row in self._rows) for key in GROUPS}
        chips = [Chip(key, group_label(key), count) for key, count in counts.items()]
        return [*chips, Chip("all", group_label("all"), len(self._rows))]

    def _show_rows(self) -> None:
        from app.actions.invoice_tables import chosen

        self._show_filters()
        self.chips.set_chips(self._chips())
        if self._wanted is not None:
            self.chips.choose("all")
            self.search.reset()
        rows = self._with_kept(chosen(self._rows, self.chips.current(), self.search.words()))
        if self._rows:
            self.table.set_empty(
                _("Nessuna fattura qui"), _("Guarda sotto un'altra voce."), _("Mostra tutte"), self._reset
            )
        self.table.show_rows(rows)
        told, total = counted(rows)
        self.table.set_footer(told if self._rows else "", total if rows else "")
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            if self.table.select(lambda row: row.invoice.id == wanted):
                self.split.show_card()
        self._load()
        self._take_keyboard()

    def _with_kept(self, rows: list[InvoiceRow]) -> list[InvoiceRow]:
        """What was just done with the invoice on the card stays in sight, until another one or filter is chosen."""
        seen = {self._kept, *(row.invoice.id for row in rows)}
        return [row for row in self._rows if row.invoice.id in seen]

    def _take_keyboard(self) -> None:
        """Once there are rows to go on with."""
        if self._wants_keyboard and self.table.rows():
            self._wants_keyboard = False
            self.table.setFocus()

    def _filter(self) -> None:
        self._kept = None
        self._show_rows()

    def _reset(self) -> None:
        self.chips.choose("all")
        self.search.reset()
        self._filter()

    def _on_selected(self, _row: InvoiceRow | None) -> None:
        self.card.flush()
        self._load()

    def _load(self) -> None:
        from app.actions.invoices import show_invoice

        row = self.table.current()
        if row is None:
            self.card.show_nothing()
            self._show_primary()
            return
        invoice_id = row.invoice.id
        self._desk.tasks.query(self, lambda store: show_invoice(store, invoice_id), self._on_view, _is_gone)

    def _on_view(self, view: InvoiceView) -> None:
        chosen = self.table.current()
        if chosen is not None and chosen.invoice.id == view.invoice.id:
            self.card.show_invoice(view)
            self._show_primary()

    def _show_primary(self) -> None:
        """One on the page: the next step of the invoice on the card, else to import."""
        if isinstance(self.import_button, Button):
            self.import_button.set_role("secondary" if self.card.offers_step else "primary")

    def _on_imported(self, outcome: ImportOutcome) -> None:
        if outcome.invoices:
            self._wanted = outcome.invoices[0]
            self.refresh()


def _is_gone(_error: CampanileError) -> None:
    """The list without it is on its way."""


def _urgency(row: InvoiceRow) -> tuple[int, date]:
    """What is to be looked at first, and of it what falls due first."""
    return [*GROUPS].index(group_of(row.invoice.state)), next_day(row) or date.max


def _survey(store: Store) -> tuple[list[InvoiceRow], tuple[ServiceContract, ...]]:
    from app.actions.contracts import survey_contracts
    from app.actions.invoices import list_invoices

    return list_invoices(store), tuple(row.contract for row in survey_contracts(store))
