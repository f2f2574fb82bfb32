# SPDX-License-Identifier: EUPL-1.2
"""Spesa: chapters and contracts of a year, the years ahead, the table for the accounts."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from python_calamine import CalamineWorkbook

from app.actions.budget import add_budget_line
from app.actions.payments import pay
from app.store import Store
from app.ui.budget.output import write_budget
from app.ui.budget.page import BudgetPage
from app.ui.budget.rows import CHAPTERS, CONTRACTS
from app.ui.contract.payment_dialog import PaymentDialog
from app.ui.pictures import settle
from tests.concessions_money import add_concession, add_contract
from tests.ui.clerk import Clerk


def fill(store: Store) -> object:
    """Two contracts in one chapter, one in another, a concession of our own that nobody committed for."""
    first = add_contract(store, "Protocollo informatico")
    add_contract(store, "Lampade votive")
    add_contract(store, "Quota del centro", chapter="1090", spending="transfer")
    own = add_concession(store)
    add_budget_line(store, concession_id=own, year=2027, chapter="2040", planned=Decimal("38000.00"))
    add_budget_line(store, contract_id=first, year=2028, planned=Decimal("500.00"))
    return pay(store, contract_id=first, on=date(2027, 3, 5), amount=Decimal("1234.50"))


@pytest.fixture
def page(new_clerk: Clerk) -> BudgetPage:
    """The page on the year 2027."""
    new_clerk.window.tasks.query(new_clerk.window, fill, lambda _done: None)
    new_clerk.waits()
    opened = new_clerk.opens("budget", "2027")
    assert isinstance(opened, BudgetPage)
    return opened


def _shown(page: BudgetPage) -> list[list[str]]:
    return [
        [column.text(row).replace("\N{NO-BREAK SPACE}", " ") for column in page.table.model.columns]
        for row in page.table.rows()
    ]


def test_chapters_show_what_is_planned_committed_paid_and_left(page: BudgetPage) -> None:
    assert _shown(page) == [
        ["1080 · Acquisto di servizi", "2.000,00 €", "1.800,00 €", "0,00 €", "1.234,50 €", "565,50 €"],
        ["1090 · Trasferimento", "1.000,00 €", "900,00 €", "0,00 €", "0,00 €", "900,00 €"],
        ["2040", "38.000,00 €", "—", "0,00 €", "0,00 €", "38.000,00 €"],
    ]
    assert page.table.total.text().replace("\N{NO-BREAK SPACE}", " ") == "Restano 39.465,50 € tra impegnato e previsto"
    assert page.years.current() == "2027"


def test_the_card_tells_years_ahead_contracts_and_doubts(page: BudgetPage, new_clerk: Clerk) -> None:
    page.table.select(lambda row: row.name == "1080")
    new_clerk.waits()
    assert new_clerk.sees("Si va oltre", page.card)
    assert new_clerk.sees("Lampade votive", page.card)
    assert any("2028" in words for words in new_clerk.reads(page.card))
    page.table.select(lambda row: row.name == "2040")
    new_clerk.waits()
    assert new_clerk.sees("Senza impegno", page.card)


def test_contracts_are_shown_alone_and_opened(page: BudgetPage, new_clerk: Clerk) -> None:
    new_clerk.clicks(page.groups.button(CONTRACTS))
    assert [row.name for row in page.table.rows()] == [
        *("Protocollo informatico", "Lampade votive", "Quota del centro", "Pubblica illuminazione"),
    ]
    page.table.select(lambda row: row.name == "Lampade votive")
    new_clerk.waits()
    page.table.setFocus()
    new_clerk.presses("Return")
    assert (new_clerk.window.pages.name, new_clerk.window.pages.key) == ("contract", "2:money")


def test_a_payment_changes_the_page_and_undo_changes_it_back(page: BudgetPage, new_clerk: Clerk) -> None:
    new_clerk.clicks(page.groups.button(CONTRACTS))
    page.table.select(lambda row: row.name == "Lampade votive")
    new_clerk.waits()
    assert page.card.pay_button is not None
    new_clerk.clicks(page.card.pay_button)
    dialog = new_clerk.dialog(PaymentDialog)
    new_clerk.types("100", dialog.entries["amount"].field.field)
    new_clerk.types("5/3/27", dialog.entries["on"].field.field)
    new_clerk.clicks(dialog.register_button)
    assert "100,00" in _shown(page)[1][4]
    new_clerk.clicks(new_clerk.finds(QPushButton, "Annulla"))
    assert _shown(page)[1][4] == "0,00 €"


def test_a_payment_of_another_year_brings_that_year_into_view(page: BudgetPage, new_clerk: Clerk) -> None:
    new_clerk.clicks(page.groups.button(CONTRACTS))
    page.table.select(lambda row: row.name == "Lampade votive")
    new_clerk.waits()
    assert page.card.pay_button is not None
    new_clerk.clicks(page.card.pay_button)
    dialog = new_clerk.dialog(PaymentDialog)
    new_clerk.types("100", dialog.entries["amount"].field.field)
    new_clerk.types("5/3/28", dialog.entries["on"].field.field)
    new_clerk.clicks(dialog.register_button)
    assert page.years.current() == "2028"


def test_another_year_is_chosen_and_kept(page: BudgetPage, new_clerk: Clerk) -> None:
    new_clerk.clicks(page.years.button("2028"))
    assert page.place_key == "2028"
    assert _shown(page)[0][:2] == ["1080 · Acquisto di servizi", "500,00 €"]
    page.refresh()
    new_clerk.waits()
    assert page.years.current() == "2028"
    assert page.groups.current() == CHAPTERS


def test_the_table_goes_to_the_accounts(page: BudgetPage, new_clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / "spesa.ods"
    write_budget(page._desk, page, file, 2027)  # noqa: SLF001 - as after the question where
    settle(new_clerk.window)
    lines = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()
    assert len(lines) == 1 + 5
    assert new_clerk.sees("Scritte 5 righe in spesa.ods")


def test_an_empty_store_says_where_money_comes_from(new_clerk: Clerk) -> None:
    page = new_clerk.opens("budget")
    assert new_clerk.sees("Ancora nessuna spesa", page)
    assert isinstance(page, BudgetPage)
    assert not page.export_button.isEnabled()
