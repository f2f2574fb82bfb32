# SPDX-License-Identifier: EUPL-1.2
"""A cost is told part by part, and what was left out is told beside the total."""

from datetime import date
from decimal import Decimal

import pytest

from app.domain.request_costs import CostLine, Span, cost_over_term
from app.text.cost_words import cost_words, span_words

ACT = "Convenzione, art. 5 (inventata)"
START, END = date(2026, 7, 1), date(2028, 12, 31)
PEC = CostLine("PEC", Decimal("150.00"), Decimal("1000.00"), ACT)
SITE = CostLine("SITO", None, None, ACT)


def said(lines: list[CostLine], starts_on: date | None, ends_on: date | None) -> list[str]:
    return [words.replace("\N{NO-BREAK SPACE}", " ") for words in cost_words(cost_over_term(lines, starts_on, ends_on))]


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span(10, 0, 365), "10 anni"),
        (Span(1, 1, 365), "1 anno e 1 giorno"),
        (Span(0, 184, 366), "184 giorni"),
    ],
)
def test_how_long(span: Span, words: str) -> None:
    assert span_words(span) == words


def test_every_part_and_the_total() -> None:
    assert said([PEC], START, END) == [
        "Una volta sola: 150,00 €.",
        "2 anni a 1.000,00 € l'anno: 2.000,00 €.",
        "184 giorni su 365 a 1.000,00 € l'anno: 504,11 €.",
        "In tutto, per 2 anni e 184 giorni: 2.654,11 €.",
    ]


def test_what_was_not_typed_is_told() -> None:
    assert said([SITE], START, END) == ["Nessuna cifra è stata scritta dall'atto: il costo non si può calcolare."]
    assert said([PEC, SITE], START, END)[-1] == "Cifre non scritte, quindi non comprese: SITO."
    assert said([PEC], START, None) == [
        "Una volta sola: 150,00 €.",
        "Mancano l'inizio o la fine: il costo su tutta la durata non si può calcolare.",
    ]
    once = CostLine("PEC", Decimal("150.00"), None, ACT)
    assert said([once], None, None) == ["Una volta sola: 150,00 €.", "In tutto: 150,00 €."]
