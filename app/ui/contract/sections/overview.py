# SPDX-License-Identifier: EUPL-1.2
"""In breve: the three clocks on one line, what comes next, what does not fit, the codes to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.text import _, day
from app.ui.contract.facts import Facts
from app.ui.contract.gaps_box import GapsBox
from app.ui.contract.warnings_box import WarningsBox
from app.ui.contract.words import end_words, going_words, next_way, service_name, spans, step_place
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.label import Label
from app.ui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from app.actions.changes import Changes
    from app.actions.contracts import ContractView
    from app.ui.desk import Desk


class OverviewSection(QWidget):
    """Only shows; everything in it leads to where it is written."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: ContractView | None = None
        self.timeline = Timeline()
        self.end = Label("", "strong", wraps=True)
        self.next = button("", self._go_on, icon="right")
        self.warnings = WarningsBox(self._go)
        self.gaps = GapsBox(self._go)
        self.facts = Facts()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(unit(10))
        for widget in (self.warnings, self.gaps, self.end, self.timeline):
            body.addWidget(widget)
        body.addWidget(self.next, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.facts)

    def show_contract(self, view: ContractView) -> None:
        """Show the contract at a glance."""
        self._view = view
        self.warnings.show_warnings(view.warnings)
        self.gaps.show_gaps(view.gaps)
        self.end.setText(end_words(view.effective_end, view.today))
        end = view.effective_end.on if view.effective_end else None
        self.timeline.show_spans(spans(view.clocks, view.contract.title), view.today, end)
        way = next_way(view.ways)
        self.next.setText(going_words(way) if way else "")
        self.next.setVisible(way is not None)
        self._show_facts(view)

    def on_changed(self, changes: Changes) -> None:
        """The page shows the contract again by itself."""

    def focus_field(self, name: str) -> bool:
        """`warnings` goes to the first of them."""
        return name == "warnings" and self.warnings.focus()

    def _show_facts(self, view: ContractView) -> None:
        contract, concession = view.contract, view.concession
        missing = _("da inserire")
        facts = self.facts
        facts.clear()
        facts.add(_("Servizio"), service_name(view.service, contract.service_code) or missing)
        facts.add(_("Fornitore"), contract.supplier or missing)
        facts.add(_("CIG del contratto"), contract.cig or missing, copies=bool(contract.cig))
        if concession is not None:
            facts.add(_("CIG padre"), concession.parent_cig or missing, copies=bool(concession.parent_cig))
        facts.add(_("CUP"), contract.cup or missing, copies=bool(contract.cup))
        if contract.determination:
            number, on = contract.determination, day(contract.determination_on)
            told = _("n. {number} del {day}").format(number=number, day=on) if on else number
            facts.add(_("Determina di impegno"), told)
        if view.accession is not None:
            key = str(view.accession.id)
            facts.add_link(
                _("Adesione"), view.accession.centre_name, lambda: self._desk.window.open_page("accession", key)
            )
        if concession is not None:
            own = str(concession.id)
            facts.add_link(_("Concessione"), concession.title, lambda: self._desk.window.open_page("concession", own))
        if view.maintenance_until is not None:
            facts.add(
                _("Da tenere attivo fino al"),
                _("{day}, perché pagato dal PNRR").format(day=day(view.maintenance_until)),
            )

    def _go_on(self) -> None:
        way = next_way(self._view.ways) if self._view is not None else None
        if way is not None:
            self._go(step_place(way.step), "step")

    def _go(self, section: str, field: str) -> None:
        if self._view is not None:
            self._desk.window.open_page("contract", f"{self._view.contract.id}:{section}:{field}")
