# SPDX-License-Identifier: EUPL-1.2
"""Every state of an invoice stands in exactly one group."""

from collections import Counter

from app.domain.invoice_groups import GROUPS, group_of
from app.domain.invoices import InvoiceState


def test_no_invoice_is_lost_or_counted_twice() -> None:
    counted = Counter(state for states in GROUPS.values() for state in states)
    assert counted == Counter(InvoiceState)
    assert {group_of(state) for state in InvoiceState} == set(GROUPS)
