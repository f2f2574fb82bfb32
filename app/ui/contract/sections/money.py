# SPDX-License-Identifier: EUPL-1.2
"""Spesa of a contract: the money of a year in figures and a bar, its chapters, its lines, its payments."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.budget import YearMoney, is_uncommitted
from app.text import _, day, money, ngettext
from app.text.budget_words import MISSING, chapter_words, sum_words
from app.text.concession_labels import spending_label
from app.ui.budget.table import amount_columns
from app.ui.contract.payment_dialog import PAY_KEYS, ask_payment
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.callout import Callout
from app.ui.widgets.chips import Chip, Chips
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.label import Label
from app.ui.widgets.link import LongLink
from app.ui.widgets.table import Column, DataTable
from app.ui.widgets.year_money import YearMoneyBox

if TYPE_CHECKING:
    from app.actions.budget import MoneyView
    from app.actions.changes import Changes
    from app.actions.concessions import ConcessionView
    from app.actions.contracts import ContractView
    from app.domain.concessions import BudgetLine, ConcessionId, ContractId
    from app.domain.invoices import Payment
    from app.ui.desk import Desk

_ROWS_AT_MOST = 6


class MoneySection(QWidget):
    """Also of a concession, which a comune may pay without a contract of its own; the year chosen stays chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.view: MoneyView | None = None
        self._wanted = ""  # a year that is brought into view with what is read next
        self._contract_id: ContractId | None = None
        self._concession_id: ConcessionId | None = None
        self.years = Chips(name=_("Esercizio"))
        self.box = YearMoneyBox()
        self.doubt = Callout("", tone="warning")
        self.pay_button = button(_("Registra un pagamento…"), self.pay, icon="plus")
        self.pay_button.setToolTip(PAY_KEYS)
        self.line_button = button(_("Nuova riga di spesa…"), self.add_line, icon="plus")
        self.table = _headings_table()
        self.lines_title = Label(_("Righe di spesa"), "strong")
        self.lines = QVBoxLayout()
        self.payments = _payments_table()
        self._lay_out()
        self.years.chosen.connect(lambda _key: self._show_year())
        self.table.activated.connect(self._open_heading)
        self.payments.activated.connect(self._open_payment)

    def show_contract(self, view: ContractView | ConcessionView) -> None:
        """Read the money of the contract, or of the concession."""
        contract = getattr(view, "contract", None)
        self._contract_id = contract.id if contract is not None else None
        self._concession_id = view.concession.id if contract is None and view.concession is not None else None
        self.refresh()

    def on_changed(self, changes: Changes) -> None:
        """The page shows the contract again after what changes it; a new invoice too changes the money."""
        if changes.concessions or changes.invoices:
            self.refresh()

    def refresh(self) -> None:
        """Read again."""
        from app.actions.budget import show_money

        contract_id, concession_id = self._contract_id, self._concession_id
        if contract_id is None and concession_id is None:
            return
        self._desk.tasks.query(
            self,
            lambda store: show_money(store, contract_id=contract_id, concession_id=concession_id),
            self._on_money,
            lambda _error: None,  # gone meanwhile: the page says so
        )

    def focus_field(self, name: str) -> bool:
        """`pay` asks for a payment, `commitment` goes to where one is written; False for any other name."""
        if name == "pay":
            self.pay()
        elif name == "commitment":
            self.line_button.setFocus()
        return name in ("pay", "commitment")

    def pay(self) -> None:
        """Ask for a payment."""
        self._ask_payment(None)

    def show_year(self, year: int) -> None:
        """Bring a financial year into view, once it is read."""
        self._wanted = str(year)
        self.refresh()

    def add_line(self) -> None:
        """Ask for a budget line, of the chapter chosen in the table."""
        self._ask_line(None, self.table.current())

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=unit(8))
        flow.addWidget(self.pay_button)
        flow.addWidget(self.line_button)
        self.lines.setSpacing(unit(4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(unit(10))
        for widget in (self.years, self.box, self.doubt, buttons, Label(_("Esercizi e capitoli"), "strong")):
            layout.addWidget(widget)
        layout.addWidget(self.table)
        layout.addWidget(self.lines_title)
        layout.addLayout(self.lines)
        layout.addWidget(Label(_("Pagamenti"), "strong"))
        layout.addWidget(self.payments)
        self.doubt.hide()
        self.table.set_empty(
            _("Ancora nessun importo"),
            _("Scrivi che cosa è previsto e impegnato: il previsto arriva anche dalle rate del canone."),
            _("Nuova riga di spesa"),
            self.add_line,
            icon="euro",
        )
        self.payments.set_empty(
            _("Ancora nessun pagamento"), _("Registra il primo quando c'è il mandato."), icon="euro"
        )

    def _on_money(self, view: MoneyView) -> None:
        self.view = view
        known = sorted({one.year for one in view.years} | {view.today.year})
        chosen, self._wanted = self._wanted or self.years.current(), ""
        self.years.set_chips([Chip(str(year), str(year)) for year in known])
        self.years.choose(chosen if chosen in map(str, known) else str(view.today.year))
        _show(self.table, view.years, foot=0)
        _show(self.payments, view.payments, foot=40)
        count = len(view.payments)
        told = ngettext("{count} pagamento", "{count} pagamenti", count).format(count=count)
        self.payments.set_footer(told if count else "", sum_words(one.amount for one in view.payments))
        self._show_lines(view)
        self._show_year()

    def _show_year(self) -> None:
        view = self.view
        if view is None or not self.years.current():
            return
        year = int(self.years.current())
        total = view.total(year)
        self.box.show_money(total)
        self.table.select(lambda row: row.year == year)
        is_bare = is_uncommitted(total)
        if total.is_over:
            words = _("Fatture o pagamenti superano ciò che è stato impegnato o previsto.")
            self.doubt.show_words(_("Nel {year} si va oltre").format(year=year), words, "bad")
        elif is_bare:
            words = _("La spesa di un esercizio va impegnata (art. 183 TUEL): scrivi il numero e la data dell'impegno.")
            self.doubt.show_words(_("Il {year} è senza impegno").format(year=year), words, "warning")
        self.doubt.setVisible(total.is_over or is_bare)

    def _show_lines(self, view: MoneyView) -> None:
        self.lines_title.setVisible(bool(view.lines))
        while (item := self.lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for kept in sorted(view.lines, key=lambda line: (line.year, line.chapter, line.id)):
            self.lines.addWidget(LongLink(_line_words(kept), partial(self._ask_line, kept, None)))

    def _open_heading(self, row: YearMoney) -> None:
        """The only line of a heading, or a new one for it."""
        own = [line for line in self.view.lines if line.year == row.year] if self.view else []
        own = [line for line in own if line.chapter in (row.chapter, "")]
        self._ask_line(own[0] if len(own) == 1 else None, row)

    def _open_payment(self, payment: Payment) -> None:
        self._ask_payment(payment)

    def _ask_payment(self, payment: Payment | None) -> None:
        ask_payment(
            self._desk,
            self,
            contract_id=self._contract_id,
            concession_id=self._concession_id,
            payment=payment,
            charged=self.show_year,
        )

    def _ask_line(self, kept: BudgetLine | None, at: YearMoney | None) -> None:
        from app.ui.contract.budget_line_dialog import BudgetLineDialog

        if self.view is not None:
            BudgetLineDialog(self._desk, self.view, self, kept, at).open()


def _headings_table() -> DataTable:
    columns = [
        Column("year", _("Esercizio"), lambda row: str(row.year), lambda row: row.year),
        Column("chapter", _("Capitolo"), _heading_words, stretch=True, width=130, tooltip=_heading_words),
        *amount_columns(("planned", "committed", "paid", "left"), lambda row: row),
    ]
    return DataTable(columns, name=_("Esercizi e capitoli"), identity=lambda row: row.heading)


def _payments_table() -> DataTable:
    columns = [
        Column("on", _("Data"), lambda row: day(row.on), lambda row: row.on, kind="date"),
        Column("number", _("Mandato"), lambda row: row.number or MISSING, stretch=True, width=90),
        Column("year", _("Esercizio"), lambda row: str(row.year or row.on.year)),
        Column("chapter", _("Capitolo"), lambda row: row.chapter or MISSING),
        Column("amount", _("Importo"), lambda row: money(row.amount), lambda row: row.amount, kind="money"),
    ]
    return DataTable(columns, name=_("Pagamenti"), identity=lambda row: row.id, selects_first=False)


def _show(table: DataTable, rows: tuple[object, ...], *, foot: int) -> None:
    """As high as its rows, so that the part scrolls as a whole."""
    table.show_rows(rows)
    shown_rows = min(len(rows), _ROWS_AT_MOST)
    table.setFixedHeight(unit(50 + foot + 40 * shown_rows) if shown_rows else unit(210))


def _heading_words(row: YearMoney) -> str:
    spending = spending_label(row.spending)
    return f"{chapter_words(row.chapter)} · {spending}" if spending else chapter_words(row.chapter)


def _line_words(line: BudgetLine) -> str:
    parts = [str(line.year)]
    if line.chapter:
        parts.append(_("capitolo {chapter}").format(chapter=line.chapter))
    if line.planned is not None:
        parts.append(_("previsti {amount}").format(amount=money(line.planned)))
    if line.committed is not None:
        parts.append(_("impegnati {amount}").format(amount=money(line.committed)))
    if line.commitment:
        parts.append(_("impegno {number}").format(number=line.commitment))
    return " · ".join(parts)
