# SPDX-License-Identifier: EUPL-1.2
"""A clerk runs a contract: its head, its parts, what keeps itself, the steps and their stops."""

from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QLineEdit, QPushButton

from app.domain.contract_states import ContractState, ContractStep
from app.ui.contract.sections.activation import ActivationSection
from app.ui.contract.sections.contract import ContractSection
from app.ui.contract.sections.overview import OverviewSection
from tests.ui.clerk import Clerk
from tests.ui.contract.conftest import Sit, seen


def part(page: object, key: str) -> object:
    return page.stack.panels[key].section  # type: ignore[attr-defined] # a page of parts


def test_without_any_it_leads_to_the_first_contract(new_clerk: Clerk) -> None:
    page = new_clerk.opens("contract")
    assert new_clerk.sees("Nessun contratto aperto", page)
    assert new_clerk.finds(QPushButton, "Nuovo contratto").isVisible()


def test_the_head_says_state_end_and_what_comes_next(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("", ContractState.ACTIVATING)
    words = set(new_clerk.reads(page.head))
    assert {"Contratto di prova", "In attivazione", "Registra il collaudo…"} <= words
    assert any("28/02/2031" in one for one in words)


def test_what_runs_wants_its_invoice(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("", ContractState.ACTIVE)
    assert page.head.primary.text() == "Registra fattura"
    assert new_clerk.sees("Attivo", page.head)


def test_the_primary_button_goes_to_its_step(new_clerk: Clerk, sit: Sit) -> None:
    page = sit()
    new_clerk.clicks(page.head.primary)
    assert page.stack.key == "activation"
    section = part(page, "activation")
    assert isinstance(section, ActivationSection)
    assert section.isAncestorOf(new_clerk.focus)


def test_the_button_that_goes_and_the_one_that_does_are_told_apart(sit: Sit) -> None:
    page = sit("activation", ContractState.ACTIVATING)
    buttons = [one.text() for one in page.findChildren(QPushButton) if one.isVisible()]
    assert buttons.count("Registra il collaudo") == 1
    assert page.head.primary.text() == "Registra il collaudo…"


def test_each_part_is_made_when_first_looked_at(new_clerk: Clerk, sit: Sit) -> None:
    page = sit()
    assert set(page.stack.panels) == {"overview"}
    for row in page.table.rows():
        page.go(row.key)
        new_clerk.waits()
        assert page.stack.key == row.key
        assert new_clerk.sees(row.title, page.stack.currentWidget())
    assert set(page.stack.panels) == {row.key for row in page.table.rows()}


def test_the_place_is_kept_with_its_part(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("people")
    assert page.place_key == "1:people"
    new_clerk.opens("concessions")
    new_clerk.opens("contract", "1:people:dpa")
    assert new_clerk.focus.accessibleName() == "Accordo sui dati personali"


def test_what_is_typed_into_the_contract_keeps_itself(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("contract", value=None)
    section = part(page, "contract")
    assert isinstance(section, ContractSection)
    for name, text in (("supplier", "Nuova s.r.l."), ("signed_on", "5/3/26"), ("value", "1234,50"), ("iban", "IT60")):
        field = section.entries[name].field.field
        assert isinstance(field, QLineEdit)
        field.clear()
        new_clerk.types(text, into=field)
        new_clerk.presses("Tab")
    contract = seen(new_clerk).contract
    assert contract.supplier == "Nuova s.r.l."
    assert contract.signed_on == date(2026, 3, 5)
    assert contract.value == Decimal("1234.50")
    assert contract.iban == "IT60"


def test_a_term_that_runs_backwards_is_said_beside_its_field(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("contract")
    section = part(page, "contract")
    assert isinstance(section, ContractSection)
    field = section.entries["ends_on"].field
    assert isinstance(field.field, QLineEdit)
    field.field.clear()
    new_clerk.types("1/1/2020", into=field.field)
    new_clerk.presses("Tab")
    assert "viene prima" in field.error.text()
    assert field.field.text() == "01/01/2020"
    assert seen(new_clerk).contract.ends_on == date(2031, 2, 28)


def test_the_overview_leads_from_a_warning_to_its_field(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("", ContractState.ACTIVE, dpa="")
    section = part(page, "overview")
    assert isinstance(section, OverviewSection)
    callouts = {callout.title.text(): callout for callout in section.warnings.callouts}
    missing = callouts["Manca l'accordo sul trattamento dei dati personali."]
    assert "art. 28 GDPR" in missing.text.text()
    assert missing.link is not None
    new_clerk.clicks(missing.link)
    assert page.stack.key == "people"
    assert new_clerk.focus.accessibleName() == "Accordo sui dati personali"


def test_the_clocks_are_said_in_words_too(sit: Sit) -> None:
    section = part(sit(), "overview")
    assert isinstance(section, OverviewSection)
    assert "dal 01/03/2026 al 28/02/2031" in section.timeline.accessibleName()


def test_steps_are_recorded_and_taken_back(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("activation")
    section = part(page, "activation")
    assert isinstance(section, ActivationSection)
    ask = section.steps.asks[ContractStep.BEGIN_ACTIVATION]
    ask.entries["on"].show("01/02/2026")
    new_clerk.clicks(ask.confirm)
    assert seen(new_clerk).contract.state is ContractState.ACTIVATING
    assert new_clerk.sees("Attivazione avviata: 01/02/2026", section)
    new_clerk.window.undo()
    new_clerk.waits()
    assert seen(new_clerk).contract.state is ContractState.REQUESTED


def test_a_stop_asks_why_before_it_is_set_aside(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("activation", ContractState.ACTIVATING)
    section = part(page, "activation")
    assert isinstance(section, ActivationSection)
    ask = section.steps.asks[ContractStep.PASS_ACCEPTANCE]
    reason = ask.entries["reason"].field
    assert not reason.isVisible()
    new_clerk.clicks(ask.confirm)
    assert "verbale" in ask.trouble.text()
    assert seen(new_clerk).contract.state is ContractState.ACTIVATING
    assert reason.isVisible()
    new_clerk.types("Il verbale arriva domani", into=reason.field)
    new_clerk.clicks(ask.confirm)
    view = seen(new_clerk)
    assert view.contract.state is ContractState.ACCEPTED
    assert view.steps[-1].reason == "Il verbale arriva domani"


def test_a_step_aside_opens_by_its_name(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("activation", ContractState.ACTIVE)
    section = part(page, "activation")
    assert isinstance(section, ActivationSection)
    ask = section.steps.asks[ContractStep.SUSPEND]
    assert not ask.isVisible()
    page.go("activation", "suspend")
    new_clerk.waits()
    assert ask.isVisible()
    assert ask.isAncestorOf(new_clerk.focus)


def test_a_contract_that_is_gone_is_told(new_clerk: Clerk, sit: Sit) -> None:
    page = sit()
    new_clerk.opens("contract", "99")
    assert new_clerk.sees("Non c'è più")
    assert page.view is not None


def test_a_copy_has_the_supplier_and_not_the_codes(new_clerk: Clerk, sit: Sit) -> None:
    page = sit()
    new_clerk.clicks(page.head.copy_button)
    copied = seen(new_clerk, 2).contract
    assert copied.title == "Contratto di prova (copia)"
    assert copied.supplier == "Servizi di Prova s.p.a."
    assert copied.cig == ""
    assert page.place_key == "2:contract"
