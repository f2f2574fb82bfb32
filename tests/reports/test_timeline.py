# SPDX-License-Identifier: EUPL-1.2
"""The clocks on paper: every day is said in words beside its bar, also one that nobody typed."""

from datetime import date

import pytest

from app.reports import page
from app.reports.timeline import Span, Timeline, span_words
from tests.reports import reading
from tests.reports.factory import NOW

_TODAY = date(2026, 11, 22)


def _drawn(*spans: Span) -> str:
    around = page.Sheet("Prova", "Comune di Prova", "", NOW, is_example=False, notices=())
    return reading.words(reading.drawn(lambda _r, target, lang: page.write(around, lambda: [Timeline(spans, _TODAY)],
                                                                            target, lang), None))  # fmt: skip


def test_each_clock_says_its_days_and_which_ends_first() -> None:
    text = _drawn(Span("Concessione", date(2020, 12, 1), date(2038, 11, 30)),
                  Span("Adesione", date(2023, 1, 1), date(2027, 12, 31), is_first_to_end=True))  # fmt: skip
    assert "Concessione: dal 01/12/2020 al 30/11/2038" in text
    assert "Adesione: dal 01/01/2023 al 31/12/2027, finisce per primo" in text
    assert "oggi 22/11/2026" in text


def test_two_that_end_together_are_not_both_the_first() -> None:
    end = date(2027, 12, 31)
    text = _drawn(Span("Adesione", date(2023, 1, 1), end, is_first_to_end=True),
                  Span("Contratto", date(2024, 1, 1), end, is_first_to_end=True))  # fmt: skip
    assert "finisce per primo" not in text
    assert "Adesione: dal 01/01/2023 al 31/12/2027, finisce lo stesso giorno di un altro" in text


@pytest.mark.parametrize(("start", "end"), [(None, None), (date(1, 1, 1), date(9999, 12, 31)), (_TODAY, _TODAY)])
def test_any_days_can_be_drawn(start: date | None, end: date | None) -> None:
    span = Span("Contratto", start, end)
    assert span_words(span) in _drawn(span)


def test_an_open_side_is_to_be_written() -> None:
    assert span_words(Span("Contratto", date(2024, 6, 1), None)) == "dal 01/06/2024, fine da inserire"
    assert span_words(Span("Contratto", None, date(2024, 6, 1))) == "fino al 01/06/2024, inizio da inserire"
    assert span_words(Span("Contratto", None, None)) == "da inserire"
