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
from app.ui.accession.entries import Entry, area, day_line, shown
from app.ui.invoices.deed_dialog import DeedDialog
from app.ui.invoices.words import clock_words, invoice_title, motive_words
from app.ui.widgets.callout import Callout
from app.ui.widgets.label import Label
from app.ui.widgets.link import Link

if TYPE_CHECKING:
    from app.actions.invoice_views import InvoiceView, RefusalNotice
    from app.ui.desk import Desk

_BLAMED = {
    "day.empty": "on",
    "invoice.step_in_future": "on",
    "invoice.refused_before_received": "on",
    "invoice.too_late": "on",
    "invoice.not_received": "received_on",
    "invoice.received_in_future": "received_on",
    "invoice.received_before_day": "received_on",
    "invoice.refusal_unmotivated": "reason",
}


class RefusalDialog(DeedDialog):
    """The causes that the checks point at stand first, with what failed as the reason; the day of SdI is asked for.

    The text for the notice can be copied before the refusal is recorded.
    """

    def __init__(self, desk: Desk, view: InvoiceView, parent: QWidget) -> None:
        super().__init__(desk, _("Rifiuta la fattura"), f"{view.invoice.id}:refuse", parent)
        self._view = view
        self.causes: dict[str, QRadioButton] = {}
        self.body.addWidget(Label(f"{invoice_title(view.invoice)}, {view.invoice.supplier}", "muted", wraps=True))
        if clock_words(view.clock):
            self.body.addWidget(self._clock())
        self.body.addWidget(Label(_("Causa (obbligatoria)"), "section"))
        self.body.addLayout(self._causes())
        law = _("Sono le sole cause ammesse: {law}. Il resto si corregge con una nota di variazione.")
        self.body.addWidget(Label(law.format(law=REFUSAL_LAW), "small", wraps=True))
        self.add_ask(self._entries(), _("Rifiuta la fattura"), self._usual(), _BLAMED)
        self.copy = Link(_("Copia il testo per la notifica"), self.copy_notice)
        self.body.addWidget(self.copy)
        for one in self.causes.values():
            one.toggled.connect(self._on_cause)
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
        invoice_id, reason, received = self._view.invoice.id, str(answers["reason"]), answers.get("received_on")
        received_on = received if isinstance(received, date) else None
        self.desk.tasks.act(
            self,
            lambda store: record_invoice_step(
                store, invoice_id, InvoiceStep.REFUSE, on, reason=reason, cause=cause, received_on=received_on
            ),
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

    def _entries(self) -> dict[str, Entry]:
        told = _("Consegnata da SdI il (obbligatorio: da lì corrono i 15 giorni)")
        entries = {} if self._view.clock.received_on else {"received_on": day_line(told, self.today)}
        return entries | {
            "on": day_line(_("Rifiutata il (obbligatorio)"), self.today),
            "reason": area(_("Motivo, come va scritto nella notifica a SdI (obbligatorio)"), lines=2),
        }

    def _usual(self) -> dict[str, str]:
        usual = {"on": shown(self.today()), "reason": motive_words(self._view.checks, self.cause)}
        return usual if self._view.clock.received_on else usual | {"received_on": ""}

    def _on_cause(self, is_chosen: bool) -> None:  # noqa: FBT001 - Qt calls it
        """What is proposed as the reason is that of the cause; what was typed stays."""
        if is_chosen and self.ask is not None:
            self.ask.show_usual(self._usual())

    def _clock(self) -> Callout:
        left = self._view.clock.days_left or 0
        return Callout(clock_words(self._view.clock), "", "bad" if left < 0 else "warning")

    def _causes(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        layout.setSpacing(0)  # room for the reason on a low screen
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
