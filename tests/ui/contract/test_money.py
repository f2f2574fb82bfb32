# SPDX-License-Identifier: EUPL-1.2
"""Spesa of a contract, and the dialogs for its payments and its budget lines."""

from datetime import date
from decimal import Decimal
from functools import partial
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton

from app.actions.payments import pay
from app.domain.concessions import ContractId
from app.store import Store
from app.ui.concession.page import ConcessionPage
from app.ui.contract.budget_line_dialog import BudgetLineDialog
from app.ui.contract.page import ContractPage
from app.ui.contract.payment_dialog import PaymentDialog
from app.ui.contract.sections.money import MoneySection
from app.ui.widgets.link import LongLink
from tests.concessions_money import add_concession, add_contract, add_invoice
from tests.ui.clerk import Clerk


def fill(store: Store) -> object:
    """A contract with an invoice, and a payment above what was committed."""
    contract = add_contract(store)
    add_invoice(store, contract, "122.00", date(2027, 4, 1))
    pay(store, contract_id=contract, on=date(2027, 3, 5), amount=Decimal("950.00"), number="12")
    return add_concession(store)


@pytest.fixture
def section(new_clerk: Clerk) -> MoneySection:
    """The part Spesa of the contract, on 2027."""
    new_clerk.window.tasks.query(new_clerk.window, fill, lambda _done: None)
    new_clerk.waits()
    page = new_clerk.opens("contract", "1:money")
    assert isinstance(page, ContractPage)
    found = page.stack.panels["money"].section
    assert isinstance(found, MoneySection)
    new_clerk.clicks(found.years.button("2027"))
    return found


def _type(clerk: Clerk, dialog: PaymentDialog | BudgetLineDialog, name: str, text: str) -> None:
    inside = dialog.entries[name].field.field
    assert isinstance(inside, QLineEdit)
    inside.clear()
    clerk.types(text, inside)


def test_it_shows_figures_doubts_lines_and_payments(section: MoneySection, new_clerk: Clerk) -> None:
    assert new_clerk.sees("Nel 2027 si va oltre", section)
    assert new_clerk.sees("Residuo", section)
    assert [row.number for row in section.payments.rows()] == ["12"]
    assert section.payments.total.text() == "950,00\N{NO-BREAK SPACE}€"
    [link] = section.findChildren(LongLink)
    assert link.text().replace("\N{NO-BREAK SPACE}", " ") == (
        "2027 · previsti 1.000,00 € · impegnati 900,00 € · impegno 45/2027"
    )


def test_a_payment_is_corrected_and_taken_out(section: MoneySection, new_clerk: Clerk) -> None:
    section.payments.activated.emit(section.payments.rows()[0])
    new_clerk.waits()
    dialog = new_clerk.dialog(PaymentDialog)
    assert dialog.entries["amount"].text == "950,00"
    _type(new_clerk, dialog, "amount", "1.234")
    new_clerk.clicks(dialog.register_button)
    assert dialog.isVisible()
    new_clerk.clicks(new_clerk.finds(QPushButton, "Importo (obbligatorio): sono 1.234,00\N{NO-BREAK SPACE}€"))
    new_clerk.clicks(dialog.register_button)
    assert [row.amount for row in section.payments.rows()] == [Decimal("1234.00")]
    section.payments.activated.emit(section.payments.rows()[0])
    new_clerk.waits()
    new_clerk.clicks(new_clerk.dialog(PaymentDialog).remove_button)
    assert section.payments.rows() == []
    new_clerk.clicks(new_clerk.finds(QPushButton, "Annulla"))
    assert [row.amount for row in section.payments.rows()] == [Decimal("1234.00")]


def test_what_is_missing_is_said_beside_its_field_and_what_was_typed_stays(
    section: MoneySection, new_clerk: Clerk
) -> None:
    new_clerk.clicks(section.pay_button)
    dialog = new_clerk.dialog(PaymentDialog)
    new_clerk.clicks(dialog.register_button)
    assert dialog.entries["amount"].field.error.text().startswith("Manca l'importo.")
    _type(new_clerk, dialog, "amount", "12.50")
    new_clerk.clicks(dialog.register_button)
    assert dialog.entries["on"].field.error.text().startswith("Manca la data")
    new_clerk.presses("Escape")
    new_clerk.clicks(section.pay_button)
    again = new_clerk.dialog(PaymentDialog)
    assert again.entries["amount"].text == "12,50"
    again.done(QDialog.DialogCode.Rejected)


