# SPDX-License-Identifier: EUPL-1.2
"""The days of a procedure in words."""

from datetime import date

import pytest

from app.domain.accession_dates import MILESTONES, Duty
from app.text import set_language
from app.text.duty_words import DUTY_KEYS, duty_away, duty_day, duty_deed

DAY = date(2026, 12, 1)


def test_a_limit_a_beginning_and_an_end_are_told_apart() -> None:
    assert duty_day("additions", DAY) == "entro martedì 01/12/2026"
    assert duty_day("renewal_opens", DAY) == "da martedì 01/12/2026"
    for key in ("concession_ends", "publication_ends"):
        assert duty_day(key, DAY) == "martedì 01/12/2026"


@pytest.mark.parametrize("key", DUTY_KEYS)
def test_what_begins_is_not_late_and_all_else_is(key: str) -> None:
    passed = duty_away(key, -3)
    assert passed == ("da 3 giorni" if key in MILESTONES else "in ritardo di 3 giorni")
    assert duty_away(key, 0) == "oggi"
    assert duty_away(key, 3) == "fra 3 giorni"
    assert duty_day(key, DAY).startswith("da ") is (
        key in MILESTONES and key not in ("publication_ends", "renewal_reminder", "notice_reminder")
    )


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_day_that_is_ours_to_act_on_has_a_button(language: str) -> None:
    set_language(language)
    ours = [key for key in DUTY_KEYS if Duty(key, DAY, "").asks_for_us(date(2027, 1, 1), 30)]
    assert len(ours) == 8
    assert len({duty_deed(key) for key in ours}) == 8
