# SPDX-License-Identifier: EUPL-1.2
"""Which comune we are, and who works in its office."""

from datetime import date

import pytest

from app.actions import municipality
from app.actions.workspace import Workspace
from app.errors import UserError
from app.store import Store
from app.text import sentence


@pytest.mark.parametrize("code", ["014004", "A337", "a337"])
def test_a_comune_is_chosen_by_either_code(workspace: Workspace, code: str) -> None:
    office = municipality.show_office(workspace.choose(code))
    assert (office.name, office.province, office.ipa_code, office.ipa_code_confirmed) == (
        "Aprica",
        "SO",
        "c_a337",
        False,
    )


def test_a_former_code_leads_to_the_comune_of_today(workspace: Workspace) -> None:
    assert municipality.show_office(workspace.choose("090064")).istat.startswith("112")


@pytest.mark.parametrize("code", ["", "999999", "14004", "ZZZZ"])
def test_an_unknown_code_creates_nothing(workspace: Workspace, code: str) -> None:
    with pytest.raises(UserError, match=r"municipality\.unknown"):
        workspace.choose(code)
    assert workspace.stores() == []


def test_each_comune_has_its_own_file(workspace: Workspace) -> None:
    first = workspace.choose("014004").path
    municipality.add_person(workspace.need_store(), "rup", "Carla")
    second = workspace.choose("017197").path
    assert first != second
    assert municipality.list_people(workspace.need_store()) == []
    assert [person.name for person in municipality.list_people(workspace.choose("014004"))] == ["Carla"]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("name", "  ", "municipality.name_missing"),
        ("population", "molti", "municipality.bad_population"),
        ("population", -1, "municipality.bad_population"),
        ("ipa_code", "c a337!", "municipality.bad_ipa_code"),
        ("belfiore", "X", "municipality.unknown_field"),
    ],
)
def test_values_that_cannot_be_are_refused(store: Store, field: str, value: object, code: str) -> None:
    before = municipality.show_office(store)
    with pytest.raises(UserError) as caught:
        municipality.correct_office(store, before.version, **{field: value})
    assert caught.value.code == code
    assert field not in sentence(caught.value)  # the clerk reads "Codice catastale"
    assert municipality.show_office(store) == before


def test_population_is_read_as_it_is_written(store: Store) -> None:
    municipality.correct_office(store, 1, population="1.500")
    assert municipality.show_office(store).population == 1500


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"role": "rup", "name": " "}, "person.name_missing"),
        ({"role": "capo", "name": "A"}, "person.unknown_role"),
        ({"role": "rup", "name": "A", "since": date(2026, 2, 1), "until": date(2026, 1, 1)}, "person.dates_reversed"),
    ],
)
def test_people_that_cannot_be_are_refused(store: Store, fields: dict[str, object], code: str) -> None:
    with pytest.raises(UserError) as caught:
        municipality.add_person(store, **fields)  # type: ignore[arg-type]
    assert caught.value.code == code
    assert municipality.list_people(store) == []


def test_the_example_is_apart_and_goes_in_one_step(workspace: Workspace) -> None:
    workspace.choose("014004")
    workspace.open_example()
    assert [found.name for found in workspace.stores()] == ["A337"]
    workspace.remove_example()
    assert sorted(path.name for path in workspace.folder.glob("*.sqlite")) == ["comune-a337.sqlite"]
    assert municipality.show_office(workspace.need_store()).name == "Aprica"