def test_a_day_to_come_and_too_much_are_told_and_do_not_stop(section: MoneySection, new_clerk: Clerk) -> None:
    new_clerk.clicks(section.pay_button)
    dialog = new_clerk.dialog(PaymentDialog)
    _type(new_clerk, dialog, "amount", "10")
    _type(new_clerk, dialog, "on", "5/3/27")
    new_clerk.presses("Tab")
    assert dialog.entries["on"].field.error.text() == "Questa data è nel futuro."
    assert dialog.entries["amount"].field.error.text() == "Supera ciò che resta del 2027."
    new_clerk.clicks(dialog.register_button)
    assert len(section.payments.rows()) == 2


@pytest.mark.parametrize(("charged", "year"), [("", "2028"), ("2027", "2027")])
def test_a_payment_brings_its_financial_year_into_view(
    section: MoneySection, new_clerk: Clerk, charged: str, year: str
) -> None:
    new_clerk.clicks(section.years.button("2026"))
    new_clerk.clicks(section.pay_button)
    dialog = new_clerk.dialog(PaymentDialog)
    for name, text in (("amount", "10"), ("on", "5/3/28"), ("year", charged)):
        _type(new_clerk, dialog, name, text)
    new_clerk.clicks(dialog.register_button)
    assert section.years.current() == year
    new_clerk.clicks(section.years.button("2026"))
    section.refresh()
    new_clerk.waits()
    assert section.years.current() == "2026"


def test_a_line_is_written_corrected_and_taken_out(section: MoneySection, new_clerk: Clerk) -> None:
    new_clerk.clicks(section.line_button)
    dialog = new_clerk.dialog(BudgetLineDialog)
    _type(new_clerk, dialog, "year", "2029")
    _type(new_clerk, dialog, "planned", "1000+250")
    new_clerk.clicks(dialog.register_button)
    row = next(row for row in section.table.rows() if row.year == 2029)
    assert (row.planned, row.chapter, row.spending) == (Decimal("1250.00"), "1080", "purchase")
    section.table.activated.emit(row)
    new_clerk.waits()
    again = new_clerk.dialog(BudgetLineDialog)
    assert again.entries["planned"].text == "1.250,00"
    _type(new_clerk, again, "committed", "1200")
    new_clerk.clicks(again.register_button)
    assert next(row for row in section.table.rows() if row.year == 2029).committed == Decimal("1200.00")
    section.table.activated.emit(next(row for row in section.table.rows() if row.year == 2029))
    new_clerk.waits()
    new_clerk.clicks(new_clerk.dialog(BudgetLineDialog).remove_button)
    assert [row.year for row in section.table.rows()] == [2027]


def test_a_concession_of_our_own_has_the_same_part(section: MoneySection, new_clerk: Clerk) -> None:
    del section
    page = new_clerk.opens("concession", "1:money")
    assert isinstance(page, ConcessionPage)
    found = page.stack.panels["money"].section
    assert isinstance(found, MoneySection)
    assert new_clerk.sees("Ancora nessun pagamento", found)
    new_clerk.clicks(found.pay_button)
    dialog = new_clerk.dialog(PaymentDialog)
    _type(new_clerk, dialog, "amount", "7")
    _type(new_clerk, dialog, "on", "oggi")
    new_clerk.clicks(dialog.register_button)
    assert [row.concession_id for row in found.payments.rows()] == [1]


def test_a_contract_that_is_gone_leaves_the_part_as_it_was(section: MoneySection, new_clerk: Clerk) -> None:
    gone = SimpleNamespace(contract=SimpleNamespace(id=ContractId(99)), concession=None)
    show = partial(section.show_contract, gone)  # type: ignore[arg-type] # only the number is read
    show()
    new_clerk.waits()
    assert section.view is not None
    assert section.view.title == "Protocollo informatico"
