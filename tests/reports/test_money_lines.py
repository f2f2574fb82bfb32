# SPDX-License-Identifier: EUPL-1.2
"""The bars of a year's money: amounts in words, an unknown one told from nothing."""

from decimal import Decimal

from app.reports import page
from app.reports.money_lines import MoneyLine, MoneyLines
from tests.reports import reading
from tests.reports.factory import NOW


def _drawn(*lines: MoneyLine) -> str:
    around = page.Sheet("Prova", "Comune di Prova", "", NOW, is_example=False, notices=())
    return reading.words(reading.drawn(lambda _r, target, lang: page.write(around, lambda: [MoneyLines(lines)],
                                                                            target, lang), None))  # fmt: skip


def test_each_sum_is_said() -> None:
    text = _drawn(
        MoneyLine("Previsto", Decimal("5856.00"), "outline"),
        MoneyLine("Impegnato", None, "hatch"),
        MoneyLine("Fatturato", Decimal("0.00"), "dense"),
        MoneyLine("Pagato", -Decimal("12.50"), "solid"),
    )
    for expected in ("Previsto", "5.856,00 €", "da inserire", "0,00 €", "-12,50 €"):
        assert expected in text, expected
