# SPDX-License-Identifier: EUPL-1.2
"""Where a reading stands in the office: from what is still to be read to the penalty that was deducted."""

from datetime import date
from enum import StrEnum

from app.domain.level_rules import Judgement, Outcome, outcome_of
from app.domain.service_levels import Indicator, Reading


class Stage(StrEnum):
    """What was done of a period, and so what is next."""

    NOT_YET = "not_yet"  # the period is not over
    TO_READ = "to_read"
    MET = "met"
    TOLERATED = "tolerated"
    NO_TARGET = "no_target"
    TO_CONTEST = "to_contest"
    CONTESTED = "contested"  # the supplier may still answer
    TO_DECIDE = "to_decide"  # the answer came, or its time is over
    WAIVED = "waived"
    DEDUCTED = "deducted"


TO_DO = (Stage.TO_READ, Stage.TO_CONTEST, Stage.TO_DECIDE)
"""The office is next to act."""
_WITHIN = {Outcome.MET: Stage.MET, Outcome.TOLERATED: Stage.TOLERATED, Outcome.NO_TARGET: Stage.NO_TARGET}


def stage_of(reading: Reading | None, judged: Judgement | None, ends_on: date, today: date) -> Stage:
    """The stage of a period, read or not."""
    if reading is None or judged is None:
        return Stage.TO_READ if ends_on < today else Stage.NOT_YET
    if reading.waived_reason:
        return Stage.WAIVED
    if reading.deducted_on is not None:
        return Stage.DEDUCTED
    if judged.outcome in _WITHIN:
        return _WITHIN[judged.outcome]
    if reading.contested_on is None:
        return Stage.TO_CONTEST
    is_over = reading.reply_by is not None and reading.reply_by < today
    return Stage.TO_DECIDE if reading.replied_on is not None or is_over else Stage.CONTESTED


def is_to_contest(indicator: Indicator, reading: Reading) -> bool:
    """True for a breach of which nothing was done yet; the same as its stage, without its penalty."""
    is_open = not reading.waived_reason and reading.deducted_on is None and reading.contested_on is None
    return is_open and outcome_of(indicator, reading.value) is Outcome.BREACH
