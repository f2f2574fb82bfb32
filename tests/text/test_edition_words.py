# SPDX-License-Identifier: EUPL-1.2
"""Every field that an edition can change, and every reason why a service is ours, has its words."""

import dataclasses

import pytest

from app.actions.editions import KeyTrust
from app.domain.catalogue import Centre, Service
from app.text.edition_words import (
    claimed_centres,
    edition_field_label,
    outcome_label,
    trust_label,
    use_words,
    whom_to_call,
)

FIELDS = {field.name for kind in (Service, Centre) for field in dataclasses.fields(kind)} - {"code"}


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_every_field_has_a_name(field: str) -> None:
    assert edition_field_label(field) != field


def test_every_outcome_and_every_trust_has_its_words() -> None:
    assert len({trust_label(trust.value) for trust in KeyTrust}) == len(KeyTrust)
    assert {outcome_label(key) for key in ("added", "changed", "withdrawn")} == {"Nuovo", "Cambiato", "Ritirato"}


def test_a_use_names_what_it_leads_to() -> None:
    assert use_words("project", "J41") == "ce lo paga il progetto CUP J41"
    assert use_words("star", "") == "ha la stella"


def test_one_phones_those_whom_the_catalogue_names_and_nobody_else() -> None:
    claims = (("A", "Provincia di Brescia"), ("B", ""), ("C", "Comune di Lecce"), ("D", "Provincia di Brescia"))
    assert whom_to_call(claims).startswith("Telefona a Provincia di Brescia e Comune di Lecce,")
    assert [line.partition(":")[0] for line in claimed_centres(claims)][-1] == "Dice di parlare per B"
    assert "lascia stare" in whom_to_call([("B", "")])
