# SPDX-License-Identifier: EUPL-1.2
"""Short questions about an invoice: of which contract it is, when it was delivered, which instalment it pays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.domain.concessions import ContractId
from app.text import _, money
from app.ui.accession.ask import Answers
from app.ui.accession.entries import amount_line, choice, day_line, shown
from app.ui.invoices.deed_dialog import DeedDialog
from app.ui.invoices.words import contract_name, instalment_words, invoice_title
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.invoice_views import InvoiceView
    from app.domain.concessions import ServiceContract
    from app.ui.desk import Desk


class ContractDialog(DeedDialog):
    """Of which contract it is, or of none."""

    def __init__(self, desk: Desk, view: InvoiceView, contracts: Sequence[ServiceContract], parent: QWidget) -> None:
        super().__init__(desk, _("Di quale contratto è la fattura"), f"{view.invoice.id}:contract", parent)
        self._view = view
        self.body.addWidget(Label(f"{invoice_title(view.invoice)}, {view.invoice.supplier}", "muted", wraps=True))
        named = [(str(one.id), _told(one)) for one in contracts]
        entries = {"contract": choice(_("Contratto"), [("", _("Nessuno")), *named])}
        kept = str(view.contract.id) if view.contract else ""
        self.add_ask(entries, _("Salva"), {"contract": kept}, {})

    def do(self, answers: Answers) -> None:
        """Say it."""
        from app.actions.invoices import assign_contract

        text = str(answers["contract"])
        wanted = ContractId(int(text)) if text else None
        invoice_id = self._view.invoice.id
        self.desk.tasks.act(
            self,
            lambda store: assign_contract(store, invoice_id, wanted),
            lambda _changes: self.on_done(_("Contratto della fattura scelto")),
            self.on_refused,
        )


class ReceivedDialog(DeedDialog):
    """When SdI delivered it: the fifteen days run from there."""

    def __init__(self, desk: Desk, view: InvoiceView, parent: QWidget) -> None:
        super().__init__(desk, _("Quando SdI ha consegnato la fattura"), f"{view.invoice.id}:received", parent)
        self._view = view
        told = _("È il giorno della ricevuta di consegna, o dell'arrivo nella PEC o nel protocollo.")
        self.body.addWidget(Label(told, "muted", wraps=True))
        entries = {"on": day_line(_("Consegnata il"), self.today)}
        self.add_ask(entries, _("Salva"), {"on": shown(view.invoice.received_on)}, {"invoice.received_in_future": "on"})

    def do(self, answers: Answers) -> None:
        """Say it, for all the invoices of the file."""
        from app.actions.invoices import set_received

        on = answers["on"]
        wanted = on if isinstance(on, date) else None
        ids = [self._view.invoice.id, *(other.id for other in self._view.siblings)]
        self.desk.tasks.act(
            self,
            lambda store: set_received(store, ids, wanted),
            lambda _changes: self.on_done(_("Giorno di consegna scritto")),
            self.on_refused,
        )


class MatchDialog(DeedDialog):
    """Which instalment it pays, and with how much."""

    def __init__(self, desk: Desk, view: InvoiceView, parent: QWidget) -> None:
        super().__init__(desk, _("Quale rata paga la fattura"), f"{view.invoice.id}:match", parent)
        self._view = view
        self.body.addWidget(Label(f"{invoice_title(view.invoice)}, {view.invoice.supplier}", "muted", wraps=True))
        options = [(str(place), self._name(place)) for place in range(len(view.instalments))]
        left = view.invoice.taxable * view.invoice.sign - view.money.matched
        self.body.addWidget(Label(_("Da abbinare: {amount}, senza IVA").format(amount=money(left)), wraps=True))
        entries = {
            "instalment": choice(_("Rata"), options),
            "amount": amount_line(_("Importo senza IVA")),
        }
        first = options[0][0] if options else ""
        self.add_ask(entries, _("Abbina"), {"instalment": first, "amount": shown(left)}, {"amount.empty": "amount"})

    def do(self, answers: Answers) -> None:
        """Say it."""
        from app.actions.invoices import match

        amount = answers["amount"]
        chosen = self._view.instalments[int(str(answers["instalment"]))]
        pair = (chosen.fee_id, chosen.starts_on, amount if isinstance(amount, Decimal) else Decimal(0))
        invoice_id = self._view.invoice.id
        self.desk.tasks.act(
            self,
            lambda store: match(store, invoice_id, [pair]),
            lambda _changes: self.on_done(_("Fattura abbinata alla rata")),
            self.on_refused,
        )

    def _name(self, place: int) -> str:
        instalment = self._view.instalments[place]
        net = money(instalment.net) if instalment.net is not None else _("importo da inserire")
        return f"{instalment.title}, {instalment_words(instalment)}: {net}"


def _told(contract: ServiceContract) -> str:
    parts = [contract_name(contract), contract.supplier, contract.cig]
    return ", ".join(dict.fromkeys(part for part in parts if part))
