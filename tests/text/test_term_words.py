# SPDX-License-Identifier: EUPL-1.2
"""Terms are explained as a colleague would: how many days, from when, which weekday, moved because of what."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import FIRST_YEAR, LAST_YEAR
from app.domain.terms import (
    ANSWER,
    APPEAL,
    ENFORCEABILITY,
    PUBLICATION,
    TERMS,
    answer_due,
    due,
    for_additions,
)
from app.domain.working_days import why_not_working
from app.text import set_language, term_words
from app.text.term_words import (
    closed_words,
    due_words,
    long_day,
    moved_why,
    short_day,
    since,
)

DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (date(2026, 11, 3), "30 giorni dal 3/11/2026: giovedì 3 dicembre 2026"),
        (date(2026, 11, 5), "30 giorni dal 5/11/2026: sabato 5 dicembre, quindi lunedì 7 dicembre 2026"),
        (date(2026, 11, 6), "30 giorni dal 6/11/2026: domenica 6 dicembre, quindi lunedì 7 dicembre 2026"),
        (date(2026, 11, 25), "30 giorni dal 25/11/2026: venerdì 25 dicembre (Natale), quindi lunedì 28 dicembre 2026"),
        (
            date(2026, 11, 8),
            "30 giorni dall'8/11/2026: martedì 8 dicembre (Immacolata Concezione), quindi mercoledì 9 dicembre 2026",
        ),
        (
            date(2027, 12, 2),
            "30 giorni dal 2/12/2027: sabato 1° gennaio (Capodanno), quindi lunedì 3 gennaio 2028",
        ),
    ],
)
def test_an_answer(start: date, words: str) -> None:
    assert due_words(due(ANSWER, start)) == words


def test_the_year_is_said_twice_only_where_it_changes() -> None:
    found = due(ANSWER, date(2022, 12, 1), days=30)  # Saturday 31 December 2022
    assert due_words(found) == "30 giorni dal 1/12/2022: sabato 31 dicembre 2022, quindi lunedì 2 gennaio 2023"


def test_the_patron_is_named() -> None:
    found = due(ANSWER, date(2026, 11, 7), (12, 7))
    assert due_words(found).endswith(": lunedì 7 dicembre (festa del patrono), quindi mercoledì 9 dicembre 2026")
    assert "lunedì 7 dicembre 2026" in moved_why(found)


def test_other_ways_of_counting_are_said() -> None:
    assert due_words(due(PUBLICATION, date(2026, 11, 3))) == "15 giorni dal 3/11/2026: mercoledì 18 novembre 2026"
    assert due_words(due(ENFORCEABILITY, date(2026, 11, 3))) == "dopo 10 giorni dal 3/11/2026: sabato 14 novembre 2026"
    assert (
        due_words(due(APPEAL, date(2026, 7, 10)))
        == "60 giorni dal 10/7/2026 senza contare agosto: venerdì 9 ottobre 2026"
    )
    assert due_words(due(ANSWER, date(2026, 11, 11), days=1)) == "1 giorno dall'11/11/2026: giovedì 12 novembre 2026"


def test_suspensions_are_said() -> None:
    ended = answer_due(date(2026, 11, 3), [for_additions(date(2026, 11, 10), date(2026, 11, 20))])
    assert due_words(ended) == (
        "30 giorni dal 3/11/2026, fermati per 10 giorni: domenica 13 dicembre, quindi lunedì 14 dicembre 2026"
    )
    running = answer_due(date(2026, 11, 3), [for_additions(date(2026, 11, 10))])
    assert ", fermati per 30 giorni: al più tardi " in due_words(running)


def test_why_a_day_moved() -> None:
    assert moved_why(due(ANSWER, date(2026, 11, 3))) == ""
    saturday = moved_why(due(ANSWER, date(2026, 11, 5)))
    assert "c.p.c. art. 155 c. 5" in saturday
    assert "norma nota, non consultata" in saturday
    assert "sabato 5 dicembre 2026" in saturday
    assert "c.c. art. 2963 c. 3" in moved_why(due(ANSWER, date(2026, 11, 25)))


def test_days_as_one_says_them() -> None:
    assert long_day(date(2026, 12, 1)) == "martedì 1° dicembre 2026"
    assert long_day(date(2026, 12, 11), has_year=False) == "venerdì 11 dicembre"
    assert short_day(date(2026, 1, 2)) == "2/1/2026"
    assert [since(date(2026, 11, day))[:5] for day in (1, 8, 11, 18)] == ["dal 1", "dall'", "dall'", "dal 1"]


def test_every_holiday_of_our_time_has_its_translation() -> None:
    first, last = date(1977, 1, 1), date(LAST_YEAR, 12, 31)
    names = {
        name
        for number in range((last - first).days + 1)
        if (why := why_not_working(first + timedelta(days=number))).startswith("holiday:")
        for name in closed_words(why).split("; ")
    }
    assert len(names) > 10
    assert names <= set(term_words._HOLIDAYS)  # noqa: SLF001 - what is marked for translation is the point


def test_the_other_language_writes_its_own_weekdays() -> None:
    set_language("en")
    assert long_day(date(2026, 12, 1)) == "Tuesday 1 December 2026"


@given(st.sampled_from(sorted(TERMS)), DAYS, st.none() | st.tuples(st.integers(1, 12), st.integers(1, 28)))
def test_any_term_of_any_day_can_be_said(key: str, start: date, patron: tuple[int, int] | None) -> None:
    found = due(TERMS[key], start, patron)
    said = due_words(found)
    assert said.endswith(long_day(found.on))
    assert short_day(start) in said
    assert (", quindi " in said) == bool(found.moved_because)
    assert bool(moved_why(found)) == bool(found.moved_because)
