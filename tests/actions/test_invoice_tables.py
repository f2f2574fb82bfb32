# SPDX-License-Identifier: EUPL-1.2
"""Invoices as a list: amounts as numbers, codes as text, a credit note taking away, keys said in words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.actions import invoices
from app.actions.invoice_tables import chosen, invoices_table, set_aside, words_of, wrong_of
from app.domain.invoices import InvoiceStep
from app.store import Store
from tests.invoices import CUP, Agreed, Ref, agreements, make_cig, month, write_agreements


@pytest.fixture
def monthly(store: Store) -> Agreed:
    """A contract, an invoice of it and the credit note that takes half of it back."""
    agreed = agreements()
    write_agreements(store, agreed.values())
    one = agreed["monthly"]
    good = one.body("=10/PA", month(10), "100.00")
    linked = Ref("DatiFattureCollegate", "=10/PA", date(2026, 10, 31), cig=one.cig)
    credit = replace(good, number="NC 1", type="TD04", net=Decimal("50.00"), refs=(*good.refs, linked))
    files = [("a.xml", one.sent(good).xml()), ("b.xml", one.sent(credit).xml())]
    assert not invoices.import_invoices(store, files).refused
    return one


def test_a_credit_note_takes_away(store: Store, monthly: Agreed) -> None:
    table = invoices_table(store)
    totals = {row[table.keys.index("number")]: row[table.keys.index("total")] for row in table.rows}
    assert totals == {"=10/PA": Decimal("122.00"), "NC 1": Decimal("-61.00")}
    assert {row[table.keys.index("cig")] for row in table.rows} == {monthly.cig}


@pytest.mark.usefixtures("monthly")
def test_the_order_of_the_screen_is_kept_and_only_its_rows(store: Store) -> None:
    assert [row[0] for row in invoices_table(store, [2, 1]).rows] == [2, 1]
    assert [row[0] for row in invoices_table(store, [1]).rows] == [1]


@pytest.mark.usefixtures("monthly")
def test_people_read_words_and_programs_keys(store: Store) -> None:
    table = invoices_table(store, [2])
    said = table.said(table.rows[0])
    assert table.rows[0][table.keys.index("type")] == "TD04"
    assert said[table.keys.index("type")] == "Nota di credito"
    assert said[table.keys.index("state")] == "Da esaminare"


def test_an_invoice_is_found_by_all_that_it_names(store: Store, monthly: Agreed) -> None:
    rows = invoices.list_invoices(store)
    for wanted in (monthly.cig, CUP, "inventati", monthly.reference, monthly.title):
        assert len(chosen(rows, "all", wanted)) == 2, wanted
        assert all(wanted.casefold() in words_of(row).casefold() for row in rows)
    assert chosen(rows, "all", make_cig(1)) == []
    assert chosen(rows, "paid", "") == []
    assert len(chosen(rows, "new", "")) == 2


def test_what_was_set_aside_stays_with_the_invoice(store: Store, monthly: Agreed) -> None:
    stray = replace(monthly.body("9/PA", month(9), "100.00"), refs=(Ref(cig=make_cig(8199999)),))
    (invoice_id,) = invoices.import_invoices(store, [("c.xml", monthly.sent(stray).xml())]).invoices
    invoices.assign_contract(store, invoice_id, monthly.contract_id)
    before = next(row for row in invoices.list_invoices(store) if row.invoice.id == invoice_id)
    assert "cig" in wrong_of(before, set_aside(store))
    invoices.record_invoice_step(store, invoice_id, InvoiceStep.APPROVE, store.today(), reason="Corretto a voce")
    after = next(row for row in invoices.list_invoices(store) if row.invoice.id == invoice_id)
    assert wrong_of(after, set_aside(store)) == before.wrong
    invoices.record_invoice_step(store, invoice_id, InvoiceStep.REOPEN, store.today(), reason="Da rivedere")
    again = next(row for row in invoices.list_invoices(store) if row.invoice.id == invoice_id)
    assert wrong_of(again, set_aside(store)) == before.wrong
