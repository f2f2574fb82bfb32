# SPDX-License-Identifier: EUPL-1.2
"""The fields of the office and the doubts about them."""

from dataclasses import replace

import pytest

from app.actions.municipality import new_office
from app.domain.municipality import Municipality
from app.ui.settings.office_form import FIELDS, doubts, office_fields, office_values

OFFICE = new_office(Municipality("014004", "Aprica", "", "SO", "Sondrio", "Lombardia", "A337"))


@pytest.mark.usefixtures("qapp")
def test_every_field_that_can_be_corrected_has_a_line() -> None:
    assert tuple(office_values(OFFICE)) == FIELDS
    assert set(office_fields()) == set(FIELDS)


def test_an_unknown_population_is_empty_not_zero() -> None:
    assert office_values(OFFICE)["population"] == ""
    assert office_values(replace(OFFICE, population=0))["population"] == "0"


@pytest.mark.parametrize(
    ("field", "value", "is_doubted"),
    [
        ("fiscal_code", "", False),
        ("fiscal_code", "00114420141", True),
        ("fiscal_code", "123", True),
        ("ipa_code", "c_a337", False),
        ("ipa_code", "pueg_bs", True),
        ("pec", "protocollo@pec.comune.example", False),
        ("pec", "protocollo.pec.comune.example", True),
    ],
)
def test_what_looks_wrong_is_doubted(field: str, value: str, is_doubted: bool) -> None:  # noqa: FBT001 - a case
    assert (field in doubts({**office_values(OFFICE), field: value}, OFFICE)) is is_doubted


def test_a_confirmed_ipa_code_is_not_doubted() -> None:
    known = replace(OFFICE, ipa_code="pueg_bs", ipa_code_confirmed=True)
    assert doubts(office_values(known), known) == {}
