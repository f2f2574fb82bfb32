# SPDX-License-Identifier: EUPL-1.2
"""The head of a contract: where one is, its state, when it ends, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.contract_states import RUNNING, ContractWay
from app.text import _, ngettext
from app.text.concession_labels import contract_state_label
from app.ui.contract.words import contract_tone, end_words, going_words, next_way, step_place
from app.ui.theme import unit
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.pill import Pill

if TYPE_CHECKING:
    from app.actions.contracts import ContractView
    from app.ui.desk import Desk


class ContractHead(QWidget):
    """Breadcrumb, title with its buttons, state, end and warnings."""

    def __init__(self, desk: Desk, go_back: Callable[[], object], go: Callable[[str, str], object]) -> None:
        super().__init__()
        self._desk = desk
        self._go = go
        self.view: ContractView | None = None
        self.crumb = Link(_("Concessioni"), go_back)
        self.here = Label("", "muted")
        self.header = PageHeader("", is_told_above=True)
        self.print_button = self.header.add_button(_("Stampa…"), self.print_sheet, icon="print")
        self.copy_button = self.header.add_button(_("Duplica"), self.duplicate, icon="copy")
        self.copy_button.setToolTip(_("Un contratto nuovo con lo stesso fornitore, persone e piano (Ctrl+D)"))
        self.primary = self.header.add_button(_("Registra fattura"), self.go_on, primary=True)
        self.primary.setToolTip(_("Va dove c'è da fare (Ctrl+Invio)"))
        self.state = Pill()
        self.end = Label("", "strong")
        self.warnings = Link("", lambda: self._go("overview", "warnings"))
        self._lay_out()

    def show_contract(self, view: ContractView) -> None:
        """Show where the contract stands."""
        self.view = view
        contract = view.contract
        self.header.set_title(contract.title)
        self.here.setText(f"/  {contract.title}")
        self.state.show_state(contract_state_label(contract.state.value), contract_tone(contract.state))
        self.end.setText(end_words(view.effective_end, view.today))
        count = len(view.warnings)
        self.warnings.setText(ngettext("{count} avviso", "{count} avvisi", count).format(count=count))
        self.warnings.setVisible(bool(count))
        way = self._way()
        self.primary.setText(going_words(way) if way else _("Registra fattura"))
        self.primary.setVisible(way is not None or contract.state in RUNNING)

    def go_on(self) -> None:
        """The step that comes next; for what runs, the invoice."""
        way = self._way()
        if way is not None:
            self._go(step_place(way.step), "step")
        elif self.view is not None and self.view.contract.state in RUNNING:
            self._desk.window.open_page("invoices", "import")

    def duplicate(self) -> None:
        """A new contract with the supplier, the people and the plan of this one."""
        from app.actions.contracts import duplicate_contract

        if self.view is None:
            return
        contract_id = self.view.contract.id
        title = _("{title} (copia)").format(title=self.view.contract.title)
        self._desk.tasks.act(
            self,
            lambda store: duplicate_contract(store, contract_id, title),
            lambda done: self._desk.window.open_page("contract", f"{done[0]}:contract:title"),
        )

    def print_sheet(self) -> None:
        """Print the sheet of the contract."""
        from app.ui.contract.output import print_contract

        if self.view is not None:
            print_contract(self._desk, self, self.view.contract)

    def cover(self, is_covered: bool) -> None:  # noqa: FBT001 - a slot of a signal
        """Where the part lies over the list, only the line that says where one is stays."""
        self.header.setVisible(not is_covered)

    def _way(self) -> ContractWay | None:
        return next_way(self.view.ways) if self.view is not None else None

    def _lay_out(self) -> None:
        facts = QWidget()
        flow = FlowLayout(facts, spacing=unit(10))
        for widget in (self.crumb, self.here, self.state, self.end, self.warnings):
            flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        facts.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(4))
        layout.addWidget(facts)
        layout.addWidget(self.header)
