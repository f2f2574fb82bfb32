# SPDX-License-Identifier: EUPL-1.2
"""Contratto: everything about one service that runs, in parts; what is typed keeps itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.concessions import ContractId
from app.text import _
from app.ui.contract.head import ContractHead
from app.ui.contract.parts_page import PartsPage
from app.ui.contract.payment_dialog import PAY_KEYS, ask_payment
from app.ui.contract.sections import make_section
from app.ui.contract.table import SectionRow, section_rows
from app.ui.contract.words import section_title
from app.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from app.actions.contracts import ContractView
    from app.store import Store
    from app.ui.desk import Desk


class ContractPage(PartsPage):
    """Its key is the number of the contract, then perhaps a part, then perhaps a field of it."""

    TITLE = "Contratto"

    head: ContractHead

    def __init__(self, desk: Desk) -> None:
        empty = EmptyState(
            _("Nessun contratto aperto"),
            _("Qui vedi un servizio che corre: scadenze, canone, fatture, modifiche. Scrivi il primo contratto."),
            _("Nuovo contratto"),
            lambda: desk.window.open_page("concessions", "new"),
            icon="document",
        )

        def make(key: str) -> QWidget:
            return make_section(key, desk)

        super().__init__(desk, ContractHead(desk, self._go_back, self.go), empty, make)
        self.split.covered.connect(self.head.cover)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.head.go_on)
        QShortcut(QKeySequence("Ctrl+D"), self).activated.connect(self.head.duplicate)
        QShortcut(QKeySequence(PAY_KEYS), self).activated.connect(self.pay)

    def pay(self) -> None:
        """Register a payment of the contract, whatever part is in front."""
        if self.view is not None:
            ask_payment(self._desk, self, contract_id=self.view.contract.id)

    def read(self, store: Store, wanted: int | None) -> ContractView | None:
        """The contract wanted, or the first; None where there is none."""
        from app.actions.contract_summary import summarize_contract
        from app.actions.contracts import first_contract, show_contract

        contract_id = first_contract(store) if wanted is None else ContractId(wanted)
        if contract_id is None:
            return None
        return replace(show_contract(store, contract_id), summary=summarize_contract(store, contract_id))

    def number_of(self, view: ContractView) -> int:
        """The number of the contract."""
        return int(view.contract.id)

    def rows_of(self, view: ContractView) -> Sequence[SectionRow]:
        """The parts that are there."""
        return section_rows(view)

    def title_of(self, key: str) -> str:
        """The name of a part."""
        return section_title(key)

    def show_head(self, view: ContractView) -> None:
        """Show where the contract stands."""
        self.head.cover(self.split.is_covered)
        self.head.show_contract(view)

    def print_page(self) -> None:
        """Print the sheet of the contract."""
        self.head.print_sheet()

    def _go_back(self) -> None:
        key = str(self.view.contract.id) if self.view is not None else ""
        self._desk.window.open_page("concessions", key)
