# SPDX-License-Identifier: EUPL-1.2
"""The money of a year as figures and as one bar."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app.domain.budget import YearMoney, settled
from app.ui.widgets.label import Label
from app.ui.widgets.year_money import YearMoneyBox, parts_of

CENTS = st.decimals(0, 10**6, places=2)
MAYBE = st.one_of(st.none(), CENTS)


@pytest.mark.usefixtures("qapp")
def test_figures_and_bar_say_the_same(qtbot: QtBot) -> None:
    box = YearMoneyBox()
    qtbot.addWidget(box)
    year = YearMoney(2027, "", "", planned=Decimal(1000), committed=Decimal(900), paid=Decimal(300))
    box.show_money(settled(year))
    shown = [one.text() for one in box.figures.findChildren(Label)]
    assert [one.replace("\N{NO-BREAK SPACE}", " ") for one in shown] == [
        *("Previsto", "1.000,00 €", "Impegnato", "900,00 €", "Fatturato", "0,00 €"),
        *("Pagato", "300,00 €", "Residuo", "600,00 €"),
    ]
    assert box.bar.accessibleName().startswith("Restano 600,00")


@pytest.mark.usefixtures("qapp")
def test_a_card_has_four_figures(qtbot: QtBot) -> None:
    box = YearMoneyBox(is_short=True)
    qtbot.addWidget(box)
    box.show_money(YearMoney(2027, "", ""))
    assert len(box.figures.findChildren(Label)) == 8


@given(planned=MAYBE, committed=MAYBE, invoiced=CENTS, paid=CENTS)
def test_the_bar_is_as_long_as_the_largest_amount(
    planned: Decimal | None, committed: Decimal | None, invoiced: Decimal, paid: Decimal
) -> None:
    parts = parts_of(YearMoney(2027, "", "", planned=planned, committed=committed, invoiced=invoiced, paid=paid))
    whole = float(max(planned or 0, committed or 0, invoiced, paid))
    assert sum(part.size for part in parts) == pytest.approx(whole)
    assert all(part.size > 0 for part in parts)


def test_what_goes_beyond_is_red() -> None:
    year = YearMoney(2027, "", "", committed=Decimal(100), invoiced=Decimal(130), paid=Decimal(80))
    assert [(part.tone, part.size) for part in parts_of(year)] == [("good", 80), ("warning", 20), ("bad", 30)]


def test_a_penalty_that_was_taken_is_not_to_be_paid() -> None:
    year = YearMoney(
        2027, "", "", committed=Decimal(130), invoiced=Decimal(130), paid=Decimal(80), deducted=Decimal(30)
    )
    assert [(part.tone, part.size) for part in parts_of(year)] == [("good", 80), ("warning", 20), ("info", 30)]
