# SPDX-License-Identifier: EUPL-1.2
"""The fields of the templates: each fact reaches one, and a clerk can look them all up."""

import re
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from app.domain.draft_fields import FIELDS, LISTS, SWITCHES, field_values
from app.domain.drafts import DraftFacts
from app.formats.odt import shipped_folder
from tests.drafts import EMPTY, FULL


@pytest.mark.parametrize("name", [field.name for field in fields(DraftFacts)])
def test_each_fact_changes_what_a_template_can_say(name: str) -> None:
    chosen: dict[str, Any] = {"kind": "renewal", "body": "executive", "subject": "altro", "today": date(2026, 1, 1)}
    value = getattr(FULL, name)
    other: Any = not value if isinstance(value, bool) else chosen.get(name, getattr(EMPTY, name))
    assert field_values(replace(FULL, **{name: other})) != field_values(FULL)


def test_every_gap_says_what_to_complete() -> None:
    values = field_values(EMPTY)
    assert set(FIELDS) <= set(values.labels)
    assert all(label.strip() for label in values.labels.values())
    assert [name for name, text in values.texts.items() if text] == ["oggi", "organo"]


def test_dates_are_written_as_the_office_writes_them() -> None:
    values = field_values(FULL).texts
    assert values["oggi"] == "25/11/2026"
    assert values["durata"] == "dal 01/01/2027 al 31/12/2036"
    assert values["delibera.organo"] == "Consiglio comunale"
    assert field_values(replace(FULL, ends_on=None)).texts["durata"] == ""


def test_spaces_around_a_value_are_nobodys() -> None:
    assert field_values(replace(FULL, rup="  Anna Neri \n")).texts["rup"] == "Anna Neri"
    assert field_values(replace(FULL, rup=" \t ")).texts["rup"] == ""


def test_no_name_means_two_things() -> None:
    assert set(FIELDS).isdisjoint(LISTS)
    assert set(FIELDS).isdisjoint(SWITCHES)
    assert set(LISTS).isdisjoint(SWITCHES)


def test_the_readme_of_the_templates_names_every_field_and_no_other() -> None:
    guide = (shipped_folder() / "LEGGIMI.txt").read_text(encoding="utf-8")
    told = {name for name in re.findall(r"\{\{([^{}]+)\}\}", guide) if not name.startswith(("se ", "da completare"))}
    assert told == set(FIELDS) | {f"{name}.{part}" for name, parts in LISTS.items() for part in parts}
    asked = set(re.findall(r"\{\{se (\S+)\}\}", guide)) - {"non", "NOME"}
    assert asked - {"cup", "costo", "servizio.cup"} == set(SWITCHES)
