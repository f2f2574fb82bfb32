# SPDX-License-Identifier: EUPL-1.2
"""Every field that an edition can change, and every reason why a service is ours, has its words."""

import dataclasses

import pytest

from app.actions.editions import KeyTrust
from app.domain.catalogue import Centre, Service
from app.text.edition_words import edition_field_label, outcome_label, trust_label, use_words

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
