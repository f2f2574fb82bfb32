# SPDX-License-Identifier: EUPL-1.2
"""Fatture of a contract: those that came, how each stands, and the way to the page where they are examined."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.dates import to_rome
from app.text import _
from app.ui.invoices.importing import Importing
from app.ui.invoices.table import invoices_table
from app.ui.invoices.words import counted, total_words
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.contracts import ContractView
    from app.actions.invoice_views import ImportOutcome, InvoiceRow
    from app.domain.concessions import ContractId
    from app.ui.desk import Desk

_ROW = 40
_ROWS_AT_MOST = 10


class InvoicesSection(QWidget):
    """Files dropped on it are imported; which contract an invoice belongs to is read from the invoice itself."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._contract_id: ContractId | None = None
        self.totals = Label("", "muted", wraps=True)
        self.importing = Importing(desk, self, self._on_imported)
        self.import_button = button(_("Importa fatture…"), self.importing.choose, icon="download")
        self.all_button = button(_("Tutte le fatture"), lambda: desk.window.open_page("invoices"), icon="euro")
        self.table = invoices_table(self._today)
        self.hint = Label(_("Invio apre la fattura scelta, con i controlli e i passi."), "small", wraps=True)
        self._lay_out()
        self.table.activated.connect(self._open)

    def show_contract(self, view: ContractView) -> None:
        """Read the invoices of the contract."""
        self._contract_id = view.contract.id
        self.refresh()

    def on_changed(self, changes: Changes) -> None:
        """The page shows the contract again after every change that concerns it."""

    def refresh(self) -> None:
        """Read again."""
        from app.actions.invoices import list_invoices

        contract_id = self._contract_id
        if contract_id is not None:
            self._desk.tasks.query(self, lambda store: list_invoices(store, contract_id), self._on_rows)

    def take_files(self, files: list[Path]) -> bool:
        """Import what was let go over the contract."""
        self.importing.take(files)
        return True

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=unit(8))
        flow.addWidget(self.import_button)
        flow.addWidget(self.all_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(10))
        for widget in (self.totals, buttons, self.table):
            layout.addWidget(widget)
        layout.addWidget(self.hint)
        layout.addStretch(1)
        self.table.set_empty(
            _("Ancora nessuna fattura"),
            _("Trascina qui i file .xml o .p7m. Si legano al contratto con il CIG o con il riferimento."),
            icon="euro",
        )

    def _on_rows(self, rows: list[InvoiceRow]) -> None:
        self.totals.setText(total_words(rows) if rows else "")
        for label in (self.totals, self.hint):
            label.setVisible(bool(rows))
        self.table.show_rows(rows)
        told, total = counted(rows)
        self.table.set_footer(told if rows else "", total if rows else "")
        shown = min(len(rows), _ROWS_AT_MOST) or 1
        head = self.table.view.horizontalHeader().sizeHint().height()
        self.table.setMinimumHeight(max(unit(210), head + unit(_ROW) * (shown + 1) + unit(20)))

    def _today(self) -> date:
        return to_rome(self._desk.workspace.clock()).date()

    def _open(self, row: InvoiceRow) -> None:
        self._desk.window.open_page("invoices", str(row.invoice.id))

    def _on_imported(self, outcome: ImportOutcome) -> None:
        self.refresh()
        if outcome.invoices:
            self._desk.window.open_page("invoices", str(outcome.invoices[0]))
