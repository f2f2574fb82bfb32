# SPDX-License-Identifier: EUPL-1.2
"""The example comune with less in it, for tests of what it shows besides."""

from app.domain import concessions, contract_changes, fees, invoices, service_levels
from app.store import Store, rows

_IN_ORDER = (
    *(invoices.Payment, invoices.InvoiceMatch, invoices.InvoiceStepTaken, service_levels.Reading),
    *(service_levels.Indicator, invoices.Invoice, fees.FeeReading, fees.FeeSuspension, fees.Fee, fees.IndexValue),
    *(contract_changes.ContractChange, concessions.BudgetLine, concessions.ClosingItem, concessions.ContractPaper),
    *(concessions.Guarantee, concessions.Contact, concessions.ContractStepTaken, concessions.Milestone),
    *(concessions.ServiceContract, concessions.Concession),
)
"""What hangs on something comes before it."""


def forget_contracts(store: Store) -> None:
    """Take out every contract and concession with all that hangs on them."""
    with store.write("contract.removed", name="tutti") as session:
        for kind in _IN_ORDER:
            rows.remove_every(session, kind)
