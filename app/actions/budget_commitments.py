# SPDX-License-Identifier: EUPL-1.2
"""From the impegno of an invoice to the budget line that says how much was committed: only the clerk knows that."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.actions.budget import MoneyView, money_in
from app.actions.invoice_cases import read_invoice
from app.domain.commitments import commitment_year, has_commitment, waiting_line
from app.domain.concessions import BudgetLine, ServiceContract
from app.domain.invoice_steps import standing_steps
from app.domain.invoices import Invoice, InvoiceId, InvoiceStep, InvoiceStepTaken
from app.errors import UserError
from app.store import Session, Store, rows


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """What is known of the line that is to be written: all but its amount."""

    money: MoneyView
    line: BudgetLine | None  # of the year, without an impegno yet; None: a new one
    year: int
    commitment: str
    committed_on: date


def lacks_line(
    session: Session, invoice: Invoice, contract: ServiceContract | None, steps: Sequence[InvoiceStepTaken]
) -> bool:
    """Whether no budget line of the contract, nor of its concession, has the impegno of an invoice."""
    if contract is None or not invoice.commitment:
        return False
    lines = rows.every(session, BudgetLine, contract_id=contract.id)
    if contract.concession_id is not None:
        lines += rows.every(session, BudgetLine, concession_id=contract.concession_id)
    return not has_commitment(lines, invoice.commitment, _written_on(invoice, steps))


def commitment_line(store: Store, invoice_id: InvoiceId) -> CommitmentLine:
    """The line to be offered for the impegno of an invoice; UserError `invoice.no_contract`."""
    today = store.today()
    with store.read() as session:
        invoice = read_invoice(session, invoice_id)
        if invoice.contract_id is None:
            raise UserError("invoice.no_contract")
        money = money_in(store, session, today, contract_id=invoice.contract_id)
        steps = rows.every(session, InvoiceStepTaken, invoice_id=invoice_id)
    on = _written_on(invoice, steps)
    year = commitment_year(invoice.commitment, on)
    chapter = money.contract.chapter if money.contract is not None else ""
    return CommitmentLine(money, waiting_line(money.lines, chapter, year), year, invoice.commitment, on)


def _written_on(invoice: Invoice, steps: Sequence[InvoiceStepTaken]) -> date:
    standing = [one.on for one in standing_steps(steps) if one.step is InvoiceStep.COMMIT]
    return standing[-1] if standing else invoice.on
