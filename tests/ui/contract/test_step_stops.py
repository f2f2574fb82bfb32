# SPDX-License-Identifier: EUPL-1.2
"""What stands against a step: it is told with the way to put it right, and forgotten once it is put right."""

from datetime import date
from pathlib import Path

from app.actions.contracts import correct_contract
from app.domain.contract_states import ContractState, ContractStep
from app.ui.contract.page import ContractPage
from app.ui.contract.sections.activation import ActivationSection
from app.ui.contract.sections.closing import ClosingSection
from tests.ui.clerk import Clerk
from tests.ui.contract.conftest import Sit, seen


def activation(page: ContractPage) -> ActivationSection:
    section = page.stack.panels["activation"].section
    assert isinstance(section, ActivationSection)
    return section


def minutes(folder: Path) -> Path:
    file = folder / "verbale.pdf"
    file.write_bytes(b"%PDF-1.4\n% verbale\n%%EOF\n")
    return file


def test_the_minutes_clear_the_stop_that_asked_for_them(new_clerk: Clerk, sit: Sit, tmp_path: Path) -> None:
    page = sit("activation", ContractState.ACTIVATING)
    section = activation(page)
    ask = section.steps.asks[ContractStep.PASS_ACCEPTANCE]
    new_clerk.clicks(ask.confirm)
    assert "verbale" in ask.trouble.text()
    page.stack.take_files([minutes(tmp_path)])  # its point of the plan is still closed
    new_clerk.waits()
    assert not ask.entries["reason"].field.isVisible()
    assert not ask.trouble.isVisible()
    assert not ask.to_stop.isVisible()
    new_clerk.clicks(ask.confirm)
    view = seen(new_clerk)
    assert view.contract.state is ContractState.ACCEPTED
    assert view.steps[-1].overridden == ()


def test_the_stop_leads_to_where_the_minutes_are_added(new_clerk: Clerk, sit: Sit) -> None:
    section = activation(sit("activation", ContractState.ACTIVATING))
    ask = section.steps.asks[ContractStep.PASS_ACCEPTANCE]
    new_clerk.clicks(ask.confirm)
    new_clerk.clicks(ask.to_stop)
    row = next(one for one in section.plan.rows.values() if one.part.key == "acceptance")
    assert row.slot is not None
    assert row.slot.isAncestorOf(new_clerk.focus)


def test_the_stop_leads_to_the_service_that_must_run_before(new_clerk: Clerk, sit: Sit) -> None:
    section = activation(sit("activation", ContractState.ACCEPTED, service_code="PAB-02"))
    ask = section.steps.asks[ContractStep.GO_LIVE]
    new_clerk.clicks(ask.confirm)
    assert "PAB-01" in ask.trouble.text()
    new_clerk.clicks(ask.to_stop)
    assert section.before.indexOf(new_clerk.focus) >= 0


def test_the_end_of_what_pnrr_paid_tells_its_day_before_it_is_begun(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("closing", ContractState.ACTIVE, is_funded=True, paid_on=date(2024, 5, 2))
    section = page.stack.panels["closing"].section
    assert isinstance(section, ClosingSection)
    ask = section.steps.asks[ContractStep.BEGIN_CLOSING]
    section.steps.focus_field(ContractStep.BEGIN_CLOSING.value)
    ask.entries["reason"].field.set_text("Cambio fornitore")
    new_clerk.clicks(ask.confirm)
    assert "31/12/2029" in ask.trouble.text()
    assert seen(new_clerk).contract.state is ContractState.ACTIVE
    assert ask.entries["reason"].field.isVisible()
    assert not ask.to_stop.isVisible()
    new_clerk.clicks(ask.confirm)
    assert seen(new_clerk).contract.state is ContractState.CLOSING
    assert seen(new_clerk).steps[-1].overridden == ("maintenance.must_go_on",)


def test_files_belong_to_no_point_when_no_acceptance_waits(new_clerk: Clerk, sit: Sit, tmp_path: Path) -> None:
    page = sit("activation", ContractState.ACTIVE)
    page.stack.take_files([minutes(tmp_path)])
    new_clerk.waits()
    assert all(point.document_id is None for point in seen(new_clerk).milestones)


def test_the_completion_of_pnrr_is_asked_only_of_what_pnrr_pays(new_clerk: Clerk, sit: Sit) -> None:
    section = activation(sit("activation"))
    assert not section.completion.isVisible()
    view = seen(new_clerk)
    version = view.contract.version
    new_clerk.window.tasks.act(
        new_clerk.window, lambda store: correct_contract(store, view.contract.id, version, is_funded=True)
    )
    new_clerk.waits()
    assert section.completion.isVisible()
