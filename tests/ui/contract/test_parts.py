# SPDX-License-Identifier: EUPL-1.2
"""People, guarantees, plan, changes, end: each is added, opens into its fields, keeps itself, is taken out and back."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from app.actions.changes import Changes
from app.actions.documents import add_document, list_documents
from app.domain.concessions import CLOSING_ITEMS
from app.domain.contract_states import ContractState, ContractStep
from app.domain.documents import Document
from app.store import Store
from app.text.document_labels import document_kind_label
from app.ui.contract.document_choice import DocumentChoice
from app.ui.contract.parts import PartRow
from app.ui.contract.sections.activation import ActivationSection
from app.ui.contract.sections.changes import ChangesSection
from app.ui.contract.sections.closing import ClosingSection
from app.ui.contract.sections.contract import ContractSection
from app.ui.contract.sections.people import PeopleSection
from tests.ui.clerk import Clerk
from tests.ui.contract.conftest import Sit, seen


def people(page: object) -> PeopleSection:
    section = page.stack.panels["people"].section  # type: ignore[attr-defined] # a page of parts
    assert isinstance(section, PeopleSection)
    return section


def fill(clerk: Clerk, row: PartRow, name: str, text: str) -> None:
    field = row.entries[name].field.field
    assert isinstance(field, QLineEdit)
    field.clear()
    clerk.types(text, into=field)
    clerk.presses("Tab")


def minutes(tmp_path: Path, name: str = "verbale.pdf") -> Path:
    file = tmp_path / name
    file.write_bytes(b"%PDF-1.4\n% verbale\n%%EOF\n")
    return file


def test_a_person_is_added_with_the_mandate(new_clerk: Clerk, sit: Sit) -> None:
    section = people(sit("people"))
    box = section.people
    assert new_clerk.sees("scrivi almeno RUP", section)
    new_clerk.clicks(box.more)
    box.ask.entries["role"].show("dec")
    new_clerk.types("Elio Finto", into=box.ask.entries["name"].field.field)
    new_clerk.clicks(box.ask.confirm)
    row = next(iter(box.rows.values()))
    assert row.head.is_open
    fill(new_clerk, row, "until", "31/12/2027")
    contact = seen(new_clerk).contacts[0]
    assert (contact.role, contact.name, contact.until) == ("dec", "Elio Finto", date(2027, 12, 31))
    assert new_clerk.sees("Direttore dell'esecuzione (DEC): Elio Finto", section)
    new_clerk.clicks(row.remove)
    assert not seen(new_clerk).contacts
    new_clerk.window.undo()
    new_clerk.waits()
    assert seen(new_clerk).contacts[0].name == "Elio Finto"


def test_a_guarantee_says_in_words_when_it_lapses(new_clerk: Clerk, sit: Sit) -> None:
    section = people(sit("people"))
    box = section.guarantees
    new_clerk.clicks(box.more)
    box.ask.entries["kind"].show("bond")
    new_clerk.types("Banca di Prova", into=box.ask.entries["issuer"].field.field)
    new_clerk.clicks(box.ask.confirm)
    row = next(iter(box.rows.values()))
    fill(new_clerk, row, "amount", "2.500,00")
    fill(new_clerk, row, "ends_on", "01/01/2020")
    assert seen(new_clerk).guarantees[0].amount == Decimal(2500)
    assert row.state.text() == "scaduto il 01/01/2020"
    page = new_clerk.opens("contract", "1:people:guarantee:2020-01-01")
    assert row.isAncestorOf(new_clerk.focus)
    assert page is new_clerk.page


def test_a_name_that_is_missing_is_asked_for_beside_its_field(new_clerk: Clerk, sit: Sit) -> None:
    box = people(sit("people")).people
    new_clerk.clicks(box.more)
    box.ask.entries["role"].show("rup")
    new_clerk.clicks(box.ask.confirm)
    told = box.ask.entries["name"].field.error.text() or box.ask.trouble.text()
    assert told
    assert not seen(new_clerk).contacts


def test_the_minutes_of_the_acceptance_are_dropped_on_their_point(new_clerk: Clerk, sit: Sit, tmp_path: Path) -> None:
    page = sit("activation", ContractState.ACTIVATING)
    section = page.stack.panels["activation"].section
    assert isinstance(section, ActivationSection)
    row = next(one for one in section.plan.rows.values() if one.part.key == "acceptance")
    assert not row.remove.isVisibleTo(row)
    row.head.open()
    assert row.slot is not None
    page.stack.take_files([minutes(tmp_path)])
    new_clerk.waits()
    point = next(one for one in seen(new_clerk).milestones if one.key == "acceptance")
    assert point.document_id is not None
    assert row.slot.name.isVisible()
    kept: list[Document] = []
    new_clerk.window.tasks.query(new_clerk.window, list_documents, kept.extend)
    new_clerk.waits()
    assert [document_kind_label(one.kind) for one in kept] == ["Verbale di collaudo"]
    ask = section.steps.asks[ContractStep.PASS_ACCEPTANCE]
    new_clerk.clicks(ask.confirm)
    assert seen(new_clerk).contract.state is ContractState.ACCEPTED
    new_clerk.clicks(row.slot.remove)
    point = next(one for one in seen(new_clerk).milestones if one.key == "acceptance")
    assert point.document_id is None


def test_a_document_of_the_register_is_chosen(new_clerk: Clerk, sit: Sit, tmp_path: Path) -> None:
    page = sit("contract")
    section = page.stack.panels["contract"].section
    assert isinstance(section, ContractSection)

    def add(store: Store) -> Changes:
        add_document(store, minutes(tmp_path, "altro.pdf"))
        return add_document(store, minutes(tmp_path, "accordo.pdf"))[1]

    new_clerk.window.tasks.act(new_clerk.window, add)
    new_clerk.waits()
    section.papers.role.set_text("dpa")
    new_clerk.clicks(section.papers.slot.choose)
    dialog = new_clerk.dialog(DocumentChoice)
    new_clerk.types("accordo", into=dialog.search)
    assert len(dialog.table.rows()) == 1
    new_clerk.clicks(dialog.take_button)
    papers = seen(new_clerk).papers
    assert [(one.paper.role, one.document.name) for one in papers] == [("dpa", "accordo.pdf")]
    assert new_clerk.sees("Accordo sui dati personali: ", section)


def test_an_extension_asks_why_it_may_be(new_clerk: Clerk, sit: Sit) -> None:
    from tests.contracts import a_concession

    new_clerk.window.tasks.act(new_clerk.window, lambda store: (a_concession(store), Changes.all())[1])
    page = sit("changes", concession_id=1)
    section = page.stack.panels["changes"].section
    assert isinstance(section, ChangesSection)
    box = section.changes
    new_clerk.clicks(box.more)
    ask = box.ask
    ask.entries["kind"].show("extension")
    ask.entries["new_ends_on"].show("31/12/2033")
    new_clerk.clicks(ask.confirm)
    why = ask.entries["override_reason"].field
    assert "178" in why.error.text()
    assert not seen(new_clerk).changes
    new_clerk.types("Revisione del piano in corso", into=why.field)
    new_clerk.clicks(ask.confirm)
    view = seen(new_clerk)
    assert view.changes[0].override_reason == "Revisione del piano in corso"
    assert view.contract.ends_on == date(2033, 12, 31)


def test_the_sum_of_the_addenda_is_said_though_each_passes(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("changes", value=Decimal("10000.00"))
    section = page.stack.panels["changes"].section
    assert isinstance(section, ChangesSection)
    assert not section.sum.isVisible()
    for _time in range(2):
        new_clerk.clicks(section.changes.more)
        section.changes.ask.entries["kind"].show("addendum")
        new_clerk.types("4600", into=section.changes.ask.entries["value"].field.field)
        new_clerk.clicks(section.changes.ask.confirm)
    assert len(seen(new_clerk).changes) == 2
    assert "2 atti aggiuntivi: insieme 92 % del valore iniziale." in section.sum.text()


def test_the_button_of_a_new_change_is_in_sight_on_a_small_screen(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("changes")
    section = page.stack.panels["changes"].section
    assert isinstance(section, ChangesSection)
    new_clerk.clicks(section.changes.more)
    confirm = section.changes.ask.confirm
    kind = section.changes.ask.entries["kind"].field
    for widget in (kind, confirm):
        assert widget.visibleRegion().boundingRect() == widget.rect()
    assert confirm.property("role") == "primary"


def test_an_addendum_has_the_reasons_of_anac_in_words(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("changes")
    section = page.stack.panels["changes"].section
    assert isinstance(section, ChangesSection)
    box = section.changes
    new_clerk.clicks(box.more)
    box.ask.entries["kind"].show("addendum")
    new_clerk.clicks(box.ask.confirm)
    row = next(iter(box.rows.values()))
    reasons = row.entries["reason_code"].field.field
    words = [reasons.itemText(place) for place in range(reasons.count())]  # type: ignore[attr-defined] # a box
    assert "Circostanze che non si potevano prevedere" in words
    assert "new_cup" not in row.entries


def test_the_list_of_the_end_is_prepared_and_worked_off(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("closing", ContractState.ACTIVE)
    section = page.stack.panels["closing"].section
    assert isinstance(section, ClosingSection)
    new_clerk.clicks(section.begin)
    assert [one.key for one in seen(new_clerk).closing] == list(CLOSING_ITEMS)
    row = next(iter(section.items.rows.values()))
    assert row.state.text().startswith("da fare per la fine, 28/02/2031, fra ")
    row.head.open()
    fill(new_clerk, row, "done_on", "01/03/2026")
    assert row.state.text() == "fatto il 01/03/2026"
    assert new_clerk.sees("1 riga su 8 a posto", section)


def test_the_end_of_the_list_begins_with_its_step(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("closing", ContractState.ACTIVE)
    section = page.stack.panels["closing"].section
    assert isinstance(section, ClosingSection)
    page.go("closing", "begin_closing")
    ask = section.steps.asks[ContractStep.BEGIN_CLOSING]
    new_clerk.types("Non serve più", into=ask.entries["reason"].field.field)
    new_clerk.clicks(ask.confirm)
    assert seen(new_clerk).contract.state is ContractState.CLOSING


def test_a_termination_says_until_when_a_substitute_may_be_named(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("changes")
    section = page.stack.panels["changes"].section
    assert isinstance(section, ChangesSection)
    new_clerk.clicks(section.changes.more)
    ask = section.changes.ask
    ask.entries["kind"].show("termination")
    ask.entries["on"].show("01/10/2026")
    new_clerk.clicks(ask.confirm)
    row = next(iter(section.changes.rows.values()))
    assert row.state.text() == "sostituto dei finanziatori entro il 29/01/2027"
    reasons = row.entries["reason_code"].field.field
    assert "Insolvenza" in [reasons.itemText(place) for place in range(reasons.count())]  # type: ignore[attr-defined] # a box


def test_a_funded_service_that_never_ran_asks_for_its_renunciation(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("closing", ContractState.ACTIVATING, is_funded=True)
    section = page.stack.panels["closing"].section
    assert isinstance(section, ClosingSection)
    page.go("closing", "begin_closing")
    begin = section.steps.asks[ContractStep.BEGIN_CLOSING]
    new_clerk.types("Non serve più", into=begin.entries["reason"].field.field)
    new_clerk.clicks(begin.confirm)
    page.go("closing", "cease")
    ask = section.steps.asks[ContractStep.CEASE]
    new_clerk.clicks(ask.confirm)
    reason = ask.entries["reason"].field
    assert reason.isVisible()
    assert "rinuncia" in reason.error.text()
    new_clerk.types("Rinuncia al finanziamento", into=reason.field)
    new_clerk.clicks(ask.confirm)
    assert seen(new_clerk).contract.state is ContractState.CEASED


def test_a_corrected_value_asks_why_it_may_be(new_clerk: Clerk, sit: Sit) -> None:
    page = sit("changes", value=Decimal("1000.00"))
    section = page.stack.panels["changes"].section
    assert isinstance(section, ChangesSection)
    new_clerk.clicks(section.changes.more)
    ask = section.changes.ask
    ask.entries["kind"].show("addendum")
    ask.entries["value"].show("100,00")
    new_clerk.clicks(ask.confirm)
    row = next(iter(section.changes.rows.values()))
    fill(new_clerk, row, "value", "900,00")
    assert "metà" in row.entries["value"].field.error.text()
    assert seen(new_clerk).changes[0].value == Decimal("100.00")
    fill(new_clerk, row, "override_reason", "Parere del segretario")
    change = seen(new_clerk).changes[0]
    assert (change.value, change.override_reason) == (Decimal("900.00"), "Parere del segretario")
