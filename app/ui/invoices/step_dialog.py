# SPDX-License-Identifier: EUPL-1.2
"""Recording one step of an invoice: its day, the number of its act, and why where a check does not fit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.domain.invoice_checks import Outcome
from app.domain.invoices import InvoiceStep
from app.errors import UserError
from app.text import _, money, ngettext
from app.text.invoice_labels import step_label, to_do_label
from app.text.invoice_words import check_label, check_words
from app.ui.accession.ask import Answers
from app.ui.accession.entries import Entry, amount_line, area, day_line, line, shown
from app.ui.invoices.deed_dialog import DeedDialog
from app.ui.invoices.words import invoice_title
from app.ui.widgets.callout import Callout
from app.ui.widgets.label import Label

if TYPE_CHECKING:
    from app.actions.invoice_views import InvoiceView
    from app.ui.desk import Desk

_FORWARD = (InvoiceStep.APPROVE, InvoiceStep.COMMIT, InvoiceStep.SETTLE, InvoiceStep.PAY)
_BLAMED = {
    "day.empty": "on",
    "invoice.step_before_last": "on",
    "invoice.step_in_future": "on",
    "invoice.number_missing": "number",
    "invoice.reason_missing": "reason",
    "amount.empty": "amount",
}


class StepDialog(DeedDialog):
    """Everything but a refusal, which has a question of its own."""

    def __init__(self, desk: Desk, view: InvoiceView, step: InvoiceStep, parent: QWidget) -> None:
        super().__init__(desk, to_do_label(step.value), f"{view.invoice.id}:{step.value}", parent)
        self._view = view
        self._step = step
        self.body.addWidget(Label(f"{invoice_title(view.invoice)}, {view.invoice.supplier}", "muted", wraps=True))
        self._set_aside = view.wrong if step is InvoiceStep.APPROVE else ()
        if self._set_aside:
            self.body.addWidget(self._wrong())
        if step is InvoiceStep.PAY:
            self.body.addWidget(Label(self._payable(), wraps=True))
        if step in (InvoiceStep.APPROVE, InvoiceStep.PAY) and view.instalments and not view.matches:
            self.body.addWidget(Label(_("Non è abbinata a nessuna rata: puoi farlo dalla sua scheda."), wraps=True))
        self._pending = next((check for check in view.checks if check.code == "penalty"), None)
        if self._pending is not None and step in _FORWARD:
            told = _("Si detraggono dai livelli di servizio del contratto, prima del pagamento di questa fattura.")
            self.body.addWidget(Callout(check_words(self._pending), told, "warning"))
        usual = {"on": shown(self.today()), "amount": shown(view.money.left), "number": ""}
        entries = self._entries()
        known = {name: text for name, text in usual.items() if name in entries}
        self.add_ask(entries, to_do_label(step.value), known, _BLAMED)

    def do(self, answers: Answers) -> None:
        """Record it."""
        from app.actions.invoices import record_invoice_step

        on, paid = answers["on"], answers.get("amount")
        if not isinstance(on, date):
            self.on_refused(UserError("day.empty"))
            return
        invoice_id, step = self._view.invoice.id, self._step
        number, reason = str(answers.get("number", "")), str(answers.get("reason", ""))
        amount = paid if isinstance(paid, Decimal) else None
        aside = self._set_aside
        self.desk.tasks.act(
            self,
            lambda store: record_invoice_step(
                store, invoice_id, step, on, number=number, reason=reason, overridden=aside, amount=amount
            ),
            lambda _changes: self.on_done(self._done_words()),
            self.on_refused,
        )

    def _entries(self) -> dict[str, Entry]:
        entries = {"on": day_line(_("Data (obbligatoria)"), self.today)}
        numbers = {
            InvoiceStep.COMMIT: _("Numero dell'impegno (obbligatorio)"),
            InvoiceStep.SETTLE: _("Numero dell'atto di liquidazione (obbligatorio)"),
            InvoiceStep.PAY: _("Numero del mandato (obbligatorio)"),
        }
        if self._step is InvoiceStep.PAY and not self._view.money.left:
            return entries  # a penalty took it all, or it was paid before
        if self._step in numbers:
            entries["number"] = line(numbers[self._step])
        if self._step is InvoiceStep.PAY:
            entries["amount"] = amount_line(_("Importo pagato al fornitore"))
        if self._step is InvoiceStep.REOPEN:
            entries["reason"] = area(_("Motivo (obbligatorio)"), lines=2)
        elif self._set_aside:
            entries["reason"] = area(_("Perché la approvi lo stesso (obbligatorio)"), lines=2)
        return entries

    def _done_words(self) -> str:
        """What was done, and that penalties are left for another invoice."""
        done = step_label(self._step.value)
        left = self._pending.params["amount"] if self._pending is not None else None
        if self._step is not InvoiceStep.PAY or not isinstance(left, Decimal):
            return done
        told = _("{done}. Restano da detrarre {amount} di penali, da un'altra fattura.")
        return told.format(done=done, amount=money(left))

    def _payable(self) -> str:
        if not self._view.money.left:
            return _("Non resta nulla da pagare: la fattura passa fra le pagate.")
        held, less = self._view.money.split_vat, self._view.money.deducted
        told = _("Da pagare: {amount}").format(amount=money(self._view.money.left))
        if held:
            told = _("Da pagare: {amount}, senza l'IVA ({vat}), che l'ente versa all'erario.")
            told = told.format(amount=money(self._view.money.left), vat=money(held))
        if not less:
            return told
        taken = _("Sono già tolti {amount} di penali detratte.").format(amount=money(less))
        return f"{told.removesuffix('.')}. {taken}"

    def _wrong(self) -> Callout:
        count = len(self._set_aside)
        title = ngettext("{count} controllo non torna", "{count} controlli non tornano", count).format(count=count)
        wrong = [check for check in self._view.checks if check.outcome is Outcome.WRONG]
        told = "\n".join(f"{check_label(check.code)}: {check_words(check)}" for check in wrong)
        return Callout(title, told, "warning")
