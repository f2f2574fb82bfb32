# SPDX-License-Identifier: EUPL-1.2
"""The impegno of an invoice against the budget lines of its contract."""

from datetime import date
from decimal import Decimal

import pytest

from app.actions import invoices
from app.actions.budget import add_budget_line
from app.actions.budget_commitments import commitment_line
from app.domain.invoices import InvoiceId, InvoiceStep
from app.store import Store
from tests.invoices import Agreed, agreements, month, write_agreements

ON = date(2026, 11, 23)


@pytest.fixture
def agreed(store: Store) -> dict[str, Agreed]:
    """The invented contracts."""
    found = agreements()
    write_agreements(store, found.values())
    return found


@pytest.fixture
def invoice_id(store: Store, agreed: dict[str, Agreed]) -> InvoiceId:
    """An invoice with the impegno 45/2026."""
    one = agreed["monthly"]
    content = one.sent(one.body("M1", month(1), "100.00")).xml()
    (made,) = invoices.import_invoices(store, [("a.xml", content)]).invoices
    invoices.record_invoice_step(store, made, InvoiceStep.APPROVE, ON)
    assert not invoices.show_invoice(store, made).lacks_line
    invoices.record_invoice_step(store, made, InvoiceStep.COMMIT, ON, number="45/2026")
    return made


def test_an_impegno_that_no_line_has_is_offered_one_of_its_year(store: Store, invoice_id: InvoiceId) -> None:
    assert invoices.show_invoice(store, invoice_id).lacks_line
    offered = commitment_line(store, invoice_id)
    assert (offered.line, offered.year, offered.commitment, offered.committed_on) == (None, 2026, "45/2026", ON)


def test_the_line_that_waits_for_it_is_corrected_not_doubled(
    store: Store, agreed: dict[str, Agreed], invoice_id: InvoiceId
) -> None:
    contract_id = agreed["monthly"].contract_id
    chapter = invoices.show_invoice(store, invoice_id).contract
    assert chapter is not None
    line_id, _changes = add_budget_line(
        store, year=2026, contract_id=contract_id, chapter=chapter.chapter, planned=Decimal(1464)
    )
    offered = commitment_line(store, invoice_id)
    assert offered.line is not None
    assert offered.line.id == line_id


def test_once_a_line_has_it_nothing_is_lacking(store: Store, agreed: dict[str, Agreed], invoice_id: InvoiceId) -> None:
    add_budget_line(store, year=2026, contract_id=agreed["monthly"].contract_id, commitment="45")
    assert not invoices.show_invoice(store, invoice_id).lacks_line
