# SPDX-License-Identifier: EUPL-1.2
"""Words, amounts and dates as the office writes them."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

import app
from app import text
from app.errors import EnvironmentFault, FaultKind, UserError
from app.text.sentences import SENTENCES
from app.text.titles import TITLES

_APP = Path(app.__file__).parent


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("1098.96", "1.098,96"),
        ("0.5", "0,50"),
        ("-12.5", "-12,50"),
        ("12345678.9", "12.345.678,90"),
        ("999.99", "999,99"),
    ],
)
def test_amounts_have_dots_and_two_decimals(value: str, said: str) -> None:
    assert text.amount(Decimal(value)) == said
    assert text.money(Decimal(value)) == f"{said}\u00a0€"


def test_times_are_those_of_rome() -> None:
    assert text.moment(datetime(2022, 9, 2, 21, 9, 40, tzinfo=UTC)) == "02/09/2022 23:09"
    assert text.day(date(2026, 11, 5)) == "05/11/2026"
    assert text.weekday(date(2026, 11, 23)) == "lunedì"


def test_every_kind_of_trouble_has_a_sentence() -> None:
    for kind in FaultKind:
        assert text.sentence(EnvironmentFault(kind, place="x", owner="y")).endswith(".")


def test_every_code_raised_in_the_program_has_a_sentence() -> None:
    sources = [file.read_text(encoding="utf-8") for file in _APP.rglob("*.py")]
    raised = {
        code for source in sources for code in re.findall(r'(?:UserError|Stale|WrongWords)\(\s*"([a-z_.0-9]+)"', source)
    }
    assert len(raised) > 20
    assert raised - set(SENTENCES) == set()


def test_every_action_written_in_the_program_has_a_name() -> None:
    sources = [file.read_text(encoding="utf-8") for file in _APP.rglob("*.py")]
    written = {code for source in sources for code in re.findall(r'store\.(?:write|mark)\(\s*"([a-z_.]+)"', source)}
    assert len(written) > 8
    assert written - set(TITLES) == set()


def test_words_of_the_user_are_not_a_pattern() -> None:
    assert "{0}" in text.sentence(UserError("catalogue.unknown_service", code="{0}{x}%s"))


def test_nothing_hides_in_what_a_sentence_names() -> None:
    told = text.sentence(UserError("document.missing", file="delibera\u202efdp.exe\n\x1b[2J"))
    assert "delibera«U+202E»fdp.exe«U+000A»«U+001B»[2J" in told
