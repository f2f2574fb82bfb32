# SPDX-License-Identifier: EUPL-1.2
"""Where a period stands: each stage once, by what was read and done."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.level_rules import LevelBases, judge
from app.domain.level_stages import Stage, is_to_contest, stage_of
from app.domain.service_levels import Reading
from tests.levels import indicator, reading

END, TODAY = date(2026, 1, 31), date(2026, 3, 10)
SENT = date(2026, 2, 5)


@pytest.mark.parametrize(
    ("got", "stage"),
    [
        (reading("100"), Stage.MET),
        (reading("99.2"), Stage.TOLERATED),
        (reading("98"), Stage.TO_CONTEST),
        (reading("98", contested_on=SENT), Stage.CONTESTED),
        (reading("98", contested_on=SENT, reply_by=TODAY), Stage.CONTESTED),
        (reading("98", contested_on=SENT, reply_by=date(2026, 3, 9)), Stage.TO_DECIDE),
        (reading("98", contested_on=SENT, replied_on=TODAY), Stage.TO_DECIDE),
        (reading("98", deducted_on=TODAY), Stage.DEDUCTED),
        (reading("98", waived_reason="Lavori"), Stage.WAIVED),
    ],
)
def test_each_stage(got: Reading, stage: Stage) -> None:
    asked = indicator(threshold=Decimal(99))
    assert stage_of(got, judge(asked, [got], LevelBases())[got.id], END, TODAY) is stage


def test_what_was_not_read_waits_for_the_end_of_its_period() -> None:
    assert stage_of(None, None, END, END) is Stage.NOT_YET
    assert stage_of(None, None, END, TODAY) is Stage.TO_READ


def test_without_a_target_there_is_no_outcome() -> None:
    got = reading("98")
    asked = indicator(target=None)
    assert stage_of(got, judge(asked, [got], LevelBases())[got.id], END, TODAY) is Stage.NO_TARGET


@pytest.mark.parametrize("told", [{}, {"contested_on": SENT}, {"deducted_on": TODAY}, {"waived_reason": "Lavori"}])
@pytest.mark.parametrize("value", ["100", "99.2", "98"])
def test_what_is_to_contest_is_known_without_its_penalty(value: str, told: dict[str, Any]) -> None:
    asked, read = indicator(threshold=Decimal(99)), reading(value, END, **told)
    judged = judge(asked, [read], LevelBases())[read.id]
    assert is_to_contest(asked, read) == (stage_of(read, judged, END, TODAY) is Stage.TO_CONTEST)
