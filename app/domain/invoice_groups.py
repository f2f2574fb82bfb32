# SPDX-License-Identifier: EUPL-1.2
"""How invoices are told apart in lists and prints: by what the office has to do with them next."""

from app.domain.invoices import InvoiceState

GROUPS = {
    "new": (InvoiceState.RECEIVED,),
    "approved": (InvoiceState.APPROVED, InvoiceState.COMMITTED),
    "to_pay": (InvoiceState.SETTLED,),
    "paid": (InvoiceState.PAID,),
    "refused": (InvoiceState.REFUSED,),
}
"""In the order in which they are shown; every state is in one of them."""


def group_of(state: InvoiceState) -> str:
    """The group of a state."""
    return next(key for key, states in GROUPS.items() if state in states)
