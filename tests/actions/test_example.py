# SPDX-License-Identifier: EUPL-1.2
"""The example comune is invented: nothing of it may be somebody's, and it says so."""

import re
from pathlib import Path

from app.actions import funding, municipality
from app.actions.example import example_files
from app.domain.codes import check_cup
from app.formats.reference import load_calls, load_decrees, load_municipalities
from app.store import Store


def test_the_comune_and_its_codes_exist_nowhere(example: Store) -> None:
    office = municipality.show_office(example)
    assert office.is_example
    real = load_municipalities()
    assert office.name not in {item.name for item in real}
    assert office.istat not in {code for item in real for code in (item.istat, *item.previous_istat)}
    assert office.belfiore not in {item.belfiore for item in real}
    assert office.province not in {item.province for item in real}


def test_its_addresses_lead_nowhere(example: Store) -> None:
    office = municipality.show_office(example)
    addresses = [office.pec, office.website, *(person.email for person in municipality.list_people(example))]
    assert len(addresses) == 5
    assert all(address.endswith(".example") for address in addresses)
    assert office.phone == office.fiscal_code == ""


def test_its_calls_amounts_and_decrees_are_real(example: Store) -> None:
    titles = {call.title: call for call in load_calls()}
    decrees = {(decree.call, decree.window): decree.decreed_on for decree in load_decrees()}
    projects = funding.list_projects(example)
    assert len(projects) == 9
    for project in projects:
        assert project.measure == titles[project.call].measure
        assert funding.show_project(example, project.id).composition is not None
        assert decrees[project.call, project.window] == project.funded_on
        assert check_cup(project.cup).is_usual


def test_no_cup_of_it_is_of_a_real_project(shared: Path) -> None:
    invented = {cup for file in example_files() for cup in re.findall(r"\bJ91[A-Z0-9]{12}\b", file.read_text("utf-8"))}
    assert len(invented) == 9
    for file in sorted((shared / "opendata").glob("candidature_*")):
        assert not invented & set(re.findall(r"\bJ91[A-Z0-9]{12}\b", file.read_text("utf-8"))), file.name
