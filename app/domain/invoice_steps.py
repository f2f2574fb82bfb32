# SPDX-License-Identifier: EUPL-1.2
"""What may be done with an invoice from where it stands, and how the last thing done is taken back."""

from collections.abc import Iterable

from app.domain.invoices import InvoiceState, InvoiceStep, InvoiceStepTaken

_WAYS = {
    InvoiceState.RECEIVED: {
        InvoiceStep.APPROVE: InvoiceState.APPROVED,
        InvoiceStep.REFUSE: InvoiceState.REFUSED,
    },
    InvoiceState.APPROVED: {
        InvoiceStep.COMMIT: InvoiceState.COMMITTED,
        InvoiceStep.SETTLE: InvoiceState.SETTLED,  # its impegno was there before
    },
    InvoiceState.COMMITTED: {InvoiceStep.SETTLE: InvoiceState.SETTLED},
    InvoiceState.SETTLED: {InvoiceStep.PAY: InvoiceState.PAID},
    InvoiceState.PAID: {},
    InvoiceState.REFUSED: {},
}


def open_steps(state: InvoiceState) -> tuple[InvoiceStep, ...]:
    """What may be done now, the way back last."""
    back = () if state is InvoiceState.RECEIVED else (InvoiceStep.REOPEN,)
    return (*_WAYS[state], *back)


def next_state(state: InvoiceState, step: InvoiceStep) -> InvoiceState | None:
    """Where a step forward leads; None where it is not open."""
    return _WAYS[state].get(step)


def last_standing(steps: Iterable[InvoiceStepTaken]) -> InvoiceStepTaken | None:
    """The last step that was not taken back."""
    standing = standing_steps(steps)
    return standing[-1] if standing else None


def standing_steps(steps: Iterable[InvoiceStepTaken]) -> list[InvoiceStepTaken]:
    """The steps that were not taken back, in their order."""
    standing: list[InvoiceStepTaken] = []
    for one in steps:
        if one.step is not InvoiceStep.REOPEN:
            standing.append(one)
        elif standing:
            standing.pop()
    return standing
