# SPDX-License-Identifier: EUPL-1.2
"""What the office says of itself and who works in it, without a window."""

import pytest

from tests.cli.conftest import Say


def test_fields_are_corrected_and_shown(aprica: Say) -> None:
    assert aprica("comune", "correct", "pec=ente@pec.example", "patron=29/6").status == 0
    told = aprica("--json", "comune", "show").json
    assert (told["pec"], told["patron"]) == ("ente@pec.example", "06-29")


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("pec", "non è CAMPO=VALORE"),
        ("=x", "non è CAMPO=VALORE"),
        ("patron=32/13", "non è un giorno dell'anno"),
        ("istat=1", "non si cambia"),
    ],
)
def test_what_cannot_be_is_told(aprica: Say, field: str, words: str) -> None:
    refused = aprica("comune", "correct", field)
    assert refused.status == 1
    assert words in refused.err


def test_someone_is_added_with_the_days_as_one_types_them(aprica: Say) -> None:
    assert (
        aprica("comune", "person", "mayor", "Maria Bianchi", "--since", "10/6/2024", "--email", "s@example.it").status
        == 0
    )
    (told,) = aprica("--json", "comune", "show").json["people"]
    assert (told["role"], told["name"], told["since"]) == ("mayor", "Maria Bianchi", "2024-06-10")
    wrong = aprica("comune", "person", "mayor", "Maria", "--since", "31/2/2024")
    assert wrong.status == 2
    assert "non esiste" in wrong.err
