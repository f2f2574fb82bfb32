# SPDX-License-Identifier: EUPL-1.2
"""How the days of a procedure read."""

from datetime import date

from app.ui.accessions.words import when_words

TODAY = date(2026, 11, 23)


def test_a_day_from_which_one_may_act_is_not_late_when_it_has_passed() -> None:
    passed = date(2026, 11, 20)
    assert when_words(passed, TODAY, "renewal_opens") == "venerdì 20/11/2026, da 3 giorni"
    assert when_words(passed, TODAY, "additions") == when_words(passed, TODAY)
    assert when_words(passed, TODAY) == "venerdì 20/11/2026, in ritardo di 3 giorni"
