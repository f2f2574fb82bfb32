# SPDX-License-Identifier: EUPL-1.2
"""The VAT that is split, as the budget counts it: the same as the page of the invoice says."""

from datetime import date
from decimal import Decimal

from app.actions.budget import money_of, show_budget
from app.actions.budget_tables import budget_table
from app.actions.invoice_import import import_invoices
from app.actions.invoice_matches import assign_contract
from app.actions.invoice_tables import invoices_table
from app.actions.invoices import show_invoice
from app.actions.level_penalties import contest, deduct
from app.actions.levels import type_reading
from app.actions.payments import pay
from app.domain.concessions import ContractId
from app.domain.invoices import InvoiceId
from app.store import Store
from app.text import money
from app.text.budget_words import bar_words, invoiced_words
from tests.invoices import Sent
from tests.levels import add_contract, add_invoice, availability

_ON = date(2026, 11, 1)


def _agree(store: Store, contract: ContractId, invoice_id: InvoiceId) -> tuple[Decimal, Decimal]:
    asked = show_invoice(store, invoice_id).money
    [year] = [one for one in money_of(store, contract_id=contract) if one.paid]
    assert year.split_vat == asked.split_vat
    assert [one.split_vat for one in show_budget(store, 2026).totals][:1] == [year.split_vat]
    return year.paid, year.split_vat


def test_a_penalty_is_taken_from_the_supplier_and_not_from_the_treasury(store: Store) -> None:
    contract = add_contract(store)
    reading, _changes = type_reading(
        store, availability(store, contract, penalty_amount=Decimal("5.00")), date(2026, 2, 1), Decimal("99.0")
    )
    invoice = add_invoice(
        store, contract, total=Decimal("122.00"), taxable=Decimal("100.00"), vat=Decimal("22.00"), due_vat="S"
    )
    contest(store, (reading,), date(2026, 3, 5), "12", date(2026, 3, 20))
    deduct(store, reading, invoice)
    left = show_invoice(store, invoice).money.left
    assert left < Decimal("100.00")
    pay(store, on=_ON, amount=left, contract_id=contract, invoice_id=invoice)
    assert _agree(store, contract, invoice) == (left + 22, Decimal("22.00"))


def test_a_penalty_that_was_taken_is_no_debt(store: Store) -> None:
    contract = add_contract(store)
    indicator = availability(store, contract, penalty_amount=Decimal("5.00"))
    reading, _changes = type_reading(store, indicator, date(2026, 2, 1), Decimal("99.0"))
    invoice = add_invoice(store, contract, total=Decimal("122.00"), taxable=Decimal("100.00"), vat=Decimal("22.00"))
    contest(store, (reading,), date(2026, 3, 5), "12", date(2026, 3, 20))
    deduct(store, reading, invoice)
    told = show_invoice(store, invoice).money
    assert told.deducted > 0
    [year] = [one for one in money_of(store, contract_id=contract) if one.invoiced]
    assert (year.deducted, year.owed) == (told.deducted, told.left)
    assert f"{money(told.left)} fatturati e da pagare" in bar_words(year)
    assert money(told.deducted) in invoiced_words(year)
    pay(store, on=_ON, amount=told.left, contract_id=contract, invoice_id=invoice)
    [year] = [one for one in money_of(store, contract_id=contract) if one.invoiced]
    assert year.owed == year.paid
    assert "da pagare" not in bar_words(year)
    assert show_budget(store, 2026).totals[0].deducted == told.deducted
    for table in (budget_table(store, 2026), invoices_table(store)):
        place = table.headers.index("Penali detratte")
        assert [row[place] for row in table.rows if row[place]] == [told.deducted]


def test_of_an_invoice_that_is_split_in_part_its_file_tells_how_much(store: Store) -> None:
    whole = (
        "<ImponibileImporto>100.00</ImponibileImporto><Imposta>22.00</Imposta><EsigibilitaIVA>S</EsigibilitaIVA>"
        "</DatiRiepilogo>"
    )
    half = "<ImponibileImporto>50.00</ImponibileImporto><Imposta>11.00</Imposta><EsigibilitaIVA>{}</EsigibilitaIVA>"
    more = "</DatiRiepilogo><DatiRiepilogo><AliquotaIVA>22.00</AliquotaIVA>"
    sent = Sent().xml().decode()
    assert whole in sent
    mixed = sent.replace(whole, half.format("S") + more + half.format("I") + "</DatiRiepilogo>")
    [file] = import_invoices(store, [("IT01234567890_00001.xml", mixed.encode())]).added
    [invoice] = file.invoices
    contract = add_contract(store)
    assign_contract(store, invoice, contract)
    assert show_invoice(store, invoice).money.left == Decimal("111.00")
    pay(store, on=_ON, amount=Decimal("111.00"), contract_id=contract, invoice_id=invoice)
    assert _agree(store, contract, invoice) == (Decimal("122.00"), Decimal("11.00"))
