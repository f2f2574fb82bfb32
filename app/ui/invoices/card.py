# SPDX-License-Identifier: EUPL-1.2
"""The card of an invoice: its state, how long it may be refused, its checks, what it pays, what comes next."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.invoices import InvoiceState, InvoiceStep
from app.text import _, day, moment
from app.text.invoice_labels import state_label, to_do_label
from app.text.invoice_words import guess_words
from app.ui.invoices import card_sections as sections
from app.ui.invoices.checks_box import ChecksBox, summary_words
from app.ui.invoices.matching_box import MatchingBox
from app.ui.invoices.words import clock_words, invoice_title, state_tone
from app.ui.theme import unit
from app.ui.widgets.button import button
from app.ui.widgets.card import Card
from app.ui.widgets.fields import NoteField
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.link import LongLink
from app.ui.widgets.pill import Pill
from app.ui.widgets.step_line import Step, StepLine

if TYPE_CHECKING:
    from app.actions.invoice_views import InvoiceView
    from app.domain.invoice_matching import ContractGuess

_WAY = (
    InvoiceState.RECEIVED,
    InvoiceState.APPROVED,
    InvoiceState.COMMITTED,
    InvoiceState.SETTLED,
    InvoiceState.PAID,
)
_FORWARD = (InvoiceStep.APPROVE, InvoiceStep.COMMIT, InvoiceStep.SETTLE, InvoiceStep.PAY)
_MOST_GUESSES = 3


class InvoiceCard(Card):
    """Built anew for each invoice; the note is written in place, all else is asked for by signals."""

    step_wanted = Signal(object)  # InvoiceStep
    read_wanted = Signal()
    contract_wanted = Signal()  # choose it
    contract_guessed = Signal(int)
    received_wanted = Signal()
    removal_wanted = Signal()
    line_wanted = Signal()  # a budget line with its impegno
    noted = Signal(str)
    confirmed = Signal(object)  # proposals meant together
    released = Signal(int)
    choosing = Signal()  # an instalment
    thing_wanted = Signal(str, str)  # a page, and the key of the thing on it

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(_("Fattura scelta"))
        self._today = today
        self.contracts: dict[int, str] = {}  # names of those that it may belong to
        self.view: InvoiceView | None = None
        self.checks: ChecksBox | None = None
        self.matching: MatchingBox | None = None
        self.note: NoteField | None = None
        self.way: StepLine | None = None
        self.show_nothing()

    def show_nothing(self) -> None:
        """No invoice is chosen."""
        self.view, self.checks, self.matching, self.note, self.way = None, None, None, None, None
        self.show_empty(_("Scegli una fattura"), _("Qui vedi se torna, quale rata paga e che cosa viene dopo."), "euro")

    def show_invoice(self, view: InvoiceView) -> None:
        """Everything about an invoice; built anew only where something beside its note changed."""
        if self.view is not None and _beside_its_note(self.view) == _beside_its_note(view):
            self.view = view
            return
        is_same = self.view is not None and self.view.invoice.id == view.invoice.id
        before = self.scroll_area.verticalScrollBar().value() if is_same else 0
        focused = self.focusWidget()
        had_keyboard = focused is not None and self._inside.isAncestorOf(focused)
        self.clear()
        self.view = view
        invoice = view.invoice
        self.set_title(invoice_title(invoice), sections.supplier_words(invoice))
        self._add_state(view)
        self.way = None
        if invoice.state is not InvoiceState.REFUSED:
            self.way = StepLine(_steps(invoice.state), lines=1)
            self.add_widget(self.way)
        self._add_clock(view)
        if view.lacks_line:
            sections.add_commitment(self, view, self.line_wanted.emit)
        self._add_checks(view)
        self._add_contract(view)
        self._add_matching(view)
        sections.add_amounts(self, view, self._today())
        sections.add_payments(self, view)
        sections.add_steps(self, view)
        sections.add_file(self, view, self.thing_wanted.emit)
        self._add_note(view)
        self._add_more(view)
        self._add_foot(view)
        QTimer.singleShot(0, self, partial(self._come_back, before, had_keyboard))

    @property
    def offers_step(self) -> bool:
        """Whether the button of the foot is there."""
        return self.view is not None and any(step in self.view.ways for step in _FORWARD)

    def flush(self) -> None:
        """Keep what was typed."""
        if self.note is not None:
            self.note.flush()

    def _add_clock(self, view: InvoiceView) -> None:
        if view.invoice.state is not InvoiceState.RECEIVED:
            return
        clock = view.clock
        if clock.received_on is None:
            told = _("I 15 giorni per rifiutarla corrono dalla consegna di SdI: senza quel giorno non si contano.")
            self.add_callout(
                _("Quando l'ha consegnata SdI?"), told, "warning", _("Scrivi il giorno"), self.received_wanted.emit
            )
            return
        delivered = _("Consegnata da SdI il {day}: correggi").format(day=day(clock.received_on))
        told = "" if clock.is_running else _("Se qualcosa non torna chiedi al fornitore una nota di credito.")
        tone = "neutral" if not clock.is_running else "warning" if view.wrong else "info"
        self.add_callout(clock_words(clock), told, tone, delivered, self.received_wanted.emit)

    def _add_state(self, view: InvoiceView) -> None:
        """Where it stands, beside the way to read it."""
        made = button(_("Leggi la fattura"), self.read_wanted.emit, icon="document")
        made.setEnabled(view.body is not None)
        made.setAccessibleName(f"{made.text()}: {invoice_title(view.invoice)}")
        pill = Pill(state_label(view.invoice.state.value), state_tone(view.invoice.state))
        pill.setAccessibleName(_("Stato: {state}").format(state=pill.text()))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(pill)
        line.addStretch(1)
        line.addWidget(made)
        self.add_widget(row)
        if view.body is None:
            told = _("Il file non c'è più o è cambiato. I dati letti sono qui. Riprendilo dai documenti.")
            show = partial(self.thing_wanted.emit, "documents", str(view.document.id))
            self.add_callout(_("La fattura non si legge"), told, "bad", _("Apri il documento"), show)

    def _add_contract(self, view: InvoiceView) -> None:
        self.add_heading(_("Contratto"))
        contract = view.contract
        if contract is not None:
            show = partial(self.thing_wanted.emit, "contract", f"{contract.id}:invoices")
            self.add_widget(LongLink(sections.contract_words(contract), show))
            self.add_widget(LongLink(_("Cambia contratto…"), self.contract_wanted.emit))
            return
        self.add_text(_("Di quale contratto è? Senza, i controlli non hanno con che cosa confrontarla."), muted=True)
        for guess in view.guesses[:_MOST_GUESSES]:
            told = _("È di {contract} ({reasons})")
            words = told.format(contract=self._name_of(guess), reasons=guess_words(guess))
            self.add_widget(LongLink(words, partial(self.contract_guessed.emit, int(guess.contract_id))))
        self.add_widget(LongLink(_("Scegli il contratto…"), self.contract_wanted.emit))

    def _name_of(self, guess: ContractGuess) -> str:
        unnamed = _("il contratto n. {id}").format(id=guess.contract_id)
        return self.contracts.get(guess.contract_id, unnamed)

    def _add_checks(self, view: InvoiceView) -> None:
        self.checks = None
        if not view.checks:
            return
        self.add_heading(_("Controlli"))
        if told := summary_words(view.checks):
            self.add_text(told, muted=True)
        self.checks = ChecksBox(view.checks, view.contract.id if view.contract else None)
        self.checks.wanted.connect(partial(self.thing_wanted.emit, "contract"))
        self.add_widget(self.checks)

    def _add_matching(self, view: InvoiceView) -> None:
        self.add_heading(_("Rate che paga"))
        self.matching = MatchingBox(view)
        self.matching.confirmed.connect(self.confirmed)
        self.matching.released.connect(self.released)
        self.matching.choosing.connect(self.choosing)
        self.add_widget(self.matching)

    def _add_note(self, view: InvoiceView) -> None:
        self.note = NoteField(_("Nota"))
        self.note.show_text(view.invoice.note)
        self.note.edited.connect(self.noted)
        self.add_widget(self.note)

    def _add_more(self, view: InvoiceView) -> None:
        deeds: list[QWidget] = []
        if InvoiceStep.REFUSE in view.ways:
            words = _("Rifiuta…")
            deeds.append(button(words, partial(self.step_wanted.emit, InvoiceStep.REFUSE), role="danger", icon="close"))
        if InvoiceStep.REOPEN in view.ways:
            words = _("Riprendi l'ultimo passo…")
            deeds.append(button(words, partial(self.step_wanted.emit, InvoiceStep.REOPEN), icon="undo"))
        if not view.steps and not view.matches and not view.payments:
            deeds.append(button(_("Elimina la fattura"), self.removal_wanted.emit, role="danger", icon="trash"))
        if deeds:
            self.add_heading(_("Altro"))
            self._add_flow(*deeds)

    def _add_foot(self, view: InvoiceView) -> None:
        forward = next((step for step in _FORWARD if step in view.ways), None)
        told = _("Importata il {moment}").format(moment=moment(view.invoice.added_at))
        if forward is None:
            self.set_footer(told)
            return
        made = button(to_do_label(forward.value), partial(self.step_wanted.emit, forward), role="primary")
        made.setAccessibleName(f"{made.text()}: {invoice_title(view.invoice)}")
        self.set_footer(told, made)

    def _add_flow(self, *widgets: QWidget) -> None:
        row = QWidget()
        flow = FlowLayout(row, spacing=unit(8))
        for widget in widgets:
            flow.addWidget(widget)
        self.add_widget(row)

    def _come_back(self, place: int, had_keyboard: bool) -> None:  # noqa: FBT001 - bound by partial
        """To where one read, and with the keyboard here, once all is laid out."""
        self.scroll_area.verticalScrollBar().setValue(place)
        if had_keyboard:
            self.scroll_area.setFocus()


def _steps(state: InvoiceState) -> list[Step]:
    """Blue is where it stands, as the pill says it; what comes next is the button of the foot."""
    at = _WAY.index(state)
    words = [_("Arrivata") if at else state_label(state.value), *(state_label(one.value) for one in _WAY[1:])]
    is_over = at == len(_WAY) - 1
    states = ["done" if place < at or is_over else "now" if place == at else "todo" for place in range(len(_WAY))]
    return [Step(label, state) for label, state in zip(words, states, strict=True)]


def _beside_its_note(view: InvoiceView) -> InvoiceView:
    return dataclasses.replace(view, invoice=dataclasses.replace(view.invoice, note="", version=0))
