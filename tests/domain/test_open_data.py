# SPDX-License-Identifier: EUPL-1.2
"""Whose a row is: an IPA code that was only assumed is believed no further than the ISTAT code and the name."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from app.domain.open_data import Application, Status, application_key, is_named, is_of

ROW = Application(
    ipa_code="c_x999",
    body="Comune di Borgo d'Inventato",
    body_kind="Comuni",
    istat="999001",
    call="1.2",
    measure="",
    sent_at=None,
    funded_on=None,
    cup="",
    amount=Decimal(1),
    status=Status.FUNDED,
    status_on=None,
    decree="",
    window="",
    protocol="",
)


@pytest.mark.parametrize(
    ("istat", "body", "expected"),
    [
        ("999001", "Comune di Altrove", True),
        ("999000", "Comune di Altrove", True),  # a former code
        ("999002", "Comune di Altrove", False),
        ("999002", "COMUNE DI BORGO D’INVENTATO", True),
        ("999002", "Comune di Borgo d'Inventato Nuovo", False),
        ("N/A", "Comune di Altrove", True),
        ("", "", True),  # the first header versions tell neither
    ],
)
def test_a_row_is_ours_by_istat_code_else_by_name(istat: str, body: str, expected: bool) -> None:  # noqa: FBT001 - a case
    names = ("Borgo d'Inventato", "")
    assert is_of(replace(ROW, istat=istat, body=body), ("999001", "999000"), names) is expected


@pytest.mark.parametrize(
    "body", ["Comune di Forlì", "COMUNE DI FORLI'", "(SOPPRESSO) Comune di Forli", "Forlì", "Comune Forlì"]
)
def test_names_forgive_accents_case_and_what_stands_before(body: str) -> None:
    assert is_named(body, ("Forlì", ""))


def test_no_name_is_no_match() -> None:
    assert not is_named("", ("", ""))
    assert not is_named("Comune di Gazzo", ("Gazzo Veronese", ""))


def test_a_moment_without_zone_is_utc() -> None:
    aware = datetime(2022, 9, 2, 21, 9, tzinfo=UTC)
    assert application_key("C_A337", "x", aware) == application_key("c_a337", "x", aware.replace(tzinfo=None))
