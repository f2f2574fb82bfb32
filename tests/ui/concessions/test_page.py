# SPDX-License-Identifier: EUPL-1.2
"""A clerk looks at what runs, narrows the list, opens contracts from a membership or by hand, and concessions."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from app.actions.changes import Changes
from app.actions.contracts import correct_contract, show_contract
from app.domain.contract_states import ContractState
from app.store import Store
from app.ui.concession.page import ConcessionPage
from app.ui.concessions.new_concession import NewConcession
from app.ui.concessions.new_contract import NewContract
from app.ui.concessions.page import ConcessionsPage
from app.ui.contract.page import ContractPage
from app.ui.widgets.button import Button
from tests.contracts import CIG, a_concession, a_contract, a_membership, carry_contract
from tests.ui.clerk import Clerk
from tests.ui.conftest import Seat


def _fill(store: Store) -> Changes:
    """One concession; contracts requested, active, over."""
    concession = a_concession(store)
    for title, state in (("A", ContractState.REQUESTED), ("B", ContractState.ACTIVE), ("C", ContractState.CEASED)):
        contract = a_contract(store, concession_id=concession)
        correct_contract(store, contract, show_contract(store, contract).contract.version, title=title)
        carry_contract(store, contract, state)
    return Changes.all()


@pytest.fixture
def page(new_clerk: Clerk) -> ConcessionsPage:
    """The list of them."""
    new_clerk.window.tasks.act(new_clerk.window, _fill)
    page = new_clerk.opens("concessions")
    assert isinstance(page, ConcessionsPage)
    return page


def test_without_any_it_says_what_to_do(new_clerk: Clerk) -> None:
    page = new_clerk.opens("concessions")
    assert isinstance(page, ConcessionsPage)
    assert new_clerk.sees("Ancora nessun contratto", page)
    assert isinstance(page.new_button, Button)
    assert page.new_button.property("role") == "primary"
    assert not page.invoice_button.isVisible()
    assert not page.begin_button.isVisible()
    assert [one.text() for one in page.findChildren(QPushButton) if one.isVisible()].count("Nuovo contratto") == 1
    assert new_clerk.sees("«Nuova concessione»", page)
    assert not page.card.isVisible(), "a card of nothing"


def test_the_list_says_state_and_end(new_clerk: Clerk, page: ConcessionsPage) -> None:
    assert [row.title for row in page.table.rows()] == ["A", "B", "C", "Concessione di prova"]
    assert [row.state for row in page.table.rows()] == ["Richiesto", "Attivo", "Cessato", "In esecuzione"]
    assert new_clerk.sees("1 attivo · 1 in attivazione", page.header)


def test_what_is_new_is_asked_for_from_one_button(new_clerk: Clerk, page: ConcessionsPage) -> None:
    assert not page.new_button.isVisible()
    assert not page.grant_button.isVisible()
    assert page.card.isVisible()
    contract, concession = page.begin_button.menu().actions()
    for action, kind in ((contract, NewContract), (concession, NewConcession)):
        action.trigger()
        new_clerk.waits()
        new_clerk.dialog(kind).reject()


def test_the_chips_part_them(new_clerk: Clerk, page: ConcessionsPage) -> None:
    for key, names in (
        ("coming", ["A"]),
        ("running", ["B"]),
        ("over", ["C"]),
        ("concessions", ["Concessione di prova"]),
    ):
        new_clerk.clicks(page.chips.button(key))
        assert [row.title for row in page.table.rows()] == names


def test_the_card_shows_the_clocks_and_the_money(new_clerk: Clerk, page: ConcessionsPage) -> None:
    page.table.select(lambda row: row.title == "B")
    new_clerk.waits()
    words = list(new_clerk.reads(page.card))
    assert any("dal 01/03/2026 al 28/02/2031" in one for one in words)
    assert any("da inserire" in one for one in words)
    new_clerk.clicks(new_clerk.finds(QPushButton, "Apri B"))
    assert isinstance(new_clerk.page, ContractPage)
    assert new_clerk.page.view.contract.title == "B"


def test_the_card_of_a_concession_leads_to_its_contracts(new_clerk: Clerk, page: ConcessionsPage) -> None:
    new_clerk.opens("concessions", "c1")
    assert page.table.current().title == "Concessione di prova"
    assert {"Concessione di servizi", "A", "B", "C"} <= set(new_clerk.reads(page.card))
    new_clerk.clicks(new_clerk.finds(QPushButton, "Apri Concessione di prova"))
    assert isinstance(new_clerk.page, ConcessionPage)


def test_what_never_ran_is_let_go_of_and_taken_back(new_clerk: Clerk, page: ConcessionsPage) -> None:
    page.table.select(lambda row: row.title == "A")
    new_clerk.waits()
    new_clerk.clicks(new_clerk.finds(QPushButton, "Elimina"))
    assert "A" not in [row.title for row in page.table.rows()]
    new_clerk.clicks(new_clerk.finds(QPushButton, "Annulla"))
    assert "A" in [row.title for row in page.table.rows()]


def test_contracts_are_opened_from_a_membership_in_one_step(new_clerk: Clerk) -> None:
    new_clerk.window.tasks.act(new_clerk.window, lambda store: (a_membership(store), Changes.all())[1])
    new_clerk.opens("accessions", "1")
    new_clerk.clicks(new_clerk.finds(QPushButton, "Contratti dei servizi"))
    page = new_clerk.page
    dialog = new_clerk.dialog(NewContract)
    assert dialog.ticks
    assert all(tick.isChecked() for tick in dialog.ticks.values())
    count = len(dialog.ticks)
    new_clerk.clicks(dialog.open_button)
    assert isinstance(page, ConcessionsPage)
    new_clerk.opens("concessions")
    assert len(page.table.rows()) == count
    assert all(row.contract.contract.accession_id for row in page.table.rows())


def test_a_contract_is_written_by_hand(new_clerk: Clerk) -> None:
    page = new_clerk.opens("concessions")
    assert isinstance(page, ConcessionsPage)
    new_clerk.clicks(page.new_button)
    dialog = new_clerk.dialog(NewContract)
    new_clerk.clicks(dialog.open_button)
    assert "di quale servizio" in dialog.title.field.error.text()
    new_clerk.types("Conservazione", into=dialog.title.field.field)
    dialog.reject()
    new_clerk.clicks(page.new_button)
    dialog = new_clerk.dialog(NewContract)
    assert dialog.title.text == "Conservazione"
    new_clerk.clicks(dialog.open_button)
    assert isinstance(new_clerk.page, ContractPage)
    assert new_clerk.page.view.contract.title == "Conservazione"


def test_a_concession_of_the_comune_is_written(new_clerk: Clerk) -> None:
    page = new_clerk.opens("concessions")
    assert isinstance(page, ConcessionsPage)
    new_clerk.clicks(page.grant_button)
    dialog = new_clerk.dialog(NewConcession)
    new_clerk.clicks(dialog.add_button)
    assert dialog.entries["title"].field.error.text()
    new_clerk.types("Illuminazione pubblica", into=dialog.entries["title"].field.field)
    dialog.entries["kind"].show("public_lighting")
    dialog.entries["is_ours"].show("1")
    new_clerk.clicks(dialog.add_button)
    assert isinstance(new_clerk.page, ConcessionPage)
    concession = new_clerk.page.view.concession
    assert (concession.kind, concession.is_ours, concession.centre_code) == ("public_lighting", True, "")


def test_the_search_leads_to_them(new_clerk: Clerk, page: ConcessionsPage) -> None:
    assert page.table.rows()
    for text, name in (("concessione di prova", "concession"), (CIG, "contract")):
        new_clerk.presses("Ctrl+K")
        new_clerk.window.search.setText(text)
        new_clerk.window.search.wanted.emit(text)
        new_clerk.waits()
        new_clerk.presses("Return")
        assert new_clerk.window.pages.name == name


def test_a_narrow_window_shows_the_card_over_the_list(seat: Seat, example_folder: Path) -> None:
    clerk = seat(example_folder, size=(820, 700))
    page = clerk.opens("concessions")
    assert isinstance(page, ConcessionsPage)
    assert page.split.is_narrow
    assert not page.card.isVisible()
    page.table.view.clicked.emit(page.table.model.index(0, 0))
    clerk.waits()
    assert page.card.isVisible()
    assert not page.table.isVisible()
    clerk.presses("Esc")
    assert page.table.isVisible()
