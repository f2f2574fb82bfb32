# SPDX-License-Identifier: EUPL-1.2
"""The head of a contract: where one is, its state, when it ends, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.text import _, day
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
    """Breadcrumb, title with its buttons, state and end."""

    def __init__(self, desk: Desk, go_back: Callable[[], object], go: Callable[[str, str], object]) -> None:
        super().__init__()
        self._desk = desk
        self._go = go
        self.view: ContractView | None = None
        self.crumb = Link(_("Concessioni"), go_back)
        self.here = Label("", "muted")
        self.header = PageHeader("")
        self.print_button = self.header.add_button(_("Stampa…"), self.print_sheet, icon="print")
        self.primary = self.header.add_button(_("Registra fattura"), self.go_on, primary=True, icon="plus")
        self.state = Pill()
        self.end = Label("", "strong")
        self.warnings = Link("", lambda: self._go("overview", "warnings"))
        self._lay_out()

    def show_contract(self, view: ContractView) -> None:
        """Show where the contract stands."""
        self.view = view
        title = view.contract.title
        self.header.set_title(title)
        self.here.setText(f"/  {title}")
        self.end.setText(_("Finisce il {day}").format(day=day(view.effective_end)) if view.effective_end else "")

    def go_on(self) -> None:
        """What comes next."""
        self._desk.window.open_page("invoices", "import")

    def print_sheet(self) -> None:
        """Print the sheet of the contract."""

    def cover(self, is_covered: bool) -> None:  # noqa: FBT001 - a slot of a signal
        """Where the part lies over the list, only the line that says where one is stays."""
        self.header.setVisible(not is_covered)

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
