# SPDX-License-Identifier: EUPL-1.2
"""Each computed day explains itself: the count, what moved it, what to do where nothing moves it, the clock."""

from datetime import date

import pytest

from app.domain.accession_dates import Duty
from app.domain.membership_clock import Notice, Window, clock_end, reminders, withdrawal_last_day
from app.domain.terms import ADDITIONS, ANSWER, PUBLICATION, due
from app.text import set_language
from app.text.reckoning_words import reckoning_words

ASKED = date(2026, 11, 25)


def test_an_upper_limit_on_a_holiday_is_not_moved_and_says_what_to_do() -> None:
    counted = due(ADDITIONS, ASKED)
    assert counted.on == date(2026, 12, 25)
    assert reckoning_words(Duty("additions", counted.on, "outcome", counted)) == (
        "30 giorni dal 25/11/2026: venerdì 25 dicembre 2026.",
        (
            "Il termine massimo non si sposta, e il 25/12/2026 l'ufficio è chiuso (Natale): "
            "conviene mandare tutto entro giovedì 24 dicembre 2026."
        ),
    )
    open_day = due(ADDITIONS, date(2026, 11, 24))
    assert len(reckoning_words(Duty("additions", open_day.on, "outcome", open_day))) == 1


def test_the_patron_of_the_comune_closes_the_office_too() -> None:
    counted = due(ADDITIONS, date(2026, 11, 24), (12, 24))
    told = reckoning_words(Duty("additions", counted.on, "outcome", counted))
    assert "(festa del patrono): conviene mandare tutto entro mercoledì 23" in told[1]


def test_a_day_that_moves_says_why_and_a_state_does_not_move() -> None:
    counted = due(ANSWER, date(2026, 11, 7), None)
    told = reckoning_words(Duty("answer", counted.on, "outcome", counted))
    assert told[0] == "30 giorni dal 7/11/2026: lunedì 7 dicembre 2026."
    moved = due(ANSWER, date(2026, 11, 5))
    told = reckoning_words(Duty("answer", moved.on, "outcome", moved))
    assert told[0] == "30 giorni dal 5/11/2026: sabato 5 dicembre, quindi lunedì 7 dicembre 2026."
    assert told[1].startswith("Il sabato è trattato come un giorno festivo")
    published = due(PUBLICATION, date(2026, 11, 6))  # ends on a Saturday
    assert len(reckoning_words(Duty("publication_ends", published.on, "publication", published))) == 1


def test_a_day_put_by_hand_keeps_the_computed_one_beside_it() -> None:
    counted = due(ANSWER, date(2026, 11, 3))
    chosen = Duty("answer", date(2026, 12, 10), "outcome", counted, counted.on, " La convenzione {dice} %s altro. ")
    assert reckoning_words(chosen) == (
        (
            "giovedì 10 dicembre 2026, scritto a mano: La convenzione {dice} %s altro "
            "(calcolato: 30 giorni dal 3/11/2026: giovedì 3 dicembre 2026)"
        ),
    )
    typed = Duty("answer", date(2026, 12, 10), "outcome", None, date(2026, 12, 3), "Altro")
    assert reckoning_words(typed)[0].endswith("(calcolato: giovedì 3 dicembre 2026)")
    assert reckoning_words(Duty("own", date(2026, 12, 10), "outcome", reason="Nostra")) == ()


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_clock_of_a_membership_is_told(language: str) -> None:
    set_language(language)
    end = date(2036, 12, 31)
    clocks = {
        "ends": clock_end(None, end, None),
        "concession_ends": clock_end(date(2032, 3, 15), end, None),
        "notice_last": withdrawal_last_day(Notice(6), end),
        "renewal_opens": Window(date(2035, 12, 31), end),
        "renewal_reminder": reminders(end)[0],
        "notice_reminder": reminders(date(2036, 6, 30))[0],
    }
    for key, clock in clocks.items():
        (told,) = reckoning_words(Duty(key, end, "start", clock=clock))
        assert told.endswith(".")
        assert "20" in told
