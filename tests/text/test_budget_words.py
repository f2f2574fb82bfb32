# SPDX-License-Identifier: EUPL-1.2
"""The words of the money of a year."""

from decimal import Decimal

from app.domain.budget import FROM_LINE, FROM_SCHEDULE, YearMoney, settled
from app.text.budget_words import (
    bar_words,
    cell_amount,
    chapter_words,
    known_money,
    left_words,
    paid_words,
    plan_words,
    sum_words,
)

EURO = "\N{NO-BREAK SPACE}€"


def year(**fields: object) -> YearMoney:
    """A year with some of its money."""
    return settled(YearMoney(2027, "", "", **fields))  # type: ignore[arg-type] # fields of the year


def test_what_is_left_is_said_with_what_it_is_left_of() -> None:
    assert left_words(year()) == "Nulla di previsto né di impegnato."
    assert left_words(year(planned=Decimal(10))) == f"Restano 10,00{EURO} del previsto, senza impegno"
    assert left_words(year(committed=Decimal(10), paid=Decimal(4))) == f"Restano 6,00{EURO} dell'impegnato"
    assert left_words(year(committed=Decimal(10), paid=Decimal(14))) == f"Pagati 4,00{EURO} più dell'impegnato"
    assert "senza impegno" in left_words(year(planned=Decimal(10), paid=Decimal(14)))
    both = year(planned=Decimal(10)) + year(committed=Decimal(5))
    assert left_words(both) == f"Restano 15,00{EURO} tra impegnato e previsto"


def test_the_bar_says_what_is_to_be_paid_and_what_is_not_committed() -> None:
    told = bar_words(year(planned=Decimal(10), committed=Decimal(8), invoiced=Decimal(5), paid=Decimal(3)))
    assert told == (
        f"Restano 5,00{EURO} dell'impegnato · 2,00{EURO} fatturati e da pagare · 2,00{EURO} previsti e non impegnati"
    )


def test_the_source_of_the_plan_is_said() -> None:
    assert plan_words(year(planned_from=FROM_LINE)) == "Dalle righe di spesa."
    assert plan_words(year(planned_from=FROM_SCHEDULE)) == "Dalle rate del canone, IVA compresa."
    assert "dove non ce ne sono" in plan_words(year(planned_from=f"{FROM_LINE} {FROM_SCHEDULE}"))
    assert "manca" in plan_words(year(planned_from=FROM_SCHEDULE, is_partial=True))


def test_the_vat_for_the_treasury_is_said() -> None:
    assert "erario" not in paid_words(year(paid=Decimal(10)))
    assert f"22,00{EURO} di IVA" in paid_words(year(paid=Decimal(122), split_vat=Decimal(22)))


def test_what_nobody_typed_is_no_zero() -> None:
    assert (known_money(None), cell_amount(None), chapter_words("")) == ("da inserire", "—", "senza capitolo")
    assert known_money(Decimal(0)) == f"0,00{EURO}"


def test_amounts_are_added_up() -> None:
    assert sum_words([]) == ""
    assert sum_words([Decimal("1.50"), Decimal("2.00")]) == f"3,50{EURO}"
