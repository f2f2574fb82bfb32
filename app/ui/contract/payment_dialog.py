# SPDX-License-Identifier: EUPL-1.2
"""Registering a payment: the amount and the day, then what else the mandate says.

ask_payment(desk, page, contract_id=...)                    # or concession_id=..., from any page
ask_payment(desk, page, contract_id=..., payment=payment)   # to correct one, or to take it out
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.dates import to_rome
from app.domain.invoices import InvoiceState
from app.text import _, day, money
from app.text.budget_words import left_words
from app.ui.accession.entries import Entry, amount_line, day_line, line, number_line, shown
from app.ui.contract.entry_dialog import EntryDialog
from app.ui.documents import options
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.budget import MoneyView
    from app.domain.concessions import ConcessionId, ContractId
    from app.domain.invoices import Invoice, Payment
    from app.ui.desk import Desk

PAY_KEYS = "Ctrl+Shift+P"
"""On every page that shows a contract."""


def ask_payment(
    desk: Desk,
    parent: QWidget,
    *,
    contract_id: ContractId | None = None,
    concession_id: ConcessionId | None = None,
    payment: Payment | None = None,
    charged: Callable[[int], object] | None = None,
) -> None:
    """Read the money of a contract or of a concession, then ask; `charged` gets the financial year of what was paid."""
    from app.actions.budget import show_money

    def ask(view: MoneyView) -> None:
        dialog = PaymentDialog(desk, view, parent, payment)
        if charged is not None:
            dialog.charged.connect(charged)
        dialog.open()

    desk.tasks.query(parent, lambda store: show_money(store, contract_id=contract_id, concession_id=concession_id), ask)


class PaymentDialog(EntryDialog):
    """A day that is still to come and an amount above what is left are told, and never stop."""

    charged = Signal(int)
    required = {"amount": "payment.amount_missing", "on": "payment.day_missing"}  # noqa: RUF012 - never changed

    def __init__(self, desk: Desk, view: MoneyView, parent: QWidget, payment: Payment | None = None) -> None:
        title = _("Correggi il pagamento") if payment else _("Registra un pagamento")
        super().__init__(desk, parent, title, _key_of(view, payment))
        self._view, self._payment = view, payment
        self._year: int | None = None
        self.accepted.connect(self._tell_year)
        if payment is None:
            self.register_button.setText(_("Registra il pagamento"))
        self.entries = self._fields()
        supplier = f" · {view.supplier}" if view.supplier else ""
        self.body.addWidget(Label(view.title + supplier, "strong", wraps=True))
        second = ("number", "invoice_id") if view.invoices else ("number",)
        kept = {name: shown(getattr(payment, name)) for name in self.entries} if payment else {}
        rows = (("amount", "on"), second, ("chapter", "year"), ("note",))
        self.show_fields(rows, kept, is_removable=payment is not None)
        self.left = Label("", "muted", wraps=True)
        self.body.addWidget(self.left)
        self.show_foot()
        self.on_left("amount", "on", "year", slot=self._show_left)
        self._show_left()

    def send(self, values: dict[str, Any]) -> None:
        """Write the payment down."""
        from app.actions.payments import correct_payment, pay

        view, payment = self._view, self._payment
        self._year = values["year"] or values["on"].year
        told = _("{amount} del {day}").format(amount=money(values["amount"]), day=day(values["on"]))
        if payment is not None:
            words = _("Corretto il pagamento: {payment}").format(payment=told)
            self.act(lambda store: correct_payment(store, payment.id, payment.version, **values), words)
            return
        contract_id = view.contract.id if view.contract is not None else None
        concession_id = view.concession.id if view.concession is not None else None
        words = _("Registrato il pagamento: {payment}").format(payment=told)
        self.act(lambda store: pay(store, contract_id=contract_id, concession_id=concession_id, **values), words)

    def remove(self) -> None:
        """Take the payment out; the toast brings it back."""
        from app.actions.payments import remove_payment

        payment = self._payment
        if payment is not None:
            told = _("Eliminato il pagamento: {amount}").format(amount=money(payment.amount))
            self.act(lambda store: remove_payment(store, payment.id), told)

    def _tell_year(self) -> None:
        if self._year is not None:
            self.charged.emit(self._year)

    def _fields(self) -> dict[str, Entry]:
        usable = [one for one in self._view.invoices if one.state is not InvoiceState.REFUSED]
        invoices = [("", _("Nessuna")), *((str(one.id), _invoice_words(one)) for one in usable)]
        fields = {
            "amount": amount_line(_("Importo (obbligatorio)")),
            "on": day_line(_("Data del pagamento (obbligatoria)"), lambda: to_rome(self.desk.workspace.clock()).date()),
            "number": line(_("Mandato n.")),
            "chapter": line(_("Capitolo"), _("Vuoto: quello del contratto.")),
            "year": number_line(_("Esercizio"), _("Vuoto: l'anno della data.")),
            "note": line(_("Nota")),
        }
        if self._view.invoices:
            fields["invoice_id"] = options.number_choice(_("Fattura"), invoices)
        return fields

    def _show_left(self) -> None:
        """What is left of the year that it is charged to."""
        today, on, amount = self._view.today, self.readable("on"), self.readable("amount")
        year = self.readable("year") or (on or today).year
        total = self._view.total(year)
        self.left.setText(_("{left} (esercizio {year}).").format(year=year, left=left_words(total)))
        room = None if total.left is None else total.left + (self._payment.amount if self._payment else 0)
        is_over = room is not None and amount is not None and amount > room
        over = _("Supera ciò che resta del {year}.").format(year=year) if is_over else ""
        self.entries["amount"].field.set_warning(over)
        is_ahead = on is not None and on > today
        self.entries["on"].field.set_warning(_("Questa data è nel futuro.") if is_ahead else "")


def _key_of(view: MoneyView, payment: Payment | None) -> str:
    if payment is not None:
        return f"payment:{payment.id}:{payment.version}"
    if view.contract is not None:
        return f"payment:contract:{view.contract.id}"
    return f"payment:concession:{view.concession.id if view.concession else 0}"


def _invoice_words(invoice: Invoice) -> str:
    told = _("n. {number} del {day}, {amount}")
    return told.format(number=invoice.number, day=day(invoice.on), amount=money(invoice.total))
