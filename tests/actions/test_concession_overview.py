# SPDX-License-Identifier: EUPL-1.2
"""What the first page tells of the contracts is what their list says."""

from datetime import date
from decimal import Decimal

from app.actions.concession_overview import ContractCounts, Running, read_running
from app.actions.contracts import survey_contracts
from app.store import Store

TODAY = date(2026, 11, 23)


def _read(store: Store) -> Running:
    with store.read() as session:
        return read_running(session, TODAY)


def test_an_empty_store_has_nothing(store: Store) -> None:
    assert _read(store) == Running()


def test_counts_and_fee_are_those_of_the_list(example: Store) -> None:
    seen, rows = _read(example), survey_contracts(example)
    assert seen.counts == ContractCounts(coming=1, running=6, over=1, invoices_to_examine=2)
    assert seen.year_fee == sum((row.year_fee for row in rows if row.year_fee is not None), Decimal())
    assert seen.without_fee == 1
    assert seen.first is not None
    assert seen.first.duty.key == "milestone"
