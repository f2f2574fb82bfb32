# SPDX-License-Identifier: EUPL-1.2
"""The invoices of one contract on its page: only its own, with the way to the page where they are examined."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.contracts import ContractView, show_contract
from app.domain.concessions import ContractId
from app.ui.contract.sections.invoices import InvoicesSection
from app.ui.invoices.page import InvoicesPage
from tests.ui import looking
from tests.ui.clerk import Clerk
from tests.ui.invoices.conftest import GOOD, WRONG


def contract(clerk: Clerk, number: int) -> ContractView:
    found: list[ContractView] = []
    clerk.window.tasks.query(clerk.window, lambda store: show_contract(store, ContractId(number)), found.append)
    clerk.waits()
    return found[0]


def section(clerk: Clerk, number: int = 1) -> InvoicesSection:
    assert clerk.window.desk is not None
    made = InvoicesSection(clerk.window.desk, clerk.window)
    made.resize(800, 600)
    made.show()
    made.show_contract(contract(clerk, number))
    clerk.waits()
    return made


@pytest.mark.usefixtures("full")
def test_only_the_invoices_of_the_contract_are_there(clerk: Clerk) -> None:
    made = section(clerk)
    assert {row.invoice.id for row in made.table.rows()} == {GOOD, WRONG}
    assert clerk.sees("2 fatture · 2 da esaminare", made)
    assert looking.nameless(made) == []


@pytest.mark.usefixtures("full")
def test_enter_opens_the_invoice(clerk: Clerk) -> None:
    made = section(clerk)
    made.table.select(lambda row: row.invoice.id == WRONG)
    made.table.setFocus()
    clerk.presses("Return")
    page = clerk.page
    assert isinstance(page, InvoicesPage)
    assert page.card.view is not None
    assert page.card.view.invoice.id == WRONG


def test_without_any_it_says_how_they_come(clerk: Clerk) -> None:
    assert clerk.sees("Si legano al contratto con il CIG", section(clerk, 4))


def test_files_dropped_on_the_contract_are_imported(clerk: Clerk, folder: Path) -> None:
    made = section(clerk)
    assert made.take_files([folder / "IT01234567890_00002.xml"])
    clerk.waits()
    page = clerk.page
    assert isinstance(page, InvoicesPage)
    assert [row.invoice.number for row in page.table.rows()] == ["9/PA"]
