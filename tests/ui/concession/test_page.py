# SPDX-License-Identifier: EUPL-1.2
"""A clerk writes what the comune granted: fields that keep themselves, people, changes, contracts, warnings."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from app.actions.changes import Changes
from app.actions.concessions import ConcessionView, show_concession
from app.domain.concessions import ConcessionId
from app.ui.concession.page import ConcessionPage
from app.ui.concession.sections import ConcessionSection
from app.ui.concessions.new_contract import NewContract
from app.ui.contract.sections.changes import ChangesSection
from app.ui.contract.sections.people import PeopleSection
from tests.contracts import a_concession, a_contract
from tests.ui.clerk import Clerk


@pytest.fixture
def page(new_clerk: Clerk) -> ConcessionPage:
    """A concession with a contract under it."""

    def fill(store: object) -> Changes:
        a_contract(store, concession_id=a_concession(store, is_ours=True, centre_code=""))  # type: ignore[arg-type] # the store of the task
        return Changes.all()

    new_clerk.window.tasks.act(new_clerk.window, fill)
    page = new_clerk.opens("concession", "1")
    assert isinstance(page, ConcessionPage)
    return page


def seen(clerk: Clerk) -> ConcessionView:
    found: list[ConcessionView] = []
    clerk.window.tasks.query(clerk.window, lambda store: show_concession(store, ConcessionId(1)), found.append)
    clerk.waits()
    return found[0]


def test_without_any_it_leads_to_a_new_one(new_clerk: Clerk) -> None:
    page = new_clerk.opens("concession")
    assert new_clerk.sees("Nessuna concessione aperta", page)


def test_every_part_says_how_it_stands(page: ConcessionPage) -> None:
    assert [row.key for row in page.table.rows() if not row.told] == []
    assert page.table.view.accessibleName() == "Parti della concessione"


def test_one_button_opens_a_new_contract(new_clerk: Clerk, page: ConcessionPage) -> None:
    page.go("contracts")
    new_clerk.waits()
    assert [text for text in new_clerk.reads(page) if text == "Nuovo contratto"] == ["Nuovo contratto"]


def test_its_fields_keep_themselves(new_clerk: Clerk, page: ConcessionPage) -> None:
    section = page.stack.panels["concession"].section
    assert isinstance(section, ConcessionSection)
    for name, text in (("concessionaire", "Luce Inventata S.p.A."), ("ends_on", "30/9/35"), ("source", "Delibera 4")):
        field = section.entries[name].field.field
        assert isinstance(field, QLineEdit)
        field.clear()
        new_clerk.types(text, into=field)
        new_clerk.presses("Tab")
    concession = seen(new_clerk).concession
    assert concession.concessionaire == "Luce Inventata S.p.A."
    assert concession.ends_on == date(2035, 9, 30)
    assert concession.source == "Delibera 4"
    assert not section.entries["centre_code"].field.isVisible()


def test_people_and_changes_are_those_of_the_concession(new_clerk: Clerk, page: ConcessionPage) -> None:
    page.go("people", "contact")
    new_clerk.waits()
    section = page.stack.panels["people"].section
    assert isinstance(section, PeopleSection)
    new_clerk.types("Elio Finto", into=section.people.ask.entries["name"].field.field)
    section.people.ask.entries["role"].show("dec")
    new_clerk.clicks(section.people.ask.confirm)
    assert [one.name for one in seen(new_clerk).contacts] == ["Elio Finto"]
    page.go("changes")
    new_clerk.waits()
    changes = page.stack.panels["changes"].section
    assert isinstance(changes, ChangesSection)
    new_clerk.clicks(changes.changes.more)
    changes.changes.ask.entries["kind"].show("suspension")
    new_clerk.clicks(changes.changes.ask.confirm)
    assert [one.kind for one in seen(new_clerk).changes] == ["suspension"]


def test_its_contracts_lead_to_their_page_and_one_more_begins_under_it(new_clerk: Clerk, page: ConcessionPage) -> None:
    page.go("contracts")
    new_clerk.waits()
    assert new_clerk.sees("Contratto di prova: richiesto", page)
    new_clerk.clicks(page.head.primary)
    dialog = new_clerk.dialog(NewContract)
    assert dialog.concession.text == "1"
    dialog.reject()
    new_clerk.opens("concession", "1:contracts")
    new_clerk.clicks(new_clerk.finds(QPushButton, "Contratto di prova: richiesto"))
    assert new_clerk.window.pages.name == "contract"
