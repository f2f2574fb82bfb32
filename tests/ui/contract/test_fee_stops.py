# SPDX-License-Identifier: EUPL-1.2
"""Suspending the fee where the service is suspended: offered in words by the step and by the change, and told."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QCheckBox

from app.actions.changes import Changes
from app.actions.fees import show_schedule
from app.domain.concessions import ContractId
from app.domain.contract_states import ContractState, ContractStep
from app.domain.fees import FeeSuspension
from app.ui.contract.sections.activation import ActivationSection
from app.ui.contract.sections.changes import ChangesSection
from tests.contracts import a_concession
from tests.ui.clerk import Clerk
from tests.ui.contract.conftest import Sit, seen


def _stops(clerk: Clerk) -> tuple[FeeSuspension, ...]:
    found: list[tuple[FeeSuspension, ...]] = []
    window = clerk.window
    window.tasks.query(window, lambda store: show_schedule(store, ContractId(1)).suspensions, found.append)
    clerk.waits()
    return found[0]


def test_the_step_offers_to_suspend_the_fee_and_to_let_it_go_on(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("activation", ContractState.ACTIVE)
    section = page.stack.panels["activation"].section
    assert isinstance(section, ActivationSection)
    page.go("activation", "suspend")
    ask = section.steps.asks[ContractStep.SUSPEND]
    box = cast("QCheckBox", ask.entries["with_fee"].field.field)
    assert (box.text(), box.isChecked()) == ("Sospendi da quel giorno anche il canone", False)
    new_clerk.types("Guasto", into=ask.entries["reason"].field.field)
    box.click()
    new_clerk.clicks(ask.confirm)
    assert [one.reason for one in _stops(new_clerk)] == ["Guasto"]
    again = section.steps.asks[ContractStep.RESUME]
    assert again.entries["with_fee"].text == "1"
    new_clerk.clicks(again.confirm)
    assert seen(new_clerk).contract.state is ContractState.ACTIVE
    assert _stops(new_clerk) == ()


def test_a_fee_that_was_never_suspended_is_not_asked_about_again(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("activation", ContractState.ACTIVE)
    section = page.stack.panels["activation"].section
    assert isinstance(section, ActivationSection)
    page.go("activation", "suspend")
    ask = section.steps.asks[ContractStep.SUSPEND]
    new_clerk.types("Guasto", into=ask.entries["reason"].field.field)
    new_clerk.clicks(ask.confirm)
    assert not section.steps.asks[ContractStep.RESUME].entries["with_fee"].field.isVisible()


def test_the_change_offers_it_for_a_suspension_alone(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("changes")
    section = page.stack.panels["changes"].section
    assert isinstance(section, ChangesSection)
    new_clerk.clicks(section.changes.more)
    entries = section.changes.ask.entries
    entries["kind"].show("addendum")
    assert not entries["with_fee"].field.isVisible()
    entries["kind"].show("suspension")
    assert entries["with_fee"].field.isVisible()
    entries["on"].show("01/10/2026")
    entries["until"].show("31/10/2026")
    cast("QCheckBox", entries["with_fee"].field.field).click()
    new_clerk.clicks(section.changes.ask.confirm)
    change = seen(new_clerk).changes[0]
    assert [(one.starts_on, one.ends_on) for one in _stops(new_clerk)] == [(change.on, change.until)]


def test_a_concession_has_no_fee_to_suspend(new_clerk: Clerk, sit: Sit) -> None:
    sit()
    new_clerk.window.tasks.act(new_clerk.window, lambda store: (a_concession(store), Changes.all())[1])
    page = new_clerk.opens("concession", "1:changes")
    section = page.findChild(ChangesSection)
    assert section is not None
    new_clerk.clicks(section.changes.more)
    section.changes.ask.entries["kind"].show("suspension")
    assert section.changes.ask.entries["until"].field.isVisible()
    assert not section.changes.ask.entries["with_fee"].field.isVisible()
