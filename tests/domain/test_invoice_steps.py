# SPDX-License-Identifier: EUPL-1.2
"""The ways from one state of an invoice to the next, and the way back over them."""

from datetime import UTC, date, datetime

from app.domain.invoice_steps import last_standing, next_state, open_steps
from app.domain.invoices import InvoiceId, InvoiceState, InvoiceStep, InvoiceStepTaken


def _taken(number: int, step: InvoiceStep) -> InvoiceStepTaken:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    states = (InvoiceState.RECEIVED, InvoiceState.APPROVED)
    return InvoiceStepTaken(number, InvoiceId(1), step, *states, date(2026, 1, 1), "", "", (), at)


def test_every_state_is_reached_and_only_the_first_has_no_way_back() -> None:
    reached = {next_state(state, step) for state in InvoiceState for step in open_steps(state)} - {None}
    assert reached == set(InvoiceState) - {InvoiceState.RECEIVED}
    assert [one for one in InvoiceState if InvoiceStep.REOPEN not in open_steps(one)] == [InvoiceState.RECEIVED]


def test_an_invoice_is_refused_only_before_anything_else() -> None:
    assert [one for one in InvoiceState if InvoiceStep.REFUSE in open_steps(one)] == [InvoiceState.RECEIVED]


def test_taking_back_goes_over_what_still_stands() -> None:
    approve, commit = _taken(1, InvoiceStep.APPROVE), _taken(2, InvoiceStep.COMMIT)
    back = _taken(3, InvoiceStep.REOPEN)
    assert last_standing([approve, commit]) == commit
    assert last_standing([approve, commit, back]) == approve
    assert last_standing([approve, commit, back, back]) is None
    assert last_standing([back, approve]) == approve
