# SPDX-License-Identifier: EUPL-1.2
"""The fee of a period from the instalments: a month of a quarter is a third, what is not known is not there."""

from datetime import date
from decimal import Decimal

from app.domain.concessions import ContractId
from app.domain.fees import FeeId, Instalment
from app.domain.level_bases import bases_of

VALUE = Decimal("60000.00")


def _instalment(starts_on: date, ends_on: date, net: str | None) -> Instalment:
    amount = None if net is None else Decimal(net)
    return Instalment(
        FeeId(1), ContractId(1), "canone_fisso", "Canone", 1, starts_on, ends_on, None, amount, None, None,
        is_free=False, is_funded=False, is_split=False, spending="", chapter="", missing=(), working=(),
    )  # fmt: skip


QUARTERS = [
    _instalment(date(2026, 1, 1), date(2026, 3, 31), "300.00"),
    _instalment(date(2026, 4, 1), date(2026, 6, 30), "301.00"),
]


def test_a_month_of_a_quarter_is_a_third_of_it() -> None:
    bases = bases_of("monthly", [date(2026, 2, 1), date(2026, 5, 1)], QUARTERS, VALUE)
    assert bases.period_fees == {date(2026, 2, 1): Decimal("100.00"), date(2026, 5, 1): Decimal("100.33")}
    assert bases.year_fees == {2026: Decimal("601.00")}
    assert bases.find("contract_value", date(2026, 2, 1)) == VALUE


def test_a_half_year_takes_its_quarters_whole() -> None:
    assert bases_of("half_yearly", [date(2026, 1, 1)], QUARTERS, None).period_fees == {
        date(2026, 1, 1): Decimal("601.00")
    }


def test_an_instalment_that_begins_within_a_month_counts_by_days() -> None:
    begun = [_instalment(date(2026, 1, 17), date(2026, 2, 15), "300.00")]  # 15 of its 30 days in January
    assert bases_of("monthly", [date(2026, 1, 1)], begun, None).period_fees == {date(2026, 1, 1): Decimal("150.00")}


def test_what_is_not_known_is_not_there() -> None:
    unknown = [*QUARTERS, _instalment(date(2026, 7, 1), date(2026, 9, 30), None)]
    bases = bases_of("monthly", [date(2026, 2, 1), date(2026, 8, 1), date(2026, 12, 1)], unknown, None)
    assert bases.period_fees == {date(2026, 2, 1): Decimal("100.00")}
    assert bases.year_fees == {}
