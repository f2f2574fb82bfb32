# SPDX-License-Identifier: EUPL-1.2
"""The clock of a membership is told in whole sentences, and what nobody typed is told as missing."""

from datetime import date

import pytest

from app.domain.membership_clock import (
    Notice,
    Window,
    clock_end,
    reminders,
    withdrawal_last_day,
)
from app.text.membership_words import (
    clock_words,
    notice_words,
    reminder_words,
    window_words,
    withdrawal_words,
)

FIRST, SECOND = date(2030, 6, 30), date(2035, 12, 31)


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        (Notice(6), "6 mesi"),
        (Notice(1, 15), "1 mese e 15 giorni"),
        (Notice(0, 90), "90 giorni"),
        (Notice(0, 1), "1 giorno"),
        (Notice(), "0 giorni"),
    ],
)
def test_a_notice(notice: Notice, words: str) -> None:
    assert notice_words(notice) == words


def test_the_window_of_renewal() -> None:
    assert window_words(Window(date(2035, 6, 30), SECOND)) == (
        "Il rinnovo si chiede da sabato 30 giugno 2035 a lunedì 31 dicembre 2035; ci vuole una nuova delibera."
    )


def test_the_last_day_of_a_withdrawal() -> None:
    plain = withdrawal_last_day(Notice(6), date(2026, 12, 31))
    assert plain is not None
    assert withdrawal_words(plain) == (
        "Per uscire giovedì 31 dicembre 2026, con un preavviso di 6 mesi, "
        "il recesso deve arrivare entro martedì 30 giugno 2026."
    )
    moved = withdrawal_last_day(Notice(0, 26), date(2026, 12, 31))
    assert moved is not None
    assert withdrawal_words(moved).endswith(
        "entro venerdì 4 dicembre 2026. Il giorno contato è sabato 5 dicembre 2026, ma l'ufficio è chiuso (sabato)."
    )


def test_reminders() -> None:
    assert [reminder_words(one) for one in reminders(date(2026, 12, 31))] == [
        "12 mesi prima: mercoledì 31 dicembre 2025",
        "6 mesi prima: martedì 30 giugno 2026",
        "3 mesi prima: mercoledì 30 settembre 2026",
    ]


def test_which_end_comes_first() -> None:
    assert clock_words(clock_end(SECOND, FIRST, None)) == (
        "La prima fine è domenica 30 giugno 2030 (convenzione). Fine non scritta: contratto del servizio."
    )
    assert clock_words(clock_end(FIRST, FIRST, FIRST)) == (
        "La prima fine è domenica 30 giugno 2030 (concessione del centro, convenzione, contratto del servizio)."
    )
    assert clock_words(clock_end(None, None, None)).startswith("Nessuna fine scritta")
