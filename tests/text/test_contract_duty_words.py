# SPDX-License-Identifier: EUPL-1.2
"""Every day of a running concession has its words and its rule."""

import re
from datetime import date
from pathlib import Path

import pytest

from app.domain import contract_duties
from app.text.contract_duty_words import (
    CONTRACT_DUTY_KEYS,
    contract_duty_deed,
    contract_duty_label,
    contract_duty_why,
    limit_day,
)


def test_every_kind_that_the_rules_know_has_words() -> None:
    source = Path(contract_duties.__file__).read_text("utf-8")
    used = set(re.findall(r'ContractDuty\(\s*"([a-z_]+)"', source))
    assert used == set(CONTRACT_DUTY_KEYS)


@pytest.mark.parametrize("key", CONTRACT_DUTY_KEYS)
def test_each_says_what_and_by_which_rule(key: str) -> None:
    assert contract_duty_label(key)
    assert contract_duty_why(key).endswith(".")


def test_typed_words_stand_as_they_are_and_points_of_the_plan_in_ours() -> None:
    assert contract_duty_label("milestone", "", "training") == "Punto del piano di attivazione (Formazione)"
    assert contract_duty_label("milestone", "training") == "Punto del piano di attivazione (training)"
    assert contract_duty_label("reply", "{x} <b>").endswith("({x} <b>)")


@pytest.mark.parametrize("key", ["invoice_refusal", "invoice_payment", "milestone", "reply"])
def test_what_asks_for_us_has_a_deed(key: str) -> None:
    assert contract_duty_deed(key)


def test_a_limit_is_said_as_one() -> None:
    assert limit_day(date(2026, 12, 1), is_limit=True) == "entro martedì 01/12/2026"
    assert limit_day(date(2026, 12, 1), is_limit=False) == "martedì 01/12/2026"
