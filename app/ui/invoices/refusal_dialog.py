# SPDX-License-Identifier: EUPL-1.2
"""Refusing an invoice: only for a cause that the law names, within fifteen days, with the reason that goes to SdI."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from app.domain.invoices import InvoiceStep
from app.domain.refusal import REFUSAL_CAUSES, REFUSAL_LAW
from app.errors import UserError
from app.text import _
from app.text.invoice_labels import step_label
from app.text.invoice_words import cause_label
from app.ui.accession.ask import Answers
from app.ui.accession.entries import area, day_line, shown
from app.ui.invoices.deed_dialog import DeedDialog
from app.ui.invoices.words import clock_words, invoice_title
from app.ui.widgets.callout import Callout
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link

if TYPE_CHECKING:
    from app.actions.invoice_views import InvoiceView, RefusalNotice
    from app.ui.desk import Desk

_BLAMED = {"day.empty": "on", "invoice.step_in_future": "on", "invoice.reason_missing": "reason"}


class RefusalDialog(DeedDialog):
    """The causes that the checks point at stand first; the text for the notice can be copied before it is recorded."""

    def __init__(self, desk: Desk, view: InvoiceView, parent: QWidget) -> None:
        super().__init__(desk, _("Rifiuta la fattura"), f"{view.invoice.id}:refuse", parent)
        self._view = view
        self.causes: dict[str, QRadioButton] = {}
        self.body.addWidget(Label(f"{invoice_title(view.invoice)}, {view.invoice.supplier}", "muted", wraps=True))
        self.body.addWidget(self._clock())
        self.body.addWidget(Label(_("Causa (obbligatoria)"), "section"))
        self.body.addLayout(self._causes())
        law = _("Sono le sole cause ammesse: {law}. Il resto si corregge con una nota di variazione.")
        self.body.addWidget(Label(law.format(law=REFUSAL_LAW), "small", wraps=True))
        entries = {
            "on": day_line(_("Data (obbligatoria)"), self.today),
            "reason": area(_("Motivo, come va scritto nella notifica a SdI"), lines=3),
        }
        self.add_ask(entries, _("Rifiuta la fattura"), {"on": shown(self.today())}, _BLAMED)
        self.copy = Link(_("Copia il testo per la notifica"), self.copy_notice)
        self.body.addWidget(self.copy)
        first = self.causes[self.cause] if self.cause else next(iter(self.causes.values()))
        first.setFocus()

    @property
    def cause(self) -> str:
        """The key of the cause that is chosen, or ""."""
        return next((key for key, button in self.causes.items() if button.isChecked()), "")

    def do(self, answers: Answers) -> None:
        """Record the refusal."""
        from app.actions.invoices import record_invoice_step

        on, cause = answers["on"], self.cause
        if not isinstance(on, date):
            self.on_refused(UserError("day.empty"))
            return
        invoice_id, reason = self._view.invoice.id, str(answers.get("reason", ""))
        self.desk.tasks.act(
            self,
            lambda store: record_invoice_step(store, invoice_id, InvoiceStep.REFUSE, on, reason=reason, cause=cause),
            lambda _changes: self.on_done(step_label(InvoiceStep.REFUSE.value)),
            self.on_refused,
        )

    def copy_notice(self) -> None:
        """Put the text for the notice of refusal on the clipboard."""
        from app.actions.invoices import refusal_notice

        if self.ask is None:
            return
        invoice_id, cause, reason = self._view.invoice.id, self.cause, self.ask.entries["reason"].text
        self.desk.tasks.query(
            self, lambda store: refusal_notice(store, invoice_id, cause, reason), self._on_notice, self.on_refused
        )

    def _on_notice(self, notice: RefusalNotice) -> None:
        QGuiApplication.clipboard().setText(notice.text)
        self.desk.window.toast(_("Testo copiato: incollalo nella notifica a SdI."))

    def _clock(self) -> Callout:
        told = clock_words(self._view.clock)
        if told:
            left = self._view.clock.days_left or 0
            return Callout(told, "", "bad" if left < 0 else "warning")
        return Callout(
            _("Non si sa quando SdI l'ha consegnata"),
            _("I 15 giorni corrono da quel giorno: scrivilo nella scheda della fattura, prima di rifiutarla."),
            "warning",
        )

    def _causes(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        group = QButtonGroup(self)
        suggested = self._view.causes
        for key in (*suggested, *(key for key in REFUSAL_CAUSES if key not in suggested)):
            made = QRadioButton(cause_label(key).replace("&", "&&"))
            group.addButton(made)
            self.causes[key] = made
            layout.addWidget(made)
        if suggested:
            self.causes[suggested[0]].setChecked(True)
        return layout
