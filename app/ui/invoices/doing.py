# SPDX-License-Identifier: EUPL-1.2
"""What can be done with the invoice on the card: every deed is one action, one step back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.concessions import ContractId, ServiceContract
from app.domain.invoices import InvoiceStep
from app.text import _
from app.ui.accession.entries import shown
from app.ui.invoices.card import InvoiceCard

if TYPE_CHECKING:
    from app.actions.budget_commitments import CommitmentLine
    from app.actions.invoice_views import InvoiceView
    from app.domain.invoice_matching import Proposal
    from app.ui.desk import Desk


class Doing(QObject):
    """Belongs to a card; asks where something has to be asked, else does it and says so."""

    def __init__(self, desk: Desk, card: InvoiceCard) -> None:
        super().__init__(card)
        self._desk = desk
        self._card = card
        self.contracts: tuple[ServiceContract, ...] = ()  # to choose from
        card.read_wanted.connect(self.read)
        card.step_wanted.connect(self.ask_step)
        card.contract_wanted.connect(self.ask_contract)
        card.contract_guessed.connect(self.assign)
        card.received_wanted.connect(self.ask_received)
        card.choosing.connect(self.ask_match)
        card.confirmed.connect(self.match)
        card.released.connect(self.unmatch)
        card.line_wanted.connect(self.ask_line)
        card.noted.connect(self.note)
        card.removal_wanted.connect(self.remove)

    def read(self) -> None:
        """Show the invoice as a sheet."""
        from app.ui.invoices.reader import InvoiceReader

        view = self._view
        if view is not None and view.body is not None:
            InvoiceReader(view, self._card.window()).open()

    def ask_step(self, step: InvoiceStep) -> None:
        """Ask for the day and the number of a step, or for the cause of a refusal."""
        from app.ui.invoices.refusal_dialog import RefusalDialog
        from app.ui.invoices.step_dialog import StepDialog

        view = self._view
        if view is None:
            return
        self._card.flush()
        if step is InvoiceStep.REFUSE:
            RefusalDialog(self._desk, view, self._card.window()).open()
        else:
            StepDialog(self._desk, view, step, self._card.window()).open()

    def ask_contract(self) -> None:
        """Ask of which contract it is."""
        from app.ui.invoices.deeds import ContractDialog

        if self._view is not None:
            ContractDialog(self._desk, self._view, self.contracts, self._card.window()).open()

    def ask_received(self) -> None:
        """Ask when SdI delivered it."""
        from app.ui.invoices.deeds import ReceivedDialog

        if self._view is not None:
            ReceivedDialog(self._desk, self._view, self._card.window()).open()

    def ask_line(self) -> None:
        """Offer the budget line of its impegno, with all that is known but the amount."""
        from app.actions.budget_commitments import commitment_line

        view = self._view
        if view is not None:
            self._desk.tasks.query(self, lambda store: commitment_line(store, view.invoice.id), self._on_line)

    def ask_match(self) -> None:
        """Ask which instalment it pays."""
        from app.ui.invoices.deeds import MatchDialog

        if self._view is not None:
            MatchDialog(self._desk, self._view, self._card.window()).open()

    def assign(self, contract_id: int) -> None:
        """Say of which contract it is."""
        from app.actions.invoices import assign_contract

        view = self._view
        if view is not None:
            self._desk.tasks.act(
                self,
                lambda store: assign_contract(store, view.invoice.id, ContractId(contract_id)),
                lambda _changes: self._tell(_("Contratto della fattura scelto")),
            )

    def match(self, proposals: Sequence[Proposal]) -> None:
        """Confirm proposals that are meant together."""
        from app.actions.invoices import match

        view = self._view
        if view is not None:
            self._desk.tasks.act(
                self,
                lambda store: match(store, view.invoice.id, proposals),
                lambda _changes: self._tell(_("Fattura abbinata alla rata")),
            )

    def unmatch(self, match_id: int) -> None:
        """Take a match back."""
        from app.actions.invoices import unmatch

        view = self._view
        if view is not None:
            self._desk.tasks.act(
                self,
                lambda store: unmatch(store, view.invoice.id, [match_id]),
                lambda _changes: self._tell(_("Abbinamento tolto")),
            )

    def note(self, text: str) -> None:
        """Keep the note; the last one typed stands."""
        from app.actions.invoices import correct_invoice

        view = self._view
        if view is not None:
            invoice_id = view.invoice.id
            self._desk.tasks.act(self, lambda store: correct_invoice(store, invoice_id, None, note=text))

    def remove(self) -> None:
        """Take the file and its invoices out; the toast takes it back."""
        from app.actions.invoices import remove_invoice

        view = self._view
        if view is not None:
            self._card.flush()
            self._desk.tasks.act(
                self,
                lambda store: remove_invoice(store, view.invoice.id),
                lambda _changes: self._tell(_("Fattura eliminata")),
            )

    def _on_line(self, found: CommitmentLine) -> None:
        from app.ui.contract.budget_line_dialog import BudgetLineDialog

        usual = {
            "year": str(found.year),
            "commitment": found.commitment,
            "committed_on": shown(found.committed_on),
        }
        BudgetLineDialog(self._desk, found.money, self._card, found.line, usual=usual).open()

    @property
    def _view(self) -> InvoiceView | None:
        return self._card.view

    def _tell(self, words: str) -> None:
        self._desk.window.toast(words, with_undo=True)
