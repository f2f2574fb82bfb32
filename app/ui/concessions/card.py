# SPDX-License-Identifier: EUPL-1.2
"""The card: state, the three clocks on one line, what falls due, what does not fit, the money of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.contract_states import COMING, ContractState
from app.text import _, money, ngettext
from app.text.concession_labels import (
    concession_kind_label,
    concession_state_label,
    contract_state_label,
    contract_to_do_label,
)
from app.text.contract_words import warning_words
from app.ui.accessions.words import when_words
from app.ui.contract.payment_dialog import PAY_KEYS
from app.ui.contract.words import (
    contract_tone,
    end_words,
    next_way,
    source_words,
    spans,
    step_place,
    warning_place,
    warning_tone,
)
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.card import Card
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.timeline import Timeline
from app.ui.widgets.year_money import YearMoneyBox

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from app.actions.concessions import ConcessionView
    from app.actions.contracts import ContractRow, ContractView
    from app.domain.budget import YearMoney
    from app.domain.contract_warnings import ContractWarning
    from app.ui.concessions.reading import CardFacts

_AT_MOST = 4  # warnings; the page has them all


class ConcessionCard(Card):
    """Built anew for each row; a wish carries the page and its key."""

    wanted = Signal(str, str)
    removal_wanted = Signal()
    payment_wanted = Signal()
    print_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Concessione scelta"))
        self.go_on: QPushButton | None = None
        self.pay_button: QPushButton | None = None
        self.print_button: QPushButton | None = None
        self.show_nothing()

    def show_nothing(self) -> None:
        """No row is chosen."""
        self.show_empty(_("Scegli un contratto"), _("Qui vedi fino a quando dura, che cosa scade e quanto costa."))

    def show_contract(self, facts: CardFacts, today: date) -> None:
        """Everything worth knowing at a glance."""
        row, view = facts.row.contract, facts.contract
        if row is None or view is None:
            return
        self.clear()
        contract = view.contract
        key = str(contract.id)
        self.set_title(contract.title, contract.supplier)
        self.add_pill_row(_("Stato"), contract_state_label(contract.state.value), contract_tone(contract.state))
        self._add_next(view)
        self.add_heading(_("Fino a quando"))
        self.add_text(end_words(view.effective_end, view.today))
        line = Timeline()
        line.show_spans(
            spans(view.clocks, contract.title), view.today, view.effective_end.on if view.effective_end else None
        )
        self.add_widget(line)
        self._add_money(row, facts.money, today)
        self._add_warnings(view.warnings, "contract", key)
        self._add_more(is_removable=contract.state in (*COMING, ContractState.REFUSED))
        self._add_foot("contract", key, contract.title)

    def show_concession(self, view: ConcessionView, today: date, year_money: YearMoney | None = None) -> None:
        """What stands behind contracts, or what the comune granted itself."""
        self.clear()
        one = view.concession
        key = str(one.id)
        self.set_title(one.title, one.concessionaire)
        self.add_pill_row(
            _("Stato"), concession_state_label(one.state), "good" if one.state == "IN_ESEC" else "neutral"
        )
        self.add_row(_("Che cos'è"), concession_kind_label(one.kind))
        self.add_row(_("Concede"), one.granting_authority or _("da inserire"))
        self.add_row(_("CIG padre"), one.parent_cig or _("da inserire"), copy=bool(one.parent_cig))
        self.add_heading(_("Fino a quando"))
        line = Timeline()
        line.show_spans(spans([view.clock], one.title), today)
        self.add_widget(line)
        if year_money is not None:
            self.add_heading(_("Quanto costa"))
            self._add_year(year_money)
        self._add_warnings(view.warnings, "concession", key)
        if view.contracts:
            self.add_heading(_("Contratti"))
            for contract in view.contracts:
                number = str(contract.id)
                self.add_link(contract.title, lambda number=number: self.wanted.emit("contract", number))  # type: ignore[misc] # the loop's own
        self._add_more(is_removable=not view.contracts)
        self._add_foot("concession", key, one.title)

    def _add_next(self, view: ContractView) -> None:
        way = next_way(view.ways)
        if way is None:
            return
        self.add_heading(_("Che cosa viene dopo"))
        key = f"{view.contract.id}:{step_place(way.step)}:step"
        self.add_link(contract_to_do_label(way.step.value), lambda: self.wanted.emit("contract", key))

    def _add_money(self, row: ContractRow, year_money: YearMoney | None, today: date) -> None:
        self.add_heading(_("Quanto costa"))
        key = str(row.contract.id)
        fee = row.year_fee
        label = _("Canone {year}").format(year=today.year)
        self.add_row(label, money(fee) if fee is not None else _("da inserire"))
        due = row.next_due
        if due is not None and due.due_on is not None:
            self.add_row(_("Prossima rata"), when_words(due.due_on, today))
        if fee is None:
            self.add_link(_("Scrivi il canone"), lambda: self.wanted.emit("contract", f"{key}:fees"))
        if year_money is not None:
            self._add_year(year_money)
        source = source_words(row.contract)
        if source:
            self.add_source(source)

    def _add_year(self, year_money: YearMoney) -> None:
        box = YearMoneyBox(is_short=True)
        box.show_money(year_money)
        self.add_widget(box)
        self.pay_button = button(_("Registra un pagamento…"), self.payment_wanted.emit, icon="plus")
        self.pay_button.setToolTip(PAY_KEYS)
        row = QWidget()
        FlowLayout(row, spacing=unit(8)).addWidget(self.pay_button)
        self.add_widget(row)

    def _add_warnings(self, warnings: Iterable[ContractWarning], page: str, key: str) -> None:
        found = list(warnings)
        if found:
            self.add_heading(_("Avvisi"))
        for one in found[:_AT_MOST]:
            section, field = warning_place(one)
            place = f"{key}:{section}:{field}"
            self.add_callout(
                warning_words(one.code, one.params),
                "",
                warning_tone(one),
                _("Vai al campo"),
                lambda place=place: self.wanted.emit(page, place),  # type: ignore[misc] # the loop's own
            )
        left = len(found) - _AT_MOST
        if left > 0:
            told = ngettext("Vedi un altro avviso", "Vedi altri {count} avvisi", left).format(count=left)
            self.add_link(told, lambda: self.wanted.emit(page, key))

    def _add_more(self, *, is_removable: bool) -> None:
        if not is_removable:
            return
        self.add_heading(_("Altro"))
        row = QWidget()
        flow = FlowLayout(row, spacing=unit(8))
        flow.addWidget(button(_("Elimina"), self.removal_wanted.emit, role="danger", icon="trash"))
        self.add_widget(row)

    def _add_foot(self, page: str, key: str, title: str) -> None:
        self.go_on = button(_("Apri"), lambda: self.wanted.emit(page, key), role="secondary")
        sheet = key if page == "contract" else f"c{key}"
        self.go_on.setAccessibleName(_("Apri {title}").format(title=title))
        self.print_button = button(_("Stampa la scheda…"), lambda: self.print_wanted.emit(sheet), icon="print")
        self.set_footer("", self.print_button, self.go_on)
